import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address (dotted IPv4, or IPv6 without brackets) belongs to the open internet. Everything the IANA
 * special-purpose registries (RFC 6890) set aside is not: private, loopback, link-local, shared, multicast, reserved,
 * documentation, benchmarking, and every IPv6 form that carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || (parsed.zoneId === undefined && parsed.match(globalUnicast))
}

/** Names that mean a place inside: RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`, and what routers and offices make up. */
const insideSuffixes = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain', 'home.arpa', 'test', 'invalid', 'onion']

/** Whether a host name (lower case, no trailing dot) can only mean a machine inside a network: a single label or a suffix set aside for that. */
export function isInsideName(host: string): boolean {
  return !host.includes('.') || insideSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}
