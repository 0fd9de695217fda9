import type { Handle } from '#context.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { presentUnanswered } from '#training/present-training.ts'

/** Leaves an open question unanswered; one that is not open stays as it is. */
export const dismissUnanswered: Handle<'dismissUnanswered'> = async ({ unansweredId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const queries = createUnansweredQueries(tx, context.tenantId)
    const row = await queries.move(unansweredId, 'open', 'dismissed')
    if (!row) return presentUnanswered(await queries.get(unansweredId))
    await context.note(tx, { action: 'dismiss-question', subject: `unanswered:${unansweredId}`, detail: {} })
    return presentUnanswered(row)
  })
