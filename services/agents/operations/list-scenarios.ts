import { page, readIdCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries, presentScenario } from '#store/scenario-queries.ts'

/** Lists the simulated callers of an agent, in the order they were written. */
export const listScenarios: Handle<'listScenarios'> = async ({ agentId, limit, cursor }, { db, caller, tenantId }) => {
  const after = cursor === undefined ? undefined : readIdCursor(cursor)
  const rows = await db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    return createScenarioQueries(tx, tenantId).list(agentId, after, limit + 1)
  })
  return page(rows.map(presentScenario), limit, (it) => [it.id])
}
