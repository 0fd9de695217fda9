import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'

/** Deletes a conversation with all its turns. */
export const deleteConversation: Handle<'deleteConversation'> = async ({ conversationId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    await createConversationQueries(tx, context.tenantId).delete(conversationId)
    await context.note(tx, { action: 'delete-conversation', subject: `conversation:${conversationId}`, detail: {} })
  })
  return {}
}
