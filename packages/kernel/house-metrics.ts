import type { Database } from '#db/open-database.ts'
import { sessionTurnsOf } from '#db/transact.ts'
import type { AnyService } from '#house.ts'
import type { Metrics } from '#metrics.ts'

/** What is counted in the database, for all processes. */
const counted: Readonly<Record<string, string>> = {
  jobs_waiting: 'Jobs that wait for an attempt, in the whole installation.',
  jobs_running: 'Jobs that run, in the whole installation.',
  jobs_dead: 'Jobs that failed for good, in the whole installation.',
  jobs_late_seconds: 'How long the oldest job that waits has been due.',
  events_waiting: 'Events that somebody has yet to hear, in the whole installation.',
  events_dead: 'Events that a service failed to take in for good, in the whole installation.',
  events_late_seconds: 'How long the oldest event that waits has been due.',
}

/** Counts are read once for all that are asked for together. */
const freshMs = 1_000

/** Puts what a house holds, and how full it is, among the measures of its process. */
export function watchHouse(metrics: Metrics, it: { database: Database; services: Iterable<AnyService>; counts(): Promise<Record<string, number>> }): void {
  const { pool } = it.database
  const sessions = 'Sessions of the database that this process holds.'
  metrics.add('database_sessions', { help: sessions, type: 'gauge', read: () => pool.totalCount - pool.idleCount }, { state: 'used' })
  metrics.add('database_sessions', { help: sessions, type: 'gauge', read: () => pool.idleCount }, { state: 'idle' })
  metrics.gauge('database_sessions_most', 'Sessions of the database that this process may hold.', () => pool.options.max ?? 1)
  metrics.gauge('database_waiting', 'Who waits for a session of the database.', () => pool.waitingCount + sessionTurnsOf(pool).waiting)

  let counts: Promise<Record<string, number>> | undefined
  let freshUntil = 0
  const fresh = () => {
    if (performance.now() > freshUntil) counts = it.counts()
    freshUntil = performance.now() + freshMs
    return counts!
  }
  for (const [name, help] of Object.entries(counted)) metrics.gauge(name, help, async () => Number((await fresh())[name] ?? 0))

  for (const service of it.services) for (const [name, measure] of Object.entries(service.measures ?? {})) metrics.add(name, measure)
}
