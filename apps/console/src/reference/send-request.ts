import { ApiFault, httpCall } from '@myna/sdk'
import { addressOf, type Filled } from './examples.ts'
import type { Operation } from './operations.ts'

/** What came back, as far as it has come. `tookMs`: to the whole answer, or of a stream to its first byte. */
export type Outcome = {
  status: number
  tookMs: number
  requestId: string | undefined
  text?: string
  events?: string[]
  bytes?: Blob
  /** A stream goes on. */
  open?: boolean
}

/** Sends a request with an API key, or without one with the session of this browser, and tells what comes back, a stream event by event. Throws when nothing answers. */
export async function sendRequest(operation: Operation, filled: Filled, tell: (outcome: Outcome) => void, signal: AbortSignal, key = ''): Promise<void> {
  const startedAt = performance.now()
  let seen: Outcome = { status: 0, tookMs: 0, requestId: undefined }
  const heard = (response: Response) => {
    seen = { status: response.status, tookMs: performance.now() - startedAt, requestId: response.headers.get('x-request-id') ?? undefined }
  }
  const ask = async (address: RequestInfo | URL, init?: RequestInit) => {
    // A key stands alone: the session of this browser is not sent beside it.
    const headers = new Headers(init?.headers)
    if (key) headers.set('authorization', `Bearer ${key}`)
    const response = await fetch(address, { ...init, headers, ...(key && { credentials: 'omit' as const }) })
    heard(response)
    return response
  }
  if (operation.kind === 'stream') return followStream(operation, filled, ask, () => seen, tell, signal)
  const response = await ask(addressOf(operation, filled), { ...requestOf(operation, filled), signal })
  if (response.ok && operation.kind === 'bytes') {
    const bytes = await response.blob()
    return tell({ ...seen, tookMs: performance.now() - startedAt, bytes })
  }
  const text = await response.text()
  tell({ ...withRequestId(seen, text), tookMs: performance.now() - startedAt, text: pretty(text) })
}

async function followStream(
  operation: Operation,
  filled: Filled,
  ask: typeof fetch,
  seen: () => Outcome,
  tell: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<void> {
  const events: string[] = []
  const headers = requestOf(operation, filled).headers
  const input = operation.body ? (JSON.parse(filled.body) as Record<string, unknown>) : {}
  const open = httpCall([operation.method, addressOf(operation, filled), 'stream'], { baseUrl: '', fetch: ask, headers: () => headers })
  const follow = open as (input: unknown, call: { signal: AbortSignal }) => AsyncIterable<{ data: unknown }>
  try {
    for await (const { data } of follow(input, { signal })) {
      events.push(JSON.stringify(data, null, 2))
      tell({ ...seen(), events: [...events], open: true })
    }
    tell({ ...seen(), events: [...events] })
  } catch (fault) {
    if (signal.aborted) return tell({ ...seen(), events: [...events] })
    if (!(fault instanceof ApiFault) || seen().status === 0) throw fault
    const { code, message: title, traceId } = fault
    tell({ ...seen(), requestId: traceId, text: JSON.stringify({ code, title, traceId }, null, 2), ...(events.length > 0 && { events }) })
  }
}

function requestOf(operation: Operation, { values, body }: Filled): { method: string; headers: Record<string, string>; body?: string } {
  const headers = operation.parameters.filter((it) => it.in === 'header' && values[it.name]).map((it) => [it.name, values[it.name]!])
  return {
    method: operation.method,
    headers: { ...Object.fromEntries(headers), ...(operation.body && { 'content-type': 'application/json' }) },
    ...(operation.body && { body }),
  }
}

/** A fault carries its request id in its body. */
function withRequestId(seen: Outcome, text: string): Outcome {
  try {
    const { traceId } = JSON.parse(text) as { traceId?: string }
    return traceId ? { ...seen, requestId: traceId } : seen
  } catch {
    return seen
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
