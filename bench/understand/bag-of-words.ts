import type { Intent } from '../../packages/understanding/intent/intents.ts'
import type { Utterance } from '../../packages/understanding/intent/read-utterances.ts'

/** Tells the intent of a text. */
export type BagOfWords = (text: string) => Intent

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

/** Multinomial naive Bayes with add-one smoothing over whole words (Manning, Raghavan & Schütze 2008, chapter 13). */
export function learnBag(utterances: readonly Utterance[]): BagOfWords {
  const words = new Map<Intent, Map<string, number>>()
  const totals = new Map<Intent, number>()
  const seen = new Map<Intent, number>()
  const vocabulary = new Set<string>()
  for (const { text, intent } of utterances) {
    const counts = words.get(intent) ?? new Map<string, number>()
    words.set(intent, counts)
    seen.set(intent, (seen.get(intent) ?? 0) + 1)
    for (const word of wordsOf(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      totals.set(intent, (totals.get(intent) ?? 0) + 1)
      vocabulary.add(word)
    }
  }
  return (text) => {
    const said = wordsOf(text)
    let best: Intent = 'out_of_scope'
    let top = -Infinity
    for (const [intent, counts] of words) {
      const whole = (totals.get(intent) ?? 0) + vocabulary.size
      let score = Math.log((seen.get(intent) ?? 0) / utterances.length)
      for (const word of said) score += Math.log(((counts.get(word) ?? 0) + 1) / whole)
      if (score > top) {
        top = score
        best = intent
      }
    }
    return best
  }
}
