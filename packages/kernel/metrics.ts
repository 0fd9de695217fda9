import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createRequestTimes } from '#request-times.ts'

/** Measures of a process, in the Prometheus text format. No label ever names a tenant or a person. */
export type Metrics = ReturnType<typeof createMetrics>

/** Makes the measures of one process. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'myna_' })
  return {
    registry,
    requestTimes: createRequestTimes(),
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
