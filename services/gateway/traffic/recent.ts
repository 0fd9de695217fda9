import { addBins, binOf, emptyBins, quantileOf } from '#traffic/bins.ts'

const keptMinutes = 5

type Minute = { minute: number; requests: number; errors: number; bins: number[] }

/** How each service did in the last five minutes, by what passed this gateway, and how often it failed since the start. */
export function createRecent() {
  const services = new Map<string, { minutes: Minute[]; requests: number; failures: number }>()
  return {
    note(service: string, status: number, ms: number | undefined, at: number): void {
      let it = services.get(service)
      if (it === undefined) services.set(service, (it = { minutes: [], requests: 0, failures: 0 }))
      const minute = Math.floor(at / 60_000)
      const slot = minute % keptMinutes
      let now = it.minutes[slot]
      if (now?.minute !== minute) now = it.minutes[slot] = { minute, requests: 0, errors: 0, bins: emptyBins() }
      it.requests++
      now.requests++
      if (status >= 500) {
        it.failures++
        now.errors++
      }
      if (ms !== undefined) now.bins[binOf(ms)]!++
    },
    of(service: string, at: number) {
      const it = services.get(service)
      const minutes = (it?.minutes ?? []).filter((one) => one !== undefined && one.minute > Math.floor(at / 60_000) - keptMinutes)
      const bins: number[] = []
      for (const one of minutes) addBins(bins, one.bins)
      return {
        requests: minutes.reduce((sum, one) => sum + one.requests, 0),
        errors: minutes.reduce((sum, one) => sum + one.errors, 0),
        p50Ms: quantileOf(bins, 0.5),
        p99Ms: quantileOf(bins, 0.99),
        requestsEver: it?.requests ?? 0,
        failuresEver: it?.failures ?? 0,
      }
    },
  }
}
