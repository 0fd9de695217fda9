import { newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentConversation } from '#store/present.ts'

/** Starts a conversation over a knowledge base of the caller's organisation. */
export const startConversation: Handle<'startConversation'> = async ({ agentId, baseId, channel, persona }, { call, caller, clock, db, tenantId }) => {
  await call.knowledge.getBase({ baseId })
  const row = await db.inTenant(caller, (tx) =>
    createConversationQueries(tx, tenantId).insert({
      id: newId(),
      agent_id: agentId,
      base_id: baseId,
      channel,
      persona: JSON.stringify(persona),
      created_at: clock.now(),
    }),
  )
  return presentConversation(row)
}
