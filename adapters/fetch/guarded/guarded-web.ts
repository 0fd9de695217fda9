import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { type Web, WebFault, type WebRequest, type WebResponse } from '@myna/ports/web'
import { Agent, buildConnector, errors, type Dispatcher } from 'undici'
import { type AllowedHosts, checkAddress, createAllowedHosts } from '#checked-address.ts'
import { isPublicAddress } from '#public-address.ts'
import { readBody } from '#read-body.ts'

/** Finds the addresses of a name; the system's resolver unless told otherwise. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export type GuardedWeb = Web & { close(): Promise<void> }

const connectTimeoutMs = 10_000

/**
 * The web behind a guard. Every connection resolves its name once, checks every address found, and connects to one of those checked,
 * so a name cannot point elsewhere between check and connection. `allowHosts` (`host` or `host:port`) are the operator's exceptions.
 */
export function createGuardedWeb(options: { allowHosts: readonly string[]; userAgent: string; resolve?: Resolve }): GuardedWeb {
  const allowedHosts = createAllowedHosts(options.allowHosts)
  const resolve = options.resolve ?? ((host) => lookup(host, { all: true }))
  const agent = new Agent({ connect: guardedConnector(allowedHosts, resolve), connections: 8, keepAliveTimeout: 4_000, maxHeaderSize: 32_768, allowH2: false })
  return {
    async check(address) {
      const { host, allowed } = checkAddress(address, allowedHosts)
      if (!allowed && !isIP(host)) await publicAddresses(host, resolve)
    },
    async request(it) {
      const { url } = checkAddress(it.url, allowedHosts)
      const whole = new AbortController()
      const timer = setTimeout(() => whole.abort(new WebFault('timeout', `no complete answer within ${it.timeoutMs} ms`)), it.timeoutMs)
      const signal = it.signal ? AbortSignal.any([it.signal, whole.signal]) : whole.signal
      try {
        return await exchange(agent, url, it, options.userAgent, signal)
      } catch (error) {
        if (it.signal?.aborted) throw new WebFault('cancelled', 'the request was cancelled', { cause: error })
        throw whole.signal.aborted ? whole.signal.reason : asWebFault(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => agent.destroy(),
  }
}

async function exchange(agent: Agent, url: URL, it: WebRequest, userAgent: string, signal: AbortSignal): Promise<WebResponse> {
  signal.throwIfAborted()
  const answer = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: it.method ?? 'GET',
    headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', accept: '*/*', ...lowerCased(it.headers ?? {}) },
    ...(it.body === undefined ? {} : { body: it.body }),
    headersTimeout: it.timeoutMs,
    bodyTimeout: it.timeoutMs,
    signal,
  })
  const headers = flatHeaders(answer.headers)
  const bare = it.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304
  try {
    if (!bare && Number(headers['content-length'] ?? 0) > it.maxBytes) throw new WebFault('too_large', `the body is larger than ${it.maxBytes} bytes`)
    const body = bare ? new Uint8Array() : await readBody(answer.body, headers['content-encoding'] ?? '', it.maxBytes)
    return { url: url.href, status: answer.statusCode, headers, body }
  } finally {
    answer.body.on('error', () => {}).destroy()
  }
}

/** Connects to public addresses only, the one checked being the one connected to; and to the hosts the operator allows. */
export function guardedConnector(allowedHosts: AllowedHosts, resolve: Resolve): buildConnector.connector {
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

async function publicAddresses(host: string, resolve: Resolve): Promise<{ address: string; family: number }[]> {
  const found = await resolve(host).catch((error: unknown) => { throw new WebFault('unreachable', `the name ${host} could not be found`, { cause: error }) })
  if (found.length === 0) throw new WebFault('unreachable', `the name ${host} has no address`)
  const inside = found.find(({ address }) => !isPublicAddress(address))
  if (inside) throw new WebFault('private_address', `${host} leads to ${inside.address}, which is not on the open internet`)
  return found
}

const timeouts = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError]
const broken = [errors.HTTPParserError, errors.HeadersOverflowError, errors.ResponseContentLengthMismatchError]

function asWebFault(error: unknown): WebFault {
  if (error instanceof WebFault) return error
  if (error instanceof Error && error.cause instanceof WebFault) return error.cause
  const text = error instanceof Error ? error.message : String(error)
  if (timeouts.some((it) => error instanceof it)) return new WebFault('timeout', text, { cause: error })
  if (broken.some((it) => error instanceof it)) return new WebFault('protocol', text, { cause: error })
  return new WebFault('unreachable', text || 'the connection failed', { cause: error })
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]))
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
