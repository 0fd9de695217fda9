import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { createHealthQueries } from '#store/health-queries.ts'
import { presentHealthChange } from '#store/present.ts'

/** Lists when versions began to do better or worse, newest first. */
export const listHealthChanges: Handle<'listHealthChanges'> = async ({ appId, limit, cursor }, { caller, db, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    await createAppQueries(tx, tenantId).find(appId)
    return createHealthQueries(tx, tenantId).listChanges(appId, before, limit + 1)
  })
  return page(rows.map(presentHealthChange), limit, (it) => [it.id])
}
