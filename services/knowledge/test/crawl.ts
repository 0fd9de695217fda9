import type { CrawlProgress } from '@myna/contracts/knowledge'
import { Fault } from '@myna/kernel'
import type { z } from 'zod'
import { crawlSite, type CrawlOptions } from '#crawl/crawl-site.ts'
import { extractPage } from '#extract/extract-page.ts'
import { createMemoryShelf } from '#test/memory-shelf.ts'
import { plainWeb } from '#test/plain-web.ts'

/** Crawls a site onto a shelf in memory; the fault, if there is one, comes back instead of being thrown. */
export async function crawl(start: string, options: Partial<CrawlOptions> & { shelf?: ReturnType<typeof createMemoryShelf> } = {}) {
  const shelf = options.shelf ?? createMemoryShelf()
  const steps: z.input<typeof CrawlProgress>[] = []
  let fault: string | undefined
  try {
    const all = { start, web: plainWeb, readHtml: extractPage, maxPages: 50, maxMs: 20_000, signal: new AbortController().signal, ...options, shelf }
    for await (const step of crawlSite(all)) steps.push(step)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    fault = error.code
  }
  return { shelf, steps, fault, read: shelf.byOutcome('read'), sentences: steps.map((it) => it.sentence), reasonOf: (path: string) => shelf.pages.find((it) => new URL(it.url).pathname + new URL(it.url).search === path)?.reason }
}
