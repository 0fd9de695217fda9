import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentVersion } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Lists versions, newest first. */
export const listVersions: Handle<'listVersions'> = async ({ appId, limit, cursor }, { caller, db, tenantId }) => {
  const before = readIdCursor(cursor)
  return db.inTenant(caller, async (tx) => {
    const app = await createAppQueries(tx, tenantId).find(appId)
    const rows = await createVersionQueries(tx, tenantId).list(appId, before, limit + 1)
    return page(
      rows.map((it) => presentVersion(it, app)),
      limit,
      (it) => [it.id],
    )
  })
}
