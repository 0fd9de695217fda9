import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'

/** A voice in one language; `voice` is OpenAI's own name of it. */
export type OpenAiVoice = SpeechVoice & { voice: string }

const languages: readonly SpeechLanguage[] = ['en', 'hi', 'hinglish', 'bn']
/** OpenAI's built-in voices as they are heard; those that `tts-1` and `tts-1-hd` lack are `newer`. */
const voices = [
  { voice: 'coral', gender: 'female' },
  { voice: 'marin', gender: 'female', newer: true },
  { voice: 'cedar', gender: 'male', newer: true },
  { voice: 'nova', gender: 'female' },
  { voice: 'shimmer', gender: 'female' },
  { voice: 'sage', gender: 'female' },
  { voice: 'alloy', gender: 'neutral' },
  { voice: 'fable', gender: 'neutral' },
  { voice: 'ash', gender: 'male' },
  { voice: 'ballad', gender: 'male', newer: true },
  { voice: 'echo', gender: 'male' },
  { voice: 'onyx', gender: 'male' },
  { voice: 'verse', gender: 'male', newer: true },
] as const satisfies readonly { voice: string; gender: SpeechVoice['gender']; newer?: boolean }[]

/** The voices a model has, each once for each language. */
export function voicesOf(model: string): OpenAiVoice[] {
  return voices
    .filter((it) => !('newer' in it) || !isFirstGeneration(model))
    .flatMap(({ voice, gender }) =>
      languages.map((language) => ({ id: `${voice}-${language}`, voice, name: `${voice[0]!.toUpperCase()}${voice.slice(1)}`, language, gender })),
    )
}

/** Models that take no instructions. */
export function isFirstGeneration(model: string): boolean {
  return /^tts-1(-|$)/.test(model)
}
