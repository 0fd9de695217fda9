import type { Caller } from '@myna/contracts/caller'
import { traceHeaders } from '#trace/tracer.ts'

/** Who asked for work that is done later: kept beside the work. */
export type Origin = Pick<Caller, 'subject' | 'name' | 'traceId'> & { /** The span in which it asked. */ traceparent?: string }

/** What is kept of a caller beside the work it asked for. */
export function originOf(caller: Caller): Origin {
  return { subject: caller.subject, ...(caller.name === undefined ? {} : { name: caller.name }), traceId: caller.traceId, ...traceHeaders() }
}

/** A service acting for itself in the tenant and the trace of whoever asked for the work. */
export function serviceCaller(service: string, tenantId: string | null, traceId: string): Caller {
  return { tenantId, subject: `service:${service}`, roles: [], scopes: ['*'], traceId }
}
