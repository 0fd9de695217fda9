import type { Traffic } from '@myna/contracts/gateway-traffic'
import { addBins, quantileOf } from '#traffic/bins.ts'

export type Step = 'minute' | 'hour' | 'day'
/** What is read of one step of time: requests that were alike. `of` is the key, or the organisation. */
export type TrafficRow = { at: Date; route: string; of: string; status: number; requests: number; bins: readonly number[] }

export const stepMs: Readonly<Record<Step, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }
const listedAtMost = 200
const dayMs = 86_400_000

/** How fine a span of time is shown, and how long what is as fine is kept. */
export function stepOf(fromMs: number, toMs: number, nowMs: number): Step {
  if (toMs - fromMs <= dayMs / 4 && nowMs - fromMs <= 2 * dayMs) return 'minute'
  return toMs - fromMs <= 14 * dayMs && nowMs - fromMs <= 90 * dayMs ? 'hour' : 'day'
}

/** A span of time on whole steps, at most two years. */
export function spanOf(from: string | undefined, to: string | undefined, nowMs: number): { fromMs: number; toMs: number; step: Step } {
  const end = Math.min(to ? Date.parse(to) : nowMs, nowMs)
  const begin = Math.max(from ? Date.parse(from) : end - dayMs, end - 730 * dayMs)
  const step = stepOf(Math.min(begin, end), end, nowMs)
  const size = stepMs[step]
  return { fromMs: Math.floor(Math.min(begin, end) / size) * size, toMs: Math.floor(end / size) * size + size, step }
}

type Sums = { requests: number; clientErrors: number; serverErrors: number; bins: number[] }

const nothing = (): Sums => ({ requests: 0, clientErrors: 0, serverErrors: 0, bins: [] })

function add(sums: Sums, { requests, status, bins }: TrafficRow): void {
  sums.requests += requests
  if (status >= 500) sums.serverErrors += requests
  else if (status >= 400) sums.clientErrors += requests
  addBins(sums.bins, bins)
}

function present({ bins, ...counts }: Sums): Traffic['total'] {
  return { ...counts, p50Ms: quantileOf(bins, 0.5), p95Ms: quantileOf(bins, 0.95), p99Ms: quantileOf(bins, 0.99) }
}

/** Rows as a contract shows them; steps without requests are there with zeros. `byRoute` may come from rows of its own. */
export function presentTraffic(
  { fromMs, toMs, step }: { fromMs: number; toMs: number; step: Step },
  rows: readonly TrafficRow[],
): Omit<Traffic, 'keys'> & { by: Map<string, Traffic['total']> } {
  const total = nothing()
  const series = new Map<number, Sums>()
  const routes = new Map<string, Sums>()
  const owners = new Map<string, Sums>()
  const codes = new Map<number, number>()
  for (let at = fromMs; at < toMs; at += stepMs[step]) series.set(at, nothing())
  const sumsIn = <K>(map: Map<K, Sums>, key: K) => map.get(key) ?? (map.set(key, nothing()), map.get(key)!)
  for (const row of rows) {
    add(total, row)
    add(sumsIn(series, row.at.getTime()), row)
    if (row.route !== '') add(sumsIn(routes, row.route), row)
    add(sumsIn(owners, row.of), row)
    if (row.status >= 400) codes.set(row.status, (codes.get(row.status) ?? 0) + row.requests)
  }
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    step,
    total: present(total),
    series: [...series].sort(([a], [b]) => a - b).map(([at, sums]): Traffic['series'][number] => ({ at: new Date(at).toISOString(), ...present(sums) })),
    routes: most(routes).map(([route, sums]) => ({ route, ...present(sums) })),
    codes: [...codes].map(([status, requests]) => ({ status, requests })).sort((a, b) => b.requests - a.requests),
    by: new Map(most(owners).map(([of, sums]) => [of, present(sums)])),
  }
}

function most<K>(map: ReadonlyMap<K, Sums>): [K, Sums][] {
  return [...map].sort(([, a], [, b]) => b.requests - a.requests).slice(0, listedAtMost)
}
