import type { Client, Contract } from '@myna/contracts'
import { auditEvents } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import type { Broker } from '@myna/ports/broker'
import type { FanOut } from '@myna/ports/fan-out'
import { type Clock, systemClock } from '#clock.ts'
import { newId } from '#db/ids.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { createRelay } from '#events/relay.ts'
import { createJobs } from '#jobs/jobs.ts'
import { watchWork } from '#jobs/watch-work.ts'
import { createWorkDesk, type WorkDesk } from '#jobs/work-desk.ts'
import { createLive } from '#live.ts'
import type { Log } from '#log.ts'
import { watchHouse } from '#house-metrics.ts'
import { createMetrics, type Metrics } from '#metrics.ts'
import type { Hosted } from '#seam/dispatch.ts'
import { createIdempotency } from '#seam/idempotency.ts'
import { type Asker, localClients } from '#seam/local-client.ts'
import { remoteClients } from '#seam/remote-client.ts'
import type { Service } from '#seam/service.ts'
import { ServiceContext, type Origin, type ServiceGround } from '#seam/service-context.ts'
import type { Tracer } from '#trace/tracer.ts'
import type { Upstreams } from '#upstream/upstreams.ts'
import type { Vault } from '#vault.ts'

/** A service as the house sees it, whatever its own types. */
// biome-ignore lint/suspicious/noExplicitAny: the house treats services of every shape alike
export type AnyService = Service<any, any, any, any>

export type HouseOptions = {
  services: readonly AnyService[]
  /** Services in other processes; its owner closes it. */
  upstreams?: Upstreams | undefined
  /** Contracts of all services that may be needed, by name. */
  contracts: Readonly<Record<string, Contract>>
  /** Which services hear which events anywhere in the installation: event name → service names. */
  listeners?: Readonly<Record<string, readonly string[]>>
  database: Database
  /** Carries wake-ups to other processes; absent: nobody waits elsewhere. */
  fanOut?: FanOut
  /** Carries word of events to other processes; without one the database does. */
  broker?: Broker | undefined
  /** What each service is given: adapters and settings, by service name. */
  ports: Readonly<Record<string, unknown>>
  vault: Vault
  /** Shared by all processes of an installation; signs callers between them. */
  secret: Uint8Array
  log: Log
  /** Begins traces; without one nothing is traced. */
  tracer?: Tracer | undefined
  /** Where measures are kept; its own otherwise. */
  metrics?: Metrics | undefined
  clock?: Clock
  /** Check answers against their contracts too; for tests. */
  checkOutput?: boolean
}

/** Why services cannot be wired together, as one sentence for the person who starts Myna. */
export class HouseRefusal extends Error {
  override name = 'HouseRefusal'
}

/** The services of one process, wired to each other, the database, jobs and events. */
export type House = {
  hosted: ReadonlyMap<string, Hosted>
  /** A client of a service, here or far, on behalf of an asker. */
  client(service: string, asker: Asker): Client<Contract>
  contextFor(service: string, origin: Origin): ServiceContext
  idempotency: ReturnType<typeof createIdempotency>
  /** Services in other processes, if there are any. */
  upstreams: Upstreams | undefined
  tracer: Tracer | undefined
  metrics: Metrics
  counts(): Promise<Record<string, number>>
  desk: WorkDesk
  start(): Promise<void>
  /** Stops taking work, lets running work end for up to `patienceMs`, then aborts it. */
  drain(patienceMs: number): Promise<void>
}

const kernelMigrations = ['seam', 'events', 'jobs'].map((name) => ({
  name: `kernel-${name}`,
  schema: 'kernel',
  migrations: new URL(`./${name}/migrations/`, import.meta.url),
}))

/** Brings the tables of the kernel and of services to their newest shape. Throws a refusal, in a sentence, when that cannot be. */
export function migrateAll(database: Database, services: readonly AnyService[], log: Log): Promise<void> {
  return migrate(database, [...kernelMigrations, ...services.map((it) => ({ name: it.name, schema: it.name, migrations: it.migrations }))], log)
}

