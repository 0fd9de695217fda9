import type { IncomingHttpHeaders } from 'node:http'

/** An origin in the spelling browsers send (RFC 6454, 6.2); undefined for what is none: a path, a wildcard, `null`, a name and word before the host. */
export function readOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^/\s?#@*\\]+\/?$/i.test(text)) return undefined
  try {
    return new URL(text).origin
  } catch {
    return undefined
  }
}

/** The origin of a request that comes from another website than this one; undefined when there is none, or it is our own. */
export function foreignOrigin({ origin, host }: IncomingHttpHeaders, publicHost: string): string | undefined {
  if (origin === undefined || origin.length > 260) return undefined
  try {
    const from = new URL(origin)
    return from.host === host || from.host === publicHost ? undefined : from.origin
  } catch {
    return undefined
  }
}
