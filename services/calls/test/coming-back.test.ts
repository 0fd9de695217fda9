import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCalls } from '#service.ts'
import { codeOf, openCalls } from '#test/house.ts'
import type { How, Talker } from '#test/talker.ts'

/** A clock that goes on by itself and can be put forward. */
let forwardMs = 0
const clock = { now: () => new Date(Date.now() + forwardMs) }

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls({ clock })))
afterAll(() => room.close())
beforeEach(() => void (forwardMs = 0))

const settle = async () => {
  const caller = { tenantId: null, subject: 'service:calls', roles: [], scopes: ['*'], traceId: 'settle' }
  await createCalls().jobs!.settleDroppedCalls!.run({}, room.contextOf(caller as never), {
    id: 'a',
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  })
}
const tone = () => {
  const frame = Buffer.alloc(640)
  for (let index = 0; index < 320; index++) frame.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 300 * index) / 16_000)), index * 2)
  return frame
}
/** Largest sample of a lane, 0 for the caller and 1 for the agent, from and up to a moment. */
const peak = (wav: Buffer, lane: 0 | 1, fromMs = 0, toMs = Number.POSITIVE_INFINITY) => {
  let most = 0
  for (let at = 44 + Math.round(fromMs * 16) * 4; at + 4 <= Math.min(wav.byteLength, 44 + toMs * 64); at += 4)
    most = Math.max(most, Math.abs(wav.readInt16LE(at + lane * 2)))
  return most
}