/** Migrates the database and wires services together. Refuses unknown needs and circles of needs, naming them. */
export async function createHouse(options: HouseOptions): Promise<House> {
  const { database, log, tracer, vault, secret, upstreams } = options
  const clock = options.clock ?? systemClock
  const metrics = options.metrics ?? createMetrics()
  const byName = new Map(options.services.map((it) => [it.name, it]))
  checkNeeds(options.services, (name) => upstreams?.knows(name) ?? false)

  await migrateAll(database, options.services, log)

  const live = createLive(options.fanOut)
  const idempotency = createIdempotency(createServiceDb(database, 'kernel'), vault)
  const hosted = new Map<string, Hosted>([...byName].map(([name, service]) => [name, { service, checkOutput: options.checkOutput ?? false }]))
  const grounds = new Map<string, ServiceGround>()
  const clients = new Map<string, (asker: Asker) => Client<Contract>>()

  const contextFor = (name: string, origin: Origin) => new ServiceContext(grounds.get(name)!, origin)
  const jobContext = (name: string, caller: Caller, signal: AbortSignal) => contextFor(name, { caller, signal })
  const jobs = createJobs({
    database,
    definitions: [...byName.values()].flatMap((service) =>
      Object.entries(service.jobs ?? {}).map(([name, definition]) => ({ service: service.name, name, definition })),
    ),
    contextFor: jobContext,
    log,
    tracer,
    clock,
  })
  const relay = createRelay({
    database,
    log,
    broker: options.broker,
    tracer,
    listeners: options.listeners ?? listenersOf(byName.values()),
    reactions: [...byName.values()].flatMap((service) => Object.values(service.hears ?? {}).map((it) => ({ service: service.name, reaction: it }))),
    contextFor: jobContext,
  })

  for (const service of byName.values()) {
    const prototype = Object.defineProperties(
      {},
      Object.fromEntries(
        Object.keys(service.needs).map((need) => [
          need,
          {
            get(this: { context: ServiceContext }) {
              return clients.get(need)!(this.context)
            },
          },
        ]),
      ),
    )
    grounds.set(service.name, {
      name: service.name,
      db: createServiceDb(database, service.name),
      ports: options.ports[service.name] ?? {},
      live,
      vault,
      log,
      tracer,
      metrics,
      clock,
      clientsFor: (context) => Object.create(prototype, { context: { value: context } }),
      senderFor: (caller) => jobs.senderFor(service.name, caller),
      tell: relay.tell,
      note: (tx, act, caller) =>
        relay.tell(
          tx,
          auditEvents.actNoted,
          {
            id: newId(),
            actor: caller.subject,
            actorName: caller.name ?? null,
            ip: caller.ip ?? null,
            traceId: caller.traceId,
            at: clock.now().toISOString(),
            detail: {},
            ...act,
          },
          caller,
        ),
    })
    clients.set(
      service.name,
      localClients(hosted.get(service.name)!, (origin) => contextFor(service.name, origin)),
    )
  }
  // An address may become known later: every service that is not here can be asked, and is unavailable as long as it has none.
  if (upstreams)
    for (const [name, contract] of Object.entries(options.contracts))
      if (!clients.has(name)) clients.set(name, remoteClients({ name, contract, upstreams, secret }))

  const counts = async () => ({ ...(await relay.counts()), ...(await jobs.counts()) })
  watchHouse(metrics, { database, services: byName.values(), counts })
  watchWork(metrics, { relay, jobs, services: [...byName.keys()] })

  const stops: (() => Promise<void>)[] = []
  return {
    hosted,
    tracer,
    metrics,
    idempotency,
    upstreams,
    contextFor,
    client(name, asker) {
      const open = clients.get(name)
      if (!open) throw new Error(`no service ${name} here and no address of it`)
      return open(asker)
    },
    counts,
    desk: createWorkDesk(database),
    async start() {
      for (const service of byName.values()) {
        const stop = await service.start?.(contextFor(service.name, { caller: ownCaller(service.name), signal: new AbortController().signal }))
        if (stop) stops.push(stop)
      }
      await jobs.start()
      await relay.start()
    },
    async drain(patienceMs) {
      await relay.drain(patienceMs)
      await jobs.drain(patienceMs)
      for (const stop of stops.reverse()) await stop()
    },
  }
}

/** The caller a service is to itself, of no tenant. */
function ownCaller(name: string): Caller {
  return { tenantId: null, subject: `service:${name}`, roles: [], scopes: ['*'], traceId: `start-${name}` }
}

/** Which services hear what, as far as these services go. */
export function listenersOf(services: Iterable<AnyService>): Record<string, string[]> {
  const listeners: Record<string, string[]> = {}
  for (const service of services) for (const { event } of Object.values(service.hears ?? {})) (listeners[event.name] ??= []).push(service.name)
  return listeners
}

/** Throws `HouseRefusal` when a service needs one that is neither among these nor has an address, or when needs run in a circle. */
export function checkNeeds(those: readonly AnyService[], isElsewhere: (service: string) => boolean): void {
  const services = new Map(those.map((it) => [it.name, it]))
  for (const { name, needs } of services.values())
    for (const need of Object.keys(needs))
      if (!services.has(need) && !isElsewhere(need))
        throw new HouseRefusal(
          `${name} needs ${need}, which is neither started here nor has an address. Start it here too, or set MYNA_ADDRESSES=${need}=http://host:port`,
        )
  const walk = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw new HouseRefusal(`There is a circle of needs: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`)
    for (const need of Object.keys(services.get(name)?.needs ?? {})) walk(need, [...path, name])
  }
  for (const name of services.keys()) walk(name, [])
}
