import type { SpeechLanguage } from '@myna/ports/speech'

/** Languages of a model among ours, as ElevenLabs lists them: Bengali by v3 alone, English alone by the first generations. An unknown model is taken for one like v2.5. */
export function languagesOf(model: string): readonly SpeechLanguage[] {
  if (model.startsWith('eleven_v3')) return ['en', 'hi', 'hinglish', 'bn']
  if (/^eleven_(monolingual_v1|(flash|turbo)_v2)$/.test(model)) return ['en']
  return ['en', 'hi', 'hinglish']
}

/** Whether a model takes `language_code`; the others refuse the request that holds one. */
export function takesLanguage(model: string): boolean {
  return /^eleven_(flash|turbo)_v2_5$/.test(model)
}
