import { scriptOf, spokenKey, stem } from '@myna/language'
import { placeOf, placesOfPieces, wordPlaces } from '#intent/feature-places.ts'

/** What a word tells by itself. */
export type WordReading = {
  /** It stands for a kind of value: `#num`. */
  mark: boolean
  stem: string
  sound: string
  /** Its consonants. */
  bones: string
  /** Where a vocabulary tells whether it is known. */
  vocabularyPlace: number
  /** In a script that none of the languages uses. */
  other: boolean
  /** Places of its features: the word, its consonants, pieces by letters and pieces by sound. */
  wordAt: number
  bonesAt: number
  pieces: readonly number[]
  soundPieces: readonly number[]
}

const readings = new Map<string, WordReading>()
const mostKept = 10_000
/** Longer words are not remembered. */
const longestKept = 40

/** Reads a masked word; the commonest are remembered. */
export function readWord(word: string): WordReading {
  const known = readings.get(word)
  if (known) return known
  const made = readAnew(word)
  if (readings.size >= mostKept) readings.clear()
  if (word.length <= longestKept) readings.set(word, made)
  return made
}

function readAnew(word: string): WordReading {
  const mark = word.startsWith('#')
  const sound = mark ? word : spokenKey(word)
  const bones = bonesOf(sound)
  return {
    mark,
    stem: stem(word),
    sound,
    bones,
    vocabularyPlace: placeOf('word', sound) % wordPlaces,
    other: !mark && scriptOf(word) === 'other',
    wordAt: placeOf('word', word),
    bonesAt: placeOf('bones', bones),
    pieces: mark ? [] : placesOfPieces('piece', word, 3),
    soundPieces: mark ? [] : placesOfPieces('soundPiece', sound, 2),
  }
}

/** The consonants of a word by sound, which dialects and spellings leave as they are. */
const bonesOf = (sound: string): string =>
  sound
    .replace(/[aeiouy]/g, '')
    .replace(/c(?!h)/g, 'k')
    .replace(/(.)\1/g, '$1') || sound
