import type { Web } from '@myna/ports/web'
import type { Pace } from '#crawl/pace.ts'
import { readRobots, type RobotsRules } from '#crawl/robots.ts'
import { readSitemaps } from '#crawl/sitemap.ts'

/** What a site publishes for robots. */
export type SiteFiles = {
  /** Rules for an address; read once for each origin. Throws `WebFault` when the origin cannot be reached. */
  rulesOf(url: string): Promise<RobotsRules>
  /** Addresses in the sitemaps that `robots.txt` names, or in `/sitemap.xml`. */
  listPages(url: string): Promise<string[]>
}

const maxSitemapBytes = 10_000_000
const maxRedirects = 3

/** Reads robots rules and sitemaps, at the pace of everything else. */
export function createSiteFiles({ web, pace, signal }: { web: Web; pace: Pace; signal: AbortSignal }): SiteFiles {
  const rules = new Map<string, Promise<RobotsRules>>()
  const rulesOf = (url: string) => {
    const { origin } = new URL(url)
    const read =
      rules.get(origin) ??
      readRobots(web, origin, signal).then((it) => {
        pace.slowDown(url, it.delayMs)
        return it
      })
    rules.set(origin, read)
    // A failure is not remembered: the next page may find the server awake.
    read.catch(() => rules.delete(origin))
    return read
  }
  const ask = async (address: string) => {
    let url = address
    for (let hop = 0; hop <= maxRedirects; hop++) {
      await pace.turn(url, signal)
      const answer = await web
        .request({ url, headers: { accept: 'application/xml,text/xml,*/*;q=0.5' }, maxBytes: maxSitemapBytes, timeoutMs: 10_000, signal })
        .catch(() => undefined)
      if (answer === undefined || answer.status >= 400) return undefined
      const next = answer.status >= 300 ? URL.parse(answer.headers.location ?? '', url) : null
      if (!next) return answer.status === 200 ? answer.body : undefined
      url = next.href
    }
    return undefined
  }
  return {
    rulesOf,
    async listPages(url) {
      const { sitemaps } = await rulesOf(url)
      return readSitemaps(sitemaps.length > 0 ? sitemaps : [new URL('/sitemap.xml', url).href], ask)
    },
  }
}
