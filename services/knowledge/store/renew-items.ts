import { newId } from '@myna/kernel'
import type { Transaction } from 'kysely'
import type { PlacedDraft } from '#domain/gather-drafts.ts'
import { itemFingerprint } from '#domain/item-fingerprint.ts'
import { reconcileItems } from '#domain/reconcile-items.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { createRemovedQueries } from '#store/removed-queries.ts'
import type { Tables } from '#store/tables.ts'

/** Brings the items of a source in line with what its pages say now, deleted ones apart; answers how many came, changed and went. */
export async function renewItems(
  tx: Transaction<Tables>,
  tenantId: string,
  it: { baseId: string; sourceId: string; drafts: readonly PlacedDraft[]; revision: number; now: Date },
): Promise<{ added: number; renewed: number; stale: number; dropped: number }> {
  const items = createItemQueries(tx, tenantId)
  const { add, keep, stale, drop } = reconcileItems(await items.listOfSource(it.sourceId), it.drafts)
  const change = { revision: it.revision, updated_at: it.now }
  await items.deleteAll(drop)
  await items.updateAll(stale, { stale: true, ...change })
  for (const { id, draft, words } of keep) {
    const place = { page_id: draft.pageId, url: draft.url, position: draft.position, stale: false, ...change }
    await items.update(
      id,
      words
        ? {
            ...place,
            title: draft.title,
            text: draft.text,
            category: draft.category,
            confidence: draft.confidence,
            language: draft.language,
            quote: draft.quote,
          }
        : place,
    )
  }
  await items.insertMany(
    add.map(({ draft, fingerprint }) => ({
      id: newId(),
      base_id: it.baseId,
      source_id: it.sourceId,
      page_id: draft.pageId,
      category: draft.category,
      title: draft.title,
      text: draft.text,
      kind: draft.kind,
      label: draft.label,
      value: draft.value,
      language: draft.language,
      url: draft.url,
      quote: draft.quote,
      confidence: draft.confidence,
      state: 'found',
      position: draft.position,
      fingerprint,
      revision: it.revision,
      created_at: it.now,
      updated_at: it.now,
    })),
  )
  const removed = createRemovedQueries(tx)
  if (await removed.isAny(it.sourceId)) await removed.noteSaid(it.sourceId, [...new Set(it.drafts.map(itemFingerprint))])
  return { added: add.length, renewed: keep.length, stale: stale.length, dropped: drop.length }
}
