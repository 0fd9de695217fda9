import type { agents } from '@myna/contracts/agents'
import type { Client } from '@myna/contracts'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { Context, Handle } from '#context.ts'
import { beatMs, longestCallMs } from '#domain/call-limits.ts'
import { heldTopic, leftTopic } from '#domain/call-topics.ts'
import { beginCall } from '#operations/begin-call.ts'
import { comeBack } from '#operations/come-back.ts'
import { endCall } from '#operations/end-call.ts'

import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { presentCall } from '#store/present.ts'
import type { CallTable } from '#store/tables.ts'
import { openRecorder, type Recorder } from '#streams/recorder.ts'
import { TalkSession } from '#streams/talk-session.ts'

type LiveAgent = Awaited<ReturnType<Client<typeof agents>['getLiveConfig']>>

/** Talks to an agent: a new call, or one whose connection broke. */
export const talk: Handle<'talk'> = async ({ agentId, draft, callId }, context, socket) => {
  const { call, ports, live, log } = context
  const agent = await call.agents.getLiveConfig({ agentId, draft }).catch((error: unknown) => {
    throw error instanceof Fault && error.code === 'agents.not_publishable' ? new Fault('calls.agent_not_live', { agentId }, { cause: error }) : error
  })
  const [{ settings }, engine, canSpeak] = await Promise.all([call.workspace.getSettings({}), firstAvailable(ports.recognisers), spokenHere(context)])
  const connectionId = newId()
  const row = callId ? await comeBack(context, { callId, agentId, connectionId }) : await beginCall(context, agent, connectionId)

  const done = new AbortController()
  const recording = recordingOf(row.tenant_id, row.id)
  let recorder: Recorder | undefined
  let how: 'hung-up' | 'broken' = 'broken'
  try {
    if (settings.recordBrowserCalls) recorder = await record(context, callId ? recording : undefined)
    const session = new TalkSession({
      context,
      socket,
      recorder,
      engine,
      canSpeak,
      call: presentCall(row, 0),
      conversationId: row.conversation_id,
      config: (await onTheLine(context, row, agent, draft)).config,
      handOff: (to) => handOff(context, row.conversation_id, to, draft),
      canHear: engine ? [...engine.languages] : [],
    })
    void hold(context, row.id, connectionId, done.signal, () => socket.close(1000, 'this call goes on elsewhere or is deleted'))
    const tooLong = setTimeout(() => session.hangUp('the longest time a call may take is over'), longestCallMs)
    done.signal.addEventListener('abort', () => clearTimeout(tooLong))
    how = await session.run(callId === undefined)
  } finally {
    done.abort()
    const stored = await recorder
      ?.store(ports.recordings, recording)
      .catch((error: unknown) => log.error({ err: error, callId: row.id }, 'a recording could not be stored'))
    await recorder?.discard().catch((error: unknown) => log.warn({ err: error, callId: row.id }, 'the files of a recording could not be removed'))
    const ended = await endCall(context, row.id, { connectionId, how, recording: stored ? recording : undefined })
    if (!ended && stored) await ports.recordings.delete(recording)
    live.wake(leftTopic(row.id))
  }
}

/** The agent who speaks: the one called, or the one a call was handed to before its connection broke. */
async function onTheLine({ call }: Context, row: Selectable<CallTable>, called: LiveAgent, draft: boolean): Promise<LiveAgent> {
  const { agentId } = await call.brain.getConversation({ conversationId: row.conversation_id })
  return agentId === called.agentId ? called : call.agents.getLiveConfig({ agentId, draft })
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

const recordingOf = (tenantId: string, callId: string): string => `${tenantId}/${callId}.wav`

/** A recorder, going on after what was stored before; none when that cannot be read, so that it is not written over. */
async function record({ ports, log }: Context, before: string | undefined): Promise<Recorder | undefined> {
  try {
    return await openRecorder(before === undefined ? undefined : (await ports.recordings.get(before))?.body)
  } catch (error) {
    log.error({ err: error, recording: before }, 'a call goes on without a recording')
    return undefined
  }
}

/** Says again and again that this process holds the call, until `signal`; `onLost` when it holds it no longer. */
async function hold({ db, clock, live, log }: Context, callId: string, connectionId: string, signal: AbortSignal, onLost: () => void): Promise<void> {
  while (!signal.aborted) {
    await live.wait(heldTopic(callId), beatMs, signal)
    if (signal.aborted) return
    try {
      if (await db.global((tx) => createOpenCallQueries(tx).beat(callId, connectionId, clock.now()))) continue
      return onLost()
    } catch (error) {
      log.warn({ err: error, callId }, 'a call could not say that it lives')
    }
  }
}

async function firstAvailable(engines: readonly RecognitionEngine[]): Promise<RecognitionEngine | undefined> {
  for (const engine of engines) if ((await engine.available()).available) return engine
  return undefined
}

async function spokenHere({ call }: Context): Promise<Language[]> {
  const { engines } = await call.voice.listEngines({})
  return [...new Set(engines.filter((it) => it.kind === 'speech' && it.available).flatMap((it) => it.languages))]
}
