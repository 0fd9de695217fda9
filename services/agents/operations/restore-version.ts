import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Makes an old version the draft again; publish it to let callers meet it. */
export const restoreVersion: Handle<'restoreVersion'> = async ({ agentId, version }, context) => {
  const { db, caller, clock, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const agent = await queries.find(agentId, 'to-change')
    const { config } = await queries.findVersion(agentId, version)
    await context.note(tx, { action: 'restore-version', subject: `agent:${agentId}`, detail: { version } })
    return queries.update(agentId, { draft: JSON.stringify(config), draft_revision: agent.draft_revision + 1, updated_at: clock.now() })
  })
  return presentAgent(row)
}
