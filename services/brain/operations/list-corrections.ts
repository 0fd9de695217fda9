import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCorrectionQueries } from '#store/correction-queries.ts'
import { presentCorrection } from '#training/present-training.ts'

/** Lists corrections with the answers before and after, newest first. */
export const listCorrections: Handle<'listCorrections'> = async ({ limit, cursor, baseId }, { caller, db, tenantId }) => {
  const before = cursor === undefined ? undefined : readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createCorrectionQueries(tx, tenantId).list(baseId, before, limit + 1))
  const { items, next } = page(rows, limit, (row) => [row.id])
  return { items: items.map(presentCorrection), ...(next === undefined ? {} : { next }) }
}