describe.each(['process', 'http'] as const)('a call over %s', (how: How) => {
  const open = async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent, { how })
    const { call } = await talker.until(() => talker.messages('ready')[0])
    const client = room.callsOf(agent.caller, how)
    return { ...agent, talker, callId: call.id, client, wav: async () => Buffer.concat(await Array.fromAsync(client.getRecording({ callId: call.id }))) }
  }
  const dropped = (client: ReturnType<typeof room.callsOf>, callId: string) =>
    expect.poll(async () => (await client.getCall({ callId })).call.status, { timeout: 10_000 }).toBe('dropped')
  const endedEvents = (callId: string) => room.ended.filter((it) => it.callId === callId)

  it('whose connection breaks comes back: transcript, no second greeting, one recording, one end', async () => {
    const { talker, callId, client, agentId, caller, wav } = await open()
    for (let index = 0; index < 25; index++) talker.sendBytes(tone())
    await talker.heardOut(1)
    talker.say('When are you open?')
    await talker.until(() => talker.turns.length === 3)
    talker.break()
    await talker.closed
    await dropped(client, callId)
    const before = (await client.getCall({ callId })).turns

    const again = await room.talkTo({ caller, agentId }, { how, callId })
    await again.until(() => again.messages('turn').length >= before.length)
    expect(again.messages('turn').map((it) => it.turn)).toEqual(before)
    expect(again.messages('ready')[0]!.call).toMatchObject({ id: callId, status: 'live', endedAt: null })
    const resumedAtMs = Date.now() - Date.parse(again.messages('ready')[0]!.call.startedAt)
    again.say('What is your phone number?')
    await again.midSpeech(30)
    again.sendBytes(tone())
    await again.hangUp()
    expect(again.messages('words').some((it) => it.text === 'Hi!')).toBe(false)
    const whole = await wav()
    // The first part is still there; the second stands at its own moment.
    expect([peak(whole, 0, 0, resumedAtMs), peak(whole, 1, 0, resumedAtMs)].every((it) => it > 1000)).toBe(true)
    expect(peak(whole, 1, resumedAtMs)).toBeGreaterThan(1000)
    expect(await (await room.talkTo({ caller, agentId }, { how, callId })).closed).toMatchObject({ code: 'calls.over' })
    await settle()
    await expect.poll(() => endedEvents(callId).length, { timeout: 10_000 }).toBe(1)
  })

  it('that is gone for more than a minute is over, and its end is told once', async () => {
    const { talker, callId, client, agentId, caller } = await open()
    await talker.heardOut(1)
    talker.break()
    await dropped(client, callId)
    await settle()
    forwardMs = 61_000
    expect(await (await room.talkTo({ caller, agentId }, { how, callId })).closed).toMatchObject({ code: 'calls.over' })
    await Promise.all([settle(), settle()])
    await settle()
    await expect.poll(() => endedEvents(callId).length, { timeout: 10_000 }).toBe(1)
    expect((await client.getCall({ callId })).call).toMatchObject({ status: 'dropped', turnCount: 1 })
    expect(endedEvents(callId)[0]!.durationMs).toBeLessThan(60_000)
  })

  it('that comes back in time is not ended under its feet', async () => {
    const { talker, callId, client, agentId, caller } = await open()
    await talker.heardOut(1)
    talker.break()
    await dropped(client, callId)
    forwardMs = 50_000
    const again = await room.talkTo({ caller, agentId }, { how, callId })
    await again.until(() => again.messages('ready')[0])
    forwardMs = 65_000
    await settle()
    expect((await client.getCall({ callId })).call.status).toBe('live')
    await again.hangUp()
    await expect.poll(() => endedEvents(callId).length, { timeout: 10_000 }).toBe(1)
  })

  it('is taken over from a connection that nobody knows to be dead', async () => {
    const { talker, callId, client, agentId, caller, wav } = await open()
    await talker.heardOut(1)
    const again = await room.talkTo({ caller, agentId }, { how, callId })
    await again.until(() => again.messages('ready')[0])
    await talker.closed
    expect((await client.getCall({ callId })).call.status).toBe('live')
    again.say('When are you open?')
    await again.until(() => again.frames.length > 10)
    await again.hangUp()
    expect((await client.getCall({ callId })).call).toMatchObject({ status: 'ended' })
    expect(peak(await wav(), 1, 0, 400)).toBeGreaterThan(1000)
    await expect.poll(() => endedEvents(callId).length, { timeout: 10_000 }).toBe(1)
  })

  it('of a process that died is ended as dropped, when it last said that it lived', async () => {
    const { talker, callId, client, caller } = await open()
    await talker.heardOut(1)
    await talker.hangUp()
    // What a dead process leaves: a live call, held by nobody that beats.
    const startedAt = new Date(Date.now() - 300_000)
    const beatAt = new Date(Date.now() - 240_000)
    const { db, tenantId } = room.contextOf(caller)
    await db.inTenant(caller, async (tx) => {
      await tx
        .updateTable('calls')
        .set({ status: 'live', started_at: startedAt, ended_at: null, ended_by: null, lasted_ms: null })
        .where('id', '=', callId)
        .execute()
      await tx
        .insertInto('open_calls')
        .values({ id: callId, tenant_id: tenantId, subject: caller.subject, beat_at: beatAt, connection_id: callId, lasted_ms: 59_000 })
        .execute()
    })
    await settle()
    await settle()
    expect((await client.getCall({ callId })).call).toMatchObject({ status: 'dropped', endedAt: beatAt.toISOString(), durationMs: 59_000 })
    await expect.poll(() => endedEvents(callId).length, { timeout: 10_000 }).toBe(2)
  })

  it('is recorded in two lanes, and the recording is deleted with it', async () => {
    const { talker, callId, client, caller, wav } = await open()
    for (let index = 0; index < 50; index++) talker.sendBytes(tone())
    await talker.heardOut(1)
    await talker.hangUp()
    const file = await wav()
    expect([file.toString('latin1', 0, 4), file.toString('latin1', 8, 15), file.readUInt16LE(22), file.readUInt32LE(24), file.readUInt32LE(40)]).toEqual([
      'RIFF',
      'WAVEfmt',
      2,
      16_000,
      file.byteLength - 44,
    ])
    expect([peak(file, 0), peak(file, 1)].every((it) => it > 1000)).toBe(true)
    expect((await client.getCall({ callId })).call.hasRecording).toBe(true)
    await client.deleteCall({ callId })
    expect(await codeOf(client.getCall({ callId }))).toBe('calls.not_found')
    expect(await Array.fromAsync(room.recordings.list(caller.tenantId!))).toEqual([])
  })

  it('is not recorded where the organisation does not want it', async () => {
    const agent = await room.newAgent()
    await room.workspaceOf(agent.caller).updateSettings({ settings: { recordBrowserCalls: false } })
    const talker: Talker = await room.talkTo(agent, { how })
    const { call } = await talker.until(() => talker.messages('ready')[0])
    talker.sendBytes(tone())
    await talker.heardOut(1)
    await talker.hangUp()
    const client = room.callsOf(agent.caller, how)
    expect((await client.getCall({ callId: call.id })).call.hasRecording).toBe(false)
    expect(await codeOf(Array.fromAsync(client.getRecording({ callId: call.id })))).toBe('calls.recording_absent')
  })

  it('ends when it is deleted while it goes on, and leaves nothing', async () => {
    const { talker, callId, client, caller } = await open()
    await talker.heardOut(1)
    await client.deleteCall({ callId })
    await talker.closed
    expect(await codeOf(client.getCall({ callId }))).toBe('calls.not_found')
    await expect.poll(async () => (await Array.fromAsync(room.recordings.list(caller.tenantId!))).length, { timeout: 10_000 }).toBe(0)
  })
})
