import { isFunctionWord, readConcepts, scriptOf, spokenKey, stem } from '@myna/language'
import { glossOf } from '#glosses/read-glosses.ts'

/** Something a text holds that may tell its topic, and how much it counts. */
export type TopicFeature = { name: string; value: number }

/** What each kind counts: a meaning all languages share, a stem, a word by its sound, an English word it is glossed with, a word of grammar. */
const counts = { meaning: 1, stem: 1, sound: 0.7, gloss: 0.6, grammar: 0.4 }
/** Words after so many say nothing new of the topic. */
const mostWords = 60
const mostGlosses = 6

/** What of words in match form may tell their topic, each once. */
export function topicFeaturesOf(words: readonly string[]): TopicFeature[] {
  const found = new Map<string, TopicFeature>()
  const add = (name: string, value: number) => {
    const known = found.get(name)
    if (!known) found.set(name, { name, value })
    else if (known.value < value) known.value = value
  }
  const held = words.slice(0, mostWords)
  for (const { concepts } of readConcepts(held, true)) for (const id of concepts) add(`=${id}`, counts.meaning / Math.sqrt(concepts.length))
  for (const word of held) for (const { name, value } of wordFeaturesOf(word)) add(name, value)
  return [...found.values()]
}

const known = new Map<string, readonly TopicFeature[]>()
/** Longer words are not remembered. */
const longestKept = 40

/** What a word tells by itself; numbers tell nothing. */
function wordFeaturesOf(word: string): readonly TopicFeature[] {
  const found = known.get(word)
  if (found) return found
  const made = readWord(word)
  if (known.size > 20_000) known.clear()
  if (word.length <= longestKept) known.set(word, made)
  return made
}

function readWord(word: string): TopicFeature[] {
  if (/\d/.test(word)) return []
  if (isFunctionWord(word)) return [{ name: stem(word), value: counts.grammar }]
  const english = (glossOf([word], true)?.stems ?? []).filter((it) => scriptOf(it) === 'latin').slice(0, mostGlosses)
  return [
    { name: stem(word), value: counts.stem },
    { name: `~${spokenKey(word)}`, value: counts.sound },
    ...english.map((name) => ({ name, value: counts.gloss })),
  ]
}

/** How long the features of a text are together, as a vector: what a word counts goes by it, and a single word does not count for all. */
export function lengthOf(features: readonly TopicFeature[]): number {
  let squares = 0
  for (const { value } of features) squares += value * value
  return Math.sqrt(Math.max(1, squares)) / 3
}
