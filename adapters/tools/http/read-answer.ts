import { PortFault } from '@myna/ports/fault'

const pageStart = /^\s*(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype html|html|head|body)\b/i

/**
 * The body of an answer: JSON where it is JSON, text where it is readable, `null` where there is none. Throws `PortFault` for web pages, for what is neither
 * JSON nor text, for broken JSON and for more than `maxBytes`, the reason of `signal` once that is aborted or `until` (in `performance.now()` time) has
 * come, and lets the connection go.
 */
export async function readAnswer(response: Response, { maxBytes, until, signal }: { maxBytes: number; until: number; signal: AbortSignal }): Promise<unknown> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel()
    throw tooLarge(maxBytes)
  }
  const bytes = await readLimited(response.body, maxBytes, until, signal)
  if (bytes.length === 0) return null
  const text = decoded(bytes, /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1])
  if (type === 'text/html' || type === 'application/xhtml+xml' || (text !== undefined && pageStart.test(text)))
    throw new PortFault(`The address answered a web page instead of data${response.ok ? '' : ` (status ${response.status})`}.`, {
      retryable: false,
      status: response.status,
    })
  const saysJson = type === 'application/json' || type.endsWith('+json')
  const saysText = type === '' || type.startsWith('text/') || type === 'application/xml' || type.endsWith('+xml')
  if (text === undefined || text.includes('\0') || !(saysJson || saysText || type === 'application/x-www-form-urlencoded'))
    throw new PortFault('The address answered something that is neither JSON nor text.', { retryable: false, status: response.status })
  if (!saysJson && !/^\s*[[{]/.test(text)) return text
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (!saysJson) return text
    throw new PortFault('The address answered JSON that is broken.', { retryable: false, status: response.status, cause: error })
  }
}

async function readLimited(body: ReadableStream<Uint8Array> | null, maxBytes: number, until: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let count = 0
  // Leaving the loop early cancels the stream.
  for await (const chunk of body ?? []) {
    count += chunk.length
    signal.throwIfAborted()
    // A server that never pauses can keep timers from their turn; the clock it cannot stop.
    if (performance.now() > until) throw new TooLate()
    if (count > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The time is up though no timer has said so yet. */
export class TooLate extends Error {
  override name = 'TooLate'
}

function tooLarge(maxBytes: number): PortFault {
  return new PortFault(`The address answered more than ${Math.round(maxBytes / 1000)} KB.`, { retryable: false })
}

/** The text of bytes in a charset, UTF-8 unless said; undefined where they are no text. */
function decoded(bytes: Uint8Array, charset = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
