import { Fault, newId } from '@myna/kernel'
import { redact } from '@myna/understanding'
import type { Context } from '#context.ts'
import type { Heard } from '#dialogue/heard.ts'
import { listen } from '#dialogue/listen.ts'
import { type DialogueState, readState } from '#dialogue/state.ts'
import { completeQuestion } from '#mind/follow-up.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { emptyTurn } from '#store/empty-turn.ts'
import type { ConversationRow, ProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** Of a conversation so many turns are before the mind. */
export const turnsRemembered = 6

/** What the mind works on in one turn. */
export type Hearing = {
  conversation: ConversationRow
  state: DialogueState
  heard: Heard
  /** The question with what earlier turns add to it. */
  meant: string
  earlier: { speaker: 'caller' | 'agent'; text: string }[]
  providers: readonly ProviderRow[]
  callerTurnId: string
}

/**
 * Understands an utterance where it stands in its conversation and keeps it, without what must not be kept, in one transaction. Throws
 * `brain.conversation_not_found` and `brain.conversation_over`.
 */
export async function hear(conversationId: string, text: string, context: Context): Promise<Hearing> {
  const now = context.clock.now()
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    const conversation = await queries.get(conversationId)
    if (conversation.ended_at !== null) throw new Fault('brain.conversation_over', { conversationId })
    const last = await queries.lastTurns(conversationId, turnsRemembered)
    const { kept, heard, meant } = understandIn(conversation, last, text, now)
    const callerTurnId = newId()
    await queries.addTurn(conversationId, { ...emptyTurn(now), id: callerTurnId, speaker: 'caller', text: kept, meant, language: heard.language })
    const providers = await createProviderQueries(tx, context.tenantId).listEnabled()
    return {
      conversation,
      state: readState(conversation.dialogue),
      heard,
      meant,
      providers,
      callerTurnId,
      earlier: last.reverse().map(({ speaker, text: words }) => ({ speaker, text: words })),
    }
  })
}

type Where = Pick<ConversationRow, 'persona'>
type Said = { speaker: 'caller' | 'agent'; text: string; meant: string | null; language: Heard['language'] | null }

/** What an utterance means where it stands: `kept` is what of it may be kept, `last` the turns before it, latest first. */
export function understandIn({ persona }: Where, last: readonly Said[], text: string, now: Date): { kept: string; heard: Heard; meant: string } {
  const kept = redact(text.replaceAll('\0', ' ')).text
  const before = last.find((turn) => turn.speaker === 'caller')
  const heard = listen(kept, {
    before: before?.language ?? null,
    languages: persona.languages,
    now,
    zone: zoneOf(persona.timeZone),
    country: persona.country,
  })
  return { kept, heard, meant: completeQuestion(kept, before?.meant ?? null, persona.businessName) }
}

/** A time zone that exists: the persona's, or UTC. */
export function zoneOf(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  } catch {
    return 'UTC'
  }
}
