import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries } from '#store/scenario-queries.ts'

/** Removes a simulated caller; past reports keep what it did. */
export const removeScenario: Handle<'removeScenario'> = async ({ agentId, scenarioId }, context) => {
  const { db, caller, tenantId } = context
  await db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    const queries = createScenarioQueries(tx, tenantId)
    const row = await queries.find(agentId, scenarioId)
    await queries.remove(row.id)
    await context.note(tx, { action: 'remove-scenario', subject: `scenario:${scenarioId}`, detail: { agentId, name: row.name } })
  })
  return {}
}
