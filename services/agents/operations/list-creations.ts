import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import { presentCreation } from '#store/present.ts'

/** Lists creations, newest first. */
export const listCreations: Handle<'listCreations'> = async ({ limit, cursor, ...filter }, { db, caller, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createCreationQueries(tx, tenantId).list(filter, before, limit + 1))
  return page(rows.map(presentCreation), limit, (it) => [it.id])
}
