import type { SpeechLanguage } from './speech.ts'

const scripts: readonly { letters: RegExp; languages: readonly SpeechLanguage[] }[] = [
  { letters: /\p{Script=Devanagari}/gu, languages: ['hi'] },
  { letters: /\p{Script=Bengali}/gu, languages: ['bn'] },
  { letters: /\p{Script=Latin}/gu, languages: ['en', 'hinglish'] },
]

/**
 * Which of the languages that may be spoken a text is, as far as its script tells: for vendors that do not say which they heard. The likeliest where it tells
 * nothing.
 */
export function languageOfWriting(text: string, languages: readonly [SpeechLanguage, ...SpeechLanguage[]]): SpeechLanguage {
  const [most] = scripts.map((it) => ({ ...it, count: text.match(it.letters)?.length ?? 0 })).toSorted((a, b) => b.count - a.count)
  return (most!.count > 0 ? languages.find((it) => most!.languages.includes(it)) : undefined) ?? languages[0]
}
