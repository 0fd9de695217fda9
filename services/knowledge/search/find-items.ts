import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import type { Context } from '#context.ts'
import { createBaseIndex, type IndexedItem } from '#search/base-index.ts'
import { createIndexCache, type IndexCache } from '#search/index-cache.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentItem } from '#store/present.ts'

/** What indexes may take in memory together. */
const cacheBytes = 256 * 1024 * 1024
const itemsPerPortion = 200

const caches = new WeakMap<Context['db'], IndexCache>()

/**
 * The items of a base nearest to a question, best first, with their neighbours on the page, and how many were searched.
 * Rejected items are never found, nor those a page no longer says unless a person stands by them. A base of more than `largeBase` items is
 * searched as it was before the last change for the moment it takes to index it anew. Throws `knowledge.base_not_found`.
 */
export async function findItems(
  context: Context,
  baseId: string,
  question: string,
  language: LanguageCode | undefined,
  limit: number,
): Promise<{ hits: Hit[]; passages: number }> {
  const { revision } = await context.db.inTenant(context.caller, (tx) => createBaseQueries(tx, context.tenantId).get(baseId))
  let cache = caches.get(context.db)
  if (!cache) caches.set(context.db, (cache = createIndexCache(cacheBytes)))
  const index = await cache.get(`${context.tenantId}:${baseId}`, revision, () => createBaseIndex(readItems(context, baseId)))
  const hits = index.search(question, language, limit).flatMap(({ at, score }) => {
    const entry = index.items[at]
    return entry ? [{ item: entry.item, score, ...index.around(at) }] : []
  })
  return { hits, passages: index.items.length }
}

async function* readItems(context: Context, baseId: string): AsyncIterable<IndexedItem[]> {
  let after: string | undefined
  for (;;) {
    const rows = await context.db.inTenant(context.caller, (tx) => createItemQueries(tx, context.tenantId).listAfter(baseId, {}, after, itemsPerPortion))
    yield rows
      .filter((row) => row.state !== 'rejected' && !(row.stale && row.state === 'found'))
      .map((row) => ({ item: presentItem(row), pageKey: row.page_id, position: row.position }))
    after = rows.at(-1)?.id
    if (rows.length < itemsPerPortion || after === undefined) return
  }
}
