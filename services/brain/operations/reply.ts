import { newId } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { hear, type Hearing } from '#mind/hear.ts'
import { takeTurn, type TurnPart } from '#mind/take-turn.ts'
import { keepConsent } from '#memory/keep-consent.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { emptyTurn } from '#store/empty-turn.ts'
import { presentTurn, type TurnRow } from '#store/present.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'

/**
 * Keeps what the caller said, answers or acts sentence by sentence, keeps that, and gives it as a whole. Both turns are kept even when the caller goes
 * away midway: then of the answer what was said by then.
 */
export const reply: Handle<'reply'> = async function* ({ conversationId, text }, context) {
  const hearing = await hear(conversationId, text, context)
  const turnId = newId()
  const said: string[] = []
  let over: Extract<TurnPart, { type: 'over' }> | undefined
  try {
    for await (const part of takeTurn(hearing, context)) {
      if (part.type === 'over') {
        over = part
        break
      }
      said.push(part.text)
      yield { data: { type: 'words', turnId, text: part.text } }
    }
    if (!over) throw new Error('a turn ended without an outcome')
    const turn = await keep(hearing, turnId, over, context)
    yield { data: { type: 'answer', turn: presentTurn(turn), answer: over.answer, move: over.move } }
  } finally {
    if (!over && said.length > 0)
      await context.db.inTenant(context.caller, (tx) =>
        createConversationQueries(tx, context.tenantId).addTurn(conversationId, {
          ...emptyTurn(context.clock.now()),
          id: turnId,
          text: said.join(' '),
          interrupted: true,
        }),
      )
  }
}

/** Keeps the agent's turn, where the dialogue stands after it, and what it could not answer, in one transaction. */
async function keep(hearing: Hearing, turnId: string, over: Extract<TurnPart, { type: 'over' }>, context: Context): Promise<TurnRow> {
  const { conversation, heard } = hearing
  const { answer, move, state } = over
  const now = context.clock.now()
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    await queries.setDialogue(conversation.id, state)
    if (over.consent) await keepConsent(tx, { conversation, state, consent: over.consent, language: heard.language }, context)
    if (over.gap && !conversation.dry_run) {
      const question = { baseId: conversation.base_id, agentId: conversation.agent_id, text: hearing.meant, now }
      await createUnansweredQueries(tx, context.tenantId).note(question)
    }
    return queries.addTurn(conversation.id, {
      ...emptyTurn(now),
      id: turnId,
      text: answer.answer,
      language: answer.language,
      sources: JSON.stringify(answer.sources),
      confidence: answer.confidence,
      refused: answer.refused,
      engine: answer.engine,
      move: JSON.stringify(move),
    })
  })
}
