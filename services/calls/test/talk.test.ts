import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameBytesOf, frameMs } from '@myna/sound/frames'
import { codeOf, openCalls } from '#test/house.ts'
import type { Talker } from '#test/talker.ts'

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls()))
afterAll(() => room.close())

const hours = 'When are you open?'
const phone = 'What is your phone number?'

describe.each(['process', 'http'] as const)('a call over %s', (how) => {
  const open = async (more: { greeting?: string } = {}) => {
    const agent = await room.newAgent(more)
    const talker = await room.talkTo(agent, { how })
    const { call } = await talker.until(() => talker.messages('ready')[0])
    return { ...agent, talker, callId: call.id, client: room.callsOf(agent.caller, how) }
  }
  const callerTurns = (talker: Talker) => talker.turns.filter((it) => it.speaker === 'caller')
  const agentTurns = (talker: Talker) => talker.turns.filter((it) => it.speaker === 'agent')

  it('begins with what can be heard and spoken, then the greeting, aloud', async () => {
    const { talker } = await open({ greeting: 'Hello, Corner Bakery.' })
    expect(talker.messages('ready')[0]).toMatchObject({
      canHear: [],
      canSpeak: ['en', 'hi', 'hinglish', 'bn'],
      call: { status: 'live', version: 1, channel: 'browser', endedAt: null },
    })
    const greeting = await talker.heardOut(1)
    expect(greeting).toMatchObject({ text: 'Hello, Corner Bakery.', interrupted: false, brainTurnId: null, latency: null })
    expect(talker.messages('state').map((it) => it.state)).toEqual(['listening', 'speaking', 'listening'])
    expect(talker.messages('audio_end')).toEqual([{ type: 'audio_end', turnId: greeting.id, durationMs: talker.frames.length * frameMs }])
    await talker.hangUp()
  })

  it('answers a typed turn in words, sound and source', async () => {
    const { talker } = await open()
    await talker.heardOut(1)
    talker.say(hours)
    const turn = await talker.heardOut(2)
    expect(callerTurns(talker)).toMatchObject([{ text: hours, language: 'en', interrupted: false }])
    expect(turn).toMatchObject({ refused: false, interrupted: false, language: 'en' })
    expect(turn.text).toMatch(/9/)
    expect(turn.sources[0]).toMatchObject({ title: 'Opening hours', category: 'business_information' })
    expect(
      talker
        .messages('words')
        .filter((it) => it.turnId === turn.id)
        .map((it) => it.text)
        .join(' '),
    ).toBe(turn.text)
    expect(talker.frames.every((it) => it.byteLength === frameBytesOf('pcm-16k'))).toBe(true)
    expect(talker.frames.some((it) => it.some((byte) => byte !== 0))).toBe(true)
    // Time is told in whole: words, and the first sound, whichever came first.
    expect(turn.latency).toMatchObject({ endOfSpeechMs: null, answerMs: expect.any(Number), firstAudioMs: expect.any(Number) })
    await talker.hangUp()
  })

  it('sends sound at the pace of speech, never much ahead', async () => {
    const { talker } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    await talker.heardOut(2)
    const begin = talker.came.findLastIndex((it) => it.message?.type === 'audio_start')
    const arrivals = talker.came
      .slice(begin)
      .filter((it) => it.frame)
      .map((it) => it.atMs)
    expect(arrivals.length * frameMs).toBeGreaterThan(2_000)
    const aheadMs = arrivals.map((atMs, index) => index * frameMs - (atMs - arrivals[0]!))
    // A frame of slack for the clock, and the delay of the first arrival, which no later one need share.
    expect(Math.max(...aheadMs)).toBeLessThan(300 + 150)
    await talker.hangUp()
  })

  it('stops in the middle of speech and keeps only the words that were heard, in the call and in the brain', async () => {
    const { talker, caller, callId, client } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    const { turnId } = await talker.midSpeech(40)
    const whole = await talker.until(() => agentTurns(talker).find((it) => it.id === turnId))
    talker.send({ type: 'interrupt', playedMs: 600, turnId })
    await talker.until(() => talker.messages('audio_stop')[0])
    const cut = await talker.until(() => agentTurns(talker).find((it) => it.id === turnId && it.interrupted))
    expect(whole.text.startsWith(cut.text)).toBe(true)
    expect(cut.text.length).toBeLessThan(whole.text.length)
    expect(cut.text).not.toBe('')
    expect(talker.state).toBe('listening')
    await talker.hangUp()
    const stop = talker.came.findIndex((it) => it.message?.type === 'audio_stop')
    expect(talker.came.slice(stop).filter((it) => it.frame)).toEqual([])
    expect((await client.getCall({ callId })).turns.at(-1)).toEqual(cut)
    const { conversationId } = (await client.getCall({ callId })).call
    expect((await room.brainOf(caller).listTurns({ conversationId })).items.at(-1)).toMatchObject({
      id: cut.brainTurnId,
      speaker: 'agent',
      text: cut.text,
      interrupted: true,
    })
  })

  it('believes the player when it had played less than the clock says', async () => {
    const { talker } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    const { turnId } = await talker.midSpeech(60)
    talker.say(hours)
    const byClock = await talker.until(() => agentTurns(talker).find((it) => it.id === turnId && it.interrupted))
    talker.send({ type: 'interrupt', playedMs: 0, turnId })
    await talker.until(() => agentTurns(talker).find((it) => it.id === turnId && it.text === '' && it.text !== byClock.text))
    // The report was about the first answer; the second goes on.
    expect(await talker.heardOut(3)).toMatchObject({ interrupted: false, text: expect.stringMatching(/9/) })
    await talker.hangUp()
  })

  it('lets a new turn cut off the answer to the one before', async () => {
    const { talker, callId, client } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    const { turnId } = await talker.midSpeech()
    talker.say(hours)
    const answer = await talker.heardOut(3)
    expect(answer.text).toMatch(/9/)
    expect(agentTurns(talker).find((it) => it.id === turnId)).toMatchObject({ interrupted: true })
    // After the stop no sound of the first answer comes; the next sound is announced.
    const stop = talker.came.findIndex((it) => it.message?.type === 'audio_stop')
    const next = talker.came.findIndex((it, index) => index > stop && it.message?.type === 'audio_start')
    expect(talker.came.slice(stop, next).filter((it) => it.frame)).toEqual([])
    await talker.hangUp()
    const { turns } = await client.getCall({ callId })
    expect(turns.map((it) => [it.speaker, it.interrupted])).toEqual([
      ['agent', false],
      ['caller', false],
      ['agent', true],
      ['caller', false],
      ['agent', false],
    ])
  })

  it('drops a thought when a new turn comes while thinking', async () => {
    const agent = await room.newAgent()
    await room.brainOf(agent.caller).addProvider({ name: 'Silent', baseUrl: 'http://127.0.0.1:9/v1', model: 'silent' })
    const talker = await room.talkTo(agent, { how })
    await talker.heardOut(1)
    room.model.state.hangs = true
    const asked = room.model.state.asked
    talker.say(phone)
    await talker.until(() => room.model.state.asked > asked && talker.state === 'thinking')
    room.model.state.hangs = false
    talker.say(hours)
    expect((await talker.heardOut(2)).text).toMatch(/9/)
    expect(callerTurns(talker).map((it) => it.text)).toEqual([phone, hours])
    expect(agentTurns(talker)).toHaveLength(2)
    expect(talker.messages('trouble')).toEqual([])
    await talker.hangUp()
  })

  it('goes on in writing when it is muted, and speaks again afterwards', async () => {
    const { talker } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    const { turnId } = await talker.midSpeech()
    talker.send({ type: 'mute', speech: false })
    // What players say on being told to stop is no interruption then.
    talker.send({ type: 'interrupt', playedMs: 100 })
    await talker.until(() => talker.messages('audio_stop')[0] && talker.state === 'listening')
    talker.say(hours)
    const written = await talker.until(() => talker.state === 'listening' && agentTurns(talker)[2])
    expect(written).toMatchObject({ interrupted: false, text: expect.stringMatching(/9/) })
    expect(agentTurns(talker).find((it) => it.id === turnId)).toMatchObject({ interrupted: false })
    expect(talker.messages('audio_start').map((it) => it.turnId)).not.toContain(written.id)
    talker.send({ type: 'mute', speech: true })
    talker.say(hours)
    await talker.heardOut(4)
    await talker.hangUp()
  })

  it('lets a listener say "hmm", and stops for real words', async () => {
    const { talker } = await open()
    await talker.heardOut(1)
    talker.say(phone)
    await talker.midSpeech()
    for (const text of ['h', 'hmm', 'hmm ok', 'হ্যাঁ']) talker.send({ type: 'partial', text })
    await talker.midSpeech(60)
    expect(talker.messages('audio_stop')).toEqual([])
    talker.send({ type: 'partial', text: 'hmm wait, what about' })
    await talker.until(() => talker.messages('audio_stop')[0])
    await talker.until(() => agentTurns(talker).at(-1)?.interrupted)
    await talker.hangUp()
  })

  it('notes every sentence in the ledger before it is shown or spoken', async () => {
    const { talker, caller, callId } = await open()
    await talker.heardOut(1)
    talker.say(hours)
    for (let seen = 0; seen < 2; ) {
      const words = await talker.until(() => talker.messages('words')[seen])
      const noted = await room.notedOf(caller, callId)
      expect(noted.filter((it) => it.event === 'agent.words').map((it) => it.detail)).toContainEqual({
        turnId: words.turnId,
        text: words.text,
        atMs: expect.any(Number),
      })
      seen++
    }
    await talker.heardOut(2)
    for (const { turnId } of talker.messages('audio_start')) {
      const at = (type: string) => talker.came.findIndex(({ message }) => message?.type === type && 'turnId' in message && message.turnId === turnId)
      expect(at('words')).toBeLessThan(talker.came.findIndex((it, index) => index > at('audio_start') && it.frame !== undefined))
    }
    await talker.hangUp()
    expect((await room.ledgerOf(caller, callId)).map((it) => it.event)).toEqual(expect.arrayContaining(['call.began', 'agent.words', 'turn', 'call.ended']))
  })

  it('is over when the caller hangs up, and says so once', async () => {
    const { talker, callId, agentId, client } = await open()
    await talker.heardOut(1)
    expect((await client.listCalls({ agentId })).items).toMatchObject([{ id: callId, status: 'live', turnCount: 1 }])
    await talker.hangUp()
    expect(talker.state).toBe('ended')
    const { call } = await client.getCall({ callId })
    expect(call).toMatchObject({ status: 'ended', turnCount: 1, durationMs: expect.any(Number) })
    await expect
      .poll(() => room.ended.filter((it) => it.callId === callId), { timeout: 10_000 })
      .toEqual([{ callId, agentId, conversationId: call.conversationId, channel: 'browser', durationMs: call.durationMs, turnCount: 1 }])
    expect(await codeOf(room.talkTo({ caller: room.house.newCaller(), agentId }, { how }).then((it) => it.closed.then((fault) => Promise.reject(fault))))).toBe(
      'agents.not_found',
    )
  })

  it('is nothing to another organisation', async () => {
    const { talker, callId, agentId } = await open()
    await talker.hangUp()
    const other = room.house.newCaller()
    const client = room.callsOf(other, how)
    const codes = await Promise.all([client.getCall({ callId }), client.deleteCall({ callId }), Array.fromAsync(client.getRecording({ callId }))].map(codeOf))
    expect(codes).toEqual(Array(3).fill('calls.not_found'))
    expect((await client.listCalls({})).items).toEqual([])
    const foreign = await room.newAgent()
    expect(await (await room.talkTo(foreign, { how, callId })).closed).toMatchObject({ code: 'calls.not_found' })
    expect(await (await room.talkTo({ caller: other, agentId }, { how })).closed).toMatchObject({ code: 'agents.not_found' })
  })

  it('is refused beyond four at once, and allowed again when one is over or broken', async () => {
    const agent = await room.newAgent()
    const talkers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => room.talkTo(agent, { how })))
    const outcomes = await Promise.all(
      talkers.map((it) =>
        Promise.race([
          it
            .until(() => it.messages('ready')[0])
            .then(
              () => 'ready',
              () => 'refused',
            ),
          it.closed.then((fault) => fault?.code),
        ]),
      ),
    )
    expect(outcomes.filter((it) => it === 'ready')).toHaveLength(4)
    const refused = talkers.filter((_, index) => outcomes[index] !== 'ready')
    for (const it of refused) expect(await it.closed).toMatchObject({ code: 'request.too_many' })
    const open = talkers.filter((it) => !refused.includes(it))
    open[0]!.break()
    await expect.poll(async () => (await room.callsOf(agent.caller).listCalls({ status: 'dropped' })).items.length, { timeout: 10_000 }).toBe(1)
    const again = await room.talkTo(agent, { how })
    await again.until(() => again.messages('ready')[0])
    for (const it of [...open.slice(1), again]) await it.hangUp()
  })

  it('needs a published version, unless the draft is tried', async () => {
    const agent = await room.newAgent({ draft: true })
    expect(await (await room.talkTo(agent, { how })).closed).toMatchObject({ code: 'calls.agent_not_live' })
    const talker = await room.talkTo(agent, { how, draft: true })
    expect((await talker.until(() => talker.messages('ready')[0])).call.version).toBeNull()
    await talker.hangUp()
  })
})
