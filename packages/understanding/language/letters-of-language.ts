import { scriptOf, type Token, tokensOf } from '@myna/language'
import type { Features } from '#intent/features.ts'
import { isName } from '#intent/is-name.ts'

/** How many places the hashed features of languages share. */
export const languageBuckets = 1 << 14

/** Words after this one say nothing new about the language. */
const wordLimit = 80

function hashOf(kind: number, text: string): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % languageBuckets
}

/** Words in Latin letters that may tell a language: no numbers and no names of people. */
export const tellingWords = (tokens: readonly Token[]): string[] =>
  tokens
    .map((it) => it.word)
    .filter((word) => scriptOf(word) === 'latin' && /^[a-z']+$/.test(word) && !isName(word))
    .slice(0, wordLimit)

/** What the model of languages sees of words in Latin letters: words, neighbours, and pieces of one to four letters within words. */
export function lettersOfLanguage(words: readonly string[]): Features {
  const found = new Map<number, number>()
  const add = (kind: number, text: string, strength: number) => {
    const place = hashOf(kind, text)
    found.set(place, Math.max(strength, found.get(place) ?? 0))
  }
  words.forEach((word, at) => {
    add(1, word, 1)
    if (at > 0) add(2, `${words[at - 1]} ${word}`, 0.5)
    const framed = `<${word.slice(0, 24)}>`
    for (let length = 2; length <= 5; length++) for (let from = 0; from + length <= framed.length; from++) add(3, framed.slice(from, from + length), 0.35)
  })
  const values = Float32Array.from(found.values())
  const scale =
    1 /
    Math.sqrt(
      Math.max(
        6,
        values.reduce((sum, it) => sum + it * it, 0),
      ),
    )
  return { places: Uint32Array.from(found.keys()), values: values.map((it) => it * scale) }
}

/** The features of a text's words in Latin letters. */
export const lettersOfText = (text: string): Features => lettersOfLanguage(tellingWords(tokensOf(text.slice(0, 2000))))
