import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import { Fault } from '@myna/kernel'
import type { Exchange } from '#edge/exchange.ts'

/** What is sent on: whole, and then it can be sent again, or as it comes. `length` is undefined when nobody has told it. */
export type RequestBody = { bytes: Buffer | null; stream: undefined } | { bytes: undefined; stream: Readable; length: number | undefined }

/** Bodies up to this are received whole first, so that no service waits for a slow sender; so are those that a step changes, up to what JSON may be. */
const wholeBytes = 65_536
const jsonBytes = 1_048_576
const none: RequestBody = { bytes: null, stream: undefined }

/** How large the body of a request may be: as its contract says, or as JSON. */
export function bodyLimitOf({ declared }: Exchange): number {
  return declared?.kind === 'upload' ? declared.maxBytes : jsonBytes
}

/** Whether a request says itself that its body is too large, so that nobody need read it. */
export function isTooLarge(exchange: Exchange): boolean {
  return Number(exchange.headers['content-length'] ?? 0) > bodyLimitOf(exchange)
}

/** Gets the body ready; calls back at once when there is none. A stream that proves too large or is broken off ends in an error. */
export function takeBody(exchange: Exchange, done: (trouble: unknown, body: RequestBody) => void): void {
  const { request, headers, isSafe, mapInput } = exchange
  const told = headers['content-length']
  if (isSafe || (headers['transfer-encoding'] === undefined && (told === undefined || told === '0'))) {
    if (!request.complete) request.resume()
    return done(undefined, none)
  }
  const maps = mapInput !== undefined && /^application\/(?:[\w.-]+\+)?json/.test(headers['content-type'] ?? '')
  if (maps || (told !== undefined && Number(told) <= wholeBytes))
    return whole(exchange, (trouble, bytes) => {
      if (trouble || !maps) return done(trouble, { bytes, stream: undefined })
      try {
        done(undefined, { bytes: Buffer.from(JSON.stringify(mapInput(JSON.parse(bytes.toString('utf8'))))), stream: undefined })
      } catch {
        done(new Fault('request.invalid', {}, { fields: [{ field: '', problem: 'The body is not valid JSON.' }] }), none)
      }
    })
  done(undefined, { bytes: undefined, stream: asItComes(exchange), length: told === undefined ? undefined : Number(told) })
}

function whole(exchange: Exchange, done: (trouble: unknown, bytes: Buffer) => void): void {
  const request = incomingOf(exchange)
  const chunks: Buffer[] = []
  let bytes = 0
  let isOver = false
  const end = (trouble: unknown, body: Buffer) => {
    if (isOver) return
    isOver = true
    done(trouble, body)
  }
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > jsonBytes) end(new Fault('request.too_large', { maxBytes: jsonBytes }), Buffer.alloc(0))
    else if (!isOver) chunks.push(chunk)
  })
  request.once('end', () => end(undefined, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
  request.once('error', (error) => end(error, Buffer.alloc(0)))
}

/** A stream of its own: what is done to it when the service goes away is not done to the connection of whoever sends. */
function asItComes(exchange: Exchange): Readable {
  const request = incomingOf(exchange)
  const limit = bodyLimitOf(exchange)
  let bytes = 0
  const passed = new PassThrough()
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limit) passed.destroy(new Fault('request.too_large', { maxBytes: limit }))
    else if (!passed.destroyed && !passed.write(chunk)) {
      request.pause()
      passed.once('drain', () => request.resume())
    }
  })
  request.once('end', () => passed.end())
  request.once('error', (error) => passed.destroy(error))
  passed.once('close', () => request.resume())
  return passed
}

/** What has a body came through Node's server. */
function incomingOf({ request }: Exchange): IncomingMessage {
  return request as IncomingMessage
}
