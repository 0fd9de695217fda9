import { type Web, WebFault } from '@myna/ports/web'
import robotsParser from 'robots-parser'

/** What a site asks of robots, for one origin. */
export type RobotsRules = {
  allows(url: string): boolean
  /** Pause it asks for between requests, in milliseconds; 0 when it does not say. */
  delayMs: number
  sitemaps: string[]
}

/** The name `robots.txt` knows us by. */
export const robotName = 'MynaBot'

const maxHops = 5
/** RFC 9309 § 2.5 asks for at least 500 KiB to be read. */
const readBytes = 512 * 1024
const open: RobotsRules = { allows: () => true, delayMs: 0, sitemaps: [] }
const closed: RobotsRules = { allows: () => false, delayMs: 0, sitemaps: [] }

type Robot = { isAllowed(url: string, agent?: string): boolean | undefined; getCrawlDelay(agent?: string): number | undefined; getSitemaps(): string[] }
// The package's types declare an ECMAScript default; what it exports is the function itself.
const parse = robotsParser as unknown as (url: string, text: string) => Robot

/**
 * Reads `robots.txt` of an origin as RFC 9309 says: not there (4xx) means all may be read, a failing server (5xx) or one
 * that does not answer means nothing may. Throws `WebFault` when the origin cannot be reached at all.
 */
export async function readRobots(web: Web, origin: string, signal: AbortSignal): Promise<RobotsRules> {
  let url = `${origin}/robots.txt`
  for (let hop = 0; hop <= maxHops; hop++) {
    const answer = await asked(web, url, signal)
    if (answer === 'unreadable') return closed
    const { status, headers, body } = answer
    if (status >= 300 && status < 400 && headers.location) {
      const next = URL.parse(headers.location, url)
      if (!next) return open
      url = next.href
    } else if (status >= 500) return closed
    else return status >= 200 && status < 300 ? rulesOf(origin, new TextDecoder().decode(body.subarray(0, readBytes))) : open
  }
  return open
}

async function asked(web: Web, url: string, signal: AbortSignal) {
  try {
    return await web.request({ url, headers: { accept: 'text/plain,*/*;q=0.5' }, maxBytes: 4 * readBytes, timeoutMs: 8_000, signal })
  } catch (error) {
    if (error instanceof WebFault && (error.trouble === 'too_large' || error.trouble === 'protocol')) return 'unreadable'
    throw error
  }
}

/** The rules in the text of a `robots.txt`, relative to the origin it was asked from. */
export function rulesOf(origin: string, text: string): RobotsRules {
  const robot = parse(`${origin}/robots.txt`, text.replace(/^\uFEFF/, ''))
  return {
    allows: (url) => robot.isAllowed(url, robotName) ?? true,
    delayMs: (robot.getCrawlDelay(robotName) ?? 0) * 1000,
    sitemaps: robot.getSitemaps().flatMap((it) => URL.parse(it, origin)?.href ?? []),
  }
}
