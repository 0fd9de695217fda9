import { sql } from 'kysely'
import { inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'
import { createOutbox, type DeadDelivery, type DeadLook, type ServiceEvents } from '#events/outbox.ts'
import { createJobStore, type DeadJob, type ServiceJobs } from '#jobs/job-store.ts'

/** What an operator sees of work that failed, over all tenants and processes, and can do about it. */
export type WorkDesk = {
  /** Events that services failed to take in, latest first. */
  listDeadEvents(look: DeadLook): Promise<DeadDelivery[]>
  /** Delivers an event again to the services that failed to take it in, or to one of them; answers to how many. */
  redriveEvent(eventId: string, service?: string): Promise<number>
  /** Leaves it at that: services that failed to take an event in, or one of them, never get it. Answers how many. */
  forgetEvent(eventId: string, service?: string): Promise<number>
  /** Jobs that used up their attempts, latest first. */
  listDeadJobs(look: DeadLook): Promise<DeadJob[]>
  /** Gives a dead job all its attempts again; false when there is no such dead job. */
  redriveJob(id: string): Promise<boolean>
  /** Removes a dead job; false when there is none. */
  forgetJob(id: string): Promise<boolean>
  /** What each service has yet to do and to hear; those with nothing are left out. */
  counts(): Promise<{ jobs: ServiceJobs[]; events: ServiceEvents[] }>
  /**
   * Removes what the kernel keeps of a tenant: its jobs, wherever they run, its events, heard or not, and its answers kept for repeated requests. For when
   * the tenant itself is gone; call it again when somebody may have written meanwhile.
   */
  forgetTenant(tenantId: string): Promise<{ jobs: number; events: number }>
}

const atOnce = 5_000

/** The desk of an installation; it needs its database and nothing that runs. */
export function createWorkDesk(database: Database): WorkDesk {
  const nobody = { holder: 'desk', leaseMs: 0, foreignIsDead: false }
  const outbox = createOutbox(database, nobody)
  const jobs = createJobStore(database, nobody)
  /** Deletes in pieces that no statement time-out can interrupt. */
  const deleteAll = async (deleteSome: () => Promise<number>) => {
    let total = 0
    for (;;) {
      const some = await deleteSome()
      total += some
      if (some < atOnce) return total
    }
  }

  return {
    listDeadEvents: (look) => outbox.listDead(look),
    redriveEvent: (eventId, service) => outbox.redrive(eventId, service),
    forgetEvent: (eventId, service) => outbox.forget(eventId, service),
    listDeadJobs: (look) => jobs.listDead(look),
    redriveJob: (id) => jobs.redrive(id, new Date()),
    forgetJob: (id) => jobs.forget(id),
    counts: async () => ({ jobs: await jobs.countsByService(new Date()), events: await outbox.countsByService() }),
    async forgetTenant(tenantId) {
      // Of a running job its process hears that it is cancelled; it has nothing to write its end to.
      const forgotten = await deleteAll(() =>
        inRelay(database, async (tx) => {
          const { rows } = await sql<{ jobs: number }>`
            with gone as (
              delete from kernel.jobs where id in (select id from kernel.jobs where tenant_id = ${tenantId}::uuid limit ${atOnce}) returning id, state),
            told as (select pg_notify('kernel_jobs', id::text) from gone where state = 'running')
            select (select count(*)::int from gone) as jobs, (select count(*) from told) as told`.execute(tx)
          return rows[0]?.jobs ?? 0
        }),
      )
      const events = await deleteAll(() =>
        inRelay(database, async (tx) => {
          const { numAffectedRows } = await sql`
            delete from kernel.outbox where id in (select id from kernel.outbox where tenant_id = ${tenantId}::uuid limit ${atOnce})`.execute(tx)
          return Number(numAffectedRows ?? 0)
        }),
      )
      await inRelay(database, (tx) => sql`delete from kernel.idempotency where tenant_id = ${tenantId}::uuid`.execute(tx))
      return { jobs: forgotten, events }
    },
  }
}
