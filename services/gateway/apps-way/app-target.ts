/** The application and the path below its address that a path of Myna means: `/api/v1/apps/{slug}/run/…`. Undefined when it means none. */
export function appAskedFor(path: string): { slug: string; rest: string } | undefined {
  const found = /^\/api\/v1\/apps\/([a-z][a-z0-9-]{0,59})\/run(\/.*)?$/.exec(path)
  return found ? { slug: found[1]!, rest: found[2] ?? '' } : undefined
}

/**
 * Where a request goes: `rest` below the address of a version, with the query as it came (with its `?`). Undefined when the path could be read as one outside
 * that address, whether its dots and slashes are written plainly or escaped.
 */
export function appTarget(address: string, rest: string, query: string): URL | undefined {
  if (rest.split('/').some(isTrick)) return undefined
  const base = new URL(address)
  const target = URL.parse(`${address}${rest}${query}`)
  if (!target || target.origin !== base.origin || target.hash || target.username || target.password) return undefined
  return isBelow(target, base) ? target : undefined
}

/**
 * Where a redirect of an application leads, as whoever asks through Myna sees it. Undefined when it leads away from the address of the version: whoever asks
 * would be sent to a place that Myna does not vouch for, and Myna itself follows nothing.
 */
export function locationThroughMyna(location: string, asked: URL, address: string, slug: string): string | undefined {
  const [to, base] = [URL.parse(location, asked.href), new URL(address)]
  if (!to || to.origin !== base.origin || to.username || to.password || !isBelow(to, base)) return undefined
  return `/api/v1/apps/${slug}/run${to.pathname.slice(base.pathname.replace(/\/$/, '').length)}${to.search}`
}

function isBelow({ pathname }: URL, base: URL): boolean {
  const from = base.pathname.replace(/\/$/, '')
  return pathname === from || pathname.startsWith(`${from}/`)
}

function isTrick(segment: string): boolean {
  let plain: string
  try {
    plain = decodeURIComponent(segment)
  } catch {
    return true
  }
  return plain.includes('\\') || plain.split('/').some((it) => it === '.' || it === '..') || plain.split('').some((it) => it < ' ' || it === '\x7f')
}
