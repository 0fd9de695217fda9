import type { Client } from '@myna/contracts'
import type { agents } from '@myna/contracts/agents'
import type { Call, TalkDown } from '@myna/contracts/calls'
import { topicOf } from '@myna/contracts/workspace-news'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { elapsedMs } from '#domain/elapsed.ts'
import { changedTopic, heldTopic, leftTopic } from '#domain/call-topics.ts'
import { endCall } from '#operations/end-call.ts'
import { keepRecording } from '#operations/keep-recording.ts'
import { createCallQueries } from '#store/call-queries.ts'
import type { Beat } from '#store/open-call-queries.ts'
import { presentCall } from '#store/present.ts'
import type { CallTable, Wish } from '#store/tables.ts'
import type { Beats } from '#streams/beats.ts'
import { CallSession, type SessionEnd } from '#streams/call-session.ts'
import type { Exchange } from '#streams/exchange.ts'
import type { Transport } from '#streams/transport.ts'

export type LiveAgent = Awaited<ReturnType<Client<typeof agents>['getLiveConfig']>>

export type Connection = {
  row: Selectable<CallTable>
  connectionId: string
  /** Who was called; another agent may be on the line since. */
  agent: LiveAgent
  transport: Transport
  /** What the caller's side is told, where there is one that reads. */
  tell(message: TalkDown): void
  transfer: ((to: string) => Promise<boolean>) | undefined
  records: boolean
}

export type Connected = {
  session: CallSession
  /** Resolves when this connection to the call is over and what came of it is kept. */
  run(opening: string | undefined, isFirst: boolean): Promise<SessionEnd>
}

/** Brings a caller to the line: a session over a connection, held against others, recorded, and ended as it should be. */
export async function connectCall(context: Context, exchange: Exchange, it: Connection): Promise<Connected> {
  const { live, log } = context
  const { row, connectionId, transport } = it
  const done = new AbortController()
  const { config } = await onTheLine(context, row, it.agent)
  const tell = (message: TalkDown) => {
    it.tell(message)
    if (message.type !== 'turn') return
    live.wake(changedTopic(row.id))
    live.wake(topicOf(row.tenant_id, 'call'))
  }
  const session = new CallSession({
    context,
    transport,
    wheel: exchange.wheel,
    ledger: exchange.ledger,
    call: presentCall(row, 0),
    elapsedMs: elapsedMs({ startedAt: row.started_at, now: context.clock.now(), measuredMs: row.lasted_ms }),
    config,
    handOff: (to) => handOff(context, row.conversation_id, to, row.draft),
    transfer: it.transfer,
    consent: row.recording_consent,
    onConsent: (consent) => void setConsent(context, row.id, consent),
    record: async () => {
      if (!it.records) return undefined
      const onFailure = (error: unknown) => log.error({ err: error, callId: row.id }, 'a recording could not be written; the call goes on without')
      return exchange
        .shelf(context)
        .open({ tenantId: row.tenant_id, callId: row.id, connectionId, format: transport.format, onFailure })
        .catch((error: unknown) => {
          onFailure(error)
          return undefined
        })
    },
    tell,
  })
  await session.ready()

  const obey = (wish: Wish): void => {
    switch (wish.do) {
      case 'hang-up':
        return session.leave('person', undefined)
      case 'transfer':
        return session.gone({ how: 'transferred', by: 'person' })
      case 'press':
        return session.press(wish.keys)
      case 'machine':
        return session.meetMachine()
    }
  }

  function run(opening: string | undefined, isFirst: boolean): Promise<SessionEnd> {
    const attributes = { 'myna.call.id': row.id, 'myna.tenant.id': row.tenant_id, 'myna.request.id': context.caller.traceId }
    const span = context.tracer?.begin('call', { kind: 'server', id: row.id, attributes })
    session.line.span = span
    const running = span ? span.around(() => converse(opening, isFirst)) : converse(opening, isFirst)
    exchange.ending.add(running)
    void running.catch(() => {}).finally(() => exchange.ending.delete(running))
    return running
  }

  async function converse(opening: string | undefined, isFirst: boolean): Promise<SessionEnd> {
    exchange.sessions.set(row.id, session)
    let end: SessionEnd = { how: 'broken', by: null }
    try {
      void hold(context, exchange.beats, { id: row.id, connectionId }, done.signal, {
        obey,
        lastedMs: session.line.callMs,
        onLost: () => session.gone({ how: 'broken', by: null }),
      })
      session.begin(opening, isFirst)
      end = await session.ended
    } finally {
      const lastedMs = session.line.callMs()
      await session.close()
      done.abort()
      if (exchange.sessions.get(row.id) === session) exchange.sessions.delete(row.id)
      await session.line.recorder?.close()
      const ended = await endCall(context, row.id, { connectionId, end, lastedMs })
      if (end.how !== 'broken') await keepRecording(context, exchange, row)
      if (!ended) await exchange.shelf(context).clear(row.tenant_id, row.id)
      if (end.how === 'hung-up') session.sayEnded()
      transport.close(end.how === 'hung-up' ? 'the call is over' : 'this call goes on elsewhere')
      live.wake(leftTopic(row.id))
      live.wake(changedTopic(row.id))
      live.wake(topicOf(row.tenant_id, 'call'))
    }
    return end
  }
  return { session, run }
}

