import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { ReadableStream } from 'node:stream/web'
import { Fault } from '@myna/kernel'
import { within } from '#apps-way/within.ts'

/** Bodies up to here are held until they are whole, so that the proof covers them. */
const heldBytes = 262_144

/** The body of a request on its way to an application; `digest` is SHA-256 in hex, or `streamed` when it was not held. */
export type RequestBody = {
  digest: string
  sent: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | undefined
  /** Undefined when nobody knows before it is over. */
  length: number | undefined
  /** What was wrong with it while it was sent on. */
  trouble(): Fault | undefined
}

type Limits = { maxRequestBytes: number; idleMs: number }

/**
 * Takes the body of a request. Throws `request.too_large` at once when it says so itself; one that turns out to be, or that stops coming for `idleMs`, fails on the
 * way, and `trouble` tells.
 */
export async function takeBody(request: IncomingMessage, limits: Limits): Promise<RequestBody> {
  const { 'content-length': told, 'transfer-encoding': coding } = request.headers
  const length = told === undefined ? undefined : Number(told)
  const none = { digest: createHash('sha256').digest('hex'), sent: undefined, length: undefined, trouble: () => undefined }
  if (request.method === 'GET' || request.method === 'HEAD' || (coding === undefined && (length ?? 0) === 0)) return none
  if (length !== undefined && length > limits.maxRequestBytes) throw new Fault('request.too_large', { maxBytes: limits.maxRequestBytes })
  const chunks = limited(request, limits)
  if (length !== undefined && length <= heldBytes) {
    const body = Buffer.concat(await Array.fromAsync(chunks))
    return { digest: createHash('sha256').update(body).digest('hex'), sent: new Uint8Array(body), length, trouble: () => undefined }
  }
  let trouble: Fault | undefined
  const watched = (async function* () {
    try {
      yield* chunks
    } catch (error) {
      trouble = error instanceof Fault ? error : new Fault('request.cancelled', {}, { cause: error })
      throw trouble
    }
  })()
  return { digest: 'streamed', sent: ReadableStream.from(watched), length, trouble: () => trouble }
}

async function* limited(request: IncomingMessage, { maxRequestBytes, idleMs }: Limits): AsyncGenerator<Uint8Array> {
  // The connection stays, so that whoever asks learns what was wrong.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
  let bytes = 0
  for (;;) {
    const { done, value } = await within(idleMs, chunks.next(), () => new Fault('request.too_slow', { idleMs }))
    if (done) return
    bytes += value.length
    if (bytes > maxRequestBytes) throw new Fault('request.too_large', { maxRequestBytes })
    yield value
  }
}
