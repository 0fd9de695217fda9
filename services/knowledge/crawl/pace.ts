import { setTimeout as sleep } from 'node:timers/promises'
import { isIP } from 'node:net'

/** Pause between the starts of two requests to one public host. */
const politeMs = 150
/** A site may ask for more; beyond this a reading would never end. */
const longestMs = 2_000

/** Spaces out requests to each host. */
export type Pace = {
  /** Resolves when a request to the host of this address may start. */
  turn(url: string, signal: AbortSignal): Promise<void>
  /** A host asks for this pause between requests. */
  slowDown(url: string, delayMs: number): void
}

/** A pace of 150 ms a host, or what the host asks for up to 2 s. A host inside the operator's own network is not spared: it asked for us. */
export function createPace(): Pace {
  const delays = new Map<string, number>()
  const turns = new Map<string, number>()
  return {
    async turn(url, signal) {
      const { hostname } = new URL(url)
      const delay = delays.get(hostname) ?? (isOwnHost(hostname) ? 0 : politeMs)
      if (delay === 0) return
      const now = performance.now()
      const start = Math.max(now, turns.get(hostname) ?? 0)
      turns.set(hostname, start + delay)
      if (start > now) await sleep(start - now, undefined, { signal })
    },
    slowDown(url, delayMs) {
      const { hostname } = new URL(url)
      if (delayMs > 0) delays.set(hostname, Math.min(Math.max(delayMs, delays.get(hostname) ?? 0), longestMs))
    },
  }
}

/** Names and addresses that cannot be of the open internet; the guard of the web let them through, so the operator allowed them. */
function isOwnHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) === 6) return /^(::1$|f[cd]|fe[89ab])/i.test(host)
  if (isIP(host) === 4) return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host)
  return !host.includes('.') || /\.(localhost|local|internal|test)$/.test(host)
}
