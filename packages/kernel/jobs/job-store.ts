import { type RawBuilder, sql } from 'kysely'
import { inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'
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

/** Room for `free` more runs of a job in this process. */
export type Room = { service: string; name: string; free: number }

/** Jobs that are not over, and dead ones. */
export type JobCounts = { jobs_waiting: number; jobs_running: number; jobs_dead: number; jobs_late_seconds: number }

/** After so many runs lost with their process the job itself is taken to be what kills it. */
const lostRunsAllowed = 5

const claimed = sql`j.id, j.tenant_id as "tenantId", j.service, j.name, j.input, j.caller, j.attempt, j.error`

const waits = sql`state in ('waiting', 'retrying')`

/**
 * The moves of the job table. `holder` is this runner; leases run by the clock of the database, due times by that of the processes.
 * `foreignIsDead` says that what a process of another tag holds is held by one that has ended.
 */
export function createJobStore(database: Database, it: { holder: string; leaseMs: number; foreignIsDead: boolean }) {
  const run = <Row>(statement: RawBuilder<Row>) => inRelay(database, (tx) => statement.execute(tx))
  const [tag] = it.holder.split('/') as [string]
  const lease = sql`clock_timestamp() + ${it.leaseMs}::int * interval '1 millisecond'`
  const foreign = it.foreignIsDead ? sql`split_part(holder, '/', 1) <> ${tag}` : sql`false`
  const lapsed = sql`(held_until < clock_timestamp() or ${foreign})`

  return {
    /**
     * Takes on due jobs, as many of each as there is room for. A tenant with fewer running goes first, chance decides between equals, and a tenant's own
     * jobs go oldest first: so a thousand jobs of one tenant do not make the one job of another wait for all of them.
     */
    async claim(rooms: readonly Room[], now: Date): Promise<ClaimedJob[]> {
      const { rows } = await run(sql<Omit<ClaimedJob, 'dead'>>`
        with recursive wanted as (
          select * from unnest(
            ${rooms.map((r) => r.service)}::text[], ${rooms.map((r) => r.name)}::text[], ${rooms.map((r) => r.free)}::int[]) as w (service, name, free)),
        lanes as (
          select w.*, first.lane from wanted w cross join lateral (
            select lane from kernel.jobs where service = w.service and name = w.name and ${waits} order by lane limit 1) first
          union all
          select l.service, l.name, l.free, next.lane from lanes l cross join lateral (
            select lane from kernel.jobs where service = l.service and name = l.name and ${waits} and lane > l.lane order by lane limit 1) next),
        busy as (select service, name, lane, count(*) as runs from kernel.jobs where state = 'running' group by service, name, lane),
        ranked as (
          select l.free, head.id,
            row_number() over (partition by l.service, l.name order by coalesce(busy.runs, 0) + head.place, random()) as rank
          from lanes l left join busy using (service, name, lane) cross join lateral (
            select id, row_number() over (order by due_at, id) as place from kernel.jobs
            where service = l.service and name = l.name and lane = l.lane and ${waits} and due_at <= ${now} order by due_at, id limit l.free) head),
        picked as materialized (
          select id from kernel.jobs where id = any(array(select id from ranked where rank <= free)) and ${waits} for update skip locked)
        update kernel.jobs j set state = 'running', attempt = attempt + 1, holder = ${it.holder}, held_until = ${lease}, started_at = ${now}
        where id = any(array(select id from picked)) returning ${claimed}`)
      return rows.map((row) => ({ ...row, dead: false }))
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

    /** Writes how attempts ended; what another runner has taken over meanwhile stays as it is. */
    async settle(outcomes: readonly Outcome[], now: Date): Promise<void> {
      await run(sql`
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
        from o where j.id = o.id and j.holder = ${it.holder} and j.state = 'running'`)
    },

    /** Notes that `onDead` has been called. */
    async settleDead(id: string): Promise<void> {
      await run(sql`
        update kernel.jobs set on_dead_due = false, holder = null, held_until = null where id = ${id}::uuid and holder = ${it.holder}`)
    },

    /** Puts jobs whose process was lost back, `mine` left alone; a lost run is no attempt, but too many of them end the job. */
    async rescue(mine: readonly string[], now: Date): Promise<number> {
      const { numAffectedRows } = await run(sql`
        update kernel.jobs set
          state = case when cancel_asked then 'cancelled' when lost_runs >= ${lostRunsAllowed} then 'dead' else 'retrying' end,
          on_dead_due = not cancel_asked and lost_runs >= ${lostRunsAllowed},
          ended_at = case when cancel_asked or lost_runs >= ${lostRunsAllowed} then ${now}::timestamptz end,
          error = 'The process that ran this job ended.', attempt = attempt - 1, lost_runs = lost_runs + 1, due_at = ${now},
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

    /** How many jobs wait (for the first or another attempt), run and are dead, and for how many seconds the oldest has been due. */
    async counts(now: Date): Promise<JobCounts> {
      const { rows } = await run(sql<JobCounts>`
        select count(*) filter (where ${waits})::int as jobs_waiting, count(*) filter (where state = 'running')::int as jobs_running,
          count(*) filter (where state = 'dead')::int as jobs_dead,
          coalesce(extract(epoch from greatest(${now}::timestamptz - min(due_at) filter (where ${waits}), interval '0')), 0)::float as jobs_late_seconds
        from kernel.jobs where state in ('waiting', 'retrying', 'running', 'dead')`)
      return rows[0]!
    },
  }
}

/** The moves of the job table for one runner. */
export type JobStore = ReturnType<typeof createJobStore>
