/** Name of the cookie that holds a session. */
export const sessionCookie = 'myna_session'

/** Name of the cookie by which a browser is known again; it opens nothing. */
export const deviceCookie = 'myna_device'

/** How long a browser stays signed in, in ms. */
export const sessionMs = 30 * 24 * 3_600_000

/** How long a browser is known again, in ms. */
const deviceMs = 400 * 24 * 3_600_000

/** How long a browser need not show a second factor again, in ms. */
export const rememberMs = 30 * 24 * 3_600_000

/** How long somebody may act in the place of another, in ms. */
export const impersonationMs = 30 * 60_000

/** The `set-cookie` header that signs a browser in, or out when there is no token. */
export function cookieHeader(token: string | undefined, publicUrl: string, lifeMs = sessionMs): string {
  return written(sessionCookie, token ?? '', '/', token === undefined ? 0 : lifeMs, publicUrl)
}

/** The `set-cookie` header by which a browser is known again. */
export function deviceCookieHeader(token: string, publicUrl: string): string {
  return written(deviceCookie, token, '/api/v1/identity', deviceMs, publicUrl)
}

/** The device of a request, from its `cookie` header; undefined when it has none of ours. */
export function deviceIn(cookies: string | string[] | undefined): string | undefined {
  const text = Array.isArray(cookies) ? cookies.join('; ') : (cookies ?? '')
  return /(?:^|;\s*)myna_device=([\w-]{43})(?:;|$)/.exec(text)?.[1]
}

function written(name: string, value: string, path: string, lifeMs: number, publicUrl: string): string {
  const parts = [`${name}=${value}`, 'HttpOnly', 'SameSite=Lax', `Path=${path}`, `Max-Age=${lifeMs / 1_000}`]
  if (publicUrl.startsWith('https:')) parts.push('Secure')
  return parts.join('; ')
}
