import { type LanguageCode, writtenIn } from '#answer/written-in.ts'
import type { Evidence } from '#answer/evidence.ts'
import { say } from '#answer/wording/sentences.ts'

/** An answer found: the words, what they rest on, and how well it fits (0 to 1). */
export type Said = { text: string; pieces: Evidence[]; score: number /** The knowledge does not settle it; the words say so. */; unsettled?: boolean }

/** Ends a statement with a full stop of its script. */
export function sentenceOf(text: string): string {
  const tidy = text
    .replace(/\s+/g, ' ')
    .replace(/^[-–—•*»>·\s]+/, '')
    .replace(/[\s,;:–—-]+$/, '')
    .trim()
  return /[.!?।"'”)]$/.test(tidy) ? tidy : `${tidy}${writtenIn(tidy) === 'en' ? '.' : '।'}`
}

/** Words of the site as the agent says them: as they are when the caller's language is theirs, else introduced in the caller's language. */
export function quoteIn(language: LanguageCode, text: string): string {
  const sentence = sentenceOf(text)
  return writtenIn(sentence) === (language === 'hinglish' ? 'en' : language) && language !== 'hinglish' ? sentence : say('said', language, { value: sentence })
}
