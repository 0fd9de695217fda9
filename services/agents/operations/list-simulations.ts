import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createSimulationQueries, presentSimulation } from '#store/simulation-queries.ts'

/** Lists the simulations of an agent, newest first, without their calls. */
export const listSimulations: Handle<'listSimulations'> = async ({ agentId, limit, cursor }, { db, caller, tenantId }) => {
  const before = cursor === undefined ? undefined : readIdCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    return createSimulationQueries(tx, tenantId).list(agentId, before, limit + 1)
  })
  const shown = rows.map((row) => presentSimulation(row, []))
  return page(shown, limit, (it) => [it.id])
}
