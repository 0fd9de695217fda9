import type { SpanKind } from '@myna/ports/traces'
import type { Origin } from '#seam/service-context.ts'
import { currentSpan, type Span } from '#trace/span.ts'

/** A span for a call to a service, here or, as a `client`, in another process; undefined when nothing is traced. */
export function callSpan(service: string, operation: string, kind: SpanKind = 'internal'): Span | undefined {
  return currentSpan()?.child(`${service}.${operation}`, { kind, attributes: { 'rpc.service': service, 'rpc.method': operation } })
}

/** The same origin, whose organisation the current span tells of. */
export function ofTenant(origin: Origin): Origin {
  const span = currentSpan()
  if (span && origin.caller.tenantId !== null) span.set('myna.tenant.id', origin.caller.tenantId)
  return origin
}
