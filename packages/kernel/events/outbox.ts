import { type RawBuilder, sql } from 'kysely'
import { inRelay } from '#db/in-relay.ts'
import type { Database } from '#db/open-database.ts'
import { createOneTrip } from '#jobs/one-trip.ts'
import type { Origin } from '#jobs/service-caller.ts'

/** What one tenant has for one service; its events are delivered one after another. */
export type Lane = { listener: string; tenantId: string | null }

/** An event on its way to one service. */
export type Delivery = Lane & {
  eventId: string
  name: string
  data: unknown
  caller: Origin
  attempts: number
}

/** How an attempt to deliver ended. */
export type DeliveryOutcome = Pick<Delivery, 'eventId' | 'listener'> & {
  state: 'done' | 'waiting' | 'dead'
  /** How long until the next attempt. */
  retryInMs: number | null
  error: string | null
}

/** An event that a service failed to take in so often that it is left for a person to look at. */
export type DeadDelivery = Omit<Delivery, 'data' | 'caller'> & { error: string; at: Date }

/** Which dead work is looked for: of a service, under an id, after the place where an earlier look ended: when, id, and of an event the service. */
export type DeadLook = {
  limit: number
  service?: string | undefined
  id?: string | undefined
  after?: readonly [atMs: number, id: string, service: string] | undefined
}

/** What the services of an installation have yet to hear; `lateSeconds` is how long the oldest has been due. */
export type ServiceEvents = { service: string; waiting: number; dead: number; lateSeconds: number }

/** Events that somebody has yet to hear, and dead ones; `events_late_seconds` is how long the oldest has been due. */
export type EventCounts = { events_waiting: number; events_dead: number; events_late_seconds: number }

/**
 * The moves of the event tables. A listener is a service. A process delivers to the services whose lease it holds as `holder`; leases and due times
 * run by the clock of the database. `foreignIsDead` says that what a process of another tag holds is held by one that has ended.
 */
