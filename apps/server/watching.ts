import { hostname } from 'node:os'
import { createMetrics, createTracer, type Log, type Metrics, type Tracer, type VendorKind, watchVendor } from '@myna/kernel'
import type { Cache } from '@myna/ports/cache'
import type { WatchRequest } from '@myna/ports/vendor-watch'
import type { Config } from '#config.ts'
import { version } from '#version.ts'

/** How a process is watched. */
export type Watching = {
  metrics: Metrics
  tracer: Tracer | undefined
  /** Who watches requests to vendors of a kind. */
  watch(kind: VendorKind): WatchRequest
  close(): Promise<void>
}

/** How long spans that wait may hold up the end of a process. */
const lastSpansMs = 2_000

/** Makes the measures of a process and, where a collector is configured, its tracer. What traces need is loaded only then. */
export async function openWatching({ traces, target }: Pick<Config, 'traces' | 'target'>, log: Log): Promise<Watching> {
  const metrics = createMetrics()
  const watch = (kind: VendorKind) => watchVendor(metrics, kind)
  if (!traces) return { metrics, tracer: undefined, watch, close: async () => {} }
  const { createOtlpSink } = await import('@myna/traces-otlp')
  const sink = createOtlpSink({
    url: traces.url,
    headers: traces.headers,
    service: { name: `myna-${target.replace(/[^a-z]+/g, '-')}`, version, instance: `${hostname()}:${process.pid}` },
    onTrouble: (sentence) => log.warn({ sentence }, 'traces are lost'),
  })
  metrics.add('spans_sent_total', { help: 'Spans a collector of traces took.', type: 'counter', read: () => sink.counts().sent })
  metrics.add('spans_dropped_total', { help: 'Spans no collector of traces took.', type: 'counter', read: () => sink.counts().dropped })
  return { metrics, tracer: createTracer({ sink, share: traces.share }), watch, close: () => sink.close(lastSpansMs) }
}

/** The same cache, whose uses are counted. */
export function countedCache(cache: Cache, metrics: Metrics): Cache {
  return {
    name: cache.name,
    async get(key) {
      try {
        const value = await cache.get(key)
        metrics.noteCache(cache.name, value === undefined ? 'miss' : 'hit')
        return value
      } catch (error) {
        metrics.noteCache(cache.name, 'failed')
        throw error
      }
    },
    set: (key, value, ttlMs) => cache.set(key, value, ttlMs),
    delete: (keys) => cache.delete(keys),
    close: () => cache.close(),
  }
}
