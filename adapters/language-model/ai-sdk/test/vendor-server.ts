import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How the server behaves towards the next requests. */
export type Mood =
  | 'well'
  | 'silent'
  | 'stalls'
  | 'cuts'
  | 'ends_early'
  | 'broken_chunk'
  | 'error_inside'
  | 'endless'
  | 'giant'
  | 'giant_line'
  | 'filtered'
  | 'no_credit'
  | 'down'
  | 'html'

export type PlayedCall = { id: string; name: string; arguments: string }
export type Refusal = { status: number; code: string; message: string }
export type Asked = { method: string; path: string; headers: IncomingMessage['headers']; contentType: string; body: string }
export type Body = Record<string, unknown>

/** How one vendor speaks. */
export type Wire = {
  /** The model an address asks for, `null` when the body names it, undefined for no such address. */
  routeOf(method: string, url: URL): { model: string | null } | undefined
  keyOf(headers: IncomingMessage['headers']): string | undefined
  refusalOfKey(given: string | undefined): Refusal
  refusalOfModel(model: string): Refusal
  /** What the vendor refuses in a body that is JSON. */
  check(body: Body, headers: IncomingMessage['headers']): string | undefined
  limitOf(body: Body): number
  errorBody(refusal: Refusal): object
  noCredit: Refusal
  overloaded: Refusal
  begin(): string
  word(text: string): string
  call(call: PlayedCall, at: number): string
  end(why: 'stop' | 'length' | 'calls' | 'filtered', usage: { input: number; output: number }): string
  errorInside(): string
}

/** A local server of one vendor: keys, models, bodies and the order of roles are checked as the real one does, requests are remembered. */
export async function playVendor(wire: Wire, it: { key: string; models: readonly string[]; folder: string }) {
  const asked: Asked[] = []
  const open = new Set<ServerResponse>()
  let mood: Mood = 'well'
  let words = ['Hello', ' from', ' here', '.']
  let calls: PlayedCall[] = []
  let waitMs = 0
  let allowance = Infinity
  let closedEarly = 0

  const refuse = (response: ServerResponse, refusal: Refusal, headers: Record<string, string> = {}) =>
    void response.writeHead(refusal.status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(wire.errorBody(refusal)))
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { method = '', headers } = request
    asked.push({ method, path: request.url ?? '', headers, contentType: headers['content-type'] ?? '', body })
    open.add(response)
    response.on('close', () => {
      open.delete(response)
      if (!response.writableFinished) closedEarly++
    })
    if (mood === 'silent') return undefined
    const route = wire.routeOf(method, new URL(request.url ?? '', 'http://played'))
    if (!route) return refuse(response, { status: 404, code: 'not_found_error', message: `Invalid URL (${method} ${request.url})` })
    const key = wire.keyOf(headers)
    if (key !== it.key) return refuse(response, wire.refusalOfKey(key))
    if (--allowance < 0) return refuse(response, { status: 429, code: 'rate_limit_error', message: 'Rate limit reached.' }, { 'retry-after': '20' })
    if (mood === 'no_credit') return refuse(response, wire.noCredit)
    if (mood === 'down') return refuse(response, wire.overloaded)
    if (mood === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    let input: Body
    try {
      input = JSON.parse(body) as Body
    } catch {
      return refuse(response, { status: 400, code: 'invalid_request_error', message: 'We could not parse the JSON body of your request.' })
    }
    const model = route.model ?? String(input.model)
    if (!it.models.includes(model)) return refuse(response, wire.refusalOfModel(model))
    const wrong = wire.check({ ...input, ...(route.model === null ? {} : { model }) }, headers)
    if (wrong !== undefined) return refuse(response, { status: 400, code: 'invalid_request_error', message: wrong })
    if (waitMs > 0) await sleep(waitMs)
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    return stream(response, wire.limitOf(input))
  })

  const stream = async (response: ServerResponse, limit: number) => {
    response.write(wire.begin())
    if (mood === 'giant') return void response.end(wire.word('x'.repeat(40_000_000)))
    if (mood === 'giant_line') return void response.end(`data: ${'x'.repeat(40_000_000)}`)
    if (mood === 'endless') {
      while (!response.destroyed) {
        if (!response.write(wire.word(' and on'))) await new Promise((done) => void response.once('drain', done).once('close', done))
        await sleep(0)
      }
      return undefined
    }
    const whole = mood === 'well' || mood === 'ends_early' || mood === 'filtered'
    const told = words.slice(0, whole ? limit : 2)
    for (const word of told) response.write(wire.word(word))
    if (mood === 'stalls') return undefined
    if (mood === 'cuts') return void setTimeout(() => response.destroy(), 20)
    if (mood === 'broken_chunk') response.write('data: {"id":"1","choi\n\n')
    if (mood === 'error_inside') return void response.end(wire.errorInside())
    for (const [at, call] of calls.entries()) response.write(wire.call(call, at))
    if (mood === 'ends_early') return void response.end()
    const why = mood === 'filtered' ? 'filtered' : told.length < words.length ? 'length' : calls.length > 0 ? 'calls' : 'stop'
    return void response.end(wire.end(why, { input: 12, output: told.length + calls.length * 5 }))
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    key: it.key,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${it.folder}`,
    asked,
    be(next: Mood) {
      mood = next
    },
    /** What it answers from now on: words piece by piece, then wishes for tools. */
    answer(next: { words?: string[]; calls?: PlayedCall[]; waitMs?: number }) {
      words = next.words ?? []
      calls = next.calls ?? []
      waitMs = next.waitMs ?? 0
    },
    /** From now on it answers so many requests, and says to the others that they are too many. */
    allow(requests: number) {
      allowance = requests
    },
    /** Answers whose reader went away before their end. */
    get closedEarly() {
      return closedEarly
    },
    async close() {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The first name in an object that is not among the known ones, as vendors refuse it. */
export const unknownName = (it: object, known: readonly string[]): string | undefined => Object.keys(it).find((name) => !known.includes(name))
/** Whether something is text that says something. */
export const isText = (it: unknown): it is string => typeof it === 'string' && it.trim() !== ''
