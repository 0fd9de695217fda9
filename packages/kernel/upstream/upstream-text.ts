import type { TendedInstance } from '#upstream/instance.ts'

type Group = { instances: readonly TendedInstance[]; retries: number; refusals: number }

/** Measures of other processes, in the Prometheus text format; no label ever names a tenant. */
export function upstreamText(groups: ReadonlyMap<string, Group>): string {
  const rows = [...groups].flatMap(([service, { instances }]) =>
    instances.map((it) => ({ ...it.present(), breaks: it.breaks(), labels: `service="${service}",instance="${it.address}"` })),
  )
  const services = [...groups].map(([service, it]) => ({ ...it, labels: `service="${service}"` }))
  return [
    measure('instance_state', 'gauge', '2: well, 1: left alone after failures, 0: away.', rows, (it) => ({ well: 2, resting: 1, away: 0 })[it.state]),
    measure('in_flight', 'gauge', 'Requests on their way to an instance.', rows, (it) => it.inFlight),
    measure('latency_seconds', 'gauge', 'How long answers take, the latest weighing most.', rows, (it) => (it.latencyMs ?? 0) / 1_000),
    measure('requests_total', 'counter', 'Requests to an instance.', rows, (it) => it.requests),
    measure('failures_total', 'counter', 'Requests that failed by its fault.', rows, (it) => it.failures),
    measure('breaks_total', 'counter', 'How often an instance was left alone after failures.', rows, (it) => it.breaks),
    measure('retries_total', 'counter', 'Requests that were asked again of another instance.', services, (it) => it.retries),
    measure('refusals_total', 'counter', 'Requests for which no instance was well.', services, (it) => it.refusals),
  ].join('')
}

function measure<T extends { labels: string }>(name: string, type: 'gauge' | 'counter', help: string, rows: readonly T[], read: (row: T) => number): string {
  const full = `myna_upstream_${name}`
  return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...rows.map((it) => `${full}{${it.labels}} ${read(it)}`), ''].join('\n')
}
