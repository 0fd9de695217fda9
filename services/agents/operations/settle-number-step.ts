import type { Handle } from '#context.ts'
import { isOver, stepOf, withStep } from '#domain/creation-steps.ts'
import { wakeCreation } from '#domain/wake-creation.ts'
import { createCreationQueries } from '#store/creation-queries.ts'

/** Ends the number step of a creation that waits in it. Answers whether the number belongs to it: not when it came too late, nor when the creation broke off. */
export const settleNumberStep: Handle<'settleNumberStep'> = async ({ creationId, number, sentence }, context) => {
  const { db, caller, clock, tenantId } = context
  const kept = await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.look(creationId)
    if (creation?.status !== 'running' && creation?.status !== 'done') return false
    const step = stepOf(creation.steps, 'number')
    if (isOver(step)) return step.status === 'done'
    if (step.status !== 'running') return false
    const now = clock.now()
    const status = number === null ? ('skipped' as const) : ('done' as const)
    const steps = withStep(creation.steps, 'number', { status, sentence, endedAt: now.toISOString() })
    await queries.change(creation, { steps: JSON.stringify(steps) }, { step: 'number', sentence, now })
    return number !== null
  })
  wakeCreation(context, creationId)
  return { kept }
}
