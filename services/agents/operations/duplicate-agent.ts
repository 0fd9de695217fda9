import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Copies an agent as a new draft that shares its knowledge base. */
export const duplicateAgent: Handle<'duplicateAgent'> = async ({ agentId, name }, context) => {
  const { db, caller, clock, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const { base_id, draft, website } = await queries.find(agentId)
    const copy = await queries.insert({ name, baseId: base_id, status: 'draft', draft, website, now: clock.now() })
    await context.note(tx, { action: 'duplicate-agent', subject: `agent:${copy.id}`, detail: { from: agentId, name } })
    return copy
  })
  return presentAgent(row)
}
