import type { Answer } from '@myna/contracts/brain'
import { detectLanguage } from '@myna/language'
import { newId } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { completeQuestion } from '#mind/follow-up.ts'
import { think } from '#mind/think.ts'
import { createConversationQueries, type NewTurn } from '#store/conversation-queries.ts'
import { presentTurn, type TurnRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

const turnsRemembered = 6

/**
 * Keeps what the caller said, answers sentence by sentence, keeps the answer, and gives it as a whole. Both turns are kept even when the
 * caller goes away midway: then of the answer what was said by then.
 */
export const reply: Handle<'reply'> = async function* ({ conversationId, text }, context) {
  const { conversation, earlier, providers, meant } = await hear(conversationId, text, context)
  const turnId = newId()
  const said: string[] = []
  let whole: Answer | undefined
  try {
    const thinking = think({ baseId: conversation.base_id, question: meant, persona: conversation.persona, language: undefined, earlier, providers }, context)
    for await (const step of thinking) {
      if (step.type === 'answer') {
        whole = step.answer
        break
      }
      said.push(step.text)
      yield { data: { type: 'words', turnId, text: step.text } }
    }
    if (!whole) throw new Error('thinking ended without an answer')
    const turn = await keep(
      conversationId,
      {
        ...emptyTurn(context),
        id: turnId,
        text: whole.answer,
        language: whole.language,
        sources: JSON.stringify(whole.sources),
        confidence: whole.confidence,
        refused: whole.refused,
        engine: whole.engine,
      },
      context,
    )
    yield { data: { type: 'answer', turn: presentTurn(turn), answer: whole } }
  } finally {
    if (!whole && said.length > 0) await keep(conversationId, { ...emptyTurn(context), id: turnId, text: said.join(' '), interrupted: true }, context)
  }
}

/** Keeps the caller's turn and gathers what the answer needs, in one transaction. */
async function hear(conversationId: string, text: string, context: Context) {
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    const conversation = await queries.get(conversationId)
    const last = await queries.lastTurns(conversationId, turnsRemembered)
    const before = last.find((turn) => turn.speaker === 'caller')?.meant ?? null
    const meant = completeQuestion(text, before, conversation.persona.businessName)
    await queries.addTurn(conversationId, { ...emptyTurn(context), speaker: 'caller', text, meant, language: detectLanguage(text).language })
    const providers = await createProviderQueries(tx, context.tenantId).listEnabled()
    return { conversation, meant, providers, earlier: last.reverse().map(({ speaker, text: words }) => ({ speaker, text: words })) }
  })
}

const keep = (conversationId: string, turn: NewTurn, context: Context): Promise<TurnRow> =>
  context.db.inTenant(context.caller, (tx) => createConversationQueries(tx, context.tenantId).addTurn(conversationId, turn))

const emptyTurn = (context: Context): NewTurn => ({
  id: newId(),
  speaker: 'agent',
  text: '',
  meant: null,
  language: null,
  sources: '[]',
  confidence: null,
  refused: false,
  engine: null,
  interrupted: false,
  at: context.clock.now(),
})
