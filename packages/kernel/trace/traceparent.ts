import { createHash } from 'node:crypto'

/** Where a trace comes from: which one, the span that asked, and whether whoever began it wants it kept. */
export type TraceParent = { traceId: string; spanId: string; sampled: boolean }

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** Reads a `traceparent` header (W3C Trace Context, section 3.2); undefined when it is none, and then a new trace begins. */
export function readTraceparent(text: unknown): TraceParent | undefined {
  if (typeof text !== 'string' || text.length > 200) return undefined
  const [, version, traceId, spanId, flags, more] = form.exec(text) ?? []
  if (!version || !traceId || !spanId || !flags || version === 'ff' || (version === '00' && more !== undefined)) return undefined
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** A `traceparent` header of version 00. */
export function writeTraceparent({ traceId, spanId, sampled }: TraceParent): string {
  return `00-${traceId}-${spanId}-0${sampled ? 1 : 0}`
}

/** The trace of a request or a call by its own id: the same wherever it is asked, so that what follows later joins it. */
export function traceIdOf(id: string): string {
  const plain = id.replaceAll('-', '').toLowerCase()
  if (/^[0-9a-f]{32}$/.test(plain) && !/^0+$/.test(plain)) return plain
  return createHash('sha256').update(id).digest('hex').slice(0, 32)
}
