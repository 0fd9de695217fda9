import type { Resolver } from 'node:dns/promises'
import { buildConnector } from 'undici'
import type { Log } from '#log.ts'
import { Fault } from '#seam/fault.ts'
import { openAddressBook } from '#upstream/address-book.ts'
import type { Place } from '#upstream/addresses.ts'
import type { Certificates } from '#upstream/certificates.ts'
import { type TendedInstance, tendInstance } from '#upstream/instance.ts'
import { createRetryBudget } from '#upstream/retry-budget.ts'
import { upstreamText } from '#upstream/upstream-text.ts'
import type { Upstreams } from '#upstream/upstreams.ts'

export type UpstreamOptions = {
  /** Addresses by service: `http://host:port`, `https://host:port`, `dns://name:port` (every address of the name) or `srv://name` (its SRV records). */
  addresses: Readonly<Record<string, readonly string[]>>
  /** A JSON file, service → address or addresses, read again when it changes; it goes before `addresses`. */
  file?: string | undefined
  log: Log
  /** What is shown to other processes and believed of them; names then stand for `https:` addresses. */
  certificates?: Certificates | undefined
  /** Services that run in this process, whose addresses are of no use to it. */
  here?: readonly string[]
  /** Whether there is a service of this name; unset: every name is one. */
  isService?: (name: string) => boolean
  /** Name servers of one's own choice; unset: names are resolved as every program of this machine does. */
  resolver?: Resolver
  /** How often instances are asked how they do, names are resolved and the file is looked at, in ms. */
  healthMs?: number
  namesMs?: number
  fileMs?: number
}

type Group = { instances: TendedInstance[]; budget: ReturnType<typeof createRetryBudget>; retries: number; refusals: number }

/** How long connections may take to end before they are cut. */
const partingMs = 1_000

/** Looks after the instances of services in other processes. Throws `AddressRefusal` when the addresses cannot be read. */
export async function createUpstreams(options: UpstreamOptions): Promise<Upstreams> {
  const { log } = options
  const groups = new Map<string, Group>()
  const parting = new Map<TendedInstance, Promise<void>>()

  const groupOf = (service: string): Group => {
    let group = groups.get(service)
    if (!group) groups.set(service, (group = { instances: [], budget: createRetryBudget(Date.now), retries: 0, refusals: 0 }))
    return group
  }
  const part = (those: readonly TendedInstance[]) => {
    for (const it of those)
      parting.set(
        it,
        it.leaveAlone().finally(() => parting.delete(it)),
      )
  }

  const tend = (service: string, place: Place, { budget }: Group) => {
    const connect = connectorTo(place, options.certificates)
    return tendInstance(place, { service, log, connect, healthMs: options.healthMs ?? 2_000, onAnswered: budget.earn })
  }
  // A connection keeps the certificate it was made with, so that new ones are made.
  options.certificates?.onChange(() => {
    for (const [service, group] of groups) {
      part(group.instances)
      group.instances = group.instances.map((it) => tend(service, it.place, group))
    }
  })

  const book = await openAddressBook({
    addresses: options.addresses,
    file: options.file,
    isService: options.isService ?? (() => true),
    names: { scheme: options.certificates ? 'https' : 'http', ...(options.resolver ? { resolver: options.resolver } : {}) },
    everyMs: { names: options.namesMs ?? 5_000, file: options.fileMs ?? 1_000 },
    log,
    onPlaces(service, places) {
      if (options.here?.includes(service)) return
      const group = groupOf(service)
      const known = new Map(group.instances.map((it) => [it.address, it]))
      part(group.instances.filter((it) => !places.some(({ address }) => address === it.address)))
      group.instances = places.map((place) => known.get(place.address) ?? tend(service, place, group))
    },
    onGone(service) {
      part(groups.get(service)?.instances ?? [])
      groups.delete(service)
    },
  })

  return {
    knows: (service) => groups.has(service),
    take(service, without) {
      const group = groups.get(service)
      for (const isLast of [false, true]) {
        const instance = group && leastLoaded(group.instances, without, isLast)
        if (instance) return instance.take(instance.leave(isLast)!)
      }
      if (group) group.refusals++
      throw new Fault('server.unavailable', { service, why: group ? 'no instance of it is well' : 'no address of it is known' })
    },
    mayRetry(service) {
      const group = groups.get(service)
      if (!group?.budget.spend()) return false
      group.retries++
      return true
    },
    list: () => [...groups].map(([service, { instances }]) => ({ service, instances: instances.map((it) => it.present()) })),
    text: () => upstreamText(groups),
    async close() {
      book.close()
      const all = [...[...groups.values()].flatMap((it) => it.instances), ...parting.keys()]
      groups.clear()
      await Promise.race([Promise.all(all.map((it) => it.leaveAlone())), new Promise((resolve) => setTimeout(resolve, partingMs).unref())])
      await Promise.all(all.map((it) => it.destroy()))
    },
  }
}

/** The instance with the fewest requests on their way; among equals the quicker of two, drawn with replacement so that the slow are heard of too. */
function leastLoaded(instances: readonly TendedInstance[], without: ReadonlySet<string> | undefined, isLast: boolean): TendedInstance | undefined {
  let equals: TendedInstance[] = []
  let least = Number.POSITIVE_INFINITY
  for (const it of instances) {
    const load = it.load()
    if (load > least || without?.has(it.address) || !it.leave(isLast)) continue
    if (load < least) equals = []
    least = load
    equals.push(it)
  }
  if (equals.length < 2) return equals[0]
  const draw = () => equals[Math.floor(Math.random() * equals.length)]!
  const [one, other] = [draw(), draw()]
  return one.latency() <= other.latency() ? one : other
}

function connectorTo({ serverName }: Place, certificates: Certificates | undefined): buildConnector.connector {
  return buildConnector({ timeout: 2_000, ...(serverName ? { servername: serverName } : {}), ...certificates?.current() })
}
