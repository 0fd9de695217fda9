import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, constants } from 'node:zlib'
import { type Transform, pipeline } from 'node:stream'
import { WebFault } from '@myna/ports/web'

/** More layers than this is a bomb, not a page. */
const maxLayers = 2

/**
 * Reads a body to its end, undoing its content encodings. Counts bytes both as sent and as decompressed.
 * Throws `WebFault` `too_large` once either passes `maxBytes`, `protocol` when the encoding is unknown or broken.
 */
export async function readBody(body: AsyncIterable<Uint8Array>, encodings: string, maxBytes: number): Promise<Uint8Array> {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it && it !== 'identity')
    .reverse()
  if (layers.length > maxLayers) throw new WebFault('protocol', 'the body is compressed too many times over')
  let stream = limited(body, maxBytes)
  for (const layer of layers) stream = limited(decompressed(stream, layer), maxBytes)
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* limited(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of body) {
    count += chunk.length
    if (count > maxBytes) throw new WebFault('too_large', `the body is larger than ${maxBytes} bytes`)
    yield chunk
  }
}

async function* decompressed(body: AsyncGenerator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const first = await body.next()
  if (first.done) return
  const unpack = decompressor(encoding, first.value)
  const source = watched(first.value, body)
  try {
    yield* pipeline(source.chunks(), unpack, () => {}) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw source.failure() ?? new WebFault('protocol', 'the body is not compressed as it says', { cause: error })
  } finally {
    unpack.destroy()
  }
}

/** Tells a failure of the source from one of the decompressor: a pipeline reports either as the same broken stream. */
function watched(first: Uint8Array, rest: AsyncIterable<Uint8Array>): { chunks(): AsyncGenerator<Uint8Array>; failure(): unknown } {
  let failure: unknown
  return {
    async *chunks() {
      try {
        yield first
        yield* rest
      } catch (error) {
        failure = error
        throw error
      }
    },
    failure: () => failure,
  }
}

/** Servers cut the last bytes of a stream off now and then; browsers show what came, and so do we. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH }

function decompressor(encoding: string, first: Uint8Array): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip(lenient)
  if (encoding === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  // "deflate" means zlib (RFC 9110 § 8.4.1.2), yet many servers send the raw stream; a zlib stream starts with method 8.
  if (encoding === 'deflate') return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient)
  throw new WebFault('protocol', `the content encoding "${encoding}" is unknown`)
}
