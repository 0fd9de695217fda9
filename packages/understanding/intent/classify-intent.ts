import { readFileSync } from 'node:fs'
import type { LanguageCode } from '@myna/language'
import { type IntentGuess, rankIntents } from '#intent/rank-intents.ts'
import { unpackWeights, type Weights } from '#intent/weights.ts'

/** Where the trained weights are kept. */
export const weightsFile = new URL('./intent-weights.bin', import.meta.url)

let loaded: Weights | undefined

/** The trained model, read from its file when first asked for. */
export const trainedWeights = (): Weights => (loaded ??= unpackWeights(readFileSync(weightsFile)))

/**
 * What a caller wants, by the first 2,000 UTF-16 units of what was said: the intent, how sure that is (0 to 1), and all intents ranked. Never throws; what is
 * no matter of a business, no language of ours or no words at all is `out_of_scope`.
 */
export function classifyIntent(text: string, language: LanguageCode): IntentGuess {
  return rankIntents(trainedWeights(), text, language)
}
