import type { Handle } from '#context.ts'
import { readState } from '#dialogue/state.ts'
import { step } from '#dialogue/step.ts'
import { turnsRemembered, understandIn } from '#mind/hear.ts'
import { rehearsalsOf } from '#mind/rehearsals.ts'
import { settingOf } from '#mind/take-turn.ts'
import { lookUp } from '#mind/think.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'

/** Understands words that may become a turn and, where knowledge would answer them, looks up what it says. Reads only. */
export const rehearseReply: Handle<'rehearseReply'> = async ({ conversationId, text }, context) => {
  const { caller, clock, db, tenantId } = context
  const { conversation, last } = await db.inTenant(caller, async (tx) => {
    const queries = createConversationQueries(tx, tenantId)
    return { conversation: await queries.get(conversationId), last: await queries.lastTurns(conversationId, turnsRemembered) }
  })
  if (conversation.ended_at !== null) return { rehearsed: false }
  const { heard, meant } = understandIn(conversation, last, text, clock.now())
  const todo = step(heard, readState(conversation.dialogue), settingOf(conversation, last.toReversed()))
  if (todo.do !== 'answer') return { rehearsed: false }
  const asked = { baseId: conversation.base_id, question: todo.question ?? meant, language: heard.language, persona: conversation.persona, extra: [] }
  const rehearsal = lookUp(asked, context)
  rehearsalsOf(context).keep({ conversationId, ...asked }, rehearsal)
  await rehearsal
  return { rehearsed: true }
}
