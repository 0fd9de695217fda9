import type { LanguageCode } from '@myna/language'
import { featuresOf } from '#intent/features.ts'
import { softmax } from '#intent/fit-weights.ts'
import { type Intent, intents } from '#intent/intents.ts'
import { intentLength } from '#intent/mask-words.ts'
import type { Weights } from '#intent/weights.ts'

/** An intent and how likely it is, 0 to 1. */
export type RankedIntent = { intent: Intent; confidence: number }
/** The intent of a text, how sure that is (0 to 1), and all intents, the likeliest first. */
export type IntentGuess = RankedIntent & { ranked: RankedIntent[] }

/** How scores become an intent. */
export type Decision = Pick<Weights, 'temperature' | 'beyondRatio' | 'floor'>

/** Scores of every intent before they become probabilities, in the order of `intents`. */
export function scoresOf({ rowOf, table, scales, biases, vocabulary }: Weights, text: string, language: LanguageCode): Float64Array {
  const { places, values } = featuresOf(text, language, vocabulary)
  const classes = intents.length
  const scores = new Float64Array(classes)
  for (let at = 0; at < places.length; at++) {
    const row = rowOf[places[at] as number] as number
    if (row < 0) continue
    const from = row * classes
    const value = values[at] as number
    for (let it = 0; it < classes; it++) scores[it] = (scores[it] as number) + value * (table[from + it] as number)
  }
  return scores.map((score, it) => score * (scales[it] as number) + (biases[it] as number))
}

/** Decides by scores: calibrated probabilities, and out of scope in doubt. */
export function decide(scores: Float64Array, by: Decision): IntentGuess {
  const probabilities = scores.map((it) => it / by.temperature)
  softmax(probabilities)
  const ranked = intents.map((intent, it) => ({ intent, confidence: probabilities[it] as number })).sort((a, b) => b.confidence - a.confidence)
  return { ...chosenOf(ranked, by), ranked }
}

/** The likeliest of ranked intents, or out of scope in doubt. */
export function chosenOf(ranked: readonly RankedIntent[], { beyondRatio, floor }: Pick<Decision, 'beyondRatio' | 'floor'>): RankedIntent {
  const best = ranked[0] as RankedIntent
  const doubt = ranked.find((it) => it.intent === 'out_of_scope') as RankedIntent
  return best.confidence < floor || doubt.confidence >= beyondRatio * best.confidence ? doubt : best
}

/** Whether hardly a word is in a script of our languages. */
function isForeign(text: string): boolean {
  const head = text.slice(0, intentLength)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  const ours = head.match(/[A-Za-z\u00c0-\u024f\u0900-\u09ff]/g)?.length ?? 0
  return ours < letters / 2 || (letters === 0 && !/\p{N}/u.test(head))
}

const unreadSure = 0.3
/** What is made of a text that says nothing to be read: no intent is likelier than another. */
const unread: IntentGuess = {
  intent: 'out_of_scope',
  confidence: unreadSure,
  ranked: [
    { intent: 'out_of_scope', confidence: unreadSure },
    ...intents.filter((it) => it !== 'out_of_scope').map((intent) => ({ intent, confidence: (1 - unreadSure) / (intents.length - 1) })),
  ],
}

/** The intent of a text by given weights. A text without a word, or in scripts that are not ours, is out of scope, unsure. */
export function rankIntents(weights: Weights, text: string, language: LanguageCode): IntentGuess {
  return isForeign(text) ? unread : decide(scoresOf(weights, text, language), weights)
}
