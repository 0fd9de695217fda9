import { type Effort, fullEffort, learnIntents } from '#intent/learn-intents.ts'
import { scoresOf } from '#intent/rank-intents.ts'
import { foldOf, type Utterance } from '#intent/read-utterances.ts'
import { languageOf } from '#language/language-of.ts'
import { roundWeights } from '#intent/weights.ts'

/** Utterances are learnt from in so many parts but one, and that one is scored. */
export const foldCount = 3
/** Decides by scores as they are. */
export const plain = { temperature: 1, beyondRatio: 1, floor: 0 }
/** An utterance and the scores of its intents by a model that did not learn from it. */
export type Scored = Utterance & { scores: Float64Array }

/** Less than for the weights that are kept: what is decided by scores hardly differs. */
const foldEffort: Effort = { ...fullEffort, copies: 2, fromEachPattern: 15, passes: 5 }

/** Learns from all utterances but those of a fold, and scores these. */
export function scoreFold(utterances: readonly Utterance[], fold: number): Scored[] {
  const inFold = (it: Utterance) => foldOf(it.group, foldCount) === fold
  const learnt = learnIntents(
    utterances.filter((it) => !inFold(it)),
    foldEffort,
  )
  const model = roundWeights(learnt.fitted, learnt.vocabulary, plain)
  return utterances.filter(inFold).map((it) => ({ ...it, scores: scoresOf(model, it.text, languageOf(it.text).language) }))
}
