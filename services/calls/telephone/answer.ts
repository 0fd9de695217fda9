import type { Language } from '@myna/contracts/page'
import { Fault } from '@myna/kernel'
import type { CallStep, CarrierNews } from '@myna/ports/carrier'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { briefOf } from '#domain/brief-of.ts'
import { callWords } from '#domain/call-words.ts'
import { closeCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import type { CallTable, CarrierTable } from '#store/tables.ts'
import { doorOf } from '#telephone/addresses.ts'
import { beginPhoneCall } from '#telephone/begin-phone-call.ts'
import { streamSteps } from '#telephone/stream-steps.ts'

/** A person who is called rings so long before it counts as nobody there. */
const ringSeconds = 25
const hangUp: CallStep[] = [{ do: 'hang-up' }]

/** A telephone rings: the agent of the number answers. */
export async function answerIncoming(context: Context, carrier: Selectable<CarrierTable>, news: CarrierNews): Promise<CallStep[]> {
  if (news.type !== 'incoming') return hangUp
  const { db, caller, call } = context
  const number = await db.inTenant(caller, (tx) => createNumberQueries(tx).lookNumber(news.to))
  if (!number?.agent_id || number.carrier_id !== carrier.id) return [{ do: 'reject', reason: 'rejected' }]
  try {
    const agent = await call.agents.getLiveConfig({ agentId: number.agent_id })
    const row = await beginPhoneCall(context, {
      agent,
      direction: 'inbound',
      from: news.from,
      to: news.to,
      carrierId: carrier.id,
      carrierCall: news.carrierCallId,
      draft: false,
      greeting: undefined,
      startedBy: news.from,
    })
    return row.status === 'ended' ? hangUp : await streamSteps(context, row)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    context.log.warn({ err: error, number: number.id }, 'a call could not be answered')
    return [{ do: 'reject', reason: error.code === 'calls.limit_reached' ? 'busy' : 'rejected' }]
  }
}

/** A call placed from here was answered. */
export async function answerPlaced(context: Context, callId: string | undefined, news: CarrierNews): Promise<CallStep[]> {
  const row = await callOf(context, callId, news.carrierCallId)
  return !row || row.ended_at ? hangUp : streamSteps(context, row)
}

/** A stream or a dialled person is gone, and the caller is still there: what next? */
export async function goOn(context: Context, callId: string | undefined, news: CarrierNews): Promise<CallStep[]> {
  const row = await callOf(context, callId, news.carrierCallId)
  if (!row || row.status === 'ended' || news.type !== 'step-over') return hangUp
  if (row.transfer_to === null) return streamSteps(context, row)
  if (news.dialled === null) {
    const { protocol } = context.ports.carriers.twilio
    return [
      {
        do: 'dial',
        number: row.transfer_to,
        callerId: (row.direction === 'inbound' ? row.to_number : row.from_number)!,
        ringSeconds,
        briefUrl: row.transfer_brief ? doorOf(context, row.carrier_id!, 'brief', row.id) : null,
        afterUrl: protocol.patient(doorOf(context, row.carrier_id!, 'next', row.id)),
      },
    ]
  }
  return news.dialled === 'answered' ? await leaveToPerson(context, row) : await takeBack(context, row)
}

/** Tells a person who is about to be joined what the call is about, in the language of the agent who was on the line. */
export async function briefPerson(context: Context, callId: string | undefined): Promise<CallStep[]> {
  if (callId === undefined) return []
  const { db, caller, tenantId } = context
  const { row, turns } = await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    return { row: await queries.find(callId), turns: await queries.listTurns(callId) }
  })
  const last = turns.filter((it) => it.speaker === 'caller').slice(-3)
  const who = row.direction === 'inbound' ? row.from_number : row.to_number
  const { name, language } = await agentOf(context, row)
  const said = last.map((it) => ({ text: it.text, language: it.language ?? language }))
  return briefOf({ number: who ?? '', agent: name, language, said }).map((it) => ({ do: 'say', ...it }))
}

/** Who was on the line, and the language they speak first. An agent that is gone leaves its name. */
async function agentOf({ call, log }: Context, row: Selectable<CallTable>): Promise<{ name: string; language: Language }> {
  try {
    const { agentId } = await call.brain.getConversation({ conversationId: row.conversation_id })
    const { name, config } = await call.agents.getLiveConfig({ agentId, draft: row.draft })
    return { name, language: config.languages[0] ?? 'en' }
  } catch (error) {
    log.warn({ err: error, callId: row.id }, 'the agent of a call could not be read; a person is told in English')
    return { name: row.agent_name, language: 'en' }
  }
}

/** The person talked to the caller until one of them hung up. */
async function leaveToPerson(context: Context, { id }: Selectable<CallTable>): Promise<CallStep[]> {
  const { db, caller, tenantId, clock } = context
  await db.inTenant(caller, async (tx) => {
    const row = await createCallQueries(tx, tenantId).find(id, 'to-change')
    if (row.status !== 'ended') await closeCall(context, tx, row, { status: 'ended', endedAt: clock.now(), endedBy: 'person' })
  })
  return hangUp
}

/** Nobody answered: the agent takes the caller back. */
async function takeBack(context: Context, row: Selectable<CallTable>): Promise<CallStep[]> {
  const { db, caller, tenantId } = context
  await db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const language = (await queries.listTurns(row.id)).at(-1)?.language ?? 'en'
    await queries.update(row.id, { transfer_to: null, greeting: callWords.nobodyAnswered[language] })
  })
  return streamSteps(context, row)
}

/** The call a webhook means; the carrier's name of it must fit. */
async function callOf({ db, caller, tenantId }: Context, callId: string | undefined, carrierCall: string): Promise<Selectable<CallTable> | undefined> {
  if (callId === undefined) return undefined
  return db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.look(callId)
    if (row?.carrier_call === null) return queries.update(callId, { carrier_call: carrierCall })
    return row?.carrier_call === carrierCall ? row : undefined
  })
}
