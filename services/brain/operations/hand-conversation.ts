import { Policy } from '@myna/contracts/dialogue'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { readState } from '#dialogue/state.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentConversation } from '#store/present.ts'

/** Lets another agent go on: it has its own knowledge and policy, and what the caller told of themselves need not be said again. */
export const handConversation: Handle<'handConversation'> = async ({ conversationId, agentId, baseId, persona, policy }, context) => {
  await context.call.knowledge.getBase({ baseId })
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    const before = await queries.get(conversationId)
    if (before.ended_at !== null) throw new Fault('brain.conversation_over', { conversationId })
    const { known, consent } = readState(before.dialogue)
    const row = await queries.update(conversationId, {
      agent_id: agentId,
      base_id: baseId,
      persona: JSON.stringify(persona),
      policy: JSON.stringify(policy ?? Policy.parse({ standardGoals: [], remember: 'never' })),
      dialogue: JSON.stringify({ ...readState({}), known, consent }),
    })
    await context.note(tx, { action: 'hand-conversation', subject: `conversation:${conversationId}`, detail: { from: before.agent_id, to: agentId } })
    return presentConversation(row)
  })
}
