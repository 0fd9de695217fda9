import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentConversation } from '#store/present.ts'

/** Reads a conversation. */
export const getConversation: Handle<'getConversation'> = async ({ conversationId }, { caller, db, tenantId }) =>
  presentConversation(await db.inTenant(caller, (tx) => createConversationQueries(tx, tenantId).get(conversationId)))
