import { isIP } from 'node:net'
import { WebFault } from '@myna/ports/web'
import { isInsideName, isPublicAddress } from '#public-address.ts'

/** Hosts the operator opens although they are private: `host` for every port, `host:port` for one. */
export type AllowedHosts = { has(host: string, port: string): boolean }

/** Reads `MYNA_CRAWL_ALLOW_HOSTS` entries such as `localhost`, `127.0.0.1:8080`, `[::1]:8080` or `intranet.example`. */
export function createAllowedHosts(entries: readonly string[]): AllowedHosts {
  const allowed = new Set(
    entries
      .map((entry) => entry.trim().toLowerCase())
      .filter(Boolean)
      .map(normalEntry),
  )
  return { has: (host, port) => allowed.has(host) || allowed.has(`${host}:${port}`) }
}

function normalEntry(entry: string): string {
  const [, name = entry, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry) ?? []
  const host = URL.parse(`http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}`)
  if (!host) throw new Error(`"${entry}" is not a host or host:port`)
  return port ? `${bareHost(host)}:${port}` : bareHost(host)
}

/** A URL that passed every check but DNS. `host` has no brackets and no trailing dot. */
export type CheckedAddress = { url: URL; host: string; port: string; allowed: boolean }

/**
 * Ports below 1024 other than those of the web, and well-known ports above of databases, caches and control planes,
 * are no places for web pages; a request there is somebody using us as a probe.
 */
const nonWebPorts = new Set([
  '1433',
  '1521',
  '2049',
  '2375',
  '2376',
  '2379',
  '3306',
  '3389',
  '5432',
  '5672',
  '5900',
  '5985',
  '6379',
  '6443',
  '6667',
  '7001',
  '9042',
  '9092',
  '9200',
  '10250',
  '11211',
  '27017',
])

function isWebPort(port: string): boolean {
  return port === '80' || port === '443' || (Number(port) >= 1024 && !nonWebPorts.has(port))
}

/** Checks everything about an address that needs no DNS. Throws `WebFault` `bad_address` or `private_address`. */
export function checkAddress(address: string, allowedHosts: AllowedHosts): CheckedAddress {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    throw new WebFault('bad_address', 'only http and https addresses can be read')
  if (url.username || url.password) throw new WebFault('bad_address', 'an address with a user name or password in it is not read')
  const host = bareHost(url)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (allowedHosts.has(host, port)) return { url, host, port, allowed: true }
  if (isIP(host) ? !isPublicAddress(host) : isInsideName(host)) throw new WebFault('private_address', `${host} is not on the open internet`)
  if (!isWebPort(port)) throw new WebFault('bad_address', `port ${port} is not a port of the web`)
  return { url, host, port, allowed: false }
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
