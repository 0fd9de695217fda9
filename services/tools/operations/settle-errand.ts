import type { Handle } from '#context.ts'
import { createErrandQueries } from '#store/errand-queries.ts'
import { presentErrand } from '#store/present.ts'

/** Marks an errand as done by whoever says so, or opens it again. */
export const settleErrand: Handle<'settleErrand'> = async ({ errandId, state }, context) => {
  const { caller, clock, db, tenantId } = context
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createErrandQueries(tx, tenantId)
    const errand = await queries.find(errandId)
    if (errand.state === state) return errand
    await context.note(tx, { action: 'settle-errand', subject: `errand:${errandId}`, detail: { state } })
    const isDone = state === 'done'
    return queries.update(errandId, { state, done_at: isDone ? clock.now() : null, done_by: isDone ? (caller.name ?? caller.subject) : null })
  })
  return presentErrand(row)
}
