import { conceptOf, detectLanguage, type LanguageCode, matchForm, readConcepts, rephrase, stem, tidyText, tokensOf } from '@myna/language'
import { type Asks, isPolar, kindOf } from '#answer/question-kind.ts'
import { patterns } from '#answer/question-patterns.ts'
import { addAbroad } from '#answer/countries.ts'
import { addGlosses, holdAmbiguous } from '#answer/gloss-terms.ts'
import { addKin } from '#answer/kin-terms.ts'
import { isGrammar, type Term, termsOf } from '#answer/question-terms.ts'
import { holdModifiers, markStrict } from '#answer/term-strictness.ts'

export type { Asks } from '#answer/question-kind.ts'
export type { Term } from '#answer/question-terms.ts'

export type Question = {
  text: string
  language: LanguageCode
  /** Words in match form. */
  words: string[]
  terms: Term[]
  asks: Asks
  /** A yes or a no is wanted, perhaps with more. */
  polar: boolean
  /** Concepts its words stand for. */
  concepts: Set<string>
  /** The most or the least of something is wanted. */
  extreme: 'most' | 'least' | null
  /** How big, far, heavy: the number wanted has a unit. */
  sized: boolean
  /** Written in a script none of the languages uses. */
  foreign: boolean
}

/** Understands a question: its language, what it is about and what would answer it. `businessName` is left out of its topic. */
export function readQuestion(raw: string, businessName: string, language?: LanguageCode): Question {
  const text = rephrase(
    tidyText(raw)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 2000)
      .replace(/(\d)\s?(?:"|''|″)/g, '$1 inch')
      .replace(/ँ/g, 'ं')
      .replace(/\b(i'?m|i am|(?:he|she|son|daughter|child|mother|father) is|aged) (\d{1,2})(?=[,.?]|\s(?:and|so|can|may|do|is)\b|$)/gi, '$1 $2 years old'),
  )
  const detected = detectLanguage(text)
  const spokenIn = language ?? detected.language
  const words = tokensOf(text)
    .map((token) => token.word)
    .slice(0, 160)
  const readings = readConcepts(words, spokenIn === 'hinglish' || spokenIn === 'bn')
  const concepts = new Set(readings.flatMap((it) => (it.to - it.from === 1 && isGrammar(words[it.from] ?? '', spokenIn) ? [] : it.concepts)))
  if ([...concepts].some((id) => id.endsWith('_loan'))) concepts.add('loan')
  const polar = isPolar(text, spokenIn)
  const asks = kindOf(text, concepts, polar)
  const nameWords = tokensOf(businessName).map((token) => token.word)
  const ownName = new Set(nameWords.map(stem))
  const ownKinds = new Set(readConcepts(nameWords, false).flatMap((it) => it.concepts))
  const capitals = new Set([...text.matchAll(/(?<=[^.?!]\s)["']?(\p{Lu}[\p{L}\p{N}]+)/gu)].map((match) => matchForm(match[1] ?? '')))
  const terms = termsOf(text, words, readings, spokenIn, ownName, ownKinds, capitals, polar)
  addGlosses(terms, words, spokenIn)
  addAbroad(terms)
  if (spokenIn === 'en') addKin(terms)
  holdAmbiguous(terms)
  if (polar && spokenIn === 'en') holdModifiers(text, terms)
  if (spokenIn === 'en') markStrict(text, terms)
  else for (const term of terms) term.strict = term.kind !== 'concept'
  if (asks === 'person') for (const term of terms) if (term.concepts.some((id) => id === 'now' || id === 'today')) term.weight = Math.min(term.weight, 0.3)
  if (asks === 'person' && concepts.has('found'))
    for (const term of terms) if (term.concepts.includes('found')) for (const it of conceptOf('founder')?.stems ?? []) term.stems.set(it, 1)
  return {
    text,
    language: spokenIn,
    words,
    terms,
    asks,
    polar,
    concepts,
    sized: patterns.size.test(text) && !/\bhow old\b/i.test(text),
    foreign: detected.other,
    extreme: patterns.most.test(text) ? 'most' : patterns.least.test(text) ? 'least' : null,
  }
}
