import type { Caller } from '@myna/contracts/caller'
import type { Broker } from '@myna/ports/broker'
import { z } from 'zod'
import { JobStopped, runBounded } from '#jobs/attempt.ts'
import { backoffMs } from '#jobs/backoff.ts'
import { createBell } from '#jobs/bell.ts'
import { createCollector } from '#jobs/collector.ts'
import { errorText } from '#jobs/error-text.ts'
import { newHolder } from '#jobs/holder.ts'
import { hearNews, tellElsewhere, tellHere } from '#jobs/news.ts'
import { serviceCaller } from '#jobs/service-caller.ts'
import { createOutbox, type DeadDelivery, type Delivery, type DeliveryOutcome, type EventCounts, type Lane, type ServiceEvents } from '#events/outbox.ts'
import { createTell, type Tell, type Told } from '#events/tell.ts'
import { createTickets } from '#events/tickets.ts'
import type { Database } from '#db/open-database.ts'
import type { Log } from '#log.ts'
import type { Reaction } from '#seam/service.ts'
import { traceWork } from '#trace/trace-work.ts'
import type { Tracer } from '#trace/tracer.ts'

/** What the relay of a process needs; the times are for tests and unusual machines. */
export type RelayOptions = {
  database: Database
  log: Log
  tracer?: Tracer | undefined
  /** Carries word of events between processes; without one the database does, by NOTIFY. */
  broker?: Broker | undefined
  /** Which services hear which events anywhere in the installation: event name → service names. */
  listeners: Readonly<Record<string, readonly string[]>>
  /** The reactions of the services of this process. */
  reactions: readonly { service: string; reaction: Reaction<any, any> }[]
  /** The context a reaction runs with: `caller` is the service itself in the tenant of whoever said the event. */
  contextFor(service: string, caller: Caller, signal: AbortSignal): unknown
  /** How long the right to deliver to a service outlives its process; default 15 s. A successor on an embedded database does not wait. */
  leaseMs?: number
  /** How often to look for what nobody announced, such as retries and events whose word was lost; default 1 s. */
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
  tell: Tell
  start(): Promise<void>
  /** Delivers no more, waits for reactions that run, then aborts them; what was aborted is delivered again and no attempt is counted. */
  drain(patienceMs: number): Promise<void>
  /** Numbers to watch, over all processes. */
  counts(): Promise<EventCounts>
  countsByService(): Promise<ServiceEvents[]>
  /** What this process has seen since it began: deliveries after a failure, by service, and words that the broker did not take. */
  seen(): { redeliveries: Readonly<Record<string, number>>; publishFailures: number }
  /** Deliveries given up, latest first. */
  listDead(limit?: number): Promise<DeadDelivery[]>
  /** Delivers an event again to the services that failed to take it in; answers to how many. */
  redrive(eventId: string): Promise<number>
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const routeEveryMs = 10_000
const routeAtMost = 500
/** Of one service: reactions at once, and how many events of one tenant are taken on together. */
const lanesAtOnce = 100
const ofLaneAtOnce = 50

type BusyLane = Lane & { work: Promise<void> /** Somebody looked for events meanwhile and left this lane out. */; passedOver: boolean }

/**
 * Delivers at least once to each service; what one has taken in it does not get again, whatever others do.
 *
 * One process at a time delivers to a service, by a lease, so a reaction never runs twice at once. A service gets the events of a tenant one
 * after another, in the order of their transactions when those followed one another. An event that fails waits for its retry and does not
 * hold up those behind it, and no tenant waits for the events of another.
 *
 * Nothing is lost to a process killed at any point, since an event is only ever in one of two states of the database, each reached by a commit:
 * - before the commit of the act there is no event, after it there are the event and its deliveries, waiting;
 * - a delivery leaves that state when its outcome is committed, which is after the reaction has ended.
 * Killed between commit and word, or with the word lost on its way: whoever holds the lease finds the delivery when it looks next, within `pollMs`.
 * Killed between taking the word and the reaction, in the reaction, or between its end and its outcome: the delivery still waits, and whoever gets the lease
 * next looks for it before anything else, with or without word; the reaction runs again. Killed between the outcome and the end of the word: the word
 * comes again, and what it tells of waits no more.
 * Throws when a service has two reactions to one event.
 */
export function createRelay(it: RelayOptions): Relay {
  const { log } = it
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
  const settle = createCollector<DeliveryOutcome>((outcomes) => outbox.settle(outcomes))
  const bell = createBell()
  const tickets = it.broker && createTickets({ broker: it.broker, log, onWord: () => bell.ring() })
  const busy = new Map<string, BusyLane>()
  const redeliveries: Record<string, number> = {}
  const stops = new Map<AbortController, string>()
  let held = new Map<string, number>()
  let draining = false
  let ended = false
  let loops: Promise<unknown> = Promise.resolve()
  let unlisten = async () => {}

  const mayDeliver = (service: string) => !draining && (held.get(service) ?? 0) > performance.now()

  /** Wakes those who deliver to these services: here at once, elsewhere by the broker, or by the database where there is none or it is away. */
  const wake = (told: readonly Told[]) => {
    tellHere(it.database, 'kernel_events', [...new Set(told.map(({ listener }) => listener))])
    const far = told.filter(({ listener }) => !mayDeliver(listener))
    if (far.length === 0) return
    const byDatabase = (listeners: readonly string[]) => tellElsewhere(it.database, 'kernel_events', listeners)
    if (tickets) tickets.send(far, byDatabase)
    else byDatabase([...new Set(far.map(({ listener }) => listener))])
  }

  const deliver = async (delivery: Delivery): Promise<DeliveryOutcome | undefined> => {
    const { eventId, listener, caller } = delivery
    const done = { eventId, listener, state: 'done' as const, retryInMs: null, error: null }
    const reaction = reactions.get(`${listener} ${delivery.name}`)
    // Routed by a process of another version, whose service heard this.
    if (!reaction) return done
    if (delivery.attempts > 0) redeliveries[listener] = (redeliveries[listener] ?? 0) + 1
    const stop = new AbortController()
    stops.set(stop, listener)
    const work = traceWork(it.tracer, `${listener} hears ${delivery.name}`, caller, delivery.tenantId, async () => {
      const context = it.contextFor(listener, serviceCaller(listener, delivery.tenantId, caller.traceId), stop.signal)
      await reaction.run(await z.parseAsync(reaction.event.data, delivery.data), context)
    })
    const ending = await runBounded(work, stop, it.timeoutMs ?? 60_000, it.graceMs ?? 5_000)
    stops.delete(stop)
    if (ending.ok) return done
    const why = stop.signal.aborted ? (stop.signal.reason as JobStopped).why : undefined
    if (why === 'drain' || why === 'lost') return undefined
    const error = why === 'timeout' ? stop.signal.reason : ending.error
    const failures = delivery.attempts + 1
    const state = failures >= attempts ? 'dead' : 'waiting'
    log.warn({ err: error, service: listener, event: delivery.name, eventId, attempt: failures, state, traceId: caller.traceId }, 'a reaction failed')
    return { ...done, state, retryInMs: backoffMs(failures, it.backoffMs ?? 1_000), error: errorText(error) }
  }

  /** The events of one tenant one after another. */
  const deliverAll = async (deliveries: readonly Delivery[]) => {
    const written: Promise<void>[] = []
    for (const delivery of deliveries) {
      if (!mayDeliver(delivery.listener)) break
      const outcome = await deliver(delivery)
      if (!outcome) continue
      const write = settle(outcome)
      // It may fail while a later reaction still runs; what went wrong is told below.
      write.catch(() => {})
      written.push(write)
    }
    // All of them: who looks again while one is being written would find what it tells of still waiting.
    const failed = (await Promise.allSettled(written)).find((it) => it.status === 'rejected')
    if (failed) throw failed.reason
  }

  const begin = ({ listener, tenantId }: Lane, deliveries: readonly Delivery[]): Promise<void> => {
    const key = `${listener} ${tenantId}`
    const lane: BusyLane = { listener, tenantId, work: Promise.resolve(), passedOver: false }
    busy.set(key, lane)
    lane.work = deliverAll(deliveries)
      .catch((error: unknown) => log.error({ err: error, service: listener }, 'could not write what a service has heard; it will hear it again'))
      .finally(() => {
        busy.delete(key)
        if (lane.passedOver || deliveries.length >= ofLaneAtOnce) bell.ring()
      })
    return lane.work
  }

  /** Looks for what is due and begins to deliver it. */
  const look = async () => {
    const room = hosted.filter((service) => mayDeliver(service) && busyOf(service) < lanesAtOnce)
    if (room.length === 0) return
    const words = tickets?.take(room)
    const lanes = [...busy.values()]
    for (const lane of lanes) lane.passedOver = true
    try {
      const due = await outbox.due(room, lanes, lanesAtOnce, ofLaneAtOnce)
      const begun = [...Map.groupBy(due, ({ listener, tenantId }) => `${listener} ${tenantId}`).values()].map((those) => begin(those[0]!, those))
      void Promise.all(begun).then(() => words?.settle('done'))
      if (due.length >= lanesAtOnce) bell.ring()
    } catch (error) {
      words?.settle('again')
      throw error
    }
  }
  const busyOf = (service: string) => [...busy.values()].filter((lane) => lane.listener === service).length

  const hold = async () => {
    const until = performance.now() + leaseMs
    const mine = await outbox.hold(hosted)
    held = new Map(mine.map((service) => [service, until]))
    for (const [stop, service] of stops) if (!held.has(service)) stop.abort(new JobStopped('lost'))
    tickets?.follow(new Set(held.keys()))
  }

  const deliverLoop = async () => {
    let pruneAt = 0
    let routeAt = 0
    while (!draining) {
      try {
        if (performance.now() >= pruneAt) {
          await outbox.prune(it.keepMs ?? 7 * dayMs)
          pruneAt = performance.now() + hourMs
        }
        if (performance.now() >= routeAt) {
          await outbox.route(known, routeAtMost)
          routeAt = performance.now() + routeEveryMs
        }
        await look()
        await bell.wait(pollMs)
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

  const hosts = new Set(hosted)
  const countsOf = (services: readonly ServiceEvents[]): EventCounts => ({
    events_waiting: services.reduce((sum, one) => sum + one.waiting, 0),
    events_dead: services.reduce((sum, one) => sum + one.dead, 0),
    events_late_seconds: Math.max(0, ...services.map((one) => one.lateSeconds)),
  })
  return {
    tell: createTell(it.listeners, wake),
    async start() {
      await hold()
      unlisten = await hearNews(it.database, 'kernel_events', (_payload, services) => {
        if (services.length === 0 || services.some((service) => hosts.has(service))) bell.ring()
      })
      loops = Promise.all([deliverLoop(), holdLoop()])
    },
    async drain(patienceMs) {
      draining = true
      bell.ring()
      let timer: NodeJS.Timeout | undefined
      const quiet = async () => {
        while (busy.size > 0) await Promise.all([...busy.values()].map((lane) => lane.work))
      }
      await Promise.race([quiet(), new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))])
      clearTimeout(timer)
      for (const stop of stops.keys()) stop.abort(new JobStopped('drain'))
      await quiet()
      ended = true
      holdBell.ring()
      await loops
      await tickets?.stop()
      await unlisten()
      await outbox.letGo()
    },
    counts: async () => countsOf(await outbox.countsByService()),
    countsByService: () => outbox.countsByService(),
    seen: () => ({ redeliveries: { ...redeliveries }, publishFailures: tickets?.failures() ?? 0 }),
    listDead: (limit = 100) => outbox.listDead({ limit }),
    redrive: (eventId) => outbox.redrive(eventId),
  }
}
