import { bengaliFunctionWords, englishFunctionWords, hindiFunctionWords, hinglishFunctionWords } from '#function-words.ts'
import { readConcepts } from '#lexicon/lexicon.ts'
import { stem } from '#stem.ts'
import { tokensOf } from '#tokens.ts'

/** Whether a word in match form carries no topic of its own in any of the languages. */
export const isFunctionWord = (word: string): boolean =>
  englishFunctionWords.has(word) || hindiFunctionWords.has(word) || hinglishFunctionWords.has(word) || bengaliFunctionWords.has(word)

/** What a text speaks of, in its order and whatever its language: `=id` for a concept all languages share, else the stem of a word that carries meaning. */
export function meaningsOf(text: string): string[] {
  const words = tokensOf(text).map(({ word }) => word)
  const meanings: string[] = []
  const covered = new Set<number>()
  for (const { concepts, from, to } of readConcepts(words, true)) {
    if (concepts[0] !== undefined) meanings.push(`=${concepts[0]}`)
    for (let at = from; at < to; at++) covered.add(at)
  }
  words.forEach((word, at) => {
    if (!covered.has(at) && !isFunctionWord(word)) meanings.push(stem(word))
  })
  return meanings
}
