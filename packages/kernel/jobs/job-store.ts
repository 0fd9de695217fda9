import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#db/open-database.ts'
import type { DeadLook } from '#events/outbox.ts'
import { createOneTrip } from '#jobs/one-trip.ts'
import type { Origin } from '#jobs/service-caller.ts'

/** A job this process has taken on; `dead` means that only its `onDead` is left to do. */
export type ClaimedJob = {
  id: string
  tenantId: string | null
  service: string
  name: string
  input: unknown
  caller: Origin
  attempt: number
  dead: boolean
  error: string | null
}

/** How an attempt ended. `attempts` is what it counts for: 0 when the process gave it back. */
export type Outcome = {
  id: string
  state: 'done' | 'retrying' | 'waiting' | 'cancelled' | 'dead'
  attempts: 0 | 1
  dueAt: Date | null
  error: string | null
  onDeadDue: boolean
}

/** A job that used up its attempts and is left for a person to look at. */
export type DeadJob = { id: string; service: string; name: string; tenantId: string | null; attempts: number; error: string | null; at: Date }

/** Room for `free` more runs of a job in this process. */
export type Room = { service: string; name: string; free: number }

/** Jobs that are not over, and dead ones. */
export type JobCounts = { jobs_waiting: number; jobs_running: number; jobs_dead: number; jobs_late_seconds: number }

/** What one service has yet to do; `lateSeconds` is how long its oldest job has been due. */
export type ServiceJobs = { service: string; waiting: number; running: number; dead: number; lateSeconds: number }

/** After so many runs lost with their process the job itself is taken to be what kills it. */
const lostRunsAllowed = 5

const claimed = sql`j.id, j.tenant_id as "tenantId", j.service, j.name, j.input, j.caller, j.attempt, j.error`

const waits = sql`state in ('waiting', 'retrying')`

/**
 * The moves of the job table. `holder` is this runner; leases run by the clock of the database, due times by that of the processes.
 * `foreignIsDead` says that what a process of another tag holds is held by one that has ended.
 */
