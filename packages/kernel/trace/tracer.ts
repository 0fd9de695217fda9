import type { SpanAttribute, SpanKind, SpanSink } from '@myna/ports/traces'
import { currentSpan, Span } from '#trace/span.ts'
import { type TraceParent, traceIdOf } from '#trace/traceparent.ts'

/** How a trace begins in this process. */
export type Beginning = {
  kind: SpanKind
  /** The id of the request or the call, which is the trace's own where no `parent` says otherwise. */
  id: string
  parent?: TraceParent | undefined
  /** Whether the word of the parent counts, as that of another process of this installation does. */
  trusted?: boolean
  attributes?: Partial<Record<SpanAttribute, string | number | boolean>>
  startedAt?: number
}

/** Begins traces; undefined for one that is not kept. */
export type Tracer = { begin(name: string, it: Beginning): Span | undefined }

/**
 * A tracer that keeps a share of all traces, from 0 to 1. Which ones is decided by their ids, so that every process comes to the same answer (the rule of
 * OpenTelemetry's TraceIdRatioBased: the last bytes of the id as a number).
 */
export function createTracer({ sink, share }: { sink: SpanSink; share: number }): Tracer {
  const limit = Math.round(share * 0xff_ff_ff_ff)
  const kept = (traceId: string) => share >= 1 || Number.parseInt(traceId.slice(-8), 16) < limit
  return {
    begin(name, { id, parent, trusted, ...it }) {
      const traceId = parent?.traceId ?? traceIdOf(id)
      if (!(trusted && parent ? parent.sampled : kept(traceId))) return undefined
      return new Span(sink, { ...it, name, traceId, parentId: parent?.spanId })
    },
  }
}

/** Headers that make what another process does part of this trace; none when there is no trace. */
export function traceHeaders(): Record<string, string> {
  const span = currentSpan()
  return span ? { traceparent: span.traceparent } : {}
}
