import { bucketCount, wordPlaces } from '#intent/feature-places.ts'
import type { Vocabulary } from '#intent/features.ts'
import { intents } from '#intent/intents.ts'

/**
 * A trained model. Only places that matter have a row of weights: `rowOf[p]` is the row of place `p`, or -1. The weight of a feature there for class `c` is
 * `table[row * classes + c] * scales[c]`; `temperature` divides scores; out of scope wins when its probability is `beyondRatio` of the best one's, or the best
 * is below `floor`.
 */
export type Weights = {
  biases: number[]
  scales: number[]
  temperature: number
  beyondRatio: number
  floor: number
  vocabulary: Vocabulary
  rowOf: Int32Array
  table: Int8Array
}

const classes = intents.length
/** Places that keep their weights, so that the file stays small; the others tell least. */
const rowCount = 90_000

/** Weights of the places that tell most, rounded to a byte each, the largest of a class being 127. */
export function roundWeights(fitted: Float32Array, vocabulary: Vocabulary, decision: Pick<Weights, 'temperature' | 'beyondRatio' | 'floor'>): Weights {
  const strengths = Float64Array.from({ length: bucketCount }, (_, place) => spread(fitted.subarray(place * classes, (place + 1) * classes)))
  const kept = [...strengths.keys()]
    .filter((place) => (strengths[place] as number) > 0)
    .sort((a, b) => (strengths[b] as number) - (strengths[a] as number) || a - b)
    .slice(0, rowCount)
    .sort((a, b) => a - b)
  const scales = intents.map((_, it) => kept.reduce((top, place) => Math.max(top, Math.abs(fitted[place * classes + it] as number)), 1e-6) / 127)
  const table = new Int8Array(kept.length * classes)
  const rowOf = new Int32Array(bucketCount).fill(-1)
  for (const [row, place] of kept.entries()) {
    rowOf[place] = row
    for (let it = 0; it < classes; it++) table[row * classes + it] = Math.round((fitted[place * classes + it] as number) / (scales[it] as number))
  }
  return { biases: [...fitted.subarray(bucketCount * classes)], scales, vocabulary, rowOf, table, ...decision }
}

/** How far a feature tells the classes apart: the squared distance of its weights from their mean. */
function spread(weights: Float32Array): number {
  let sum = 0
  let squares = 0
  for (const it of weights) {
    sum += it
    squares += it * it
  }
  return squares - (sum * sum) / weights.length
}

/** The bytes of a weights file: length of a header (four bytes, little end first), the header as JSON, the vocabulary, a bit for every place with a row, the table. */
export function packWeights({ vocabulary, rowOf, table, ...numbers }: Weights): Buffer {
  const header = Buffer.from(JSON.stringify({ intents, buckets: bucketCount, ...numbers }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  const kept = new Uint8Array(bucketCount / 8)
  for (const [place, row] of rowOf.entries()) if (row >= 0) kept[place >> 3] = (kept[place >> 3] as number) | (1 << (place & 7))
  return Buffer.concat([length, header, vocabulary, kept, new Uint8Array(table.buffer, table.byteOffset, table.length)])
}

/** Reads what `packWeights` wrote; throws when the file was written for other intents or features, or is cut short. */
export function unpackWeights(bytes: Buffer): Weights {
  const from = 4 + bytes.readUInt32LE(0)
  const {
    intents: named,
    buckets,
    ...numbers
  } = JSON.parse(bytes.toString('utf8', 4, from)) as Omit<Weights, 'vocabulary' | 'rowOf' | 'table'> & {
    intents: string[]
    buckets: number
  }
  const bits = from + wordPlaces / 8
  const middle = bits + bucketCount / 8
  const rowOf = new Int32Array(bucketCount).fill(-1)
  let rows = 0
  for (let place = 0; place < bucketCount; place++) if (((bytes[bits + (place >> 3)] ?? 0) & (1 << (place & 7))) !== 0) rowOf[place] = rows++
  if (buckets !== bucketCount || named.join() !== intents.join() || bytes.length !== middle + rows * classes)
    throw new Error('the weights of intents are of another time: run node packages/understanding/intent/train.ts')
  return { ...numbers, vocabulary: bytes.subarray(from, bits), rowOf, table: new Int8Array(bytes.buffer, bytes.byteOffset + middle, rows * classes) }
}
