/**
 * The address of a website as a person writes it, made whole: `example.com` becomes `https://example.com/`.
 * Undefined when it is no address of a website: another scheme, credentials in it, no name that could be one.
 */
export function siteAddress(written: string): string | undefined {
  const text = written.trim()
  if (/[\s\p{Cc}<>"\\^`{|}]/u.test(text)) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  // "example.com:8080" looks as if its scheme were "example.com".
  const whole =
    scheme === 'http' || scheme === 'https'
      ? text
      : scheme === undefined || /^[^/?#]*:\d{1,5}([/?#]|$)/.test(text)
        ? `https://${text.replace(/^\/\//, '')}`
        : undefined
  const url = whole === undefined ? null : URL.parse(whole)
  if (!url || url.username || url.password || !mayBeHost(url.hostname)) return undefined
  url.hash = ''
  return url.href
}

/** A name with a dot, an address, or `localhost`. Whether it may be reached is for the guard of the web to say. */
function mayBeHost(host: string): boolean {
  return host === 'localhost' || host.startsWith('[') || /^[^.]+(\.[^.]+)+\.?$/.test(host)
}
