/** What a span may tell of itself. The list is closed, so that nothing a person said or wrote finds its way into a trace. */
export type SpanAttribute =
  | 'db.collection.name'
  | 'db.operation.name'
  | 'db.system.name'
  | 'error.type'
  | 'http.request.method'
  | 'http.response.status_code'
  | 'myna.call.id'
  | 'myna.job.attempt'
  | 'myna.request.id'
  | 'myna.tenant.id'
  | 'myna.turn.cut'
  | 'myna.turn.id'
  | 'myna.vendor.kind'
  | 'rpc.method'
  | 'rpc.service'

/** What a span stands for, in the words of OpenTelemetry. */
export type SpanKind = 'internal' | 'server' | 'client' | 'consumer'

/** A span that has ended. Ids are hexadecimal, 16 bytes of the trace and 8 of a span (W3C Trace Context); moments in milliseconds since 1970. */
export type EndedSpan = {
  traceId: string
  id: string
  parentId: string | undefined
  name: string
  kind: SpanKind
  startedAt: number
  endedAt: number
  attributes: Readonly<Partial<Record<SpanAttribute, string | number | boolean>>>
  failed: boolean
}

/** Where ended spans go. Taking one never waits and never throws: what cannot be kept is dropped and counted. */
export type SpanSink = {
  take(span: EndedSpan): void
  /** Spans so far: sent on, and dropped because the queue was full or nobody took them. */
  counts(): { sent: number; dropped: number }
  /** Sends what waits for up to `patienceMs`, then lets the rest go. */
  close(patienceMs: number): Promise<void>
}
