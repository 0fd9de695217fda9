import type { Handle } from '#context.ts'
import { wholeConfig } from '#domain/agent-draft.ts'
import { suggestScenarios as suggest } from '#simulation/suggest-scenarios.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createScenarioQueries, presentScenario } from '#store/scenario-queries.ts'

/** Writes simulated callers from what an agent knows and may do; those of the same name are left as they are. */
export const suggestScenarios: Handle<'suggestScenarios'> = async ({ agentId }, context) => {
  const { db, caller, tenantId, clock, call } = context
  const agent = await db.inTenant(caller, (tx) => createAgentQueries(tx, tenantId).find(agentId))
  const { items } = await call.knowledge.listItems({ baseId: agent.base_id, limit: 200 })
  const suggested = suggest(wholeConfig(agent.draft), items)
  return db.inTenant(caller, async (tx) => {
    const queries = createScenarioQueries(tx, tenantId)
    let added = 0
    for (const body of suggested) if (await queries.insertIfNew(agentId, body, clock.now())) added++
    if (added > 0) await context.note(tx, { action: 'suggest-scenarios', subject: `agent:${agentId}`, detail: { added } })
    return { items: (await queries.list(agentId, undefined, 200)).map(presentScenario), added }
  })
}
