import { readFileSync } from 'node:fs'
import { englishFunctionWords, type LanguageCode, scriptOf, tokensOf } from '@myna/language'
import type { Features } from '#intent/features.ts'
import { softmax } from '#intent/fit-weights.ts'
import { type LanguageWeights, latinLanguages, unpackLanguageWeights } from '#language/language-weights.ts'
import { lettersOfLanguage, tellingWords } from '#language/letters-of-language.ts'

/** Where the trained weights of languages are kept. */
export const languageWeightsFile = new URL('./language-weights.bin', import.meta.url)

/** The language of a text and how sure that is, 0 to 1. */
export type LanguageGuess = { language: LanguageCode; confidence: number }

let loaded: LanguageWeights | undefined

/** The trained model of languages, read from its file when first asked for. */
export const trainedLanguageWeights = (): LanguageWeights => (loaded ??= unpackLanguageWeights(readFileSync(languageWeightsFile)))

/** Below this, one or two words in Latin letters are taken for English: callers of every language say `ok` and `cancel`. */
const shortDoubt = 0.8
/** One or two English words without any that carry grammar are no surer than this to be said in English: `booking cancel`. */
const lentDoubt = 0.75
/** Words that are less likely English than this are not, however unsure it is which of the others they are. */
const strangeToEnglish = 0.12

/** How likely each of `latinLanguages` is by features of a text. */
export function likelihoodsOf({ table, scale, biases, temperature }: LanguageWeights, { places, values }: Features): Float64Array {
  const classes = latinLanguages.length
  const scores = new Float64Array(classes)
  for (let at = 0; at < places.length; at++)
    for (let it = 0; it < classes; it++)
      scores[it] = (scores[it] as number) + (values[at] as number) * (table[(places[at] as number) * classes + it] as number) * scale
  const probabilities = scores.map((score, it) => (score + (biases[it] as number)) / temperature)
  softmax(probabilities)
  return probabilities
}

/**
 * The language of what was said, by its first 2,000 UTF-16 units: its script decides for Hindi and Bengali, a model of words and letters between English and
 * Hindi or Bengali in Latin letters. What tells nothing is English, unsure. Never throws.
 */
export function languageOf(text: string): LanguageGuess {
  return languageBy(text, trainedLanguageWeights)
}

/** `languageOf` by other weights, which are asked for only when letters must decide. */
export function languageBy(text: string, weights: () => LanguageWeights): LanguageGuess {
  const tokens = tokensOf(text.slice(0, 2000))
  const scripts = tokens.map(({ word }) => scriptOf(word))
  const count = (script: string) => scripts.filter((it) => it === script).length
  const [devanagari, bengali, latin, other] = [count('devanagari'), count('bengali'), count('latin'), count('other')]
  const known = devanagari + bengali + latin
  if (known === 0) return { language: 'en', confidence: other > 0 ? 0 : 0.2 }
  // A name in its own letters makes a long English sentence no other language.
  if ((devanagari + bengali) / known > 0.15) {
    const share = Math.max(devanagari, bengali) / known
    return { language: bengali >= devanagari ? 'bn' : 'hi', confidence: 0.7 + 0.3 * share }
  }
  const words = tellingWords(tokens)
  if (words.length === 0) return { language: 'en', confidence: 0.4 }
  const probabilities = likelihoodsOf(weights(), lettersOfLanguage(words))
  const best = probabilities.indexOf(Math.max(...probabilities))
  const confidence = probabilities[best] as number
  const english = probabilities[0] as number
  if (words.length <= 2 && best !== 0 && confidence < shortDoubt && english > strangeToEnglish) return { language: 'en', confidence: Math.max(0.4, english) }
  const lent = words.length <= 2 && best === 0 && !words.some((word) => englishFunctionWords.has(word))
  return { language: latinLanguages[best] as LanguageCode, confidence: lent ? Math.min(lentDoubt, confidence) : confidence }
}
