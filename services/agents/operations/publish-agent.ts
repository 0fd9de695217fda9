import { agentsEvents } from '@myna/contracts/agents'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { wholeConfig } from '#domain/agent-draft.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'
import { createSimulationQueries } from '#store/simulation-queries.ts'

/** Publishes the draft as a new version; callers meet it from their next call on. */
export const publishAgent: Handle<'publishAgent'> = async ({ agentId, note }, context) => {
  const { db, caller, clock, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const agent = await queries.find(agentId, 'to-change')
    if (agent.status === 'building') throw new Fault('agents.not_publishable', { agentId })
    if (agent.published_revision === agent.draft_revision) throw new Fault('agents.nothing_to_publish', { agentId })
    if (wholeConfig(agent.draft).mustPass && !(await createSimulationQueries(tx, tenantId).hasPassed(agentId, agent.draft_revision)))
      throw new Fault('agents.not_passed', { agentId, revision: agent.draft_revision })
    const published = await queries.publish(agent, { note, by: caller.name ?? caller.subject, now: clock.now() })
    const version = published.published_version!
    await context.note(tx, { action: 'publish-agent', subject: `agent:${agentId}`, detail: { version, note } })
    await context.tell(tx, agentsEvents.agentPublished, { agentId, version })
    return published
  })
  return presentAgent(row)
}