/** The agent who speaks: the one called, or the one a call was handed to before its connection broke. */
async function onTheLine({ call }: Context, row: Selectable<CallTable>, called: LiveAgent): Promise<LiveAgent> {
  const { agentId } = await call.brain.getConversation({ conversationId: row.conversation_id })
  return agentId === called.agentId ? called : call.agents.getLiveConfig({ agentId, draft: row.draft })
}

/** Lets another agent go on with a conversation. One that is gone or not published yet cannot: the first agent stays. */
async function handOff({ call, log }: Context, conversationId: string, agentId: string, draft: boolean): Promise<LiveAgent | undefined> {
  try {
    const next = await call.agents.getLiveConfig({ agentId }).catch((error: unknown) => {
      if (draft) return call.agents.getLiveConfig({ agentId, draft })
      throw error
    })
    await call.brain.handConversation({ conversationId, agentId, baseId: next.baseId, persona: next.persona, policy: next.policy })
    return next
  } catch (error) {
    log.warn({ err: error, agentId }, 'a call could not be handed to another agent')
    return undefined
  }
}

async function setConsent({ db, caller, tenantId, clock, log }: Context, callId: string, consent: Call['recordingConsent']): Promise<void> {
  await db
    .inTenant(caller, async (tx) => {
      const queries = createCallQueries(tx, tenantId)
      await queries.update(callId, { recording_consent: consent })
      await queries.log(callId, clock.now(), 'recording.consent', { consent })
    })
    .catch((error: unknown) => log.error({ err: error, callId }, 'an answer about the recording could not be kept'))
}

type Held = { obey(wish: Wish): void; lastedMs(): number; onLost(): void }

/** Says again and again that this process holds the call, until `signal`, and does what others wish of it. */
async function hold(
  context: Context,
  beats: Beats,
  { id, connectionId }: Omit<Beat, 'lastedMs'>,
  signal: AbortSignal,
  { obey, lastedMs, onLost }: Held,
): Promise<void> {
  const { live, log } = context
  while (!signal.aborted) {
    await live.wait(heldTopic(id), beats.waitMs(), signal)
    if (signal.aborted) return
    try {
      const held = await beats.beat(context, { id, connectionId, lastedMs: lastedMs() })
      if (!held) return onLost()
      if (held.wish) obey(held.wish)
    } catch (error) {
      log.warn({ err: error, callId: id }, 'a call could not say that it lives')
    }
  }
}
