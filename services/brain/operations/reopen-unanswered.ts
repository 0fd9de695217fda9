import type { Handle } from '#context.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { presentUnanswered } from '#training/present-training.ts'

/** Takes a dismissal back; a question that is not dismissed stays as it is. */
export const reopenUnanswered: Handle<'reopenUnanswered'> = async ({ unansweredId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const queries = createUnansweredQueries(tx, context.tenantId)
    const row = await queries.move(unansweredId, 'dismissed', 'open')
    if (!row) return presentUnanswered(await queries.get(unansweredId))
    await context.note(tx, { action: 'reopen-question', subject: `unanswered:${unansweredId}`, detail: {} })
    return presentUnanswered(row)
  })
