import { callsEvents } from '@myna/contracts/calls'
import { Fault, reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { endConversation } from '#operations/end-conversation.ts'

/** Ends the conversation of a call that is over, so that it is summed up and remembered. */
export const onCallEnded = reaction(callsEvents.callEnded, async ({ conversationId }, context: Context) => {
  try {
    await endConversation({ conversationId }, context)
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'brain.conversation_not_found')) throw error
  }
})
