import { detectLanguage, type LanguageCode } from '@myna/language'
import { type Example, fitWeights } from '#intent/fit-weights.ts'
import { noisy, romanised } from '#intent/noise.ts'
import { writeFromPatterns } from '#intent/patterns/read-patterns.ts'
import { randomFrom } from '#intent/random.ts'
import { foldOf, type Utterance } from '#intent/read-utterances.ts'
import { languageBy, likelihoodsOf } from '#language/language-of.ts'
import { latinLanguages, type LanguageWeights, roundLanguageWeights } from '#language/language-weights.ts'
import { languageBuckets, lettersOfText } from '#language/letters-of-language.ts'

type Latin = (typeof latinLanguages)[number]
/** An utterance in Latin letters and the language it is in, which need not be that of the file it stands in. */
export type Labelled = { text: string; group: string; language: Latin; written: Utterance }

const isLatin = (text: string) => !/[\u0900-\u09ff]/.test(text)
const folds = 3
const seed = 11

/**
 * The utterances in Latin letters with their languages. One of a Hinglish or Bengali file is English when a model that has not seen its group says so and the
 * lists of small words find nothing else in it: speakers of all languages say some things in English.
 */
export function labelLanguages(utterances: readonly Utterance[]): Labelled[] {
  const latin = utterances
    .filter((it) => isLatin(it.text))
    .map((it): Labelled => ({ text: it.text, group: it.group, language: it.language as Latin, written: it }))
  return relabelled(relabelled(latin))
}

function relabelled(labelled: readonly Labelled[]): Labelled[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = fitLanguage(
      labelled.filter((it) => foldOf(it.group, folds) !== fold),
      1,
    )
    return labelled
      .filter((it) => foldOf(it.group, folds) === fold)
      .map((it) => {
        if (it.language === 'en') return it
        const english = likelihoodsOf(weights, lettersOfText(it.text))[0] as number
        const listed = detectLanguage(it.text)
        const byLists = listed.language === 'en' && !listed.mixed
        const sure = it.text.split(/\s+/).length <= 2 ? 0.7 : 0.35
        return english > 0.97 || (byLists && english > sure) ? { ...it, language: 'en' as const } : it
      })
  }).flat()
}

/** Learns the languages in Latin letters; the temperature is set by folds. The same utterances give the same weights. */
export function learnLanguage(utterances: readonly Utterance[]): LanguageWeights {
  const labelled = labelLanguages(utterances)
  const bengali = utterances
    .filter((it) => it.language === 'bn' && !isLatin(it.text))
    .map((it): Labelled => ({ text: romanised(it.text, 'bn'), group: it.group, language: 'bn', written: it }))
  const all = [...labelled, ...bengali]
  const scored = Array.from({ length: folds }, (_, fold) => {
    const weights = fitLanguage(
      all.filter((it) => foldOf(it.group, folds) !== fold),
      1,
    )
    return labelled.filter((it) => foldOf(it.group, folds) === fold).map((it) => ({ ...it, weights, features: lettersOfText(it.text) }))
  }).flat()
  const likelihood = (temperature: number) =>
    scored.reduce((sum, it) => {
      const p = likelihoodsOf({ ...it.weights, temperature }, it.features)[latinLanguages.indexOf(it.language)] as number
      return sum + Math.log(Math.max(1e-9, p))
    }, 0)
  const temperature = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.7, 2].reduce((best, it) => (likelihood(it) > likelihood(best) ? it : best), 1)
  return fitLanguage(all, temperature)
}

function fitLanguage(labelled: readonly Labelled[], temperature: number): LanguageWeights {
  const random = randomFrom(seed)
  const counts = latinLanguages.map((language) => labelled.filter((it) => it.language === language).length)
  const exampleOf = (text: string, language: Latin): Example => {
    const label = latinLanguages.indexOf(language)
    return { features: lettersOfText(text), label, weight: Math.min(3, Math.sqrt(Math.max(...counts) / Math.max(1, counts[label] as number))) }
  }
  const examples = labelled.flatMap(({ text, language }) => [
    exampleOf(text, language),
    ...Array.from({ length: 2 }, () => {
      const dropped = text.split(/\s+/).filter(() => random() > 0.25)
      return exampleOf(noisy({ text: dropped.join(' '), language: language === 'en' ? 'en' : 'hinglish', intent: 'affirm' }, random), language)
    }),
  ])
  // Bare names and times are of any language.
  for (const language of ['en', 'hinglish'] as const)
    for (const { text, intent } of writeFromPatterns(language, 3, seed)) if (intent && isLatin(text)) examples.push(exampleOf(text, language))
  const fitted = fitWeights(examples, { passes: 6, rate: 0.2, seed, classes: latinLanguages.length, buckets: languageBuckets })
  return roundLanguageWeights(fitted, temperature)
}

/** The languages of utterances by what is written in them, whatever file they stand in. */
export function languagesOf(utterances: readonly Utterance[]): LanguageCode[] {
  const relabelled = new Map(labelLanguages(utterances).map((it) => [it.written, it.language]))
  return utterances.map((it) => relabelled.get(it) ?? it.language)
}

/** How many of the utterances of a language, the row, were taken for each. */
export function confusionOfLanguages(
  utterances: readonly { text: string; language: LanguageCode }[],
  weights: LanguageWeights,
): Map<LanguageCode, Map<LanguageCode, number>> {
  const table = new Map<LanguageCode, Map<LanguageCode, number>>()
  for (const { text, language } of utterances) {
    const row = table.get(language) ?? new Map<LanguageCode, number>()
    const guess = languageBy(text, () => weights).language
    table.set(language, row.set(guess, (row.get(guess) ?? 0) + 1))
  }
  return table
}
