import type { CallOptions, StreamEvent } from '@myna/contracts'
import { ApiFault, faultOf, type ProblemBody, unreachable } from './api-fault.ts'
import { chunksOf, readEventStream } from './event-stream.ts'
import { openSocket } from './socket-client.ts'

/** Method, path template and kind of one operation. */
export type Route = readonly [method: string, path: string, kind: 'answer' | 'stream' | 'bytes' | 'upload' | 'socket']

export type HttpClientOptions = {
  /** Up to and including `/api/v1`, absolute or relative to the page. */
  baseUrl: string
  /** Added to every request: an API key, a token. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>
  fetch?: typeof fetch
  /** Opens sockets; unset: as the platform does. */
  connect?: (address: URL, headers: Record<string, string> | undefined) => WebSocket
}

type Input = Record<string, unknown>
/** One request as it goes over the wire. */
export type Request = { method: string; url: string; init: RequestInit & { duplex?: 'half' } }

/** How long a broken stream waits before it resumes; the last one repeats. */
const resumeAfterMs = [250, 500, 1000, 2000, 5000]

/** A client of one operation over HTTP. */
export function httpCall(route: Route, options: HttpClientOptions): (...args: never[]) => unknown {
  const [, , kind] = route
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args))

  async function ask(input: Input, call: CallOptions, body?: AsyncIterable<Uint8Array>): Promise<Response> {
    const { url, init } = requestOf(route, options.baseUrl, input, body)
    const headers = { ...(init.headers as Record<string, string>), ...(await options.headers?.()) }
    if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey
    if (call.lastEventId) headers['last-event-id'] = call.lastEventId
    let response: Response
    try {
      response = await send(url, { ...init, headers, ...(call.signal ? { signal: call.signal } : {}) })
    } catch (error) {
      if (call.signal?.aborted) throw error
      throw unreachable(error)
    }
    if (!response.ok) throw await faultOf(response)
    return response
  }

  if (kind === 'answer') return async (input: Input, call: CallOptions = {}) => readAnswer(await ask(input, call), call)
  if (kind === 'upload') return async (input: Input, body: AsyncIterable<Uint8Array>, call: CallOptions = {}) => readAnswer(await ask(input, call, body), call)
  if (kind === 'bytes')
    return async function* (input: Input, call: CallOptions = {}) {
      const response = await ask(input, call)
      if (response.body) yield* chunksOf(response.body)
    }
  if (kind === 'stream') return (input: Input, call: CallOptions = {}) => followStream(input, call, ask)
  return (input: Input, call: CallOptions = {}) => openSocket(requestOf(route, options.baseUrl, input).url, options, call)
}

/** The JSON of an answer; whoever answered anything else, as the page of a network that wants a sign-in first, is not Myna. */
async function readAnswer(response: Response, call: CallOptions): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    throw call.signal?.aborted ? error : unreachable(error)
  }
}

/** Follows a stream to its end; when the connection breaks and the stream is resumable, it goes on after the last event heard. */
async function* followStream(
  input: Input,
  call: CallOptions,
  ask: (input: Input, call: CallOptions) => Promise<Response>,
): AsyncGenerator<StreamEvent<unknown>> {
  let lastEventId = call.lastEventId
  for (let broken = 0; ; ) {
    try {
      const response = await ask(input, { ...call, ...(lastEventId ? { lastEventId } : {}) })
      for await (const message of readEventStream(response.body!)) {
        if (message.event === 'end') return
        if (message.event === 'fault') throw new ApiFault(JSON.parse(message.data) as ProblemBody)
        broken = 0
        if (message.id !== undefined) lastEventId = message.id
        yield { ...(message.id === undefined ? {} : { id: message.id }), data: JSON.parse(message.data) }
      }
      throw unreachable(new Error('the stream broke off'))
    } catch (error) {
      const mayResume =
        lastEventId !== undefined &&
        !call.signal?.aborted &&
        (!(error instanceof ApiFault) || error.code === 'server.unavailable' || error.code === 'server.draining')
      if (!mayResume || broken >= 20) throw error
      await pause(resumeAfterMs[Math.min(broken++, resumeAfterMs.length - 1)]!, call.signal)
    }
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

/** Puts input where the contract says: path, then query for GET, DELETE, uploads and sockets, else JSON body. */
export function requestOf([method, template, kind]: Route, baseUrl: string, input: Input, body?: AsyncIterable<Uint8Array>): Request {
  const rest: Input = { ...input }
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const inQuery = method === 'GET' || method === 'DELETE' || kind === 'upload' || kind === 'socket'
  const query = inQuery ? queryOf(rest) : ''
  const url = baseUrl + path + (query ? `?${query}` : '')
  if (kind === 'upload')
    return { method, url, init: { method, headers: { 'content-type': 'application/octet-stream' }, body: streamOf(body!), duplex: 'half' } }
  if (inQuery) return { method, url, init: { method, headers: {} } }
  return { method, url, init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) } }
}

function queryOf(input: Input): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) query.append(name, String(one))
  }
  return query.toString()
}

function streamOf(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
