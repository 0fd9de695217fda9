import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'

/** A clock that somebody sets while calls go on. */
let jumpedMs = 0
const clock = { now: () => new Date(Date.now() + jumpedMs) }
const hourMs = 3_600_000

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls({ clock })), 120_000)
afterAll(() => room.close())

it.each([
  ['forward', [2 * hourMs, 0]],
  ['back', [-2 * hourMs, hourMs]],
] as const)(
  'a call goes on when the clock is set %s, and its turns keep their times and their order',
  async (_how, jumps) => {
    jumpedMs = 0
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent)
    await talker.heardOut(1)
    const { call } = await talker.until(() => talker.messages('ready')[0])
    for (const [at, jump] of jumps.entries()) {
      jumpedMs = jump
      talker.say('When are you open?')
      expect(await talker.heardOut(at + 2)).toMatchObject({ refused: false, interrupted: false })
    }
    await talker.hangUp()
    const { turns } = await room.callsOf(agent.caller).getCall({ callId: call.id })
    expect(turns.map((it) => it.speaker)).toEqual(['agent', 'caller', 'agent', 'caller', 'agent'])
    const moments = turns.map((it) => it.atMs)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(moments.at(-1)).toBeLessThan(hourMs)
    for (const { latency } of turns) for (const ms of Object.values(latency ?? {})) expect(ms ?? 0).toBeLessThan(hourMs)
    jumpedMs = 0
  },
  120_000,
)
