import { lookup, type Resolver } from 'node:dns/promises'
import { isIPv6 } from 'node:net'

/** Where one instance is, and by which name its certificate is to be known when the address is a number. */
export type Place = { address: string; serverName?: string }

/** An address as an operator writes it: one place, or a name behind which there may be several. */
export type Spec = { kind: 'place'; place: Place } | { kind: 'host'; name: string; port: number } | { kind: 'service'; name: string }

/** Reads `http(s)://host:port`, `dns://name:port` or `srv://_service._proto.name`; undefined when it is none of them. */
export function readSpec(text: string): Spec | undefined {
  const [, scheme, name, port] = /^(dns|srv):\/\/([\w.-]{1,253})(?::(\d{1,5}))?\/?$/.exec(text.trim()) ?? []
  if (scheme === 'srv' && name && port === undefined) return { kind: 'service', name }
  if (scheme === 'dns' && name && Number(port) > 0 && Number(port) < 65_536) return { kind: 'host', name, port: Number(port) }
  if (scheme !== undefined || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isPlain = (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return isPlain ? { kind: 'place', place: { address: url.origin } } : undefined
}

/** How names are asked for: of the machine, as every program is answered, or of name servers of one's own choice. */
export type Names = { resolver?: Resolver; scheme: 'http' | 'https' }

/** The places behind a spec now. Throws when the name cannot be resolved. */
export async function placesOf(spec: Spec, names: Names): Promise<Place[]> {
  if (spec.kind === 'place') return [spec.place]
  if (spec.kind === 'host') return hostPlaces(spec.name, spec.port, names)
  const { Resolver: SystemResolver } = await import('node:dns/promises')
  const records = await (names.resolver ?? new SystemResolver({ timeout: 2_000, tries: 2 })).resolveSrv(spec.name)
  const first = Math.min(...records.map((it) => it.priority))
  const wanted = records.filter((it) => it.priority === first)
  return (await Promise.all(wanted.map((it) => hostPlaces(it.name, it.port, names)))).flat()
}

async function hostPlaces(name: string, port: number, { resolver, scheme }: Names): Promise<Place[]> {
  const found = resolver ? await resolved(name, resolver) : (await lookup(name, { all: true })).map((it) => it.address)
  return [...new Set(found)].map((it) => ({ address: `${scheme}://${isIPv6(it) ? `[${it}]` : it}:${port}`, serverName: name }))
}

async function resolved(name: string, resolver: Resolver): Promise<string[]> {
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  const found = answers.flatMap((it) => (it.status === 'fulfilled' ? it.value : []))
  if (found.length === 0) throw (answers[0] as PromiseRejectedResult).reason
  return found
}
