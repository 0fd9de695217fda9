import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentUse } from '#store/present.ts'
import { createUseQueries } from '#store/use-queries.ts'

/** Requests, errors and latency by version and hour. */
export const getStatistics: Handle<'getStatistics'> = async ({ appId, from, to }, { caller, db, tenantId }) => {
  const rows = await db.inTenant(caller, async (tx) => {
    await createAppQueries(tx, tenantId).find(appId)
    return createUseQueries(tx, tenantId).list(appId, new Date(from), new Date(to))
  })
  return { items: rows.map(presentUse) }
}
