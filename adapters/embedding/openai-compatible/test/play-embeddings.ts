import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the server behaves towards the next requests. */
export type Mood = 'well' | 'silent' | 'stalls' | 'cuts' | 'down' | 'no_credit' | 'html' | 'giant' | keyof typeof spoilt
export type Asked = { path: string; headers: IncomingHttpHeaders; contentType: string; body: string; texts: string[] }
type Entry = { object: 'embedding'; index: number; embedding: unknown }

const key = 'sk-test-right'
const models = new Map([
  ['text-embedding-3-small', { length: 64, mayShorten: true }],
  ['text-embedding-ada-002', { length: 48, mayShorten: false }],
])
const fields = new Set(['model', 'input', 'encoding_format', 'dimensions', 'user'])

/** Ways to spoil a right answer. */
const spoilt = {
  shuffled: (data: Entry[]) => data.toReversed(),
  one_less: (data: Entry[]) => data.slice(1),
  one_twice: (data: Entry[]) => data.map((it) => ({ ...it, index: 0 })),
  outside: (data: Entry[]) => data.map((it) => ({ ...it, index: it.index + 1 })),
  nothing: () => null,
  not_a_number: (data: Entry[]) => data.map((it) => ({ ...it, embedding: [null, 1, 2] })),
  text: (data: Entry[]) => data.map((it) => ({ ...it, embedding: ['1', '2'] })),
  empty: (data: Entry[]) => data.map((it) => ({ ...it, embedding: [] })),
  zero: (data: Entry[]) => data.map((it) => ({ ...it, embedding: [0, 0, 0] })),
  too_great: (data: Entry[]) => data.map((it) => ({ ...it, embedding: [1e300, 1, 0] })),
  uneven: (data: Entry[]) => data.map((it, at) => ({ ...it, embedding: Array.from({ length: 3 + (at % 2) }, () => 0.5) })),
} satisfies Record<string, (data: Entry[]) => unknown>

/** What a text is to this server: numbers that only depend on it. */
export function playedVector(text: string, length: number): number[] {
  const bytes = createHash('shake256', { outputLength: length }).update(text).digest()
  return Array.from(bytes, (byte) => (byte - 127.5) / 128)
}

/** A local server of OpenAI's embeddings: keys, models, fields and limits are checked as the real one does, and only so many requests are answered once that is said. */
export async function playEmbeddings() {
  const asked: Asked[] = []
  const open = new Set<ServerResponse>()
  let mood: Mood = 'well'
  let allowance = Infinity
  let closedEarly = 0

  const refuse = (response: ServerResponse, status: number, code: string, message: string, headers: Record<string, string> = {}) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } }))
  const answer = (response: ServerResponse, input: Record<string, unknown>, texts: readonly string[]) => {
    const length = Number(input['dimensions'] ?? models.get(String(input['model']))?.length)
    const right = texts.map((text, index): Entry => ({ object: 'embedding', index, embedding: playedVector(text, length) }))
    const data = mood in spoilt ? spoilt[mood as keyof typeof spoilt](right) : right
    const body = JSON.stringify({ object: 'list', data, model: input['model'], usage: { prompt_tokens: 8, total_tokens: 8 } })
    response.writeHead(200, { 'content-type': 'application/json' })
    if (mood === 'giant') return void response.end(`{"data":[${' '.repeat(60_000_000)}]}`)
    if (mood === 'stalls' || mood === 'cuts') {
      response.write(body.slice(0, 100))
      if (mood === 'cuts') setTimeout(() => response.destroy(), 20)
      return undefined
    }
    return void response.end(body)
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    open.add(response)
    response.on('close', () => {
      open.delete(response)
      if (!response.writableFinished) closedEarly++
    })
    const { headers } = request
    let input: Record<string, unknown> | null = null
    try {
      input = JSON.parse(body) as Record<string, unknown>
    } catch {
      // Refused below, in the order the real one does.
    }
    const texts = [input?.['input']].flat() as string[]
    asked.push({ path: request.url ?? '', headers, contentType: headers['content-type'] ?? '', body, texts })
    if (mood === 'silent') return undefined
    if (request.method !== 'POST' || request.url !== '/v1/embeddings') return refuse(response, 404, 'unknown_url', `Invalid URL (${request.url})`)
    const given = headers.authorization?.replace(/^Bearer /, '')
    if (given !== key) return refuse(response, 401, 'invalid_api_key', `Incorrect API key provided: ${given}.`)
    if (--allowance < 0) return refuse(response, 429, 'rate_limit_exceeded', 'Rate limit reached.', { 'retry-after': '20' })
    if (mood === 'no_credit') return refuse(response, 429, 'insufficient_quota', 'You exceeded your current quota.')
    if (mood === 'down') return refuse(response, 503, 'server_error', 'The server is overloaded.')
    if (mood === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    if (!input) return refuse(response, 400, 'invalid_json', 'We could not parse the JSON body of your request.')
    const model = models.get(String(input['model']))
    if (!model) return refuse(response, 404, 'model_not_found', `The model '${String(input['model'])}' does not exist.`)
    const wrong = wrongIn(input, texts, model)
    return wrong ? refuse(response, 400, 'invalid_request_error', wrong) : answer(response, input, texts)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    key,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    be(next: Mood) {
      mood = next
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

function wrongIn(input: Record<string, unknown>, texts: readonly unknown[], model: { mayShorten: boolean }): string | undefined {
  const unknown = Object.keys(input).find((name) => !fields.has(name))
  if (unknown) return `Unrecognized request argument supplied: ${unknown}`
  if (![undefined, 'float', 'base64'].includes(input['encoding_format'] as undefined)) return "Invalid value: 'encoding_format'"
  if (input['dimensions'] !== undefined && !model.mayShorten) return 'This model does not support specifying dimensions.'
  if (texts.length === 0 || texts.length > 2_048) return "'$.input' is invalid: too few or too many."
  if (texts.some((it) => typeof it !== 'string' || it.trim() === '')) return "'$.input' is invalid: an empty string."
  // The worst a tokenizer does: a token for each byte outside ASCII, one for every second inside.
  const tokens = (texts as string[]).map((it) => Buffer.byteLength(it) - (it.match(/[\0-\x7f]/g)?.length ?? 0) / 2)
  if (tokens.some((it) => it > 8_192)) return "This model's maximum context length is 8192 tokens."
  if (tokens.reduce((sum, it) => sum + it, 0) > 300_000) return 'Requested more than 300000 tokens in one request.'
  return undefined
}
