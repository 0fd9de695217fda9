import { scriptOf, type Token, tokensOf } from '@myna/language'
import type { Features } from '#intent/features.ts'
import { isName } from '#intent/is-name.ts'

/** How many places the hashed features of languages share. */
export const languageBuckets = 1 << 14

/** Words after this one say nothing new about the language. */
const wordLimit = 80

const beginning = (kind: number) => Math.imul(kind + 1, 0x9e3779b1) ^ 0x811c9dc5

function goOn(hash: number, text: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function placeOf(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % languageBuckets
}

/** Places of a word and of its pieces. */
type WordPlaces = { whole: number; pieces: readonly number[] }
const known = new Map<string, WordPlaces>()
const mostKnown = 5_000
/** Longer words are not remembered. */
const longestKept = 40

function placesOf(word: string): WordPlaces {
  const found = known.get(word)
  if (found) return found
  const framed = `<${word.slice(0, 24)}>`
  const pieces: number[] = []
  for (let length = 2; length <= 5; length++)
    for (let from = 0; from + length <= framed.length; from++) pieces.push(placeOf(goOn(beginning(3), framed, from, from + length)))
  const made = { whole: placeOf(goOn(beginning(1), word)), pieces }
  if (known.size >= mostKnown) known.clear()
  if (word.length <= longestKept) known.set(word, made)
  return made
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
  const add = (place: number, strength: number) => {
    const other = found.get(place)
    if (other === undefined || other < strength) found.set(place, strength)
  }
  words.forEach((word, at) => {
    const { whole, pieces } = placesOf(word)
    add(whole, 1)
    if (at > 0) add(placeOf(goOn(goOn(goOn(beginning(2), words[at - 1] as string), ' '), word)), 0.5)
    for (const place of pieces) add(place, 0.35)
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
