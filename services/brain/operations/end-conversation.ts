import type { Handle } from '#context.ts'
import { readState } from '#dialogue/state.ts'
import { keepConsent } from '#memory/keep-consent.ts'
import { summaryOf } from '#memory/remembered.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentConversation } from '#store/present.ts'

const turnsSummedUp = 200

/** Ends a conversation, sums it up, and adds to what is remembered of a caller who agreed. Ending twice changes nothing. */
export const endConversation: Handle<'endConversation'> = async ({ conversationId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    const conversation = await queries.get(conversationId)
    if (conversation.ended_at !== null) return presentConversation(conversation)
    const now = context.clock.now()
    const turns = await queries.listAfter(conversationId, 0, turnsSummedUp)
    const summary = summaryOf(turns, now.toISOString().slice(0, 10))
    const state = readState(conversation.dialogue)
    const agreed = state.consent === 'given' || conversation.policy.remember === 'always'
    if (agreed) {
      const language = turns.findLast((turn) => turn.speaker === 'caller')?.language ?? null
      await keepConsent(tx, { conversation, state, consent: 'given', language, summary }, context)
    }
    return presentConversation(await queries.update(conversationId, { summary, ended_at: now }))
  })
