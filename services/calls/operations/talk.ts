import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { beatMs, callsAtOnce, comeBackMs, longestCallMs } from '#domain/call-limits.ts'
import { endCall } from '#operations/end-call.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { presentCall } from '#store/present.ts'
import type { CallTable } from '#store/tables.ts'
import { openRecorder } from '#streams/recorder.ts'
import { TalkSession } from '#streams/talk-session.ts'
import { createTranscript } from '#streams/transcript.ts'

/** Talks to an agent: a new call, or one whose connection broke. */
export const talk: Handle<'talk'> = async ({ agentId, draft, callId }, context, socket) => {
  const { db, caller, tenantId, call, clock, ports, log } = context
  const live = await call.agents.getLiveConfig({ agentId, draft }).catch((error: unknown) => {
    throw error instanceof Fault && error.code === 'agents.not_publishable' ? new Fault('calls.agent_not_live', { agentId }, { cause: error }) : error
  })
  const { settings } = await call.workspace.getSettings({})
  const row = callId ? await comeBack(context, callId, agentId) : await begin(context, live)
  await db.global((tx) => createOpenCallQueries(tx).open({ id: row.id, tenant_id: tenantId, subject: caller.subject, beat_at: clock.now() }))
  const heart = setInterval(() => void db.global((tx) => createOpenCallQueries(tx).beat(row.id, clock.now())).catch((error: unknown) => log.warn({ err: error }, 'a call could not say that it lives')), beatMs)
  const tooLong = setTimeout(() => socket.close(1000, 'the longest time a call may take is over'), longestCallMs)
  const earlier = row.recording === null ? undefined : (await ports.recordings.get(row.recording))?.body
  const recorder = settings.recordBrowserCalls ? await openRecorder(earlier) : undefined
  const engine = await firstAvailable(ports.recognisers)
  const transcript = createTranscript(context, row.id)
  const session = new TalkSession({
    context, socket, transcript, recorder, engine,
    call: presentCall(row, 0),
    conversationId: row.conversation_id,
    config: live.config,
    canHear: engine ? [...engine.languages] : [],
    canSpeak: await spokenHere(context),
  })
  let how: 'hung-up' | 'broken' = 'broken'
  try {
    how = await session.run(callId === undefined)
  } finally {
    clearInterval(heart)
    clearTimeout(tooLong)
    const recording = `${tenantId}/${row.id}.wav`
    const kept = await recorder?.store(ports.recordings, recording).catch((error: unknown) => log.error({ err: error, callId: row.id }, 'a recording could not be stored'))
    await recorder?.discard()
    await endCall(context, row.id, { how, recording: kept ? recording : row.recording })
  }
}

type Live = { agentId: string; name: string; baseId: string; version: number | null; persona: Parameters<Context['call']['brain']['startConversation']>[0]['persona'] }

async function begin(context: Context, { agentId, name, baseId, version, persona }: Live): Promise<Selectable<CallTable>> {
  const { db, caller, tenantId, call, clock } = context
  const now = clock.now()
  const held = await db.global((tx) => createOpenCallQueries(tx).countOf(tenantId, caller.subject, new Date(now.getTime() - comeBackMs)))
  if (held >= callsAtOnce) throw new Fault('request.too_many', { held })
  const { id: conversationId } = await call.brain.startConversation({ agentId, baseId, channel: 'voice', persona })
  return db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.insert({
      tenant_id: tenantId, id: newId(), agent_id: agentId, agent_name: name, version, conversation_id: conversationId, channel: 'browser', status: 'live',
      started_by: caller.name ?? caller.subject, started_at: now, ended_at: null, recording: null,
    })
    await queries.log(row.id, now, 'call.began', { version })
    await context.note(tx, { action: 'start-call', subject: `call:${row.id}`, detail: { agentId } })
    return row
  })
}

async function comeBack({ db, caller, tenantId, clock }: Context, callId: string, agentId: string): Promise<Selectable<CallTable>> {
  return db.inTenant(caller, async (tx) => {
    const queries = createCallQueries(tx, tenantId)
    const row = await queries.find(callId, 'to-change')
    if (row.agent_id !== agentId) throw new Fault('calls.not_found', { callId })
    const goneMs = row.ended_at ? clock.now().getTime() - row.ended_at.getTime() : 0
    if (row.status === 'ended' || goneMs > comeBackMs) throw new Fault('calls.over', { callId, goneMs })
    await queries.log(callId, clock.now(), 'call.resumed', { goneMs })
    return queries.update(callId, { status: 'live', ended_at: null })
  })
}

async function firstAvailable(engines: Context['ports']['recognisers']) {
  for (const engine of engines) if ((await engine.available()).available) return engine
  return undefined
}

async function spokenHere({ call }: Context): Promise<Language[]> {
  const { engines } = await call.voice.listEngines({})
  return [...new Set(engines.filter((it) => it.kind === 'speech' && it.available).flatMap((it) => it.languages))]
}
