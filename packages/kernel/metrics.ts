import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Measures of a process, in the Prometheus text format. No label ever names a tenant or a person. */
export type Metrics = ReturnType<typeof createMetrics>

/** Makes the measures of one process. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'myna_' })
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'myna_request_seconds',
      help: 'Time to answer an API request.',
      labelNames: ['service', 'operation', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [registry],
    }),
    faults: new Counter({ name: 'myna_faults_total', help: 'Requests that ended in a fault, by code.', labelNames: ['code'], registers: [registry] }),
    gauge(name: string, help: string, read: () => Promise<number> | number): void {
      new Gauge({
        name: `myna_${name}`,
        help,
        registers: [registry],
        async collect() {
          this.set(await read())
        },
      })
    },
  }
}
