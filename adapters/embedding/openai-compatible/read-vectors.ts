import { PortFault } from '@myna/ports/fault'

const mostDimensions = 16_384
/** Room for one number as JSON writes it, with its comma. */
const bytesPerNumber = 32

const broken = (what: string) => new PortFault(`The embedding server answered ${what}.`, { retryable: true })

/**
 * Reads an answer to a request of `count` texts: vectors in the order of the texts, all of one length (of `dimensions`, if given), finite and not zero. Throws `PortFault`; an
 * answer is used whole or not at all.
 */
export async function readVectors(response: Response, count: number, dimensions: number | undefined): Promise<Float32Array[]> {
  const text = await readText(response, 10_000 + count * mostDimensions * bytesPerNumber)
  let data: unknown
  try {
    data = (JSON.parse(text) as { data?: unknown } | null)?.data
  } catch {
    throw broken('something that is no JSON')
  }
  if (!Array.isArray(data) || data.length !== count) throw broken(`no list of ${count} vectors`)
  const vectors = Array.from({ length: count }, (): Float32Array | undefined => undefined)
  for (const entry of data as ({ index?: unknown; embedding?: unknown } | null)[]) {
    const index = entry?.index
    if (typeof index !== 'number' || !(index in vectors) || vectors[index] !== undefined) throw broken('vectors that belong to no text')
    vectors[index] = vectorOf(entry?.embedding)
  }
  const whole = vectors.filter((it) => it !== undefined)
  const length = dimensions ?? whole[0]?.length
  if (whole.some((it) => it.length !== length)) throw new PortFault('The embedding server answered vectors of an unexpected length.', { retryable: false })
  return whole
}

function vectorOf(numbers: unknown): Float32Array {
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > mostDimensions) throw broken('something that is no vector')
  let square = 0
  for (const it of numbers) {
    if (typeof it !== 'number') throw broken('a vector with something that is no number')
    square += it * it
  }
  const vector = Float32Array.from(numbers as number[])
  if (!(square > 0) || !Number.isFinite(square) || !vector.every(Number.isFinite)) throw broken('a vector that points nowhere')
  return vector
}

/** A body of at most so many bytes as text; of a longer one the connection is let go. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return ''
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body) {
    bytes += part.byteLength
    if (bytes > maxBytes) throw new PortFault('The embedding server sent far more than it was asked for.', { retryable: false })
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The beginning of what a server said when it refused; nothing when that cannot be read. */
export async function readRefusal(response: Response): Promise<string> {
  return readText(response, 20_000).catch(() => '')
}
