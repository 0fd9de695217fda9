import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { createHealthQueries } from '#store/health-queries.ts'
import { presentProbeAnswer } from '#store/present.ts'

/** Lists answers to health questions, newest first. */
export const listProbes: Handle<'listProbes'> = async ({ appId, versionId, limit, cursor }, { caller, db, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    await createAppQueries(tx, tenantId).find(appId)
    return createHealthQueries(tx, tenantId).listAnswers(appId, versionId, before, limit + 1)
  })
  return page(rows.map(presentProbeAnswer), limit, (it) => [it.id])
}
