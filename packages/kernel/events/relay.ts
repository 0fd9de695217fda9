import type { Caller } from '@myna/contracts/caller'
import { z } from 'zod'
import { JobStopped, runBounded } from '#jobs/attempt.ts'
import { backoffMs } from '#jobs/backoff.ts'
import { createBell } from '#jobs/bell.ts'
import { createCollector } from '#jobs/collector.ts'
import { errorText } from '#jobs/error-text.ts'
import { newHolder } from '#jobs/holder.ts'
import { hearNews, sendNews } from '#jobs/news.ts'
import { serviceCaller } from '#jobs/service-caller.ts'
import { createOutbox, type DeadDelivery, type Delivery, type DeliveryOutcome, type EventCounts } from '#events/outbox.ts'
import { type Clock, systemClock } from '#clock.ts'
import type { Database } from '#db/open-database.ts'
import type { Log } from '#log.ts'
import type { Reaction } from '#seam/service.ts'

/** What the relay of a process needs; the times are for tests and unusual machines. */
export type RelayOptions = {
  database: Database
  log: Log
  clock?: Clock
  /** Which services hear which events anywhere in the installation: event name → service names. */
  listeners: Readonly<Record<string, readonly string[]>>
  /** The reactions of the services of this process. */
  reactions: readonly { service: string; reaction: Reaction<any, any> }[]
  /** The context a reaction runs with: `caller` is the service itself in the tenant of whoever said the event. */
  contextFor(service: string, caller: Caller, signal: AbortSignal): unknown
  /** How long the right to deliver to a service outlives its process; default 15 s. A successor on an embedded database does not wait. */
  leaseMs?: number
  /** How often to look for what nobody announced, such as retries; default 1 s. */
  pollMs?: number
  /** Attempts before a delivery is dead; default 14, in about two hours. */
  attempts?: number
  /** Before the first retry; doubles each time; default 1 s. */
  backoffMs?: number
  /** How long a reaction may take; default one minute. */
  timeoutMs?: number
  /** How long a reaction may go on after it was told to stop, before it is left behind; default 5 s. */
  graceMs?: number
  /** How long events that all have heard are kept; default seven days. Those with a dead delivery stay. */
  keepMs?: number
}

