import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries, presentScenario } from '#store/scenario-queries.ts'

/** Writes a simulated caller. */
export const addScenario: Handle<'addScenario'> = async ({ agentId, ...body }, context) => {
  const { db, caller, tenantId, clock } = context
  return db.inTenant(caller, async (tx) => {
    await createAgentQueries(tx, tenantId).find(agentId)
    const row = await createScenarioQueries(tx, tenantId).insert(agentId, body, clock.now())
    await context.note(tx, { action: 'add-scenario', subject: `scenario:${row.id}`, detail: { agentId, name: body.name } })
    return presentScenario(row)
  })
}
