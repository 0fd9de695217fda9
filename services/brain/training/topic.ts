import { bengaliFunctionWords, conceptOf, englishFunctionWords, hindiFunctionWords, hinglishFunctionWords, readConcepts, stem, tokensOf } from '@myna/language'

/** Questions count as the same from this share of common meaning on. */
const same = 0.6
const longestTopic = 400
/** Concepts that ask whether there is something, whatever it is. */
const generic: ReadonlySet<string> = new Set(['stock', 'available', 'offer', 'provide'])

/** What a question is about, whatever its language and wording: concepts and stems in order of the alphabet, apart by spaces. */
export function topicOf(question: string): string {
  const words = tokensOf(question.slice(0, 1000)).map(({ word }) => word)
  const parts = new Set<string>()
  const covered = new Set<number>()
  for (const { concepts, from, to } of readConcepts(words, true)) {
    const [concept] = concepts
    if (concept !== undefined && !generic.has(concept) && !conceptOf(concept)?.light) parts.add(`=${concept}`)
    for (let at = from; at < to; at++) covered.add(at)
  }
  words.forEach((word, at) => {
    if (!covered.has(at) && !isFunctionWord(word)) parts.add(stem(word))
  })
  return [...parts].sort().join(' ').slice(0, longestTopic)
}

/** Whether two topics are of the same question. */
export function isSameTopic(one: string, other: string): boolean {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))]
  const shared = [...a].filter((part) => b.has(part)).length
  return one !== '' && shared / (a.size + b.size - shared) >= same
}

const isFunctionWord = (word: string) =>
  englishFunctionWords.has(word) || hindiFunctionWords.has(word) || hinglishFunctionWords.has(word) || bengaliFunctionWords.has(word)
