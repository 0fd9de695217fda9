import type { IncomingHttpHeaders } from 'node:http'

export type Credential = { kind: 'apiKey' | 'bearer' | 'session'; value: string }

/** API keys start with this. */
const keyPrefix = 'myna_'

/** The credential of a request: a header a program sends, or the cookie a browser sends. Headers come first. */
export function credentialOf(headers: IncomingHttpHeaders): Credential | undefined {
  const { authorization, 'x-api-key': apiKey, cookie } = headers
  const bearer = authorization?.match(/^Bearer\s+(\S{1,4096})$/i)?.[1]
  if (bearer) return { kind: bearer.startsWith(keyPrefix) ? 'apiKey' : 'bearer', value: bearer }
  if (typeof apiKey === 'string' && apiKey.length > 0) return { kind: 'apiKey', value: apiKey }
  const session = cookie?.match(/(?:^|;\s*)myna_session=([^;]{1,4096})/)?.[1]
  return session ? { kind: 'session', value: decoded(session) } : undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/**
 * Whether another website made a browser send this request with our cookie (OWASP cross-site request forgery prevention: fetch metadata, then origin).
 * Questions by GET change nothing and may come from anywhere, WebSocket handshakes may not.
 */
export function isCrossSite(request: { method: string; headers: IncomingHttpHeaders; isUpgrade: boolean }, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, origin, host } = request.headers
  if (!request.isUpgrade && (request.method === 'GET' || request.method === 'HEAD')) return false
  if (site === 'same-origin' || site === 'none') return false
  if (origin === undefined) return site !== undefined
  try {
    const from = new URL(origin).host
    return from !== host && from !== new URL(publicUrl).host
  } catch {
    return true
  }
}

/** Whether an address is there for other websites to send browsers to: where a provider of single sign-on posts what it asserts. Who comes so is nobody yet. */
export function isForOtherSites(path: string): boolean {
  return /^\/api\/v1\/identity\/sso\/[^/]+\/acs$/.test(path)
}

/** The cookie by which the service of identity knows a browser again; no credential. */
export function deviceCookieOf({ cookie }: IncomingHttpHeaders): string | undefined {
  return cookie?.match(/(?:^|;\s*)(myna_device=[\w-]{1,200})(?:;|$)/)?.[1]
}
