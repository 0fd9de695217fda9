import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { WebFault } from '@myna/ports/web'
import { Agent, buildConnector } from 'undici'
import type { AllowedHosts } from '#checked-address.ts'
import { isPublicAddress } from '#public-address.ts'

/** Finds the addresses of a name. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

/** The resolver of this machine. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true })

const connectTimeoutMs = 10_000
/** A message of a WebSocket beyond this ends it. */
const maxMessageBytes = 4_000_000

/** Connections that lead to the open internet or to a host the operator allows, and nowhere else; `connections` at once to one host. */
export function createGuardedAgent(allowedHosts: AllowedHosts, resolve: Resolve, connections = 8): Agent {
  return new Agent({
    connect: guardedConnector(allowedHosts, resolve),
    connections,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 32_768,
    allowH2: false,
    webSocket: { maxPayloadSize: maxMessageBytes },
  })
}

function guardedConnector(allowedHosts: AllowedHosts, resolve: Resolve): buildConnector.connector {
  const shared = { timeout: connectTimeoutMs, allowH2: false }
  const open = buildConnector(shared)
  const guarded = buildConnector({ ...shared, lookup: checkedLookup(resolve) } as buildConnector.BuildOptions)
  return (target, done) => {
    const host = target.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
    const port = target.port || (target.protocol === 'https:' ? '443' : '80')
    if (allowedHosts.has(host, port)) return open(target, done)
    // A literal address never reaches `lookup`.
    if (isIP(host) && !isPublicAddress(host)) return done(new WebFault('private_address', `${host} is not on the open internet`), null)
    guarded(target, done)
  }
}

function checkedLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    publicAddresses(host, resolve).then(
      (found) => (options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      (error: NodeJS.ErrnoException) => done(error, []),
    )
  }
}

/** Every address of a name, all of them of the open internet. Throws `WebFault` `unreachable` or `private_address`. */
export async function publicAddresses(host: string, resolve: Resolve): Promise<{ address: string; family: number }[]> {
  const found = await resolve(host).catch((error: unknown) => {
    throw new WebFault('unreachable', `the name ${host} could not be found`, { cause: error })
  })
  if (found.length === 0) throw new WebFault('unreachable', `the name ${host} has no address`)
  const inside = found.find(({ address }) => !isPublicAddress(address))
  if (inside) throw new WebFault('private_address', `${host} leads to ${inside.address}, which is not on the open internet`)
  return found
}
