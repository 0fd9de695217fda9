import { hostname, networkInterfaces } from 'node:os'
import { type Certificates, createUpstreams, type Log, type Upstreams } from '@myna/kernel'
import { type Config, ConfigRefusal } from '#config.ts'
import { serviceLoaders } from '#services.ts'

/**
 * Services in other processes, as `MYNA_ADDRESSES` and `MYNA_ADDRESS_FILE` tell; one that also runs `here` is reached here. Undefined when none is named. Throws
 * a refusal, in a sentence, for names that are no services and for addresses that are this process itself.
 */
export async function openNeighbours(config: Config, here: readonly string[], log: Log, certificates?: Certificates): Promise<Upstreams | undefined> {
  const { addresses, addressFile: file } = config
  const unknown = Object.keys(addresses).find((it) => !Object.hasOwn(serviceLoaders, it))
  if (unknown !== undefined) throw new ConfigRefusal(`MYNA_ADDRESSES names "${unknown}", which is no service.`)
  const isElsewhere = Object.keys(addresses).some((it) => !here.includes(it))
  if (!isElsewhere && file === undefined) return undefined
  if (!config.databaseUrl)
    throw new ConfigRefusal('Services in several processes need a PostgreSQL server: set DATABASE_URL. The embedded database belongs to one process.')
  const upstreams = await createUpstreams({ addresses, file, here, certificates, isService: (name) => Object.hasOwn(serviceLoaders, name), log })
  const places = upstreams.list().flatMap(({ service, instances }) => instances.map(({ address }) => ({ service, address })))
  const refusal = places.map((it) => refusalOf(it, config, certificates)).find((it) => it !== undefined)
  if (refusal === undefined) return upstreams
  await upstreams.close()
  throw new ConfigRefusal(refusal)
}

/** Why a service cannot be meant to be at an address. */
function refusalOf({ service, address }: { service: string; address: string }, config: Config, certificates: Certificates | undefined): string | undefined {
  if (isOwn(address, config))
    return `${service} is said to be at ${address}, which is this process, and it does not run ${service}. Add ${service} to MYNA_TARGET, or give the address of the process that runs it.`
  if (certificates?.isMutual && address.startsWith('http:'))
    return `MYNA_TLS_CA is set, so that processes believe each other over TLS alone, but ${service} is said to be at ${address}. Write https:// there.`
  return undefined
}

/** Whether an address is the one this process listens at. */
function isOwn(address: string, { host, port }: Config): boolean {
  const url = new URL(address)
  const asked = url.hostname.replace(/^\[|\]$/g, '')
  if (port === 0 || Number(url.port || (url.protocol === 'https:' ? 443 : 80)) !== port) return false
  const loopback = ['localhost', '127.0.0.1', '::1']
  if (host === 'localhost') return loopback.includes(asked)
  if (host !== '0.0.0.0' && host !== '::') return asked === host
  const interfaces = Object.values(networkInterfaces()).flatMap((it) => (it ?? []).map((one) => one.address))
  return [...loopback, hostname(), ...interfaces].includes(asked)
}
