import { performance } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createRequestTimes } from '#request-times.ts'
import { createTimes, type TimesOf } from '#times.ts'

/** Measures of a process, in the Prometheus text format. No label ever names a tenant or a person. */
export type Metrics = ReturnType<typeof createMetrics>

/** A number that somebody else keeps, read when it is asked for. */
export type Measure = { help: string; type: 'gauge' | 'counter'; read(): Promise<number> | number }

/** Where the time of a turn of a call goes. */
export type TurnStage = 'heard' | 'decided' | 'voiced' | 'carried'

/** What vendors are asked for. */
export type VendorKind = 'web' | 'embedding' | 'model' | 'tool' | 'speech' | 'carrier' | 'app'

/** How a request to a vendor ended: a class of status, or why there was none. */
export type VendorOutcome = '1xx' | '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'refused' | 'timeout' | 'cancelled' | 'unreachable'

/** Makes the measures of one process. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'myna_' })
  const requestTimes = createRequestTimes()
  const turns = createTimes('myna_turn_seconds', 'Where the time of a turn of a call goes, by stage.')
  const vendors = createTimes('myna_vendor_seconds', 'Time of requests to vendors until the head of the answer, by what they are for and how they ended.')
  const turnTimes = { heard: turns.open({ stage: 'heard' }), decided: turns.open({ stage: 'decided' }), voiced: turns.open({ stage: 'voiced' }) }
  const carried = turns.open({ stage: 'carried' })
  const vendorTimes = new Map<string, TimesOf>()
  const cacheUses = new Counter({
    name: 'myna_cache_uses_total',
    help: 'Questions to caches, by outcome.',
    labelNames: ['cache', 'outcome'],
    registers: [registry],
  })

  const metrics = {
    registry,
    requestTimes,
    faults: new Counter({ name: 'myna_faults_total', help: 'Requests that ended in a fault, by code.', labelNames: ['code'], registers: [registry] }),
    noteTurn(stage: TurnStage, seconds: number): void {
      if (stage === 'carried') carried(seconds)
      else turnTimes[stage](seconds)
    },
    noteVendor(kind: VendorKind, outcome: VendorOutcome, seconds: number): void {
      const key = `${kind} ${outcome}`
      let note = vendorTimes.get(key)
      if (!note) vendorTimes.set(key, (note = vendors.open({ kind, outcome })))
      note(seconds)
    },
    noteCache(cache: string, outcome: 'hit' | 'miss' | 'failed'): void {
      cacheUses.inc({ cache, outcome })
    },
    /** Adds a number, below `myna_`. A gauge that cannot be read is no number. */
    add(name: string, { help, type, read }: Measure, labels: Readonly<Record<string, string>> = {}): void {
      const options = { name: `myna_${name}`, help, labelNames: Object.keys(labels) }
      const known = registry.getSingleMetric(options.name) as (Gauge & { readers?: Reader[] }) | undefined
      const reader: Reader = { labels, read }
      if (known?.readers) return void known.readers.push(reader)
      const readers = [reader]
      const made = new (type === 'gauge' ? Gauge : Counter)({
        ...options,
        registers: [registry],
        async collect() {
          const self = this as unknown as Gauge & Counter
          self.reset()
          for (const it of readers) {
            const value = await Promise.resolve(it.read()).catch(() => undefined)
            if (value !== undefined) self.inc(it.labels, value)
            else if (type === 'gauge') self.set(it.labels, Number.NaN)
          }
        },
      })
      Object.assign(made, { readers })
    },
    gauge(name: string, help: string, read: Measure['read']): void {
      metrics.add(name, { help, type: 'gauge', read })
    },
    /** All of them. The library writes no number in letters of its own. */
    text: async () =>
      [(await registry.metrics()).replaceAll(/ Nan$/gm, ' NaN'), requestTimes.text(), turns.text(), vendors.text()].map((it) => `${it.trimEnd()}\n`).join(''),
  }
  let before = performance.eventLoopUtilization()
  metrics.gauge('event_loop_utilisation', 'Share of the time since it was last asked for in which the event loop was busy, 0 to 1.', () => {
    const { utilization } = performance.eventLoopUtilization(before)
    before = performance.eventLoopUtilization()
    return utilization
  })
  return metrics
}

type Reader = { labels: Readonly<Record<string, string>>; read: Measure['read'] }
