import { detectLanguage, type LanguageCode } from '@myna/language'
import { findTimes, understand } from '@myna/understanding'
import type { Heard } from '#dialogue/heard.ts'

/** Where something is said: the language before it, those the agent speaks, and when and where the caller is (IANA zone, ISO 3166 country). */
type Listening = { before: LanguageCode | null; languages: readonly LanguageCode[]; now: Date; zone: string; country: string }

/** Understands an utterance as the dialogue takes it. */
export function listen(text: string, { before, languages, now, zone, country }: Listening): Heard {
  const language = languageOf(text, before, languages)
  const situation = { reference: now, zone, country, language }
  const hear = (said: string): Heard => {
    const { intent, confidence, ranked, entities } = understand(said, situation)
    return { text: said, language, intent, confidence, ranked, entities, read: (other) => findTimes(other, situation), hear, now, zone }
  }
  return hear(text)
}

/** A number in English words is said in the middle of any language. */
const digitWords = /^(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|double|triple|hundred|thousand)[\s,.-]*)+$/i

/** Words no English sentence has: with one of them, borrowed English words around it make no English. */
const romanHindi =
  /\b(?:lijiye|lijie|kijiye|dijiye|bataiye|batao|karo|chahiye|nahi|nahin|hai|hain|kya|mujhe|mera|meri|aap|aapka|wala|raha|rahi|karna|karni|karwana|dena|lena|haan|theek|achha|kyun|kaise|kitna|kitne)\b/i

/**
 * The language to answer in: the utterance's, but a few words that could be of any language (a name, a number, a yes) leave it as it was; and always one
 * the agent speaks.
 */
export function languageOf(text: string, before: LanguageCode | null, spoken: readonly LanguageCode[]): LanguageCode {
  const { language: detected, confidence } = detectLanguage(text)
  const language = detected === 'en' && romanHindi.test(text) ? 'hinglish' : detected
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  const unclear = digitWords.test(text) || confidence < 0.5 || (words <= 3 && detected === 'en' && language === 'en') || !/\p{L}/u.test(text)
  const meant = before !== null && unclear ? before : language
  if (spoken.includes(meant)) return meant
  return (meant === 'hi' && spoken.includes('hinglish') ? 'hinglish' : meant === 'hinglish' && spoken.includes('hi') ? 'hi' : spoken[0]) ?? 'en'
}
