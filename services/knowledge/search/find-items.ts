import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import type { Context } from '#context.ts'
import { findNearest, type Nearness } from '#embedding/find-nearest.ts'
import { fuseFound } from '#embedding/fuse-found.ts'
import { type BaseIndex, createBaseIndex, type Found, type IndexedItem } from '#search/base-index.ts'
import { createIndexCache, type IndexCache } from '#search/index-cache.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { presentItem } from '#store/present.ts'

/** What indexes may take in memory together. */
const cacheBytes = 256 * 1024 * 1024
const itemsPerPortion = 200

/** How many by words and as many by meaning are put together, however few are asked for. */
const leastWidth = 30

const caches = new WeakMap<Context['db'], IndexCache>()
/** Which revision of its base an index was asked for: it holds that one or a later one. */
const revisionOf = new WeakMap<BaseIndex, number>()

/**
 * The items of a base nearest to a question, best first, with their neighbours on the page, and how many were searched.
 * Rejected items are never found, nor those a page no longer says unless a person stands by them. A base of more than `largeBase` items is
 * searched as it was before the last change for the moment it takes to index it anew, but for what was deleted or rejected. With an embedder it is searched by meaning as well, if the question's vector comes in time.
 * Throws `knowledge.base_not_found`.
 */
export async function findItems(
  context: Context,
  baseId: string,
  question: string,
  language: LanguageCode | undefined,
  limit: number,
): Promise<{ hits: Hit[]; passages: number }> {
  const base = await context.db.inTenant(context.caller, (tx) => createBaseQueries(tx, context.tenantId).get(baseId))
  let cache = caches.get(context.db)
  if (!cache) caches.set(context.db, (cache = createIndexCache(cacheBytes)))
  const building = cache.get(`${context.tenantId}:${baseId}`, base.revision, async () => {
    const built = await createBaseIndex(readItems(context, baseId))
    revisionOf.set(built, base.revision)
    return built
  })
  const { embedder } = context.ports
  const nearing = embedder ? findNearest(context, embedder, { id: baseId, vectorsRevision: base.vectors_revision }, question, building) : null
  const index = await building
  const near = await nearing
  const found = near ? searchBoth(index, near, question, language, limit) : index.search(question, language, limit)
  const hits = found.flatMap(({ at, score }) => {
    const entry = index.items[at]
    return entry ? [{ item: entry.item, score, ...index.around(at) }] : []
  })
  if (revisionOf.get(index) === base.revision) return { hits, passages: index.items.length }
  const standing = await context.db.inTenant(context.caller, (tx) => createItemQueries(tx, context.tenantId).standing(hits.map((it) => it.item.id)))
  // Its neighbours may be what was deleted.
  const known = hits.filter((it) => standing.has(it.item.id)).map((it) => ({ ...it, before: null, after: null }))
  return { hits: known, passages: index.items.length }
}

/** Items near a question by its words and by its meaning. */
function searchBoth(index: BaseIndex, { vector, shelf }: Nearness, question: string, language: LanguageCode | undefined, limit: number): Found[] {
  const width = Math.max(limit, leastWidth)
  const words = index.search(question, language, width)
  const places = placesIn(index)
  const near = shelf.nearest(
    vector,
    width,
    words.flatMap(({ at }) => index.items[at]?.item.id ?? []),
    (id) => places.has(id),
  )
  return fuseFound(
    words,
    near.flatMap(({ id, lift }) => {
      const at = places.get(id)
      return at === undefined ? [] : [{ at, lift }]
    }),
    limit,
  )
}

const placesOf = new WeakMap<BaseIndex, Map<string, number>>()

/** Where the items of an index stand in it, by id. */
function placesIn(index: BaseIndex): Map<string, number> {
  let places = placesOf.get(index)
  if (!places) placesOf.set(index, (places = new Map(index.items.map(({ item }, at) => [item.id, at]))))
  return places
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
