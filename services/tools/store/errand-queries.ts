import { Fault } from '@myna/kernel'
import type { Insertable, Transaction, Updateable } from 'kysely'
import type { ErrandRow } from '#store/present.ts'
import type { ErrandTable, Tables } from '#store/tables.ts'

/** Questions about the errands of one tenant. */
export function createErrandQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    insert: (it: Omit<Insertable<ErrandTable>, 'tenant_id'>): Promise<ErrandRow> =>
      tx
        .insertInto('errands')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    /** Throws `tools.errand_not_found`; locks the row. */
    async find(id: string): Promise<ErrandRow> {
      const row = await tx.selectFrom('errands').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      if (!row) throw new Fault('tools.errand_not_found', { errandId: id })
      return row
    },
    update: (id: string, change: Updateable<ErrandTable>): Promise<ErrandRow> =>
      tx.updateTable('errands').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    /** Newest first, those before the given id. */
    list(
      filter: { kind?: ErrandRow['kind'] | undefined; state?: ErrandRow['state'] | undefined },
      before: string | undefined,
      limit: number,
    ): Promise<ErrandRow[]> {
      let query = tx.selectFrom('errands').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      if (filter.kind) query = query.where('kind', '=', filter.kind)
      if (filter.state) query = query.where('state', '=', filter.state)
      return query.execute()
    },
  }
}
