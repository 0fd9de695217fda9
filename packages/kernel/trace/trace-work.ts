import type { JobDefinition } from '#seam/service.ts'
import { readTraceparent } from '#trace/traceparent.ts'
import type { Tracer } from '#trace/tracer.ts'

/** Who asked for work that is done later, as it is kept beside the work. */
type Asker = { traceId: string; traceparent?: string }

/** The same work, as part of the trace in which it was asked for; the work itself where nothing is traced. */
export function traceWork<R>(tracer: Tracer | undefined, name: string, asker: Asker, tenantId: string | null, work: () => Promise<R>): () => Promise<R> {
  const span = tracer?.begin(name, {
    kind: 'consumer',
    id: asker.traceId,
    parent: readTraceparent(asker.traceparent),
    trusted: true,
    ...(tenantId === null ? {} : { attributes: { 'myna.tenant.id': tenantId } }),
  })
  return span ? () => span.around(work) : work
}

/** The same job, each attempt at it a span of the trace of whoever sent it; the definition itself where nothing is traced. */
export function tracedJob(
  tracer: Tracer | undefined,
  { service, name, definition }: { service: string; name: string; definition: JobDefinition },
  { caller, tenantId }: { caller: Asker; tenantId: string | null },
): JobDefinition {
  if (!tracer) return definition
  return {
    ...definition,
    run: (input, context, job) => traceWork(tracer, `job ${service}.${name}`, caller, tenantId, () => definition.run(input, context, job))(),
  }
}
