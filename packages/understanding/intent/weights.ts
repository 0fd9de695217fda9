import { bucketCount, type Vocabulary } from '#intent/features.ts'
import { intents } from '#intent/intents.ts'

/**
 * A trained model. The weight of a feature at place `p` for class `c` is `table[p * classes + c] * scales[c]`; `temperature` divides scores; out of scope wins
 * when its probability is `beyondRatio` of the best one's, or the best is below `floor`.
 */
export type Weights = {
  biases: number[]
  scales: number[]
  temperature: number
  beyondRatio: number
  floor: number
  vocabulary: Vocabulary
  table: Int8Array
}

const classes = intents.length

/** Weights rounded to a byte each, the largest of a class being 127. */
export function roundWeights(fitted: Float32Array, vocabulary: Vocabulary, decision: Pick<Weights, 'temperature' | 'beyondRatio' | 'floor'>): Weights {
  const table = new Int8Array(bucketCount * classes)
  const scales = intents.map((_, it) => {
    let top = 1e-6
    for (let at = it; at < table.length; at += classes) top = Math.max(top, Math.abs(fitted[at] as number))
    return top / 127
  })
  for (let at = 0; at < table.length; at++) table[at] = Math.round((fitted[at] as number) / (scales[at % classes] as number))
  return { biases: [...fitted.subarray(bucketCount * classes)], scales, vocabulary, table, ...decision }
}

/** The bytes of a weights file: length of a header (four bytes, little end first), the header as JSON, the vocabulary, the table. */
export function packWeights({ vocabulary, table, ...numbers }: Weights): Buffer {
  const header = Buffer.from(JSON.stringify({ intents, buckets: bucketCount, ...numbers }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([length, header, vocabulary, new Uint8Array(table.buffer, table.byteOffset, table.length)])
}

/** Reads what `packWeights` wrote; throws when the file was written for other intents or features. */
export function unpackWeights(bytes: Buffer): Weights {
  const from = 4 + bytes.readUInt32LE(0)
  const {
    intents: named,
    buckets,
    ...numbers
  } = JSON.parse(bytes.toString('utf8', 4, from)) as Omit<Weights, 'vocabulary' | 'table'> & {
    intents: string[]
    buckets: number
  }
  const middle = from + bucketCount / 8
  if (buckets !== bucketCount || named.join() !== intents.join() || bytes.length !== middle + bucketCount * classes)
    throw new Error('the weights of intents are of another time: run node packages/understanding/intent/train.ts')
  return { ...numbers, vocabulary: bytes.subarray(from, middle), table: new Int8Array(bytes.buffer, bytes.byteOffset + middle, bucketCount * classes) }
}
