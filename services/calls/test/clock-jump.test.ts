import type { Caller } from '@myna/contracts/caller'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCalls } from '#service.ts'
import { openCalls } from '#test/house.ts'

/** A clock that somebody sets while calls go on. */
let jumpedMs = 0
const clock = { now: () => new Date(Date.now() + jumpedMs) }
const hourMs = 3_600_000

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls({ clock })), 120_000)
afterAll(() => room.close())

/** Makes a call count as one by telephone, whose minutes are limited. */
const spend = (caller: Caller, callId: string) =>
  room.contextOf(caller).db.inTenant(caller, (tx) => tx.updateTable('calls').set({ channel: 'phone' }).where('id', '=', callId).execute())

const settle = () =>
  createCalls().jobs!.settleDroppedCalls!.run({}, room.contextOf({ tenantId: null, subject: 'service:calls', roles: [], scopes: ['*'], traceId: 'settle' }), {
    id: 'a',
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  })

it.each([
  ['forward', [hourMs, 0]],
  ['forward for good', [hourMs, hourMs]],
  ['back', [-hourMs, -hourMs]],
  ['back and beyond', [-2 * hourMs, hourMs]],
] as const)(
  'a call goes on when the clock is set %s: its turns keep their times and their order, and it lasts as long as it lasted',
  async (_how, jumps) => {
    jumpedMs = 0
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent)
    // The first is slow.
    await talker.until(() => talker.messages('ready')[0], 60_000)
    await talker.heardOut(1)
    const { call } = await talker.until(() => talker.messages('ready')[0])
    for (const [at, jump] of jumps.entries()) {
      jumpedMs = jump
      talker.say('When are you open?')
      expect(await talker.heardOut(at + 2)).toMatchObject({ refused: false, interrupted: false })
      // It lives, whatever the clock says of when it last said so.
      await settle()
      await spend(agent.caller, call.id)
      expect((await room.callsOf(agent.caller).getCallSettings({})).today.minutes).toBeLessThan(5)
    }
    await talker.hangUp()
    const { call: kept, turns } = await room.callsOf(agent.caller).getCall({ callId: call.id })
    expect(kept).toMatchObject({ status: 'ended', endedBy: 'caller' })
    expect(kept.durationMs).toBeGreaterThan(turns.at(-1)!.atMs)
    expect(kept.durationMs).toBeLessThan(5 * 60_000)
    await expect.poll(() => room.ended.find((it) => it.callId === call.id)?.durationMs, { timeout: 10_000 }).toBe(kept.durationMs)
    expect((await room.callsOf(agent.caller).getCallSettings({})).today.minutes).toBeLessThan(5)
    expect(turns.map((it) => it.speaker)).toEqual(['agent', 'caller', 'agent', 'caller', 'agent'])
    const moments = turns.map((it) => it.atMs)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(moments.at(-1)).toBeLessThan(hourMs)
    for (const { latency } of turns) for (const ms of Object.values(latency ?? {})) expect(ms ?? 0).toBeLessThan(hourMs)
    jumpedMs = 0
  },
  120_000,
)

it('a call whose connection breaks and comes back after the clock was set goes on from where it was, and may last as long as any', async () => {
  jumpedMs = 0
  const agent = await room.newAgent({ call: { longestCallMs: 30 * 60_000 } })
  const talker = await room.talkTo(agent)
  await talker.heardOut(1)
  const { call } = await talker.until(() => talker.messages('ready')[0])
  talker.break()
  await talker.closed
  await expect.poll(async () => (await room.callsOf(agent.caller).getCall({ callId: call.id })).call.status, { timeout: 20_000 }).toBe('dropped')
  jumpedMs = -hourMs
  const again = await room.talkTo(agent, { callId: call.id })
  await again.until(() => again.messages('ready')[0])
  again.say('When are you open?')
  await again.until(() => again.turns.filter((it) => it.speaker === 'agent' && it.sources.length > 0).length === 1)
  await again.hangUp()
  const { call: kept, turns } = await room.callsOf(agent.caller).getCall({ callId: call.id })
  const moments = turns.map((it) => it.atMs)
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  expect(kept.durationMs).toBeGreaterThan(moments.at(-1)!)
  expect(kept.durationMs).toBeLessThan(5 * 60_000)
  jumpedMs = 0
}, 120_000)
