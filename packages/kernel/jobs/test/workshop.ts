import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { Caller } from '@myna/contracts/caller'
import { z } from 'zod'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import type { MigrationEntry } from '#db/migrate.ts'
import type { Database } from '#db/open-database.ts'
import type { JobOptions, JobSender } from '#jobs/job.ts'
import { createJobs, type Jobs, type JobsOptions } from '#jobs/jobs.ts'
import { createLog } from '#log.ts'
import type { JobDefinition } from '#seam/service.ts'

/** The tables of jobs and events, and a service `shop` to send from. */
export const workshopEntries: MigrationEntry[] = [
  { name: 'jobs', schema: 'kernel', migrations: new URL('../migrations/', import.meta.url) },
  { name: 'events', schema: 'kernel', migrations: new URL('../../events/migrations/', import.meta.url) },
  { name: 'shop', migrations: new URL('./migrations/', import.meta.url) },
]

/** A log that says nothing. */
export const quiet = createLog({ level: 'silent', destination: new Writable({ write: (_bytes, _encoding, done) => done() }) })

/** Anybody of a fresh tenant. */
export function newCaller(tenantId: string | null = randomUUID()): Caller {
  return { tenantId, subject: 'user:tester', roles: [], scopes: ['*'], traceId: randomUUID().replaceAll('-', '') }
}

/** What a job of the workshop sees as its context. */
export type WorkshopContext = { caller: Caller; signal: AbortSignal }

/** Jobs of the service `shop`, impatient enough for tests. */
export function openWorkshop(database: Database, definitions: Record<string, JobDefinition<any, WorkshopContext>>, options: Partial<JobsOptions> = {}) {
  const db = createServiceDb(database, 'shop')
  const jobs: Jobs = createJobs({
    database,
    definitions: Object.entries(definitions).map(([name, definition]) => ({ service: 'shop', name, definition })),
    contextFor: (_service, caller, signal): WorkshopContext => ({ caller, signal }),
    log: quiet,
    pollMs: 50,
    leaseMs: 2_000,
    graceMs: 200,
    ...options,
  })
  return {
    jobs,
    db,
    sender: (caller: Caller): JobSender => jobs.senderFor('shop', caller),
    send: (caller: Caller, name: string, input: unknown, how?: JobOptions) =>
      db.inTenant(caller, (tx) => jobs.senderFor('shop', caller).send(tx, name, input, how)),
  }
}

/** What most jobs of the tests are sent. */
export const JobInput = z.object({ n: z.number() })
type TestJob = JobDefinition<typeof JobInput, WorkshopContext>

/** A job that is tried three times in quick succession, unless told otherwise. */
export function defineJob(run: TestJob['run'], more: Partial<TestJob> = {}): TestJob {
  return { input: JobInput, retries: 2, backoffMs: 10, timeoutMs: 10_000, run, ...more }
}

/** Rejects when the signal aborts, with its reason. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error)))
}

/** One database with a workshop for each kind of job. */
export type Floor = Awaited<ReturnType<typeof openFloor>>

/** Opens a database on which tests start workshops; closing it drains them. */
export async function openFloor() {
  const database = await openTestDatabase(workshopEntries)
  const open: Jobs[] = []
  let kinds = 0
  return {
    database,
    adopt: (jobs: Jobs) => void open.push(jobs),
    /** Starts a workshop with one kind of job, of a name no other test uses unless given, and a caller to send from. */
    async start(definition: JobDefinition<any, WorkshopContext>, options: Partial<JobsOptions> = {}, name = `work${++kinds}`) {
      const it = openWorkshop(database, { [name]: definition }, options)
      open.push(it.jobs)
      await it.jobs.start()
      const caller = newCaller()
      const sender = it.sender(caller)
      return {
        ...it,
        name,
        caller,
        sender,
        sendOne: (n: number, how?: JobOptions) => it.send(caller, name, { n }, how),
        state: async (id: string) => (await sender.get(id))?.state,
      }
    },
    async close() {
      await Promise.all(open.map((jobs) => jobs.drain(0)))
      await database.close()
    },
  }
}

/** Resolves when `found` answers something, asking again every 10 ms; throws after 15 s with what it was waiting for. */
export async function until<T>(what: string, found: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const giveUpAt = performance.now() + 15_000
  for (;;) {
    const it = await found()
    if (it !== undefined && it !== false) return it
    if (performance.now() > giveUpAt) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
