import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callerHeader, signCaller } from '@myna/kernel'
import { openCalls } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openCalls>>
let mute: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => {
  room = await openCalls()
  mute = await openCalls({ engines: [] })
})
afterAll(async () => {
  await room.close()
  await mute.close()
})
/** Nothing in these tests may fail where nobody sees it. */
const unseen: unknown[] = []
const onUnseen = (error: unknown) => void unseen.push(error)
beforeAll(() => void process.on('unhandledRejection', onUnseen))
afterAll(() => void process.off('unhandledRejection', onUnseen))
afterEach(() => expect(unseen).toEqual([]))

describe.each(['process', 'http'] as const)('a call over %s', (how) => {
  it('goes on when the agent cannot think: it says so, aloud too', async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent, { how })
    await talker.heardOut(1)
    await room.knowledgeOf(agent.caller).deleteBase({ baseId: agent.baseId })
    for (const turn of [2, 3]) {
      talker.say('When are you open?')
      expect(await talker.heardOut(turn)).toMatchObject({ text: 'Sorry, something went wrong. Please say that again.', sources: [] })
      expect(talker.messages('trouble')).toHaveLength(turn - 1)
    }
    expect(talker.messages('trouble')[0]).toMatchObject({ code: 'knowledge.base_not_found' })
    await talker.hangUp()
    expect(talker.state).toBe('ended')
  })

  it('is held in writing where nothing can speak, and says so once', async () => {
    const agent = await mute.newAgent()
    const talker = await mute.talkTo(agent, { how })
    expect((await talker.until(() => talker.messages('ready')[0])).canSpeak).toEqual([])
    for (const turns of [1, 2, 3]) {
      const said = await talker.until(() => talker.state === 'listening' && talker.turns.filter((it) => it.speaker === 'agent')[turns - 1])
      expect(said).toMatchObject({ interrupted: false })
      talker.say('When are you open?')
      await talker.until(() => talker.turns.filter((it) => it.speaker === 'caller').length === turns)
    }
    await talker.until(() => talker.turns.filter((it) => it.speaker === 'agent').length === 4)
    expect(talker.messages('trouble')).toMatchObject([{ code: 'voice.engine_absent' }])
    expect(talker.frames).toEqual([])
    await talker.hangUp()
  })

  it('says that this server cannot hear', async () => {
    const talker = await room.talkTo(await room.newAgent(), { how })
    talker.send({ type: 'listen', by: 'server' })
    expect(await talker.until(() => talker.messages('trouble')[0])).toMatchObject({ code: 'voice.engine_absent' })
    talker.send({ type: 'listen', by: 'browser' })
    await talker.heardOut(1)
    await talker.hangUp()
  })

  it('bears sound that is none', async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent, { how })
    const { call } = await talker.until(() => talker.messages('ready')[0])
    for (const size of [0, 1, 3, 641, 31_999, 200_000]) talker.sendBytes(new Uint8Array(size).fill(77))
    await talker.heardOut(1)
    await talker.hangUp()
    const wav = Buffer.concat(await Array.fromAsync(room.callsOf(agent.caller).getRecording({ callId: call.id })))
    expect(wav.readUInt32LE(40)).toBe(wav.byteLength - 44)
    expect((wav.byteLength - 44) % 4).toBe(0)
  })

  it('answers the last of a flood of turns it admits, and says what it does not take', async () => {
    const agent = await room.newAgent()
    const talker = await room.talkTo(agent, { how })
    await talker.heardOut(1)
    for (let count = 0; count < 300; count++) talker.say(`Question ${count}?`)
    await talker.until(() => talker.messages('trouble').length >= 250)
    expect(new Set(talker.messages('trouble').map((it) => it.code))).toEqual(new Set(['request.too_many']))
    const last = await talker.until(() => talker.state === 'listening' && talker.turns.at(-1)?.speaker === 'agent' && talker.turns.at(-1))
    expect(last.interrupted).toBe(false)
    await expect.poll(() => talker.turns.filter((it) => it.speaker === 'agent' && !it.interrupted).length, { timeout: 10_000 }).toBe(2)
    expect(talker.turns.filter((it) => it.speaker === 'caller').length).toBeLessThan(50)
    await talker.hangUp()
  })

  it('bears commands that make no sense now', async () => {
    const talker = await room.talkTo(await room.newAgent(), { how })
    const someone = '01890000-0000-7000-8000-000000000000'
    talker.send({ type: 'interrupt', playedMs: 1e9, turnId: someone })
    talker.send({ type: 'played', turnId: someone })
    talker.send({ type: 'partial', text: 'x'.repeat(10_000) })
    await talker.until(() => talker.turns.length > 0)
    talker.send({ type: 'interrupt', playedMs: 0 })
    talker.send({ type: 'mute', speech: false })
    talker.send({ type: 'mute', speech: true })
    talker.say('नमस्ते')
    await talker.until(
      () =>
        talker.state === 'listening' && talker.turns.some((it) => it.speaker === 'caller' && it.language === 'hi') && talker.turns.at(-1)?.speaker === 'agent',
    )
    await talker.hangUp()
  })
})

describe('a socket', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['a message nobody knows', '{"type":"explode"}'],
    ['an empty turn', '{"type":"text","text":"  "}'],
    ['a turn that is too long', JSON.stringify({ type: 'text', text: 'x'.repeat(10_001) })],
    ['time before the beginning', '{"type":"interrupt","playedMs":-1}'],
  ])('is closed on %s, and the call may come back', async (_name, sent) => {
    const agent = await room.newAgent()
    const target = `/api/v1/calls/talk?agentId=${agent.agentId}`
    const token = signCaller(agent.caller, { service: 'calls', method: 'GET', target }, room.house.secret, Date.now())
    // Node's WebSocket takes headers in its second argument, which the types of browsers do not know.
    const Socket = WebSocket as unknown as new (url: string, init: object) => WebSocket
    const socket = new Socket(`${room.house.address.replace('http', 'ws')}${target}`, { headers: { [callerHeader]: token } })
    const told: { type?: string; call?: { id: string }; fault?: { code: string } }[] = []
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return
      told.push(JSON.parse(data))
      if (told.at(-1)?.type === 'ready') socket.send(sent)
    })
    expect(await new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))).toBe(4400)
    expect(told.at(-1)?.fault).toMatchObject({ code: 'request.invalid' })
    const again = await room.talkTo(agent, { callId: told.find((it) => it.type === 'ready')!.call!.id })
    await again.until(() => again.messages('ready')[0])
    await again.hangUp()
  })
})
