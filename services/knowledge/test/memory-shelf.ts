import type { KnownPage, PageShelf, ReadPage } from '#crawl/page-shelf.ts'

/** A shelf in memory that keeps what is put on it. */
export function createMemoryShelf(
  known: Record<string, KnownPage & { html: string }> = {},
): PageShelf & { pages: ReadPage[]; byOutcome(outcome: ReadPage['outcome']): string[] } {
  const pages: ReadPage[] = []
  return {
    known: new Map(Object.entries(known)),
    html: async (key) => known[key]?.html,
    put: async (page) => void pages.push(page),
    pages,
    /** Paths of pages with an outcome, sorted. */
    byOutcome: (outcome) =>
      pages
        .filter((it) => it.outcome === outcome)
        .map((it) => new URL(it.url).pathname + new URL(it.url).search)
        .sort(),
  }
}
