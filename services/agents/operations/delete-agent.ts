import { agentsEvents } from '@myna/contracts/agents'
import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'

/** Deletes an agent; a creation under way is stopped, and the knowledge goes with the last agent that uses it. */
export const deleteAgent: Handle<'deleteAgent'> = async ({ agentId }, context) => {
  const { db, caller, call, tenantId, jobs } = context
  const { baseId, isLast, running } = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const agent = await queries.find(agentId, 'to-change')
    const creations = await createCreationQueries(tx, tenantId).list({ agentId, status: 'running' }, undefined, 10)
    await queries.remove(agentId)
    await context.note(tx, { action: 'delete-agent', subject: `agent:${agentId}`, detail: { name: agent.name } })
    await context.tell(tx, agentsEvents.agentDeleted, { agentId, baseId: agent.base_id })
    return { baseId: agent.base_id, isLast: !(await queries.isBaseUsed(agent.base_id)), running: creations.flatMap((it) => it.job_id ?? []) }
  })
  for (const jobId of running) await jobs.cancel(jobId)
  if (isLast) await call.knowledge.deleteBase({ baseId })
  return {}
}