export function createOutbox(database: Database, it: { holder: string; leaseMs: number; foreignIsDead: boolean }) {
  const trip = createOneTrip(database)
  const run = async <Row>(statement: RawBuilder<Row>) => (await trip<Row>(statement))[0]!
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
     * Makes the deliveries of events that have none yet: said by processes of an earlier version, which left that to whoever came by. One process at a time,
     * or a later event could be there to deliver before an earlier one.
     */
    route(known: readonly { event: string; listener: string }[], atMost: number): Promise<void> {
      return inRelay(database, async (tx) => {
        const turn = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('kernel.outbox')) as mine`.execute(tx)
        if (!turn.rows[0]?.mine) return
        await sql`
          with fresh as (select id, seq, tenant_id, name from kernel.outbox where routed_at is null order by seq limit ${atMost}),
          known as (
            select * from unnest(${known.map((k) => k.event)}::text[], ${known.map((k) => k.listener)}::text[]) as k (event, listener)),
          made as (
            insert into kernel.deliveries (event_id, listener, tenant_id, seq)
            select fresh.id, known.listener, fresh.tenant_id, fresh.seq from fresh join known on known.event = fresh.name
            on conflict do nothing)
          update kernel.outbox o set routed_at = now() from fresh where o.id = fresh.id`.execute(tx)
      })
    },

    /**
     * What is due for these services, `busy` lanes left out: of each service at most `atMost`, of each lane the oldest `ofLane`. The first of every lane come before
     * the second of any, so that fifty thousand events of one tenant do not make the one event of another wait.
     */
    async due(listeners: readonly string[], busy: readonly Lane[], atMost: number, ofLane: number): Promise<Delivery[]> {
      const { rows } = await run(sql<Delivery>`
        select event_id as "eventId", listener, tenant_id as "tenantId", name, data, caller, attempts from kernel.due_deliveries(
          ${listeners}::text[], ${busy.map((it) => it.listener)}::text[], ${busy.map((it) => it.tenantId)}::uuid[], ${atMost}::int, ${ofLane}::int)`)
      return rows
    },

    /** Writes how attempts ended. A server need not have it on disk at once: one that dies a moment later has the events heard again, as when a process does. */
    async settle(outcomes: readonly DeliveryOutcome[]): Promise<void> {
      await trip(
        sql`set local synchronous_commit to ${sql.raw(database.kind === 'server' ? 'off' : 'on')}`,
        sql`
        with o as (
          select * from unnest(
            ${outcomes.map((o) => o.eventId)}::uuid[], ${outcomes.map((o) => o.listener)}::text[], ${outcomes.map((o) => o.state)}::text[],
            ${outcomes.map((o) => o.retryInMs)}::int[], ${outcomes.map((o) => o.error)}::text[]) as o (event_id, listener, state, retry_in_ms, error))
        update kernel.deliveries d set state = o.state, attempts = d.attempts + 1, error = o.error,
          due_at = case when o.state = 'waiting' then clock_timestamp() + o.retry_in_ms * interval '1 millisecond' else d.due_at end,
          ended_at = case when o.state <> 'waiting' then clock_timestamp() end
        from o where d.event_id = o.event_id and d.listener = o.listener and d.state = 'waiting'`,
      )
    },

    /** Removes events older than `keepMs` that nobody has yet to hear. */
    async prune(keepMs: number): Promise<void> {
      await run(sql`
        delete from kernel.outbox where id in (
          select id from kernel.outbox o where routed_at < clock_timestamp() - ${keepMs}::float * interval '1 millisecond'
            and not exists (select from kernel.deliveries d where d.event_id = o.id and d.state <> 'done') limit 5000)`)
    },

    /** Deliveries given up, latest first. */
    async listDead({ limit, after, ...which }: DeadLook): Promise<DeadDelivery[]> {
      const { service = null, id = null }: { service?: string | null | undefined; id?: string | null | undefined } = which
      const [atMs, eventId, listener] = after ?? [null, null, null]
      const { rows } = await run(sql<DeadDelivery>`
        select d.event_id as "eventId", d.listener, d.tenant_id as "tenantId", o.name, d.attempts, d.error, date_trunc('milliseconds', d.ended_at) as at
        from kernel.deliveries d join kernel.outbox o on o.id = d.event_id
        where d.state = 'dead' and (${service}::text is null or d.listener = ${service}) and (${id}::uuid is null or d.event_id = ${id}::uuid)
          and (${atMs}::float is null or
            (date_trunc('milliseconds', d.ended_at), d.event_id, d.listener) < (to_timestamp(${atMs}::float / 1000), ${eventId}::uuid, ${listener}::text))
        order by date_trunc('milliseconds', d.ended_at) desc, d.event_id desc, d.listener desc limit ${limit}`)
      return rows
    },

    /** Gives the dead deliveries of an event all their attempts again, or the one to a service. Answers how many there were. */
    async redrive(eventId: string, service: string | null = null): Promise<number> {
      const { rows } = await run(sql`
        with back as (
          update kernel.deliveries set state = 'waiting', attempts = 0, due_at = clock_timestamp(), ended_at = null
          where event_id = ${eventId}::uuid and state = 'dead' and (${service}::text is null or listener = ${service}) returning 1)
        select pg_notify('kernel_events', '') from back`)
      return rows.length
    },

    /** Leaves the dead deliveries of an event for good, or the one to a service. Answers how many there were. */
    async forget(eventId: string, service: string | null = null): Promise<number> {
      const { numAffectedRows } = await run(sql`
        delete from kernel.deliveries where event_id = ${eventId}::uuid and state = 'dead' and (${service}::text is null or listener = ${service})`)
      return Number(numAffectedRows ?? 0)
    },

    /** What each service has yet to hear; services with nothing are left out. */
    async countsByService(): Promise<ServiceEvents[]> {
      const { rows } = await run(sql<ServiceEvents>`
        select listener as service, sum(waiting)::int as waiting, sum(dead)::int as dead,
          coalesce(extract(epoch from greatest(clock_timestamp() - min(since), interval '0')), 0)::float as "lateSeconds"
        from (
          select listener, count(*) as waiting, 0 as dead, min(due_at) as since from kernel.deliveries where state = 'waiting' group by listener
          union all
          select listener, 0, count(*), null from kernel.deliveries where state = 'dead' group by listener) it
        group by listener order by listener`)
      return rows
    },
  }
}
