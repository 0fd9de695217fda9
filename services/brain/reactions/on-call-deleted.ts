import { callsEvents } from '@myna/contracts/calls'
import { Fault, reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { deleteConversation } from '#operations/delete-conversation.ts'

/** Deletes the conversation of a call that was deleted. */
export const onCallDeleted = reaction(callsEvents.callDeleted, async ({ conversationId }, context: Context) => {
  try {
    await deleteConversation({ conversationId }, context)
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'brain.conversation_not_found')) throw error
  }
})
