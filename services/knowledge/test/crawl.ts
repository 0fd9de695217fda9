import type { CrawlProgress } from '@myna/contracts/knowledge-progress'
import { createGuardedWeb } from '@myna/fetch-guarded'
import { Fault } from '@myna/kernel'
import type { z } from 'zod'
import { crawlSite, type CrawlOptions } from '#crawl/crawl-site.ts'
import { extractPage } from '#extract/extract-page.ts'
import { createMemoryShelf } from '#test/memory-shelf.ts'

/** The web as a crawl sees it where the operator allows this machine alone. */
export const openTestWeb = () => createGuardedWeb({ allowHosts: ['127.0.0.1'], userAgent: 'MynaBot/test' })

/** Crawls a site onto a shelf in memory; the fault, if there is one, comes back instead of being thrown. */
export async function crawl(start: string, options: Partial<CrawlOptions> & { shelf?: ReturnType<typeof createMemoryShelf> } = {}) {
  const shelf = options.shelf ?? createMemoryShelf()
  const steps: z.input<typeof CrawlProgress>[] = []
  const web = openTestWeb()
  let fault: string | undefined
  try {
    const all = { start, web, readHtml: extractPage, maxPages: 50, maxMs: 20_000, signal: new AbortController().signal, ...options, shelf }
    for await (const step of crawlSite(all)) steps.push(step)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    fault = error.code
  } finally {
    await web.close()
  }
  return {
    shelf,
    steps,
    fault,
    read: shelf.byOutcome('read'),
    sentences: steps.map((it) => it.sentence),
    reasonOf: (path: string) => shelf.pages.find((it) => new URL(it.url).pathname + new URL(it.url).search === path)?.reason,
  }
}
