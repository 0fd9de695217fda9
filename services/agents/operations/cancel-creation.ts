import { agentsEvents } from '@myna/contracts/agents'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { withNumberGivenBack } from '#domain/creation-steps.ts'
import { wakeCreation } from '#domain/wake-creation.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import { presentCreation } from '#store/present.ts'

/** Stops building an agent; what was read so far stays, and a step can be tried again later. */
export const cancelCreation: Handle<'cancelCreation'> = async ({ creationId }, context) => {
  const { db, caller, clock, tenantId, jobs } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.find(creationId, 'to-change')
    if (creation.status !== 'running') throw new Fault('agents.creation_over', { creationId, status: creation.status })
    const now = clock.now()
    const steps = withNumberGivenBack(creation.steps).map((it) =>
      it.status === 'running' ? { ...it, status: 'failed' as const, sentence: 'Stopped', endedAt: now.toISOString() } : it,
    )
    await createAgentQueries(tx, tenantId).update(creation.agent_id, { status: 'failed', updated_at: now })
    await context.note(tx, { action: 'cancel-creation', subject: `creation:${creationId}` })
    await context.tell(tx, agentsEvents.creationEnded, { creationId, agentId: creation.agent_id, status: 'cancelled' })
    return queries.change(
      creation,
      { status: 'cancelled', ended_at: now, steps: JSON.stringify(steps) },
      { step: null, sentence: 'Stopped. What was read so far is kept.', now },
    )
  })
  if (row.job_id) await jobs.cancel(row.job_id)
  wakeCreation(context, creationId)
  return presentCreation(row)
}
