import type { Category, Item } from '@myna/contracts/knowledge'
import { Fault } from '@myna/kernel'
import type { Insertable, Transaction, Updateable } from 'kysely'
import type { ItemRow } from '#store/present.ts'
import type { ItemTable, Tables } from '#store/tables.ts'

export type ItemFilter = { category?: Category | undefined; state?: Item['state'] | undefined; q?: string | undefined }

/** Rows a statement carries; with 22 columns that stays far below the 65,535 parameters of the protocol. */
const rowsPerStatement = 300

/** Questions about pieces of knowledge. */
export function createItemQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `knowledge.item_not_found`. */
    async get(id: string): Promise<ItemRow> {
      const row = await tx.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('knowledge.item_not_found', { itemId: id })
      return row
    },
    /** Those of a base after an id; every word of `q` must stand in title, text or value. */
    listAfter(baseId: string, filter: ItemFilter, after: string | undefined, limit: number): Promise<ItemRow[]> {
      let query = tx.selectFrom('items').selectAll().where('base_id', '=', baseId).orderBy('id').limit(limit)
      if (filter.category) query = query.where('category', '=', filter.category)
      if (filter.state) query = query.where('state', '=', filter.state)
      if (after) query = query.where('id', '>', after)
      for (const word of filter.q?.split(/\s+/).filter(Boolean) ?? []) {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
        query = query.where((it) => it.or([it('title', 'ilike', like), it('text', 'ilike', like), it('value', 'ilike', like)]))
      }
      return query.execute()
    },
    /** Which of these may still be said. */
    async standing(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set()
      const rows = await tx.selectFrom('items').select('id').where('id', 'in', ids).where('state', '<>', 'rejected').execute()
      return new Set(rows.map((it) => it.id))
    },
    listOfSource(sourceId: string): Promise<ItemRow[]> {
      return tx.selectFrom('items').selectAll().where('source_id', '=', sourceId).orderBy('id').execute()
    },
    /** The facts of a base that nobody rejected and a page still says. */
    listFacts(baseId: string): Promise<ItemRow[]> {
      return tx
        .selectFrom('items')
        .selectAll()
        .where('base_id', '=', baseId)
        .where('kind', '=', 'fact')
        .where('state', '<>', 'rejected')
        .where('stale', '=', false)
        .orderBy('id')
        .execute()
    },
    async insertMany(items: readonly Omit<Insertable<ItemTable>, 'tenant_id'>[]): Promise<void> {
      for (let at = 0; at < items.length; at += rowsPerStatement) {
        await tx
          .insertInto('items')
          .values(items.slice(at, at + rowsPerStatement).map((it) => ({ tenant_id: tenantId, ...it })))
          .execute()
      }
    },
    /** Changes an item; answers the row as it is afterwards. Throws `knowledge.item_not_found`. */
    async update(id: string, changes: Updateable<ItemTable>): Promise<ItemRow> {
      const row = await tx.updateTable('items').set(changes).where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('knowledge.item_not_found', { itemId: id })
      return row
    },
    async updateAll(ids: readonly string[], changes: Updateable<ItemTable>): Promise<void> {
      if (ids.length > 0) await tx.updateTable('items').set(changes).where('id', 'in', ids).execute()
    },
    /** Takes an item out; undefined when it is gone already. */
    take(id: string): Promise<ItemRow | undefined> {
      return tx.deleteFrom('items').where('id', '=', id).returningAll().executeTakeFirst()
    },
    async deleteAll(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await tx.deleteFrom('items').where('id', 'in', ids).execute()
    },
  }
}
