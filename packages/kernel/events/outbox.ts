import { type RawBuilder, sql } from 'kysely'
import { inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'
import type { Origin } from '#jobs/service-caller.ts'

/** An event on its way to one service. */
export type Delivery = {
  eventId: string
  listener: string
  tenantId: string | null
  name: string
  data: unknown
  caller: Origin
  attempts: number
}

/** How an attempt to deliver ended. */
export type DeliveryOutcome = Pick<Delivery, 'eventId' | 'listener'> & {
  state: 'done' | 'waiting' | 'dead'
  dueAt: Date | null
  error: string | null
}

/** An event that a service failed to take in so often that it is left for a person to look at. */
export type DeadDelivery = Omit<Delivery, 'data' | 'caller'> & { error: string; at: Date }

/** What became of fresh events: how many there were, and the services with something to hear. */
export type Routed = { events: number; listeners: string[] }

/** Events that somebody has yet to hear, and dead ones; `events_late_seconds` is how long the oldest has been due. */
export type EventCounts = { events_waiting: number; events_dead: number; events_late_seconds: number }

/**
 * The moves of the event tables. A listener is a service. A process delivers to the services whose lease it holds as `holder`; leases run by
 * the clock of the database. `foreignIsDead` says that what a process of another tag holds is held by one that has ended.
 */
export function createOutbox(database: Database, it: { holder: string; leaseMs: number; foreignIsDead: boolean }) {
  const run = <Row>(statement: RawBuilder<Row>) => inRelay(database, (tx) => statement.execute(tx))
  const [tag] = it.holder.split('/') as [string]
  const foreign = it.foreignIsDead ? sql`split_part(l.holder, '/', 1) <> ${tag}` : sql`false`

  return {
    /** Takes or renews the right to deliver to these services. Answers those held. */
    async hold(listeners: readonly string[]): Promise<string[]> {
      const { rows } = await run(sql<{ name: string }>`
        insert into kernel.listeners as l (name, holder, held_until)
        select name, ${it.holder}, clock_timestamp() + ${it.leaseMs}::int * interval '1 millisecond'
        from unnest(${listeners.toSorted()}::text[]) as name
        on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
        where l.holder = excluded.holder or l.held_until < clock_timestamp() or ${foreign}
        returning name`)
      return rows.map((row) => row.name)
    },

    async letGo(): Promise<void> {
      await run(sql`delete from kernel.listeners where holder = ${it.holder}`)
    },

    /**
     * Makes a delivery for every service that hears a fresh event, oldest first. Answers how many events there were and which services got
     * something. One process at a time, or a later event could be there to deliver before an earlier one.
     */
    route(known: readonly { event: string; listener: string }[], now: Date, atMost: number): Promise<Routed> {
      return inRelay(database, async (tx) => {
        const turn = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('kernel.outbox')) as mine`.execute(tx)
        if (!turn.rows[0]?.mine) return { events: 0, listeners: [] }
        const { rows } = await sql<Routed>`
          with fresh as (select id, seq, tenant_id, name from kernel.outbox where routed_at is null order by seq limit ${atMost}),
          known as (
            select * from unnest(${known.map((k) => k.event)}::text[], ${known.map((k) => k.listener)}::text[]) as k (event, listener)),
          made as (
            insert into kernel.deliveries (event_id, listener, tenant_id, seq, due_at)
            select fresh.id, known.listener, fresh.tenant_id, fresh.seq, ${now} from fresh join known on known.event = fresh.name
            on conflict do nothing returning listener),
          marked as (update kernel.outbox o set routed_at = ${now} from fresh where o.id = fresh.id)
          select (select count(*)::int from fresh) as events,
            (select coalesce(array_agg(distinct listener), '{}') from made) as listeners`.execute(tx)
        return rows[0] ?? { events: 0, listeners: [] }
      })
    },

    /** What is due for these services, of each the oldest `atMost`. */
    async due(listeners: readonly string[], now: Date, atMost: number): Promise<Delivery[]> {
      const { rows } = await run(sql<Delivery>`
        select d.event_id as "eventId", d.listener, d.tenant_id as "tenantId", o.name, o.data, o.caller, d.attempts
        from unnest(${listeners}::text[]) as mine (listener)
        cross join lateral (
          select * from kernel.deliveries
          where listener = mine.listener and state = 'waiting' and due_at <= ${now} order by seq limit ${atMost}) d
        join kernel.outbox o on o.id = d.event_id order by d.seq`)
      return rows
    },

    /** Writes how attempts ended. */
    async settle(outcomes: readonly DeliveryOutcome[], now: Date): Promise<void> {
      await run(sql`
        with o as (
          select * from unnest(
            ${outcomes.map((o) => o.eventId)}::uuid[], ${outcomes.map((o) => o.listener)}::text[], ${outcomes.map((o) => o.state)}::text[],
            ${outcomes.map((o) => o.dueAt)}::timestamptz[], ${outcomes.map((o) => o.error)}::text[]) as o (event_id, listener, state, due_at, error))
        update kernel.deliveries d set state = o.state, attempts = d.attempts + 1, due_at = coalesce(o.due_at, d.due_at), error = o.error,
          ended_at = case when o.state <> 'waiting' then ${now}::timestamptz end
        from o where d.event_id = o.event_id and d.listener = o.listener and d.state = 'waiting'`)
    },

    /** Removes events that were routed before `before` and that nobody has yet to hear. */
    async prune(before: Date): Promise<void> {
      await run(sql`
        delete from kernel.outbox where id in (
          select id from kernel.outbox o where routed_at < ${before}
            and not exists (select from kernel.deliveries d where d.event_id = o.id and d.state <> 'done') limit 5000)`)
    },

    async listDead(limit: number): Promise<DeadDelivery[]> {
      const { rows } = await run(sql<DeadDelivery>`
        select d.event_id as "eventId", d.listener, d.tenant_id as "tenantId", o.name, d.attempts, d.error, d.ended_at as at
        from kernel.deliveries d join kernel.outbox o on o.id = d.event_id where d.state = 'dead' order by d.ended_at desc limit ${limit}`)
      return rows
    },

    /** Gives the dead deliveries of an event all their attempts again. Answers how many there were. */
    async redrive(eventId: string, now: Date): Promise<number> {
      const { rows } = await run(sql`
        with back as (
          update kernel.deliveries set state = 'waiting', attempts = 0, due_at = ${now}, ended_at = null
          where event_id = ${eventId}::uuid and state = 'dead' returning 1)
        select pg_notify('kernel_events', '') from back`)
      return rows.length
    },

    async counts(now: Date): Promise<EventCounts> {
      const { rows } = await run(sql<EventCounts>`
        select (fresh.events + waiting.deliveries)::int as events_waiting, dead.deliveries::int as events_dead,
          coalesce(extract(epoch from
            greatest(${now}::timestamptz - least(fresh.since, waiting.since), interval '0')), 0)::float as events_late_seconds
        from (select count(*) as events, min(created_at) as since from kernel.outbox where routed_at is null) fresh,
          (select count(*) as deliveries, min(due_at) as since from kernel.deliveries where state = 'waiting') waiting,
          (select count(*) as deliveries from kernel.deliveries where state = 'dead') dead`)
      return rows[0]!
    },
  }
}
