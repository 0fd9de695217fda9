import { ErrorCode, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { PortFault } from '@myna/ports/fault'

type Message = { id?: string | number; method?: string; params?: { requestId?: string | number } }

/**
 * A `fetch` for one MCP session. It bounds every answer to `maxBytes`, lets the line of a request go once the request is called off, says so when a
 * stream ends without an answer (`fail`), and opens no standing stream for news of the server: lists are asked for when they are needed.
 */
export function createMcpFetch(options: {
  fetch: typeof globalThis.fetch
  maxBytes: number
  fail(answer: JSONRPCMessage): void
}): (url: string | URL, init?: RequestInit) => Promise<Response> {
  const running = new Map<string | number, AbortController>()
  return async (url, init = {}) => {
    if ((init.method ?? 'GET') === 'GET') return new Response(null, { status: 405 })
    const { id, method, params } = messageOf(init.body)
    if (method === 'notifications/cancelled' && params?.requestId !== undefined) running.get(params.requestId)?.abort()
    const own = new AbortController()
    if (id !== undefined && method !== undefined) running.set(id, own)
    const done = () => void (id !== undefined && running.delete(id))
    try {
      const response = await options.fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, own.signal]) : own.signal })
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
      const body =
        response.body &&
        limited(response.body, options.maxBytes, (fault) => {
          done()
          if (id === undefined || !(isStream && response.ok)) return
          // A moment, for an answer that has just come is read by then.
          const error = { code: ErrorCode.ConnectionClosed, message: 'The stream ended without an answer.', data: fault?.message }
          setTimeout(() => options.fail({ jsonrpc: '2.0', id, error }), 20)
        })
      if (!body) done()
      return new Response(body, { status: response.status, headers: response.headers })
    } catch (error) {
      done()
      throw error
    }
  }
}

function messageOf(body: unknown): Message {
  if (typeof body !== 'string') return {}
  const message = JSON.parse(body) as Message
  return message ?? {}
}

/** The same bytes; errors once there are more than `maxBytes`. `ended` is called once. */
function limited(body: ReadableStream<Uint8Array>, maxBytes: number, ended: (fault?: PortFault) => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let count = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) {
          ended()
          return controller.close()
        }
        count += value.length
        if (count > maxBytes) throw new PortFault(`The server answered more than ${Math.round(maxBytes / 1000)} KB.`, { retryable: false })
        controller.enqueue(value)
      } catch (error) {
        ended(error instanceof PortFault ? error : undefined)
        controller.error(error)
        await reader.cancel().catch(() => {})
      }
    },
    async cancel(reason) {
      ended()
      await reader.cancel(reason)
    },
  })
}
