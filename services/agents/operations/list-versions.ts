import { page, readNumberCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentVersion } from '#store/present.ts'

/** Lists the versions of an agent, newest first. */
export const listVersions: Handle<'listVersions'> = async ({ agentId, limit, cursor }, { db, caller, tenantId }) => {
  const before = readNumberCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    await queries.find(agentId)
    return queries.listVersions(agentId, before, limit + 1)
  })
  return page(rows.map(presentVersion), limit, (it) => [it.number])
}
