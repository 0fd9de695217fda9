import type { Client, Contract } from '@myna/contracts'
import { auditEvents } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import { type Clock, systemClock } from '#clock.ts'
import { newId } from '#db/ids.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { createRelay } from '#events/relay.ts'
import { tell } from '#events/tell.ts'
import { createJobs } from '#jobs/jobs.ts'
import { createLive } from '#live.ts'
import type { Log } from '#log.ts'
import type { Hosted } from '#seam/dispatch.ts'
import { createIdempotency } from '#seam/idempotency.ts'
import { type Asker, localClients } from '#seam/local-client.ts'
import { remoteClients } from '#seam/remote-client.ts'
import type { Service } from '#seam/service.ts'
import { ServiceContext, type Origin, type ServiceGround } from '#seam/service-context.ts'
import type { Vault } from '#vault.ts'

/** A service as the house sees it, whatever its own types. */
// biome-ignore lint/suspicious/noExplicitAny: the house treats services of every shape alike
export type AnyService = Service<any, any, any, any>

export type HouseOptions = {
  services: readonly AnyService[]
  /** Services in other processes: name → `http://host:port`. */
  remotes?: Readonly<Record<string, string>>
  /** Contracts of all services that may be needed, by name. */
  contracts: Readonly<Record<string, Contract>>
  /** Which services hear which events anywhere in the installation: event name → service names. */
  listeners?: Readonly<Record<string, readonly string[]>>
  database: Database
  /** What each service is given: adapters and settings, by service name. */
  ports: Readonly<Record<string, unknown>>
  vault: Vault
  /** Shared by all processes of an installation; signs callers between them. */
  secret: Uint8Array
  log: Log
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
  counts(): Promise<Record<string, number>>
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
  const { database, log, vault, secret, remotes = {} } = options
  const clock = options.clock ?? systemClock
  const byName = new Map(options.services.map((it) => [it.name, it]))
  checkNeeds(options.services, remotes)

  await migrateAll(database, options.services, log)

  const live = createLive()
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
    clock,
  })
  const relay = createRelay({
    database,
    log,
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
      clock,
      clientsFor: (context) => Object.create(prototype, { context: { value: context } }),
      senderFor: (caller) => jobs.senderFor(service.name, caller),
      tell: (tx, event, data, caller) => tell(tx, event, data, caller),
      note: (tx, act, caller) =>
        tell(
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
  for (const [name, address] of Object.entries(remotes)) {
    const contract = options.contracts[name]
    if (contract && !clients.has(name)) clients.set(name, remoteClients({ name, contract, address, secret }))
  }

  const stops: (() => Promise<void>)[] = []
  return {
    hosted,
    idempotency,
    contextFor,
    client(name, asker) {
      const open = clients.get(name)
      if (!open) throw new Error(`no service ${name} here and no address of it`)
      return open(asker)
    },
    counts: async () => ({ ...(await relay.counts()), ...(await jobs.counts()) }),
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
export function checkNeeds(those: readonly AnyService[], remotes: Readonly<Record<string, string>>): void {
  const services = new Map(those.map((it) => [it.name, it]))
  for (const { name, needs } of services.values())
    for (const need of Object.keys(needs))
      if (!services.has(need) && !remotes[need])
        throw new HouseRefusal(
          `${name} needs ${need}, which is neither started here nor has an address. Start it here too, or set MYNA_ADDRESSES=${need}=http://host:port`,
        )
  const walk = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw new HouseRefusal(`There is a circle of needs: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`)
    for (const need of Object.keys(services.get(name)?.needs ?? {})) walk(need, [...path, name])
  }
  for (const name of services.keys()) walk(name, [])
}