export function createJobStore(database: Database, it: { holder: string; leaseMs: number; foreignIsDead: boolean }) {
  const trip = createOneTrip(database)
  const run = async <Row>(statement: RawBuilder<Row>) => (await trip<Row>(statement))[0]!
  const [tag] = it.holder.split('/') as [string]
  const lease = sql`clock_timestamp() + ${it.leaseMs}::int * interval '1 millisecond'`
  const foreign = it.foreignIsDead ? sql`split_part(holder, '/', 1) <> ${tag}` : sql`false`
  const lapsed = sql`(held_until < clock_timestamp() or ${foreign})`

  const claim = (rooms: readonly Room[], now: Date) => sql`
    select id, tenant_id as "tenantId", service, name, input, caller, attempt, error from kernel.claim_jobs(
      ${rooms.map((r) => r.service)}::text[], ${rooms.map((r) => r.name)}::text[], ${rooms.map((r) => r.free)}::int[],
      ${it.holder}, ${it.leaseMs}::int, ${now})`

  const settle = (outcomes: readonly Outcome[], now: Date) => sql`
    with o as (
      select * from unnest(
        ${outcomes.map((o) => o.id)}::uuid[], ${outcomes.map((o) => o.state)}::text[], ${outcomes.map((o) => 1 - o.attempts)}::int[],
        ${outcomes.map((o) => o.dueAt)}::timestamptz[], ${outcomes.map((o) => o.error)}::text[], ${outcomes.map((o) => o.onDeadDue)}::bool[]
      ) as o (id, state, given_back, due_at, error, on_dead_due))
    update kernel.jobs j set
      state = case when j.cancel_asked and o.state in ('waiting', 'retrying') then 'cancelled' else o.state end,
      attempt = j.attempt - o.given_back, due_at = coalesce(o.due_at, j.due_at), error = o.error, on_dead_due = o.on_dead_due,
      holder = case when o.on_dead_due then j.holder end, held_until = case when o.on_dead_due then j.held_until end,
      ended_at = case when o.state in ('waiting', 'retrying') and not j.cancel_asked then null else ${now}::timestamptz end
    from o where j.id = o.id and j.holder = ${it.holder} and j.state = 'running'`

  return {
    /**
     * Writes how attempts ended, then takes on due jobs, as many of each as there is room for; all in one transaction. What another runner has taken over
     * meanwhile stays as it is. A tenant with fewer running goes first, chance decides between equals, and a tenant's own jobs go oldest first: so a thousand
     * jobs of one tenant do not make the one job of another wait for all of them.
     */
    async turn(outcomes: readonly Outcome[], rooms: readonly Room[], now: Date): Promise<ClaimedJob[]> {
      const statements = [...(outcomes.length > 0 ? [settle(outcomes, now)] : []), ...(rooms.length > 0 ? [claim(rooms, now)] : [])]
      if (statements.length === 0) return []
      const results = await trip<Omit<ClaimedJob, 'dead'>>(...statements)
      return rooms.length > 0 ? results.at(-1)!.rows.map((row) => ({ ...row, dead: false })) : []
    },

    /** Takes on dead jobs whose `onDead` was lost with its process. */
    async claimDead(names: readonly { service: string; name: string }[]): Promise<ClaimedJob[]> {
      const { rows } = await run(sql<Omit<ClaimedJob, 'dead'>>`
        with mine as (
          select * from unnest(${names.map((n) => n.service)}::text[], ${names.map((n) => n.name)}::text[]) as m (service, name)),
        picked as materialized (
          select j.id from kernel.jobs j join mine m on m.service = j.service and m.name = j.name
          where j.on_dead_due and (j.holder is null or ${lapsed}) limit 10 for update of j skip locked)
        update kernel.jobs j set holder = ${it.holder}, held_until = ${lease} from picked
        where j.id = picked.id returning ${claimed}`)
      return rows.map((row) => ({ ...row, dead: true }))
    },

    /** Holds on to what runs here. Answers what is still held, and whether somebody asked to cancel it. */
    async beat(ids: readonly string[]): Promise<Map<string, boolean>> {
      const { rows } = await run(sql<{ id: string; cancelAsked: boolean }>`
        update kernel.jobs set held_until = ${lease} where id = any(${ids}::uuid[]) and holder = ${it.holder}
        returning id, cancel_asked as "cancelAsked"`)
      return new Map(rows.map((row) => [row.id, row.cancelAsked]))
    },

    /** Which of these somebody asked to cancel. */
    async cancelAsked(ids: readonly string[]): Promise<string[]> {
      const { rows } = await run(sql<{ id: string }>`select id from kernel.jobs where id = any(${ids}::uuid[]) and cancel_asked`)
      return rows.map((row) => row.id)
    },

    /** Notes that `onDead` has been called. */
    async settleDead(id: string): Promise<void> {
      await run(sql`
        update kernel.jobs set on_dead_due = false, holder = null, held_until = null where id = ${id}::uuid and holder = ${it.holder}`)
    },

    /**
     * Puts jobs whose process was lost back, `mine` left alone; a lost run is no attempt, but too many of them end the job. A job lost the first time runs at once;
     * after that each waits its own while, longer each time, so that what ran beside the job that kills processes is not lost with it until it is taken for the killer.
     */
    async rescue(mine: readonly string[], now: Date): Promise<number> {
      const { numAffectedRows } = await run(sql`
        update kernel.jobs set
          state = case when cancel_asked then 'cancelled' when lost_runs >= ${lostRunsAllowed} then 'dead' else 'retrying' end,
          on_dead_due = not cancel_asked and lost_runs >= ${lostRunsAllowed},
          ended_at = case when cancel_asked or lost_runs >= ${lostRunsAllowed} then ${now}::timestamptz end,
          error = 'The process that ran this job ended.', attempt = attempt - 1, lost_runs = lost_runs + 1,
          due_at = ${now}::timestamptz + random() * (2 ^ least(lost_runs, ${lostRunsAllowed}) - 1) * interval '1 second',
          holder = null, held_until = null
        where state = 'running' and ${lapsed} and not (id = any(${mine}::uuid[]))`)
      return Number(numAffectedRows ?? 0)
    },

    /** Keeps what a running job says of itself. */
    async progress(id: string, progress: unknown): Promise<void> {
      const json = JSON.stringify(progress ?? null)
      await run(sql`update kernel.jobs set progress = ${json}::json where id = ${id}::uuid and holder = ${it.holder}`)
    },

    /** Removes jobs that were done or cancelled before `before`; dead ones stay. */
    async prune(before: Date): Promise<void> {
      await run(sql`
        delete from kernel.jobs where id in (
          select id from kernel.jobs where state in ('done', 'cancelled') and ended_at < ${before} limit 5000)`)
    },

    /** Gives a dead job all its attempts again. Answers false when it is not dead. */
    async redrive(id: string, now: Date): Promise<boolean> {
      const { rows } = await run(sql`
        with back as (
          update kernel.jobs set state = 'waiting', attempt = 0, lost_runs = 0, due_at = ${now}, ended_at = null
          where id = ${id}::uuid and state = 'dead' and not on_dead_due returning id)
        select pg_notify('kernel_jobs', '') from back`)
      return rows.length > 0
    },

    /** Jobs that used up their attempts, latest first. */
    async listDead({ limit, after, ...which }: DeadLook): Promise<DeadJob[]> {
      const { service = null, id = null }: { service?: string | null | undefined; id?: string | null | undefined } = which
      const [atMs, afterId] = after ?? [null, null]
      const { rows } = await run(sql<DeadJob>`
        select id, service, name, tenant_id as "tenantId", attempt as attempts, error, date_trunc('milliseconds', ended_at) as at from kernel.jobs
        where state = 'dead' and (${service}::text is null or service = ${service}) and (${id}::uuid is null or id = ${id}::uuid)
          and (${atMs}::float is null or (date_trunc('milliseconds', ended_at), id) < (to_timestamp(${atMs}::float / 1000), ${afterId}::uuid))
        order by date_trunc('milliseconds', ended_at) desc, id desc limit ${limit}`)
      return rows
    },

    /** Leaves a dead job for good. Answers false when it is not dead. */
    async forget(id: string): Promise<boolean> {
      const { numAffectedRows } = await run(sql`delete from kernel.jobs where id = ${id}::uuid and state = 'dead' and not on_dead_due`)
      return Boolean(numAffectedRows)
    },

    /** What each service has yet to do; services with nothing are left out. */
    async countsByService(now: Date): Promise<ServiceJobs[]> {
      // One after another, each by an index of its own: together they would be a walk through all jobs that are done.
      const { rows } = await run(sql<ServiceJobs>`
        select service, sum(waiting)::int as waiting, sum(running)::int as running, sum(dead)::int as dead,
          coalesce(extract(epoch from greatest(${now}::timestamptz - min(since), interval '0')), 0)::float as "lateSeconds"
        from (
          select service, count(*) as waiting, 0 as running, 0 as dead, min(due_at) as since from kernel.jobs where ${waits} group by service
          union all select service, 0, count(*), 0, null from kernel.jobs where state = 'running' group by service
          union all select service, 0, 0, count(*), null from kernel.jobs where state = 'dead' group by service) it
        group by service order by service`)
      return rows
    },
  }
}

/** The moves of the job table for one runner. */
export type JobStore = ReturnType<typeof createJobStore>
