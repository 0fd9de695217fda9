import { Fault } from '@myna/kernel'
import type { Insertable, Transaction, Updateable } from 'kysely'
import type { VersionRow } from '#store/present.ts'
import type { Tables, VersionTable } from '#store/tables.ts'

/** Questions about the versions of one tenant's applications. */
export function createVersionQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** Throws `apps.version_not_found`; locks the row. */
    async find(appId: string, id: string): Promise<VersionRow> {
      const row = await tx.selectFrom('versions').selectAll().where('app_id', '=', appId).where('id', '=', id).forUpdate().executeTakeFirst()
      if (!row) throw new Fault('apps.version_not_found', { appId, versionId: id })
      return row
    },
    /** The row, locked, unless it is gone meanwhile. */
    look: (id: string): Promise<VersionRow | undefined> => tx.selectFrom('versions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    /** Newest first, those before the given id. */
    list(appId: string, before: string | undefined, limit: number): Promise<VersionRow[]> {
      let query = tx.selectFrom('versions').selectAll().where('app_id', '=', appId).orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      return query.execute()
    },
    all: (appId: string): Promise<VersionRow[]> => tx.selectFrom('versions').selectAll().where('app_id', '=', appId).orderBy('id').execute(),
    /** Undefined when the name is taken. */
    insert: (it: Omit<Insertable<VersionTable>, 'tenant_id'>): Promise<VersionRow | undefined> =>
      tx
        .insertInto('versions')
        .values({ tenant_id: tenantId, ...it })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'app_id', 'name']).doNothing())
        .returningAll()
        .executeTakeFirst(),
    update: (id: string, change: Updateable<VersionTable>): Promise<VersionRow> =>
      tx.updateTable('versions').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow(),
    async remove(id: string): Promise<void> {
      await tx.deleteFrom('versions').where('id', '=', id).execute()
    },
  }
}
