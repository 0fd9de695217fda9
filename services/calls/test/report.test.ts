import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallNews } from '@myna/contracts/calls'
import type { Caller } from '@myna/contracts/caller'
import { writeReport } from '#jobs/write-report.ts'
import { closeCall } from '#operations/end-call.ts'
import { onCallEnded } from '#reactions/on-call-ended.ts'
import { createCallQueries } from '#store/call-queries.ts'
import { codeOf, openCalls } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls()))
afterAll(() => room.close())

/** A call in writing, hung up after these words. */
async function called(utterances: readonly string[], before: (agent: Awaited<ReturnType<typeof room.newAgent>>) => Promise<void> = async () => {}) {
  const agent = await room.newAgent()
  await before(agent)
  const talker = await room.talkTo(agent)
  const { call } = await talker.until(() => talker.messages('ready')[0])
  talker.send({ type: 'mute', speech: false })
  for (const [at, text] of utterances.entries()) {
    talker.say(text)
    await talker.until(
      () => talker.turns.filter((it) => it.speaker === 'caller').length > at && talker.turns.at(-1)?.speaker === 'agent' && talker.state === 'listening',
    )
  }
  await talker.hangUp()
  return { ...agent, callId: call.id, conversationId: call.conversationId, client: room.callsOf(agent.caller) }
}
const reportOf = (caller: Caller, callId: string) =>
  expect.poll(async () => (await room.callsOf(caller).getCall({ callId })).report, { timeout: 20_000, interval: 100 })
const run = (caller: Caller, callId: string) => {
  const signal = new AbortController().signal
  return writeReport.run({ callId }, room.contextOf({ ...caller, subject: 'service:calls', scopes: ['*'] }), {
    id: callId,
    attempt: 1,
    signal,
    progress: async () => {},
  })
}

describe('the report of a call', () => {
  it('tells what was asked and told, and how it came out, soon after the end', async () => {
    const { caller, callId, client } = await called(['When are you open?'])
    await reportOf(caller, callId).toMatchObject({
      disposition: 'answered',
      sentiment: 'neutral',
      summary: expect.stringMatching(/asked “When are you open\?” and was told “.*9.*”/),
      actionItems: [],
      quality: expect.any(Number),
      writtenBy: 'engine',
    })
    const news: CallNews[] = []
    for await (const { data } of client.watchCall({ callId })) news.push(data)
    expect(news.at(-1)).toMatchObject({ type: 'report', report: { disposition: 'answered' } })
  })

  it('tells whoever watches, without being asked again', async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent)
    const { call } = await talker.until(() => talker.messages('ready')[0])
    const seen: CallNews[] = []
    const watching = (async () => {
      for await (const { data } of room.callsOf(agent.caller).watchCall({ callId: call.id })) seen.push(data)
    })()
    talker.say('When are you open?')
    await talker.until(() => talker.turns.at(-1)?.text.match(/9/))
    await talker.hangUp()
    await watching
    expect(seen.at(-1)).toMatchObject({ type: 'report', report: { summary: expect.stringContaining('When are you open') } })
  })

  it('holds what was promised and what the caller gave', async () => {
    const { caller, callId } = await called(['please have somebody call me back', '98300 12345', 'yes'])
    await reportOf(caller, callId).toMatchObject({
      disposition: 'message-taken',
      actionItems: ['Call back on +919830012345'],
      fields: [{ name: 'phone', value: '+919830012345' }],
    })
  })

  it('is there for a call in which nothing was said', async () => {
    const { caller, callId } = await called([])
    await reportOf(caller, callId).toMatchObject({ disposition: 'no-speech', quality: 0, summary: 'The caller said nothing.' })
  })

  it('is written by rule when the language model fails', async () => {
    const { caller, callId } = await called(['When are you open?'], async ({ caller: owner }) => {
      await room.brainOf(owner).addProvider({ name: 'Silent', baseUrl: 'http://127.0.0.1:9/v1', model: 'silent' })
    })
    await reportOf(caller, callId).toMatchObject({ disposition: 'answered', writtenBy: 'engine' })
  })

  it('is written for a call whose connection broke and did not come back', async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent)
    const { call } = await talker.until(() => talker.messages('ready')[0])
    talker.break()
    await talker.closed
    const context = room.contextOf(agent.caller)
    await expect.poll(async () => (await room.callsOf(agent.caller).getCall({ callId: call.id })).call.status).toBe('dropped')
    expect((await room.callsOf(agent.caller).getCall({ callId: call.id })).report).toBeNull()
    await context.db.inTenant(agent.caller, async (tx) =>
      closeCall(context, tx, await createCallQueries(tx, context.tenantId).find(call.id), { status: 'dropped', endedAt: new Date(), endedBy: null }),
    )
    await reportOf(agent.caller, call.id).toMatchObject({ disposition: 'no-speech' })
  })

  it('is written once, however often the end is heard or the job runs', async () => {
    const { caller, callId, agentId, conversationId } = await called(['When are you open?'])
    await reportOf(caller, callId).not.toBeNull()
    const { report } = await room.callsOf(caller).getCall({ callId })
    await onCallEnded.run({ callId, agentId, conversationId, channel: 'browser', durationMs: 1, turnCount: 1 }, room.contextOf(caller))
    await run(caller, callId)
    expect((await room.callsOf(caller).getCall({ callId })).report).toEqual(report)
  })

  it('does not bring a deleted call back', async () => {
    const { caller, callId, agentId, conversationId, client } = await called(['When are you open?'])
    await client.deleteCall({ callId })
    await onCallEnded.run({ callId, agentId, conversationId, channel: 'browser', durationMs: 1, turnCount: 1 }, room.contextOf(caller))
    await run(caller, callId)
    expect(await codeOf(client.getCall({ callId }))).toBe('calls.not_found')
  })

  it('is nothing to another organisation', async () => {
    const { caller, callId } = await called(['When are you open?'])
    await reportOf(caller, callId).not.toBeNull()
    const other = room.house.newCaller()
    await run(other, callId)
    expect(await codeOf(room.callsOf(other).getCall({ callId }))).toBe('calls.not_found')
  })
})
