import { Fault } from '@myna/kernel'
import type { Selectable, Transaction } from 'kysely'
import type { BaseTable, Tables } from '#store/tables.ts'

export type BaseRow = Selectable<BaseTable>

/** Questions about knowledge bases. */
export function createBaseQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    async insert(base: { id: string; name: string; created_at: Date }): Promise<BaseRow> {
      return tx
        .insertInto('bases')
        .values({ tenant_id: tenantId, ...base })
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    /** Throws `knowledge.base_not_found`. */
    async get(id: string): Promise<BaseRow> {
      const row = await tx.selectFrom('bases').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('knowledge.base_not_found', { baseId: id })
      return row
    },
    /** Holds a base until the transaction ends: meanwhile nobody else changes what it knows. Throws `knowledge.base_not_found`. */
    async hold(id: string): Promise<void> {
      const row = await tx.selectFrom('bases').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
      if (!row) throw new Fault('knowledge.base_not_found', { baseId: id })
    },
    /** Takes the next revision, which says to every index of this base that it is out of date. */
    async nextRevision(id: string): Promise<number> {
      const { revision } = await tx
        .updateTable('bases')
        .set((it) => ({ revision: it('revision', '+', 1) }))
        .where('id', '=', id)
        .returning('revision')
        .executeTakeFirstOrThrow()
      return revision
    },
    /** Items by category, those rejected left out. */
    async countItems(id: string): Promise<Record<string, number>> {
      const rows = await tx
        .selectFrom('items')
        .select((it) => ['category', it.fn.countAll<number>().as('count')])
        .where('base_id', '=', id)
        .where('state', '<>', 'rejected')
        .groupBy('category')
        .orderBy('category')
        .execute()
      return Object.fromEntries(rows.map((row) => [row.category, Number(row.count)]))
    },
    async countOpenConflicts(id: string): Promise<number> {
      const { count } = await tx
        .selectFrom('conflicts')
        .select((it) => it.fn.countAll<number>().as('count'))
        .where('base_id', '=', id)
        .where('settled', '=', false)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    /** Deletes a base and all it holds. */
    async delete(id: string): Promise<void> {
      await tx.deleteFrom('items').where('base_id', '=', id).execute()
      await tx.deleteFrom('removed_items').where('base_id', '=', id).execute()
      await tx.deleteFrom('bases').where('id', '=', id).execute()
    },
  }
}
