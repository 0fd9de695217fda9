import type { Caller } from '@myna/contracts/caller'
import { createJobRunner } from '#jobs/job-runner.ts'
import type { JobSender } from '#jobs/job.ts'
import { createJobSender } from '#jobs/job-sender.ts'
import { createJobStore, type JobCounts, type ServiceJobs } from '#jobs/job-store.ts'
import { newHolder } from '#jobs/holder.ts'
import { type Clock, systemClock } from '#clock.ts'
import type { Database } from '#db/open-database.ts'
import type { Log } from '#log.ts'
import type { JobDefinition } from '#seam/service.ts'
import type { Tracer } from '#trace/tracer.ts'

/** A job of a service that this process runs. */
export type JobBinding = { service: string; name: string; definition: JobDefinition }

/** What the jobs of a process need; the times are for tests and unusual machines. */
export type JobsOptions = {
  database: Database
  definitions: readonly JobBinding[]
  /** The context a job runs with: `caller` is the service itself in the tenant of the sender. */
  contextFor(service: string, caller: Caller, signal: AbortSignal): unknown
  log: Log
  tracer?: Tracer | undefined
  clock?: Clock
  /** How long a job outlives its process before another takes it over; default 20 s. Its successor on an embedded database does not wait. */
  leaseMs?: number
  /** How often to look for what nobody announced, such as retries; default 1 s. */
  pollMs?: number
  /** How long a run may go on after it was told to stop, before it is left behind; default 5 s. */
  graceMs?: number
  /** How long jobs that are done or cancelled are kept; default seven days. Dead ones stay. */
  keepMs?: number
}

/** The jobs of the services of a process. */
export type Jobs = {
  senderFor(service: string, caller: Caller): JobSender
  start(): Promise<void>
  /** Takes no more jobs, waits for those running, then aborts the rest: they go back to waiting and no attempt is counted. */
  drain(patienceMs: number): Promise<void>
  /** Numbers to watch, over all processes. */
  counts(): Promise<JobCounts>
  countsByService(): Promise<ServiceJobs[]>
  /** Gives a dead job all its attempts again; false when there is no such dead job. */
  redrive(id: string): Promise<boolean>
}

const dayMs = 86_400_000

/**
 * A queue in PostgreSQL. A job is a row added by the transaction that sends it, claimed with SKIP LOCKED and held by a lease that its
 * process renews. It runs at least once: a run is repeated when its process was lost. Throws when a schedule cannot be read.
 */
export function createJobs(it: JobsOptions): Jobs {
  const clock = it.clock ?? systemClock
  const leaseMs = it.leaseMs ?? 20_000
  const store = createJobStore(it.database, { holder: newHolder(), leaseMs, foreignIsDead: it.database.kind === 'embedded' })
  const times = { leaseMs, pollMs: it.pollMs ?? 1_000, graceMs: it.graceMs ?? 5_000, keepMs: it.keepMs ?? 7 * dayMs }
  const runner = createJobRunner({ ...it, ...times, store, clock })
  return {
    senderFor: (service, caller) => createJobSender({ database: it.database, service, caller, definitions: it.definitions, clock }),
    start: () => runner.start(),
    drain: (patienceMs) => runner.drain(patienceMs),
    counts: async () => countsOf(await store.countsByService(clock.now())),
    countsByService: () => store.countsByService(clock.now()),
    redrive: (id) => store.redrive(id, clock.now()),
  }
}

function countsOf(services: readonly ServiceJobs[]): JobCounts {
  const sum = (key: 'waiting' | 'running' | 'dead') => services.reduce((total, one) => total + one[key], 0)
  return {
    jobs_waiting: sum('waiting'),
    jobs_running: sum('running'),
    jobs_dead: sum('dead'),
    jobs_late_seconds: Math.max(0, ...services.map((one) => one.lateSeconds)),
  }
}
