import { isIP } from 'node:net'
import { type Web, WebFault, type WebRequest, type WebResponse } from '@myna/ports/web'
import { type WatchRequest, watched } from '@myna/ports/vendor-watch'
import { type Agent, type Dispatcher, errors } from 'undici'
import { checkAddress, createAllowedHosts } from '#checked-address.ts'
import { createGuardedAgent, publicAddresses, type Resolve, systemResolve } from '#guarded-agent.ts'
import { readBody } from '#read-body.ts'

export type GuardedWeb = Web & { close(): Promise<void> }

/**
 * The web behind a guard. Every connection resolves its name once, checks every address found, and connects to one of those checked,
 * so a name cannot point elsewhere between check and connection. `allowHosts` (`host` or `host:port`) are the operator's exceptions.
 */
export function createGuardedWeb(options: { allowHosts: readonly string[]; userAgent: string; resolve?: Resolve; watch?: WatchRequest }): GuardedWeb {
  const allowedHosts = createAllowedHosts(options.allowHosts)
  const resolve = options.resolve ?? systemResolve
  const agent = createGuardedAgent(allowedHosts, resolve)
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
        return await watched(options.watch, () => exchange(agent, url, it, options.userAgent, signal))
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
export const timeouts = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError]
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
