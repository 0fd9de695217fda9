import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Lists agents, newest first. */
export const listAgents: Handle<'listAgents'> = async ({ limit, cursor, ...filter }, { db, caller, tenantId }) => {
  const before = readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createAgentQueries(tx, tenantId).list(filter, before, limit + 1))
  return page(rows.map(presentAgent), limit, (it) => [it.id])
}
