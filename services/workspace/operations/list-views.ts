import type { Handle } from '#context.ts'
import { createViewQueries } from '#store/view-queries.ts'

/** Lists the caller's own views. */
export const listViews: Handle<'listViews'> = async ({ list }, { db, caller, tenantId }) => ({
  items: await db.inTenant(caller, (tx) => createViewQueries(tx, tenantId, caller.subject).list(list)),
})
