import type { LanguageCode } from '@myna/language'
import { bucketCount } from '#intent/feature-places.ts'
import { featuresOf, type Vocabulary, vocabularyOf } from '#intent/features.ts'
import { type Example, fitWeights } from '#intent/fit-weights.ts'
import { type Intent, intents } from '#intent/intents.ts'
import { allNames, noisy, romanised } from '#intent/noise.ts'
import { writeFromPatterns } from '#intent/patterns/read-patterns.ts'
import { randomFrom } from '#intent/random.ts'
import type { Utterance } from '#intent/read-utterances.ts'
import { languageOf } from '#language/language-of.ts'

/** How much is learnt from: noisy copies of each utterance, utterances from each pattern, passes over all of it. */
export type Effort = { copies: number; fromEachPattern: number; passes: number; seed: number }

/** The effort the weights in the repository are made with. */
export const fullEffort: Effort = { copies: 2, fromEachPattern: 24, passes: 5, seed: 5 }

/** How much a bare answer counts, beside an utterance with an intent. */
const bareWeight = 0.25

type Said = { text: string; language: LanguageCode; intent: Intent | undefined }

/** Learns from utterances and from the patterns of their languages. The same utterances and effort give the same weights. */
export function learnIntents(
  utterances: readonly Utterance[],
  { copies, fromEachPattern, passes, seed }: Effort,
): { fitted: Float32Array; vocabulary: Vocabulary } {
  const vocabulary = vocabularyOf(
    utterances.map((it) => it.text),
    2,
    allNames,
  )
  const random = randomFrom(seed)
  // The language is the one that is found in the text, right or wrong, as it is when the model is asked.
  const exampleOf = ({ text, intent }: Said): Example => ({
    features: featuresOf(text, languageOf(text).language, vocabulary),
    label: intent ? intents.indexOf(intent) : undefined,
    weight: intent ? 1 : bareWeight,
  })
  const languages = [...new Set(utterances.map((it) => it.language))]
  const examples = [
    ...utterances.flatMap((it) => [exampleOf(it), ...Array.from({ length: copies }, () => exampleOf({ ...it, text: noisy(it, random) }))]),
    ...utterances
      .filter((it) => it.language === 'hi' || it.language === 'bn')
      .map((it) => exampleOf({ ...it, text: noisy({ ...it, text: romanised(it.text, it.language), language: 'hinglish' }, random) })),
    ...languages.flatMap((language) => writeFromPatterns(language, fromEachPattern, seed).map((it) => exampleOf({ ...it, text: noisy(it, random) }))),
  ]
  return { fitted: fitWeights(examples, { passes, rate: 0.2, seed, classes: intents.length, buckets: bucketCount }), vocabulary }
}
