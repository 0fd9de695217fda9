import { Fault } from '@myna/kernel'
import type { Insertable, Transaction, Updateable } from 'kysely'
import type { ProviderRow } from '#store/present.ts'
import type { ProviderTable, Tables } from '#store/tables.ts'

/** Questions about connected language models. */
export function createProviderQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    insert: (it: Omit<Insertable<ProviderTable>, 'tenant_id'>): Promise<ProviderRow> =>
      tx
        .insertInto('providers')
        .values({ tenant_id: tenantId, ...it })
        .returningAll()
        .executeTakeFirstOrThrow(),
    /** Throws `brain.provider_not_found`. */
    async get(id: string): Promise<ProviderRow> {
      const row = await tx.selectFrom('providers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
    listAfter(after: string | undefined, limit: number): Promise<ProviderRow[]> {
      let query = tx.selectFrom('providers').selectAll().orderBy('id').limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      return query.execute()
    },
    /** The models in use, the first connected first. */
    listEnabled: (): Promise<ProviderRow[]> => tx.selectFrom('providers').selectAll().where('enabled', '=', true).orderBy('id').limit(10).execute(),
    /** Throws `brain.provider_not_found`. */
    async update(id: string, change: Updateable<ProviderTable>): Promise<ProviderRow> {
      const row = await tx.updateTable('providers').set(change).where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
    /** Throws `brain.provider_not_found`. */
    async remove(id: string): Promise<ProviderRow> {
      const row = await tx.deleteFrom('providers').where('id', '=', id).returningAll().executeTakeFirst()
      if (!row) throw new Fault('brain.provider_not_found', { providerId: id })
      return row
    },
  }
}
