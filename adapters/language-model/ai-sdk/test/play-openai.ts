import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the server behaves towards the next requests. */
export type Mood = 'well' | 'silent' | 'stalls' | 'cuts' | 'ends_early' | 'broken_chunk' | 'busy' | 'down' | 'not_json'
export type Asked = { path: string; authorization: string | undefined; contentType: string; body: string }

const key = 'sk-test-right'
const models = new Set(['small-1', 'large-1'])

/** A local server with OpenAI's chat completions: keys, models and limits are checked as the real one does, and requests are remembered. */
export async function playOpenAi() {
  const asked: Asked[] = []
  const open = new Set<ServerResponse>()
  let mood: Mood = 'well'
  let words = ['Hello', ' from', ' here', '.']
  let closedEarly = 0

  const refuse = (response: ServerResponse, status: number, message: string, code: string) => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } }))
  }
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'small-1', choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }] })}\n\n`

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, contentType: request.headers['content-type'] ?? '', body })
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return refuse(response, 404, `Invalid URL (${request.method} ${request.url})`, 'unknown_url')
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response, 401, 'Incorrect API key provided.', 'invalid_api_key')
    if (mood === 'busy') return refuse(response, 429, 'Rate limit reached.', 'rate_limit_exceeded')
    if (mood === 'down') return refuse(response, 503, 'The server is overloaded.', 'server_error')
    if (mood === 'silent') return void open.add(response)
    let input: { model?: string; messages?: { role: string; content: unknown }[]; stream?: boolean; temperature?: number; max_tokens?: number }
    try {
      input = JSON.parse(body)
    } catch {
      return refuse(response, 400, 'We could not parse the JSON body of your request.', 'bad_json')
    }
    if (!Array.isArray(input.messages) || input.messages.length === 0)
      return refuse(response, 400, "Missing required parameter: 'messages'.", 'missing_required_parameter')
    if (input.temperature !== undefined && (input.temperature < 0 || input.temperature > 2))
      return refuse(response, 400, 'temperature is out of range', 'invalid_value')
    if (!models.has(input.model ?? '')) return refuse(response, 404, `The model '${input.model}' does not exist.`, 'model_not_found')
    if (input.stream !== true) return refuse(response, 400, 'this server streams only', 'invalid_value')
    if (mood === 'not_json') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx</h1>')
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    open.add(response)
    response.on('close', () => {
      open.delete(response)
      if (!response.writableEnded) closedEarly++
    })
    response.write(chunk({ role: 'assistant', content: '' }, null))
    const told = mood === 'well' || mood === 'ends_early' ? words.slice(0, Math.min(words.length, input.max_tokens ?? Infinity)) : words.slice(0, 2)
    for (const word of told) response.write(chunk({ content: word }, null))
    if (mood === 'stalls') return undefined
    if (mood === 'cuts') return void setTimeout(() => response.destroy(), 20)
    if (mood === 'broken_chunk') response.write('data: {"id":"chatcmpl-1","choi\n\n')
    if (mood === 'ends_early') return void response.end()
    response.write(chunk({}, told.length < words.length ? 'length' : 'stop'))
    response.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    key,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    be(next: Mood, say?: string[]) {
      mood = next
      if (say) words = say
    },
    /** Answers whose reader went away before their end. */
    get closedEarly() {
      return closedEarly
    },
    async close() {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
