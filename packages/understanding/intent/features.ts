import { type LanguageCode, readConcepts, spokenKey } from '@myna/language'
import { bucketCount, type Kind, placeOf, placeOfRow, strengths, wordPlaces } from '#intent/feature-places.ts'
import { maskedWords } from '#intent/mask-words.ts'
import { readMeanings } from '#intent/meaning/read-meanings.ts'
import { readWord } from '#intent/read-word.ts'

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
    const place = placeOf('word', key) % wordPlaces
    if (count >= least && !left.has(key)) vocabulary[place >> 3] = (vocabulary[place >> 3] as number) | (1 << (place & 7))
  }
  return vocabulary
}

const isKnown = (vocabulary: Vocabulary, place: number) => ((vocabulary[place >> 3] as number) & (1 << (place & 7))) !== 0

/** The features of an utterance: places of the weight table, each once, in no order; and how much each counts. */
export type Features = { places: Uint32Array; values: Float32Array }

/** The features noted of one text: each place once, at its last strength. */
type Noted = { count: number; places: Uint32Array; values: Float32Array /** One more than where a place was noted. */; notedAt: Uint32Array }

let noted: Noted | undefined

function note(into: Noted, place: number, strength: number): void {
  const known = into.notedAt[place] as number
  if (known > 0) {
    into.values[known - 1] = strength
    return
  }
  if (into.count === into.places.length) grow(into)
  into.places[into.count] = place
  into.values[into.count] = strength
  into.notedAt[place] = ++into.count
}

function grow(into: Noted): void {
  const { places, values } = into
  into.places = new Uint32Array(2 * places.length)
  into.places.set(places)
  into.values = new Float32Array(2 * values.length)
  into.values.set(values)
}

/** The features noted, of length one unless they are few; leaves nothing behind for the next text. */
function taken(from: Noted): Features {
  const places = from.places.slice(0, from.count)
  const values = from.values.slice(0, from.count)
  from.count = 0
  let squares = 0
  for (const it of values) squares += it * it
  const scale = 1 / Math.sqrt(Math.max(8, squares))
  for (let at = 0; at < places.length; at++) {
    values[at] = (values[at] as number) * scale
    from.notedAt[places[at] as number] = 0
  }
  return { places, values }
}

/**
 * What the model sees of a text: words, stems, neighbours, pieces of words by letters and by sound, words by sound and by consonants whatever their script, meanings
 * whatever their language, first and last words (verbs end sentences of Hindi and Bengali), and its length.
 */
export function featuresOf(text: string, language: LanguageCode, vocabulary: Vocabulary): Features {
  const words = maskedWords(text).slice(0, wordLimit)
  const into = (noted ??= { count: 0, places: new Uint32Array(512), values: new Float32Array(512), notedAt: new Uint32Array(bucketCount) })
  const put = (kind: Kind, place: number) => note(into, place, strengths[kind])
  const add = (kind: Kind, value: string) => put(kind, placeOf(kind, value))
  const readings = words.map(readWord)
  const known = readings.map((it) => it.mark || isKnown(vocabulary, it.vocabularyPlace))
  const stems = readings.map((it, at) => (known[at] ? it.stem : '#new'))
  const keys = readings.map((it, at) => (known[at] ? it.sound : '#new'))
  for (const [at, { wordAt, bonesAt, bones, pieces, soundPieces }] of readings.entries()) {
    const [before = '^', its = '', key = ''] = [stems[at - 1], stems[at], keys[at]]
    if (at >= words.length - 3) add('tail', key)
    put('word', wordAt)
    add('stem', its)
    add('key', key)
    put('pair', placeOfRow('pair', before, its))
    put('keyPair', placeOfRow('keyPair', keys[at - 1] ?? '^', key))
    put('bones', bonesAt)
    put('bonesPair', placeOfRow('bonesPair', readings[at - 1]?.bones ?? '^', bones))
    if (at > 0) put('skip', placeOfRow('skip', stems[at - 2] ?? '^', its))
    if (at > 1) put('triple', placeOfRow('triple', stems[at - 2] as string, before, its))
    for (const place of pieces) put('piece', place)
    for (const place of soundPieces) put('soundPiece', place)
  }
  add('pair', `${stems.at(-1) ?? '^'} $`)
  add('edge', `^${stems[0] ?? ''}`)
  add('edge', `$${stems.at(-1) ?? ''}`)
  addMeanings(words, language, add)
  const count = words.length
  add('shape', count === 0 ? 'none' : count === 1 ? 'one' : count === 2 ? 'two' : count <= 4 ? 'few' : count <= 8 ? 'some' : count <= 15 ? 'many' : 'long')
  if (/[?？]/.test(text.slice(0, 2000))) add('shape', '?')
  if (readings.some((it) => it.other)) add('shape', 'other')
  return taken(into)
}

function addMeanings(words: readonly string[], language: LanguageCode, add: (kind: Kind, text: string) => void): void {
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
