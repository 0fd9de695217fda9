import { diag } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { EndedSpan, SpanSink } from '@myna/ports/traces'
import { readableSpan } from '#readable-span.ts'

export type OtlpOptions = {
  /** Base address of a collector; traces go to `/v1/traces` below it. */
  url: string
  headers?: Readonly<Record<string, string>>
  /** What this process is called, and its version. */
  service: { name: string; version: string; instance: string }
  /** Told once when spans begin to be dropped, and again only after they were taken in between. */
  onTrouble(sentence: string): void
  /** Spans that may wait; what comes beyond is dropped. 4096. */
  most?: number
  /** Most spans in one request; 512. */
  batch?: number
  /** How long spans wait for others to go with; 2 s. */
  everyMs?: number
  /** How long a request may take, with all attempts at it; 10 s. */
  timeoutMs?: number
}

/**
 * Sends spans to a collector as OTLP over HTTP (OpenTelemetry Protocol 1.x, JSON). At most one request is under way, and what a slow or dead collector does not take in time is dropped and
 * counted; whoever made a span never waits. `Retry-After`, 429, 502, 503 and 504 are the exporter's to obey.
 */
export function createOtlpSink(it: OtlpOptions): SpanSink {
  const { most = 4096, batch = 512, everyMs = 2_000, timeoutMs = 10_000 } = it
  // Its own log would go to standard output.
  diag.disable()
  const exporter = new OTLPTraceExporter({
    url: `${it.url.replace(/\/+$/, '')}/v1/traces`,
    ...(it.headers ? { headers: { ...it.headers } } : {}),
    timeoutMillis: timeoutMs,
    // The place of a request is free only after its end was told, when the next is asked for.
    concurrencyLimit: 2,
  })
  const resource = resourceFromAttributes({
    'service.name': it.service.name,
    'service.version': it.service.version,
    'service.instance.id': it.service.instance,
  })
  let waiting: EndedSpan[] = []
  let sent = 0
  let dropped = 0
  let inTrouble = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> | undefined

  const lose = (spans: number, why: string) => {
    dropped += spans
    if (!inTrouble) it.onTrouble(why)
    inTrouble = true
  }

  const exportOnce = (spans: readonly EndedSpan[]) =>
    new Promise<void>((resolve) => {
      exporter.export(
        spans.map((span) => readableSpan(span, resource)),
        ({ code, error }) => {
          if (code === 0) {
            sent += spans.length
            inTrouble = false
          } else lose(spans.length, `The collector of traces did not take them: ${error?.message ?? 'no reason given'}`.slice(0, 300))
          resolve()
        },
      )
    })

  const sendAll = async () => {
    while (waiting.length > 0) await exportOnce(waiting.splice(0, batch))
  }

  /** Sends what waits, after what is being sent. */
  const send = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    sending ??= sendAll().finally(() => {
      sending = undefined
    })
    return sending
  }

  return {
    take(span) {
      if (closed || waiting.length >= most) return lose(1, 'Spans come faster than the collector of traces takes them; some are dropped.')
      waiting.push(span)
      if (waiting.length >= batch) void send()
      else timer ??= setTimeout(() => void send(), everyMs).unref()
    },
    counts: () => ({ sent, dropped }),
    async close(patienceMs) {
      if (closed) return
      closed = true
      let patience: NodeJS.Timeout | undefined
      await Promise.race([send(), new Promise((resolve) => (patience = setTimeout(resolve, patienceMs)))])
      clearTimeout(patience)
      dropped += waiting.length
      waiting = []
      // It would wait for a request that hangs.
      void exporter.shutdown().catch(() => {})
    },
  }
}
