import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { teach } from '#training/teach.ts'

/** Makes what an agent should have said knowledge, and shows what it changed. */
export const correctTurn: Handle<'correctTurn'> = async ({ conversationId, turnId, answer, question, category }, context) => {
  const { conversation, asked, said } = await context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    return { conversation: await queries.get(conversationId), ...(await queries.exchange(conversationId, turnId)) }
  })
  return teach(
    {
      baseId: conversation.base_id,
      question: question ?? asked.meant ?? asked.text,
      answer,
      category,
      persona: conversation.persona,
      before: { text: said.text, refused: said.refused, engine: said.engine ?? 'built-in' },
    },
    context,
  )
}
