import type { CrawlProgress } from '@myna/contracts/knowledge-progress'
import { Fault } from '@myna/kernel'
import type { Web } from '@myna/ports/web'
import type { z } from 'zod'
import { fetchPage, type Fetching, type ReadPdf } from '#crawl/fetch-page.ts'
import { fetchFirst } from '#crawl/first-page.ts'
import { createFrontier, type Lead } from '#crawl/frontier.ts'
import { createPace } from '#crawl/pace.ts'
import { ends, type Fetched, faultOf, type PageTrouble } from '#crawl/page-outcome.ts'
import type { PageShelf } from '#crawl/page-shelf.ts'
import { createSettling, pathOf, type Settled } from '#crawl/settle-page.ts'
import { createSiteFiles } from '#crawl/site-files.ts'
import type { ReadablePage } from '#domain/draft-item.ts'
import { isPdfAddress } from '#domain/page-address.ts'
import { siteKey, urlKey } from '#domain/url-key.ts'

type Progress = z.input<typeof CrawlProgress>

/** A website to be read, and how much of it. */
export type CrawlOptions = {
  start: string
  web: Web
  shelf: PageShelf
  /** Reads text and links out of HTML. */
  readHtml(html: string, url: string): ReadablePage
  readPdf?: ReadPdf | undefined
  maxPages: number
  maxMs: number
  signal: AbortSignal
}

const concurrency = 4
/** Pages left out cost requests too; this many for each page wanted is enough looking around. */
const requestsPerPage = 2
/** PDF files read of one site; more are mostly old brochures. */
const mostPdfs = 8

/**
 * Reads a website page by page, the most telling pages first, and puts each page on the shelf as soon as it is read.
 * Throws a `knowledge.*` fault when not one page could be read, and `request.cancelled` when `signal` is aborted.
 */
export async function* crawlSite(it: CrawlOptions): AsyncGenerator<Progress> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), it.maxMs)
  try {
    yield* readSite(it, AbortSignal.any([it.signal, stop.signal]))
  } finally {
    clearTimeout(timer)
    stop.abort()
  }
}

