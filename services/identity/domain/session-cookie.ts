/** Name of the cookie that holds a session. */
export const sessionCookie = 'myna_session'

/** How long a browser stays signed in, in ms. */
export const sessionMs = 30 * 24 * 3_600_000

/** The `set-cookie` header that signs a browser in, or out when there is no token. */
export function cookieHeader(token: string | undefined, publicUrl: string): string {
  const parts = [`${sessionCookie}=${token ?? ''}`, 'HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${token === undefined ? 0 : sessionMs / 1_000}`]
  if (publicUrl.startsWith('https:')) parts.push('Secure')
  return parts.join('; ')
}
