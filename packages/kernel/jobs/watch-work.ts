import type { Relay } from '#events/relay.ts'
import type { Jobs } from '#jobs/jobs.ts'
import type { Metrics } from '#metrics.ts'

const freshMs = 2_000

/** Adds to the measures of a process what each service has yet to do, by service: over all processes, except what says otherwise. */
export function watchWork(metrics: Metrics, it: { relay: Relay; jobs: Jobs; services: readonly string[] }): void {
  const events = remembered(() => it.relay.countsByService())
  const jobs = remembered(() => it.jobs.countsByService())
  for (const service of it.services) {
    const add = (name: string, help: string, read: () => Promise<number> | number, type: 'gauge' | 'counter' = 'gauge') =>
      metrics.add(name, { help, type, read }, { service })
    const ofEvents = (key: 'waiting' | 'dead' | 'lateSeconds') => async () => (await events()).find((one) => one.service === service)?.[key] ?? 0
    const ofJobs = (key: 'waiting' | 'running' | 'dead' | 'lateSeconds') => async () => (await jobs()).find((one) => one.service === service)?.[key] ?? 0
    add('service_events_waiting', 'Events a service has yet to hear.', ofEvents('waiting'))
    add('service_events_dead', 'Events a service failed to take in.', ofEvents('dead'))
    add('service_events_late_seconds', 'How long the oldest event has been due.', ofEvents('lateSeconds'))
    add('service_jobs_waiting', 'Jobs of a service that wait.', ofJobs('waiting'))
    add('service_jobs_running', 'Jobs of a service that run.', ofJobs('running'))
    add('service_jobs_dead', 'Jobs of a service that used up their attempts.', ofJobs('dead'))
    add('service_jobs_late_seconds', 'How long the oldest job has been due.', ofJobs('lateSeconds'))
    add(
      'service_events_redelivered_total',
      'Events that this process delivered again after a failure.',
      () => it.relay.seen().redeliveries[service] ?? 0,
      'counter',
    )
  }
  metrics.add('event_publish_failures_total', {
    help: 'Events of this process that the broker took no word of; the database brought them.',
    type: 'counter',
    read: () => it.relay.seen().publishFailures,
  })
}

/** Many numbers of one look at the database. */
function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined
  let freshUntil = 0
  return () => {
    if (!last || performance.now() > freshUntil) {
      last = read()
      freshUntil = performance.now() + freshMs
    }
    return last
  }
}
