import type { Insertable, Selectable, Transaction } from 'kysely'
import type { CorrectionTable, Tables } from '#store/tables.ts'

export type CorrectionRow = Selectable<CorrectionTable>

/** Questions about corrections people made. */
export function createCorrectionQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    insert: (it: Omit<Insertable<CorrectionTable>, 'tenant_id'>): Promise<CorrectionRow> =>
      tx
        .insertInto('corrections')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    /** Newest first, before a given one. */
    list: (baseId: string | undefined, before: string | undefined, limit: number): Promise<CorrectionRow[]> =>
      tx
        .selectFrom('corrections')
        .selectAll()
        .$if(baseId !== undefined, (query) => query.where('base_id', '=', baseId!))
        .$if(before !== undefined, (query) => query.where('id', '<', before!))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
  }
}
