/** Topics by number, and of every feature the topics it speaks for or against with its weights. */
export type TopicModel = { topics: readonly string[]; features: ReadonlyMap<string, FeatureRow> }
export type FeatureRow = { topics: Uint16Array; weights: Float32Array }

const version = 1
/** A file begins with its version, the bytes of its names, the number of features and of weights, 32 bits each. */
const headerBytes = 16
/** Steps of a weight of one. */
export const steps = 16

/** The bytes of a model: header, names as JSON, how many weights every feature has (16 bits), their topics (16 bits), the weights in steps of a byte. */
export function packTopics({ topics, features }: TopicModel): Buffer {
  const names = Buffer.from(JSON.stringify({ topics, features: [...features.keys()] }))
  const rows = [...features.values()]
  const kept = rows.flatMap((it) => [...it.topics])
  const parts = [
    Uint32Array.of(version, names.length, rows.length, kept.length),
    names,
    Uint16Array.from(rows, (it) => it.topics.length),
    Uint16Array.from(kept),
    Int8Array.from(rows.flatMap((it) => Array.from(it.weights, (weight) => Math.round(weight * steps)))),
  ]
  return Buffer.concat(parts.map((it) => Buffer.from(it.buffer, it.byteOffset, it.byteLength)))
}

/** Reads what `packTopics` wrote; throws when the file is of another version or cut short. */
export function unpackTopics(bytes: Uint8Array): TopicModel {
  const held = new Uint8Array(bytes).buffer
  const [written, letters = 0, count = 0, kept = 0] = new Uint32Array(held, 0, 4)
  const lengthsAt = headerBytes + letters
  const topicsAt = lengthsAt + 2 * count
  const weightsAt = topicsAt + 2 * kept
  if (written !== version || held.byteLength !== weightsAt + kept)
    throw new Error('the file of topics is of another time: run npm run train-topics -w packages/understanding')
  const names = JSON.parse(Buffer.from(held, headerBytes, letters).toString()) as { topics: string[]; features: string[] }
  const lengths = new Uint16Array(held.slice(lengthsAt, topicsAt))
  const topics = new Uint16Array(held.slice(topicsAt, weightsAt))
  const weights = Float32Array.from(new Int8Array(held, weightsAt, kept), (it) => it / steps)
  const features = new Map<string, FeatureRow>()
  let from = 0
  for (const [at, name] of names.features.entries()) {
    const to = from + lengths[at]!
    features.set(name, { topics: topics.subarray(from, to), weights: weights.subarray(from, to) })
    from = to
  }
  return { topics: names.topics, features }
}
