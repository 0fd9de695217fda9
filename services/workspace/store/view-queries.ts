import type { View } from '@myna/contracts/workspace-views'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Tables, ViewTable } from '#store/tables.ts'

/** Questions about the saved views of one subject of a tenant. */
export function createViewQueries(tx: Transaction<Tables>, tenantId: string, subject: string) {
  return {
    /** Makes saves of the same person wait for each other, so that their checks hold. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${tenantId} ${subject}`}, 0))`.execute(tx)
    },
    async list(list?: string): Promise<View[]> {
      const rows = await tx
        .selectFrom('views')
        .selectAll()
        .where('subject', '=', subject)
        .$if(list !== undefined, (it) => it.where('list', '=', list!))
        .orderBy(sql`lower(name)`)
        .orderBy('id')
        .execute()
      return rows.map(present)
    },
    /** Whether the id is free or of this subject's view of this list. */
    async mayKeep(id: string, list: string): Promise<boolean> {
      const row = await tx.selectFrom('views').select(['subject', 'list']).where('id', '=', id).executeTakeFirst()
      return row === undefined || (row.subject === subject && row.list === list)
    },
    async keep({ id, list, name, search, isDefault }: View, at: Date): Promise<void> {
      if (isDefault) await tx.updateTable('views').set({ is_default: false }).where('subject', '=', subject).where('list', '=', list).execute()
      const values = { name, search: JSON.stringify(search), is_default: isDefault, updated_at: at }
      await tx
        .insertInto('views')
        .values({ tenant_id: tenantId, id, subject, list, ...values })
        .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet(values).where('views.subject', '=', subject))
        .execute()
    },
    async remove(id: string): Promise<boolean> {
      const { numDeletedRows } = await tx.deleteFrom('views').where('id', '=', id).where('subject', '=', subject).executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

function present({ id, list, name, search, is_default }: Pick<ViewTable, 'id' | 'list' | 'name' | 'is_default'> & { search: View['search'] }): View {
  return { id, list, name, search, isDefault: is_default }
}
