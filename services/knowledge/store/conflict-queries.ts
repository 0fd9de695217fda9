import { Fault, newId } from '@myna/kernel'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { ItemRow } from '#store/present.ts'
import type { ConflictTable, Tables } from '#store/tables.ts'

export type ConflictRow = Selectable<ConflictTable>

/** Questions about items that contradict each other. */
export function createConflictQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `knowledge.conflict_not_found`. */
    async get(id: string): Promise<ConflictRow> {
      const row = await tx.selectFrom('conflicts').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('knowledge.conflict_not_found', { conflictId: id })
      return row
    },
    listAfter(baseId: string, after: string | undefined, limit: number): Promise<ConflictRow[]> {
      let query = tx.selectFrom('conflicts').selectAll().where('base_id', '=', baseId).orderBy('id').limit(limit)
      if (after) query = query.where('id', '>', after)
      return query.execute()
    },
    listOpen(baseId: string): Promise<ConflictRow[]> {
      return tx.selectFrom('conflicts').selectAll().where('base_id', '=', baseId).where('settled', '=', false).orderBy('id').execute()
    },
    /** The items of several conflicts, by conflict. */
    async itemsOf(conflictIds: readonly string[]): Promise<Map<string, ItemRow[]>> {
      const found = new Map<string, ItemRow[]>(conflictIds.map((id) => [id, []]))
      if (conflictIds.length === 0) return found
      const rows = await tx
        .selectFrom('conflict_items')
        .innerJoin('items', 'items.id', 'conflict_items.item_id')
        .selectAll('items')
        .select('conflict_items.conflict_id')
        .where('conflict_items.conflict_id', 'in', conflictIds)
        .orderBy('items.id')
        .execute()
      for (const { conflict_id, ...item } of rows) found.get(conflict_id)?.push(item)
      return found
    },
    async insert(conflict: { id: string; base_id: string; label: string; topic: string; created_at: Date }, itemIds: readonly string[]): Promise<void> {
      await tx
        .insertInto('conflicts')
        .values({ tenant_id: tenantId, ...conflict })
        .execute()
      await this.replaceItems(conflict.id, itemIds)
    },
    async replaceItems(conflictId: string, itemIds: readonly string[]): Promise<void> {
      await tx.deleteFrom('conflict_items').where('conflict_id', '=', conflictId).execute()
      await tx
        .insertInto('conflict_items')
        .values(itemIds.map((item_id) => ({ tenant_id: tenantId, id: newId(), conflict_id: conflictId, item_id })))
        .execute()
    },
    /** Settled conflicts an item is part of. */
    async settledWith(itemId: string): Promise<string[]> {
      const rows = await tx
        .selectFrom('conflict_items')
        .innerJoin('conflicts', 'conflicts.id', 'conflict_items.conflict_id')
        .select('conflicts.id')
        .where('conflict_items.item_id', '=', itemId)
        .where('conflicts.settled', '=', true)
        .orderBy('conflicts.id')
        .execute()
      return rows.map((it) => it.id)
    },
    /** Makes an item part of conflicts again, as far as they are still there. */
    async rejoin(itemId: string, conflictIds: readonly string[]): Promise<void> {
      if (conflictIds.length === 0) return
      const there = await tx.selectFrom('conflicts').select('id').where('id', 'in', conflictIds).execute()
      if (there.length === 0) return
      await tx
        .insertInto('conflict_items')
        .values(there.map((it) => ({ tenant_id: tenantId, id: newId(), conflict_id: it.id, item_id: itemId })))
        .execute()
    },
    async settle(id: string): Promise<void> {
      await tx.updateTable('conflicts').set({ settled: true }).where('id', '=', id).execute()
    },
    async deleteAll(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await tx.deleteFrom('conflicts').where('id', 'in', ids).execute()
    },
    /** Lets go of open conflicts that fewer than two standing items are left in. */
    async dropOver(baseId: string): Promise<void> {
      await tx
        .deleteFrom('conflicts')
        .where('base_id', '=', baseId)
        .where('settled', '=', false)
        .where(
          (it) =>
            it
              .selectFrom('conflict_items')
              .innerJoin('items', 'items.id', 'conflict_items.item_id')
              .select(sql<number>`count(*)`.as('count'))
              .whereRef('conflict_items.conflict_id', '=', 'conflicts.id')
              .where('items.state', '<>', 'rejected'),
          '<',
          2,
        )
        .execute()
    },
  }
}