async function* readSite(it: CrawlOptions, signal: AbortSignal): AsyncGenerator<Progress> {
  const pace = createPace()
  const files = createSiteFiles({ web: it.web, pace, signal })
  const frontier = createFrontier()
  // Which site this is shows only once the first page has answered: until then a redirect may lead anywhere.
  const home: { site?: string } = {}
  const isInside = (url: string) => home.site === undefined || siteKey(new URL(url)) === home.site
  const conditions = (url: string): Record<string, string> => {
    const known = it.shelf.known.get(urlKey(url))
    if (!known?.readable) return {}
    return { ...(known.etag ? { 'if-none-match': known.etag } : {}), ...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}) }
  }
  const fetching: Fetching = { web: it.web, pace, rulesOf: files.rulesOf, isInside, conditions, readPdf: it.readPdf, signal }
  const settle = createSettling({ shelf: it.shelf, frontier, isInside, readHtml: it.readHtml })

  let kept = 0
  let aside = 0
  let requests = 0
  let pdfs = 0
  const troubles: PageTrouble[] = []
  const progress = (step: Progress['step'], sentence: string, url?: string): Progress => {
    const done = kept + aside
    const found = Math.max(done, Math.min(frontier.known, it.maxPages + aside), 1)
    return { step, done, found, sentence: sentence.replace('{done} of {found}', `${done} of ${found}`), ...(url ? { url } : {}) }
  }
  const told = ({ url, trouble, reason }: Settled): Progress => {
    if (trouble === undefined) kept++
    else {
      aside++
      troubles.push(trouble)
    }
    if (trouble === undefined) return progress('read', `Read {done} of {found} pages: ${pathOf(url)}`, url)
    const failed = reason !== undefined && settle.isFailure(trouble)
    return progress(failed ? 'failed' : 'skipped', `${failed ? 'Could not read' : 'Left out'} ${pathOf(url)}: ${reason}`, url)
  }

  yield progress('reading', `Reading ${new URL(it.start).host}`, it.start)
  const first = await fetchFirst(it.start, fetching).catch((error: unknown) => overdue(error, signal, it))
  if (first.kind === 'trouble') {
    await settle.page(leadOf(it.start), first)
    if (ends.has(first.trouble)) throw new Fault(faultOf[first.trouble], { url: first.url, reason: first.reason })
  }
  home.site = siteKey(new URL(first.url))
  frontier.claim(it.start)
  requests++
  if (first.kind === 'trouble') yield told({ url: first.url, trouble: first.trouble, reason: first.reason })
  else for (const step of await settle.page(leadOf(it.start), first)) yield told(step)

  frontier.add(new URL('/', first.url).href, 1)
  for (const page of it.shelf.known.values()) if (page.readable && isInside(page.url)) frontier.add(page.url, 1)
  const running = new Map<string, Promise<{ lead?: Lead; fetched?: Fetched }>>()
  running.set(
    'sitemap',
    files.listPages(first.url).then(
      (pages) => {
        for (const url of pages) if (isInside(url)) frontier.add(url, 1)
        return {}
      },
      () => ({}),
    ),
  )

  while (!signal.aborted) {
    while (running.size < concurrency && kept + running.size - Number(running.has('sitemap')) < it.maxPages && requests < it.maxPages * requestsPerPage) {
      const lead = frontier.next()
      if (!lead) break
      const isPdf = isPdfAddress(lead.url)
      if (isPdf) pdfs++
      const refusal = !isPdf
        ? undefined
        : it.readPdf
          ? pdfs > mostPdfs
            ? `Only the first ${mostPdfs} PDF files are read.`
            : undefined
          : 'PDF files are not read here.'
      if (refusal === undefined && !it.shelf.known.get(lead.key)?.fresh) requests++
      running.set(
        lead.key,
        fetchLead(lead, fetching, it.shelf, refusal).then(
          (fetched) => ({ lead, fetched }),
          () => ({ lead }),
        ),
      )
    }
    if (running.size === 0 || (running.size === 1 && running.has('sitemap') && kept >= it.maxPages)) break
    const { lead, fetched } = await Promise.race(running.values())
    running.delete(lead?.key ?? 'sitemap')
    if (lead && fetched) for (const step of await settle.page(lead, fetched)) yield told(step)
  }

  if (it.signal.aborted) throw new Fault('request.cancelled')
  if (kept === 0) throw new Fault(faultOf[reasonFor(troubles)], { url: it.start, troubles })
  yield progress('done', summary({ kept, aside, left: frontier.waiting, timeUp: signal.aborted, maxMs: it.maxMs }))
}

async function fetchLead(lead: Lead, fetching: Fetching, shelf: PageShelf, refusal: string | undefined): Promise<Fetched> {
  if (refusal !== undefined) return { kind: 'trouble', url: lead.url, trouble: 'not_text', reason: refusal }
  if (shelf.known.get(lead.key)?.fresh) return { kind: 'unchanged', url: lead.url }
  return fetchPage(lead.url, fetching)
}

function leadOf(url: string): Lead {
  return { url, key: urlKey(url), depth: 0, shape: '/', importance: 0 }
}

/** When the first page is still not there at the end of the time, the site is as good as unreachable. */
function overdue(error: unknown, signal: AbortSignal, it: CrawlOptions): never {
  if (it.signal.aborted) throw new Fault('request.cancelled', {}, { cause: error })
  if (signal.aborted) throw new Fault('knowledge.site_unreachable', { url: it.start, maxMs: it.maxMs }, { cause: error })
  throw error
}

/** What to blame: the first page, unless it was merely empty while others told more. */
function reasonFor(troubles: readonly PageTrouble[]): PageTrouble {
  const [first = 'empty'] = troubles
  if (first !== 'empty' && first !== 'duplicate') return first
  return troubles.find((it) => it === 'needs_script' || it === 'sign_in') ?? first
}

function summary(it: { kept: number; aside: number; left: number; timeUp: boolean; maxMs: number }): string {
  const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`)
  const parts = [`Read ${pages(it.kept)}.`]
  if (it.aside > 0) parts.push(`${pages(it.aside)} ${it.aside === 1 ? 'was' : 'were'} left out.`)
  if (it.timeUp) parts.push(`Time was up after ${Math.round(it.maxMs / 1000)} s.`)
  else if (it.left > 0) parts.push(`${pages(it.left)} more are known but beyond the limit.`)
  return parts.join(' ')
}
