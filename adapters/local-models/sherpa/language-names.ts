import type { SpeechLanguage } from '@myna/ports/speech'

const names: Record<SpeechLanguage, string> = { en: 'English', hi: 'Hindi', hinglish: 'Hinglish', bn: 'Bengali' }
const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Languages as people list them, each once: "English, Hindi, and Bengali". */
export function languageNames(languages: readonly SpeechLanguage[]): string {
  return list.format(new Set(languages.map((it) => names[it])))
}
