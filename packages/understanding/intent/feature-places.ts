/** How many places the hashed features share. */
export const bucketCount = 1 << 18
/** How many places the words of a vocabulary share. */
export const wordPlaces = 1 << 16

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
/** The kinds of features: a text of one kind has a place of its own. */
export type Kind = keyof typeof kinds

/** How much a feature of a kind counts beside others. */
export const strengths: Record<Kind, number> = {
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

const space = ' '
const beginning = (kind: Kind) => Math.imul(kinds[kind] + 1, 0x9e3779b1) ^ 0x811c9dc5

function goOn(hash: number, text: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function ended(hash: number): number {
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0) % bucketCount
}

/** The place of a feature: that of its kind and text. */
export const placeOf = (kind: Kind, text: string): number => ended(goOn(beginning(kind), text))

/** The place of texts with spaces between them. */
export function placeOfRow(kind: Kind, first: string, second: string, third?: string): number {
  const two = goOn(goOn(goOn(beginning(kind), first), space), second)
  return ended(third === undefined ? two : goOn(goOn(two, space), third))
}

/** The places of the runs of letters of a word with its ends marked, of the shortest length to five. */
export function placesOfPieces(kind: Kind, word: string, shortest: number): number[] {
  const framed = `<${word.slice(0, 24)}>`
  const places: number[] = []
  for (let length = shortest; length <= 5; length++)
    for (let from = 0; from + length <= framed.length; from++) places.push(ended(goOn(beginning(kind), framed, from, from + length)))
  return places
}
