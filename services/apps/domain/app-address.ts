/**
 * The address of a version in the form it is kept, without a slash at its end. Undefined when it is none: it must be https (http at a host the operator opens),
 * with no query, fragment, user name or password.
 */
export function appAddress(text: string, allowHosts: readonly string[]): string | undefined {
  const url = URL.parse(text)
  if (!url || url.username || url.password || /[?#\\]/.test(text)) return undefined
  const isOpened = allowHosts.includes(url.hostname) || allowHosts.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOpened)) return undefined
  return url.href.replace(/\/+$/, '')
}

/** The place an address leads to: scheme, host and port. */
export function originOf(address: string): string {
  return new URL(address).origin
}
