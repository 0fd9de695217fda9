import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { stepsFrom } from '#domain/creation-steps.ts'
import { wakeCreation } from '#domain/wake-creation.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import { presentCreation } from '#store/present.ts'

/** Tries a failed or stopped step again and goes on from there. */
export const retryStep: Handle<'retryStep'> = async ({ creationId, step }, context) => {
  const { db, caller, clock, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.find(creationId, 'to-change')
    const failed = creation.steps.find((it) => it.status === 'failed' || (creation.status === 'cancelled' && it.status === 'waiting'))
    if (creation.status === 'running' || failed?.name !== step) throw new Fault('agents.step_not_failed', { creationId, step, status: creation.status })
    if (await queries.isRunningFor(creation.url)) throw new Fault('agents.creation_running', { url: creation.url })
    const jobId = await context.jobs.send(tx, 'buildAgent', { creationId })
    await createAgentQueries(tx, tenantId).update(creation.agent_id, { status: 'building', updated_at: clock.now() })
    await context.note(tx, { action: 'retry-creation', subject: `creation:${creationId}`, detail: { step } })
    const change = { status: 'running' as const, ended_at: null, job_id: jobId, steps: JSON.stringify(stepsFrom(creation.steps, step)) }
    return queries.change(creation, change, { step, sentence: 'Trying again', now: clock.now() })
  })
  wakeCreation(context, creationId)
  return presentCreation(row)
}
