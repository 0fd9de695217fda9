import type { Frontier, Lead } from '#crawl/frontier.ts'
import { judgePage, mayFollow, textHashOf } from '#crawl/judge-page.ts'
import { broken, type Fetched, type PageTrouble } from '#crawl/page-outcome.ts'
import type { PageShelf, ReadPage } from '#crawl/page-shelf.ts'
import type { ReadablePage } from '#domain/draft-item.ts'
import { cleanUrl, urlKey } from '#domain/url-key.ts'

/** How it ended for one page: read, unless there is a trouble. */
export type Settled = { url: string; trouble?: PageTrouble; reason?: string }

/** Decides what becomes of each page that arrives: onto the shelf with its text, or with the reason it has none; its links go to the frontier. */
export type Settling = { page(lead: Lead, fetched: Fetched): Promise<Settled[]>; isFailure(trouble: PageTrouble): boolean }

type Needs = { shelf: PageShelf; frontier: Frontier; isInside(url: string): boolean; readHtml(html: string, url: string): ReadablePage }

/** Settles pages one after the other; remembers the texts it saw so that the same text is kept once. */
export function createSettling({ shelf, frontier, isInside, readHtml }: Needs): Settling {
  const seenTexts = new Map<string, string>()
  return { page, isFailure: (trouble) => broken.has(trouble) }

  async function page(lead: Lead, fetched: Fetched): Promise<Settled[]> {
    if (fetched.kind === 'trouble') {
      if (fetched.trouble === 'not_found') frontier.disappoint(lead)
      return leaveOut({ url: lead.url, key: lead.key, title: '', language: '', bytes: 0 }, fetched.trouble, fetched.reason)
    }
    return fetched.kind === 'unchanged' ? unchanged(lead, fetched.url) : arrived(lead, fetched)
  }

  /** The page is as it was: its text is on the shelf already, and its links still lead on. */
  async function unchanged(lead: Lead, url: string): Promise<Settled[]> {
    const key = urlKey(url)
    const known = shelf.known.get(key)
    const html = await shelf.html(key)
    if (key !== lead.key && !frontier.claim(url)) return []
    if (!known || html === undefined)
      return leaveOut({ url, key, title: '', language: '', bytes: 0 }, 'unreachable', 'The server says the page is unchanged, but it was never read.')
    const read = readHtml(html, known.url)
    follow(read, lead)
    if (known.textHash) seenTexts.set(known.textHash, known.url)
    await shelf.put({ ...known, key, title: read.title, language: read.language, outcome: 'unchanged', reason: null, bytes: 0, html: undefined })
    return [{ url: known.url }]
  }

  async function arrived(lead: Lead, fetched: Fetched & { kind: 'page' }): Promise<Settled[]> {
    let url = cleanUrl(fetched.url) ?? fetched.url
    let key = urlKey(url)
    // A redirect to a page that is dealt with by itself is no news.
    if (key !== lead.key && !frontier.claim(url)) return []
    const read = readHtml(fetched.html, url)
    if (mayFollow(read, fetched.robotsTag)) follow(read, lead)
    const verdict = judgePage(read, fetched.robotsTag)
    const facts = { url, key, title: read.title, language: read.language, bytes: fetched.bytes }
    if (verdict) {
      if (verdict.trouble === 'not_found') frontier.disappoint(lead)
      return leaveOut(facts, verdict.trouble, verdict.reason)
    }
    const canonical = canonicalOf(read, url)
    if (canonical && canonical !== url) {
      if (urlKey(canonical) !== key && !frontier.claim(canonical)) return leaveOut(facts, 'duplicate', `It is another address of ${pathOf(canonical)}.`)
      url = canonical
      key = urlKey(canonical)
    }
    const textHash = textHashOf(read)
    const twin = seenTexts.get(textHash)
    if (twin !== undefined && urlKey(twin) !== key) {
      frontier.disappoint(lead)
      return leaveOut({ ...facts, url, key }, 'duplicate', `It says the same as ${pathOf(twin)}.`)
    }
    seenTexts.set(textHash, url)
    frontier.encourage(lead)
    const before = shelf.known.get(key)
    const same = before?.readable === true && before.textHash === textHash
    await shelf.put({
      ...facts,
      url,
      key,
      outcome: same ? 'unchanged' : 'read',
      reason: null,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      textHash,
      html: fetched.html,
    })
    return [{ url }]
  }

  /** A canonical address is believed when it differs by parameters or spelling only: many sites name their home page on every page. */
  function canonicalOf(read: ReadablePage, url: string): string | undefined {
    const canonical = read.canonical === null ? undefined : cleanUrl(read.canonical, url)
    if (canonical === undefined || !isInside(canonical)) return undefined
    if (urlKey(canonical).split('?')[0] === urlKey(url).split('?')[0]) return canonical
    frontier.add(canonical, 1)
    return undefined
  }

  function follow(read: ReadablePage, lead: Lead): void {
    for (const link of read.links) if (isInside(link)) frontier.add(link, lead.depth + 1)
  }

  async function leaveOut(facts: Pick<ReadPage, 'url' | 'key' | 'title' | 'language' | 'bytes'>, trouble: PageTrouble, reason: string): Promise<Settled[]> {
    // A server that is down today does not unsay what it said yesterday.
    const html = trouble === 'unreachable' ? undefined : null
    await shelf.put({ ...facts, outcome: broken.has(trouble) ? 'failed' : 'skipped', reason, etag: null, lastModified: null, textHash: null, html })
    return [{ url: facts.url, trouble, reason }]
  }
}

/** The part of an address people recognise a page by: `/pricing`. */
export function pathOf(address: string): string {
  const url = new URL(address)
  const path = url.pathname + url.search
  try {
    return decodeURI(path).slice(0, 120)
  } catch {
    return path.slice(0, 120)
  }
}
