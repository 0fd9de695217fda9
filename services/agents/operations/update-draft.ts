import { checkRevision, Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { changedDraft } from '#domain/agent-draft.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Changes the name or the draft of an agent. */
export const updateDraft: Handle<'updateDraft'> = async ({ agentId, name, config, revision }, context) => {
  const { db, caller, clock, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const agent = await queries.find(agentId, 'to-change')
    checkRevision(revision, agent.draft_revision)
    if (name !== undefined && (await queries.isNameTaken(name, agentId))) throw new Fault('agents.name_taken', { name })
    const draft = changedDraft(agent.draft, config ?? {})
    const changed = JSON.stringify(draft) !== JSON.stringify(agent.draft)
    if (!changed && (name === undefined || name === agent.name)) return agent
    await context.note(tx, { action: 'update-agent', subject: `agent:${agentId}`, detail: { ...(name ? { name } : {}), changed: Object.keys(config ?? {}) } })
    return queries.update(agentId, {
      updated_at: clock.now(),
      ...(name === undefined ? {} : { name }),
      ...(changed ? { draft: JSON.stringify(draft), draft_revision: agent.draft_revision + 1 } : {}),
    })
  })
  return presentAgent(row)
}
