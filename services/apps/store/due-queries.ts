import { sql, type Transaction } from 'kysely'
import type { Tables } from '#store/tables.ts'

/** Questions about which applications are to be asked how they are, over all tenants. */
export function createDueQueries(tx: Transaction<Tables>) {
  return {
    /** Takes those that are due, each for its own interval, so that no other process asks the same. */
    async claim(now: Date, limit: number): Promise<{ appId: string; tenantId: string }[]> {
      const { rows } = await sql<{ appId: string; tenantId: string }>`
        update probes_due set due_at = ${now}::timestamptz + make_interval(secs => interval_seconds)
        where app_id in (select app_id from probes_due where due_at <= ${now} order by due_at limit ${limit} for update skip locked)
        returning app_id as "appId", tenant_id as "tenantId"`.execute(tx)
      return rows
    },
    /** When the next is due; undefined when there is none. */
    async next(): Promise<Date | undefined> {
      const row = await tx.selectFrom('probes_due').select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
      return row?.due_at
    },
  }
}
