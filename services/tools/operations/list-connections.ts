import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'
import { presentConnection } from '#store/present.ts'

/** Lists plugins in use and MCP servers, the first connected first. */
export const listConnections: Handle<'listConnections'> = async ({ limit, cursor }, { caller, db, tenantId }) => {
  const after = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createConnectionQueries(tx, tenantId).list(after, limit + 1))
  return page(rows.map(presentConnection), limit, (it) => [it.id])
}
