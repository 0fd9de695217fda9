import type { Selectable, Transaction } from 'kysely'
import type { EmbeddingTable, ItemTable, Tables } from '#store/tables.ts'

/** An item whose vector is missing, of another model, or perhaps of another text: `known` says of which. */
export type Unembedded = Pick<Selectable<ItemTable>, 'id' | 'title' | 'text' | 'revision'> & { known: { model: string; text_hash: string } | null }
export type NewVector = Pick<EmbeddingTable, 'item_id' | 'text_hash' | 'item_revision' | 'vector'>
export type StoredVector = Pick<Selectable<EmbeddingTable>, 'item_id' | 'vectors_revision' | 'vector'>

/** Questions about the vectors of items. */
export function createEmbeddingQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Waits for whoever is changing a base to commit; false when there is no such base. */
    async awaitChanges(baseId: string): Promise<boolean> {
      return (await tx.selectFrom('bases').select('id').where('id', '=', baseId).forUpdate().executeTakeFirst()) !== undefined
    },
    /** Items after an id that may be found and whose vector of a model is missing or older than they are. */
    async listUnembedded(baseId: string, model: string, after: string | undefined, limit: number): Promise<Unembedded[]> {
      let query = tx
        .selectFrom('items')
        .leftJoin('embeddings', (join) => join.onRef('embeddings.item_id', '=', 'items.id').onRef('embeddings.tenant_id', '=', 'items.tenant_id'))
        .select(['items.id', 'items.title', 'items.text', 'items.revision', 'embeddings.model', 'embeddings.text_hash'])
        .where('items.base_id', '=', baseId)
        .where('items.state', '<>', 'rejected')
        .where((it) => it.not(it.and([it('items.stale', '=', true), it('items.state', '=', 'found')])))
        .where((it) =>
          it.or([it('embeddings.item_id', 'is', null), it('embeddings.model', '<>', model), it('embeddings.item_revision', '<>', it.ref('items.revision'))]),
        )
        .orderBy('items.id')
        .limit(limit)
      if (after !== undefined) query = query.where('items.id', '>', after)
      const rows = await query.execute()
      return rows.map(({ model: knownModel, text_hash: hash, ...item }) => ({
        ...item,
        known: knownModel === null || hash === null ? null : { model: knownModel, text_hash: hash },
      }))
    },
    /** Notes that the text of items is still what their vectors were made of. */
    async confirm(items: readonly { id: string; revision: number }[]): Promise<void> {
      for (const { id, revision } of items) await tx.updateTable('embeddings').set({ item_revision: revision }).where('item_id', '=', id).execute()
    },
    /** Writes vectors in one batch; those of items that are gone or going are left out. */
    async write(baseId: string, model: string, vectors: readonly NewVector[]): Promise<void> {
      const ids = vectors.map((it) => it.item_id)
      // The lock on the base puts batches into the order of their counts.
      const base = await tx
        .updateTable('bases')
        .set((it) => ({ vectors_revision: it('vectors_revision', '+', 1) }))
        .where('id', '=', baseId)
        .returning('vectors_revision')
        .executeTakeFirst()
      if (!base || ids.length === 0) return
      // Items that somebody is deleting are passed by, not waited for: who deletes may wait for the base.
      const held = await tx.selectFrom('items').select('id').where('id', 'in', ids).where('base_id', '=', baseId).forKeyShare().skipLocked().execute()
      const there = new Set(held.map((it) => it.id))
      const rows = vectors.filter((it) => there.has(it.item_id))
      if (rows.length === 0) return
      await tx
        .insertInto('embeddings')
        .values(rows.map((it) => ({ tenant_id: tenantId, base_id: baseId, model, vectors_revision: base.vectors_revision, ...it })))
        .onConflict((it) =>
          it.columns(['tenant_id', 'item_id']).doUpdateSet((row) => ({
            model: row.ref('excluded.model'),
            text_hash: row.ref('excluded.text_hash'),
            item_revision: row.ref('excluded.item_revision'),
            vectors_revision: row.ref('excluded.vectors_revision'),
            vector: row.ref('excluded.vector'),
          })),
        )
        .execute()
    },
    /** Vectors of a model written after a batch, by batch and item. */
    listAfter(baseId: string, model: string, after: { vectors_revision: number; item_id: string }, limit: number): Promise<StoredVector[]> {
      return tx
        .selectFrom('embeddings')
        .select(['item_id', 'vectors_revision', 'vector'])
        .where('base_id', '=', baseId)
        .where('model', '=', model)
        .where((it) =>
          it.or([
            it('vectors_revision', '>', after.vectors_revision),
            it.and([it('vectors_revision', '=', after.vectors_revision), it('item_id', '>', after.item_id)]),
          ]),
        )
        .orderBy('vectors_revision')
        .orderBy('item_id')
        .limit(limit)
        .execute()
    },
  }
}
