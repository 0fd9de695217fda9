import type { Handle } from '#context.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { presentUnanswered } from '#training/present-training.ts'

/** Leaves a question unanswered; it is not shown again. */
export const dismissUnanswered: Handle<'dismissUnanswered'> = async ({ unansweredId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const row = await createUnansweredQueries(tx, context.tenantId).settle(unansweredId, 'dismissed')
    await context.note(tx, { action: 'dismiss-question', subject: `unanswered:${unansweredId}`, detail: {} })
    return presentUnanswered(row)
  })
