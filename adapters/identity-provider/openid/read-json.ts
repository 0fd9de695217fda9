import { PortFault } from '@myna/ports/fault'

const mostBytes = 1_000_000
const patienceMs = 10_000

/** What a provider answered: its status, and its body when that is a JSON object. */
export type JsonAnswer = { status: number; body: Record<string, unknown> }

type Question = { method?: 'POST'; headers?: Record<string, string>; body?: string }

/** Asks a provider for JSON. Throws a retryable `PortFault` when it is not reached, too slow, too long-winded or speaks something else. */
export async function readJson(fetch: typeof globalThis.fetch, url: string, init: Question = {}): Promise<JsonAnswer> {
  const { headers, ...rest } = init
  try {
    const answer = await fetch(url, { ...rest, signal: AbortSignal.timeout(patienceMs), headers: { accept: 'application/json', ...headers } })
    const text = await boundedText(answer)
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) throw new Error('the answer is no JSON object')
    return { status: answer.status, body: (Array.isArray(body) ? { items: body } : body) as Record<string, unknown> }
  } catch (error) {
    throw new PortFault(`The identity provider at ${new URL(url).origin} did not answer as it should.`, { retryable: true, cause: error })
  }
}

/** The error code in an answer (RFC 6749, section 5.2), for the log; the status when there is none. */
export function saidIn(body: Record<string, unknown>, status: number): string {
  const { error } = body
  return typeof error === 'string' ? error.slice(0, 100) : String(status)
}

async function boundedText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
