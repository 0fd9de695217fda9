import { type LanguageCode, readConcepts, scriptOf, spokenKey, stem } from '@myna/language'
import { maskedWords } from '#intent/mask-words.ts'
import { readMeanings } from '#intent/meaning/read-meanings.ts'

/** How many places the hashed features share. */
export const bucketCount = 1 << 18
/** How many places the words of a vocabulary share. */
export const wordPlaces = 1 << 16

/** Words after this one say nothing new about what is wanted. */
const wordLimit = 120

/** Which words were often enough seen in training to mean something, as bits of the hashes of their sounds; all others are taken for names. */
export type Vocabulary = Uint8Array

/** The vocabulary of words in match form, each heard in at least `least` utterances and in none of `names`. */
export function vocabularyOf(utterances: readonly string[], least: number, names: ReadonlySet<string>): Vocabulary {
  const counts = new Map<string, number>()
  for (const text of utterances) for (const key of new Set(maskedWords(text).map(spokenKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const vocabulary = new Uint8Array(wordPlaces / 8)
  const left = new Set([...names].map(spokenKey))
  for (const [key, count] of counts) {
    const place = hashOf('word', key) % wordPlaces
    if (count >= least && !left.has(key)) vocabulary[place >> 3] = (vocabulary[place >> 3] as number) | (1 << (place & 7))
  }
  return vocabulary
}

function isKnown(vocabulary: Vocabulary, sound: string): boolean {
  const place = hashOf('word', sound) % wordPlaces
  return ((vocabulary[place >> 3] as number) & (1 << (place & 7))) !== 0
}

/** The features of an utterance: places of the weight table, each once, in no order; and how much each counts. */
export type Features = { places: Uint32Array; values: Float32Array }

function hashOf(kind: Kind, text: string): number {
  let hash = Math.imul(kinds[kind] + 1, 0x9e3779b1) ^ 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0) % bucketCount
}

type Kind =
  | 'word'
  | 'stem'
  | 'pair'
  | 'skip'
  | 'key'
  | 'piece'
  | 'meaning'
  | 'meaningPair'
  | 'concept'
  | 'edge'
  | 'shape'
  | 'keyPair'
  | 'triple'
  | 'meaningEdge'
  | 'tail'
  | 'soundPiece'
  | 'bones'
  | 'bonesPair'
  | 'meaningStep'
const kinds = {
  word: 1,
  stem: 2,
  pair: 3,
  skip: 4,
  key: 5,
  piece: 6,
  meaning: 7,
  meaningPair: 8,
  concept: 9,
  edge: 10,
  shape: 11,
  keyPair: 12,
  triple: 13,
  meaningEdge: 14,
  tail: 15,
  soundPiece: 16,
  bones: 17,
  bonesPair: 18,
  meaningStep: 19,
}
const strengths: Record<Kind, number> = {
  word: 1,
  stem: 1,
  pair: 0.5,
  skip: 1,
  key: 1,
  piece: 0.2,
  meaning: 2,
  meaningPair: 1,
  concept: 1,
  edge: 1,
  shape: 0.5,
  keyPair: 1,
  triple: 0.5,
  meaningEdge: 1,
  tail: 1,
  soundPiece: 0.2,
  bones: 0.7,
  bonesPair: 0.5,
  meaningStep: 1,
}

/**
 * What the model sees of a text: words, stems, neighbours, pieces of words by letters and by sound, words by sound and by consonants whatever their script, meanings
 * whatever their language, first and last words (verbs end sentences of Hindi and Bengali), and its length.
 */
export function featuresOf(text: string, language: LanguageCode, vocabulary: Vocabulary): Features {
  const words = maskedWords(text).slice(0, wordLimit)
  const sounds = words.map((word) => (word.startsWith('#') ? word : spokenKey(word)))
  const known = words.map((word, at) => word.startsWith('#') || isKnown(vocabulary, sounds[at] as string))
  const found = new Map<number, number>()
  const add = (kind: Kind, value: string) => found.set(hashOf(kind, value), strengths[kind])
  const stems = words.map((word, at) => (known[at] ? stem(word) : '#new'))
  const keys = sounds.map((sound, at) => (known[at] ? sound : '#new'))
  const bones = sounds.map(bonesOf)
  words.forEach((word, at) => {
    if (at >= words.length - 3) add('tail', keys[at] as string)
    add('word', word)
    add('stem', stems[at] as string)
    add('key', keys[at] as string)
    add('pair', `${stems[at - 1] ?? '^'} ${stems[at]}`)
    add('keyPair', `${keys[at - 1] ?? '^'} ${keys[at]}`)
    add('bones', bones[at] as string)
    add('bonesPair', `${bones[at - 1] ?? '^'} ${bones[at]}`)
    if (at > 0) add('skip', `${stems[at - 2] ?? '^'} ${stems[at]}`)
    if (at > 1) add('triple', `${stems[at - 2]} ${stems[at - 1]} ${stems[at]}`)
    if (!word.startsWith('#')) {
      for (const piece of piecesOf(word, 3)) add('piece', piece)
      for (const piece of piecesOf(sounds[at] as string, 2)) add('soundPiece', piece)
    }
  })
  add('pair', `${stems.at(-1) ?? '^'} $`)
  add('edge', `^${stems[0] ?? ''}`)
  add('edge', `$${stems.at(-1) ?? ''}`)
  addMeanings(words, language, add)
  const count = words.length
  add('shape', count === 0 ? 'none' : count === 1 ? 'one' : count === 2 ? 'two' : count <= 4 ? 'few' : count <= 8 ? 'some' : count <= 15 ? 'many' : 'long')
  if (/[?？]/.test(text.slice(0, 2000))) add('shape', '?')
  if (words.some((word) => scriptOf(word) === 'other' && !word.startsWith('#'))) add('shape', 'other')
  const values = Float32Array.from(found.values())
  let squares = 0
  for (const it of values) squares += it * it
  const scale = 1 / Math.sqrt(Math.max(8, squares))
  return { places: Uint32Array.from(found.keys()), values: values.map((it) => it * scale) }
}

/** The consonants of a word by sound, which dialects and spellings leave as they are. */
const bonesOf = (sound: string): string =>
  sound
    .replace(/[aeiouy]/g, '')
    .replace(/c(?!h)/g, 'k')
    .replace(/(.)\1/g, '$1') || sound

/** Runs of letters of a word with its ends marked, of the shortest length to five. */
function piecesOf(word: string, shortest: number): string[] {
  const framed = `<${word.slice(0, 24)}>`
  const pieces: string[] = []
  for (let length = shortest; length <= 5; length++) for (let from = 0; from + length <= framed.length; from++) pieces.push(framed.slice(from, from + length))
  return pieces
}

function addMeanings(words: readonly string[], language: LanguageCode, add: (kind: Kind, value: string) => void): void {
  const spoken = language === 'hinglish' || language === 'bn'
  const meanings = readMeanings(words, spoken)
  const seen = [...new Set(meanings.map((it) => it.name))].slice(0, 24)
  for (const name of seen) add('meaning', name)
  for (const one of seen) for (const other of seen) if (one < other) add('meaningPair', `${one} ${other}`)
  for (const one of meanings.slice(0, 40)) {
    const next = meanings.find((it) => it.from >= one.to)?.from
    for (const other of meanings) if (other.from === next) add('meaningStep', `${one.name} ${other.name}`)
  }
  const [first] = meanings
  const last = meanings.at(-1)
  if (first) add('meaningEdge', `^${first.name}${first.from === 0 ? '' : '~'}`)
  if (last) add('meaningEdge', `$${last.name}${last.to === words.length ? '' : '~'}`)
  // "Not this but that" has its no in the middle, an answer at its start.
  for (const it of meanings) if (it.name === 'no') add('shape', `no ${it.from === 0 ? 'first' : it.to === words.length ? 'last' : 'middle'}`)
  const concepts = readConcepts(words, spoken)
  for (const reading of concepts) for (const id of reading.concepts) add('concept', id)
  add('shape', `concepts ${Math.min(3, concepts.length)}`)
  const covered = new Set(meanings.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
  add('shape', `known ${Math.round((covered.size / Math.max(1, words.length)) * 4)}`)
}
