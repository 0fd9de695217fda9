import type { Deprecated } from '@myna/contracts'
import { momentOf } from '#versions/read-versions.ts'

const guide = '/api/v1/gateway/versions'

/**
 * `Deprecation` (RFC 9745: a structured date, seconds since 1970), `Sunset` (RFC 8594: an HTTP date) and links to what to read. `see` is the address of what
 * stands in its place.
 */
export function deprecationHeaders({ since, sunset }: Pick<Deprecated, 'since' | 'sunset'>, see?: string): [name: string, value: string][] {
  const links = [`<${guide}>; rel="deprecation"; type="application/json"`]
  if (sunset) links.push(`<${guide}>; rel="sunset"; type="application/json"`)
  if (see) links.push(`<${see}>; rel="successor-version"`)
  return [
    ['deprecation', `@${momentOf(since) / 1000}`],
    ...(sunset ? ([['sunset', new Date(momentOf(sunset)).toUTCString()]] as [string, string][]) : []),
    ['link', links.join(', ')],
  ]
}
