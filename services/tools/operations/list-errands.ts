import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createErrandQueries } from '#store/errand-queries.ts'
import { presentErrand } from '#store/present.ts'

/** Lists what callers asked for, newest first. */
export const listErrands: Handle<'listErrands'> = async ({ limit, cursor, ...filter }, { caller, db, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createErrandQueries(tx, tenantId).list(filter, before, limit + 1))
  return page(rows.map(presentErrand), limit, (it) => [it.id])
}
