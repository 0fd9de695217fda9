import type { Settings } from '@myna/contracts/workspace'
import type { Transaction } from 'kysely'
import { firstSettings } from '#domain/first-settings.ts'
import type { Tables } from '#store/tables.ts'

export type Stored = { settings: Settings; revision: number; updatedAt: Date }

/** Questions about the one row of settings a tenant has. Its id is the tenant's. */
export function createSettingsQueries(tx: Transaction<Tables>, tenantId: string) {
  return {
    /** The settings, with what was never chosen filled in; revision 0 when nothing was. */
    async read(): Promise<Stored> {
      const row = await tx.selectFrom('settings').selectAll().where('id', '=', tenantId).forUpdate().executeTakeFirst()
      return { settings: { ...firstSettings, ...row?.settings }, revision: row?.revision ?? 0, updatedAt: row?.updated_at ?? new Date(0) }
    },
    async write(settings: Partial<Settings>, revision: number, at: Date): Promise<void> {
      const values = { settings: JSON.stringify(settings), revision, updated_at: at }
      await tx
        .insertInto('settings')
        .values({ tenant_id: tenantId, id: tenantId, ...values })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(values))
        .execute()
    },
  }
}
