import type { Handle } from '#context.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentTurn } from '#store/present.ts'

/** Keeps of an interrupted turn only what was heard. */
export const cutTurn: Handle<'cutTurn'> = async ({ conversationId, turnId, heard }, { caller, db, tenantId }) =>
  presentTurn(await db.inTenant(caller, (tx) => createConversationQueries(tx, tenantId).cutTurn(conversationId, turnId, heard)))
