import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries, presentScenario } from '#store/scenario-queries.ts'

/** Changes a simulated caller; what is not named stays. */
export const updateScenario: Handle<'updateScenario'> = async ({ agentId, scenarioId, ...change }, context) => {
  const { db, caller, tenantId, clock } = context
  return db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    const queries = createScenarioQueries(tx, tenantId)
    const before = await queries.find(agentId, scenarioId)
    const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const row = await queries.update(before, { ...before.body, ...named }, clock.now())
    await context.note(tx, { action: 'update-scenario', subject: `scenario:${scenarioId}`, detail: { agentId } })
    return presentScenario(row)
  })
}
