import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { presentRun } from '#store/present.ts'
import { createRunQueries } from '#store/run-queries.ts'

/** Lists uses of tools, newest first. */
export const listRuns: Handle<'listRuns'> = async ({ limit, cursor, ...filter }, { caller, clock, db, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createRunQueries(tx, tenantId).list(filter, before, limit + 1))
  const now = clock.now()
  return page(
    rows.map((it) => presentRun(it, now)),
    limit,
    (it) => [it.id],
  )
}