/** Brings events from the outbox to the services that hear them. */
export type Relay = {
  start(): Promise<void>
  /** Delivers no more, waits for reactions that run, then aborts them; what was aborted is delivered again and no attempt is counted. */
  drain(patienceMs: number): Promise<void>
  /** Numbers to watch, over all processes. */
  counts(): Promise<EventCounts>
  /** Deliveries given up, latest first. */
  listDead(limit?: number): Promise<DeadDelivery[]>
  /** Delivers an event again to the services that failed to take it in; answers to how many. */
  redrive(eventId: string): Promise<number>
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const routeAtMost = 500
const deliverAtMost = 200

/**
 * Delivers at least once to each service; what one has taken in it does not get again, whatever others do.
 *
 * One process at a time delivers to a service, by a lease, so a reaction never runs twice at once. A service gets the events of a tenant one
 * after another, in the order of their transactions when those followed one another. An event that fails waits for its retry and does not
 * hold up those behind it.
 * Throws when a service has two reactions to one event.
 */
export function createRelay(it: RelayOptions): Relay {
  const { log } = it
  const clock = it.clock ?? systemClock
  const leaseMs = it.leaseMs ?? 15_000
  const pollMs = it.pollMs ?? 1_000
  const attempts = it.attempts ?? 14
  const known = Object.entries(it.listeners).flatMap(([event, services]) => [...new Set(services)].map((listener) => ({ event, listener })))
  const reactions = new Map<string, Reaction<any, any>>()
  for (const { service, reaction } of it.reactions) {
    const key = `${service} ${reaction.event.name}`
    if (reactions.has(key)) throw new Error(`${service} has two reactions to ${reaction.event.name}; make them one`)
    reactions.set(key, reaction)
  }
  const hosted = [...new Set(it.reactions.map(({ service }) => service))]
  const outbox = createOutbox(it.database, { holder: newHolder(), leaseMs, foreignIsDead: it.database.kind === 'embedded' })
  const settle = createCollector<DeliveryOutcome>((outcomes) => outbox.settle(outcomes, clock.now()))
  const bell = createBell()
  const busy = new Map<string, Promise<void>>()
  const stops = new Map<AbortController, string>()
  let held = new Map<string, number>()
  let draining = false
  let ended = false
  let loops: Promise<unknown> = Promise.resolve()
  let unlisten = async () => {}

  const mayDeliver = (service: string) => !draining && (held.get(service) ?? 0) > performance.now()

  const deliver = async (delivery: Delivery): Promise<DeliveryOutcome | undefined> => {
    const { eventId, listener, caller } = delivery
    const done = { eventId, listener, state: 'done' as const, dueAt: null, error: null }
    const reaction = reactions.get(`${listener} ${delivery.name}`)
    // Routed by a process of another version, whose service heard this.
    if (!reaction) return done
    const stop = new AbortController()
    stops.set(stop, listener)
    const work = async () => {
      const context = it.contextFor(listener, serviceCaller(listener, delivery.tenantId, caller.traceId), stop.signal)
      await reaction.run(await z.parseAsync(reaction.event.data, delivery.data), context)
    }
    const ending = await runBounded(work, stop, it.timeoutMs ?? 60_000, it.graceMs ?? 5_000)
    stops.delete(stop)
    if (ending.ok) return done
    const why = stop.signal.aborted ? (stop.signal.reason as JobStopped).why : undefined
    if (why === 'drain' || why === 'lost') return undefined
    const error = why === 'timeout' ? stop.signal.reason : ending.error
    const failures = delivery.attempts + 1
    const state = failures >= attempts ? 'dead' : 'waiting'
    log.warn({ err: error, service: listener, event: delivery.name, eventId, attempt: failures, state, traceId: caller.traceId }, 'a reaction failed')
    const dueAt = new Date(clock.now().getTime() + backoffMs(failures, it.backoffMs ?? 1_000))
    return { ...done, state, dueAt, error: errorText(error) }
  }

  /** Tenants beside each other, the events of one tenant after another. */
  const deliverAll = async (service: string, deliveries: readonly Delivery[]) => {
    const lanes = Map.groupBy(deliveries, (delivery) => delivery.tenantId)
    const written: Promise<void>[] = []
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const delivery of lane) {
          if (!mayDeliver(service)) return
          const outcome = await deliver(delivery)
          if (outcome) written.push(settle(outcome))
        }
      }),
    )
    await Promise.all(written)
  }

  const begin = (service: string, deliveries: readonly Delivery[]) => {
    const task = deliverAll(service, deliveries)
      .catch((error: unknown) => log.error({ err: error, service }, 'could not write what a service has heard; it will hear it again'))
      .finally(() => {
        busy.delete(service)
        bell.ring()
      })
    busy.set(service, task)
  }

  const hold = async () => {
    const until = performance.now() + leaseMs
    const mine = await outbox.hold(hosted)
    held = new Map(mine.map((service) => [service, until]))
    for (const [stop, service] of stops) if (!held.has(service)) stop.abort(new JobStopped('lost'))
  }

  const deliverLoop = async () => {
    let pruneAt = 0
    while (!draining) {
      try {
        if (performance.now() >= pruneAt) {
          await outbox.prune(new Date(clock.now().getTime() - (it.keepMs ?? 7 * dayMs)))
          pruneAt = performance.now() + hourMs
        }
        const routed = await outbox.route(known, clock.now(), routeAtMost)
        if (routed.listeners.some((service) => !held.has(service))) sendNews(it.database, 'kernel_events')
        const free = hosted.filter((service) => !busy.has(service) && mayDeliver(service))
        const due = free.length > 0 ? await outbox.due(free, clock.now(), deliverAtMost) : []
        for (const [service, deliveries] of Map.groupBy(due, (delivery) => delivery.listener)) begin(service, deliveries)
        if (routed.events < routeAtMost) await bell.wait(pollMs)
      } catch (error) {
        log.error({ err: error }, 'could not look for events')
        await bell.wait(pollMs)
      }
    }
  }

  const holdBell = createBell()
  const holdLoop = async () => {
    while (!ended) {
      await holdBell.wait(leaseMs / 3)
      if (ended) return
      try {
        await hold()
      } catch (error) {
        log.error({ err: error }, 'could not renew the right to deliver events')
      }
    }
  }

  return {
    async start() {
      await hold()
      unlisten = await hearNews(it.database, 'kernel_events', () => bell.ring())
      loops = Promise.all([deliverLoop(), holdLoop()])
    },
    async drain(patienceMs) {
      draining = true
      bell.ring()
      let timer: NodeJS.Timeout | undefined
      const quiet = async () => {
        while (busy.size > 0) await Promise.all(busy.values())
      }
      await Promise.race([quiet(), new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))])
      clearTimeout(timer)
      for (const stop of stops.keys()) stop.abort(new JobStopped('drain'))
      await quiet()
      ended = true
      holdBell.ring()
      await loops
      await unlisten()
      await outbox.letGo()
    },
    counts: () => outbox.counts(clock.now()),
    listDead: (limit = 100) => outbox.listDead(limit),
    redrive: (eventId) => outbox.redrive(eventId, clock.now()),
  }
}
