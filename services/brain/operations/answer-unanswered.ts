import type { Handle } from '#context.ts'
import { anybody } from '#operations/answer-question.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { teach } from '#training/teach.ts'

/** Answers a question for good: the answer becomes knowledge. */
export const answerUnanswered: Handle<'answerUnanswered'> = async ({ unansweredId, answer, category }, context) => {
  const { db, caller, tenantId } = context
  const open = await db.inTenant(caller, (tx) => createUnansweredQueries(tx, tenantId).get(unansweredId))
  const correction = await teach({ baseId: open.base_id, question: open.question, answer, category, persona: anybody }, context)
  await db.inTenant(caller, (tx) => createUnansweredQueries(tx, tenantId).settle(unansweredId, 'answered'))
  return correction
}
