import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { model?: unknown; stream?: unknown; messages?: { role?: unknown; content?: unknown }[] }

const key = 'sk-test-right'
const model = 'small-1'

/** A server of a language model on this machine, as OpenAI's protocol has it: it wants its key, knows one model, streams only, and can be down. */
export async function startModel() {
  let words = ['ready']
  let citing: string | undefined
  let down = false
  const asked: Asked[] = []
  const refuse = (response: ServerResponse, status: number, code: string, message: string) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } }))
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return refuse(response, 404, 'unknown_url', 'Unknown request URL.')
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response, 401, 'invalid_api_key', 'Incorrect API key provided.')
    if (down) return refuse(response, 503, 'server_error', 'The server is overloaded.')
    const input = JSON.parse(body) as Asked
    asked.push(input)
    if (input.model !== model) return refuse(response, 404, 'model_not_found', `The model '${String(input.model)}' does not exist.`)
    if (input.stream !== true) return refuse(response, 400, 'invalid_request', 'This server streams only.')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const send = (it: object) => response.write(`data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model, ...it })}\n\n`)
    const choice = (delta: object, finish: string | null = null) => send({ choices: [{ index: 0, delta, finish_reason: finish }] })
    choice({ role: 'assistant', content: '' })
    for (const word of words) choice({ content: word })
    const passage = citing && passageWith(citing, input)
    if (passage) choice({ content: ` [${passage}]` })
    choice({}, 'stop')
    send({ choices: [], usage: { prompt_tokens: 1200, completion_tokens: words.length, total_tokens: 1200 + words.length } })
    return response.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key,
    model,
    asked,
    /** What it answers from now on, piece by piece; `citing` has it name the first passage it was given that holds these words. */
    say: (pieces: string[], about?: string) => void ((words = pieces), (citing = about)),
    /** Whether it is overloaded from now on. */
    beDown: (it: boolean) => void (down = it),
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  }
}

/** The id of the first passage of a request that holds some words. */
function passageWith(words: string, { messages = [] }: Asked): string | undefined {
  const passages = messages
    .map((it) => String(it.content))
    .join('\n')
    .matchAll(/<passage id="(\d+)"([^]*?)<\/passage>/g)
  return [...passages].find(([, , said]) => said?.includes(words))?.[1]
}
