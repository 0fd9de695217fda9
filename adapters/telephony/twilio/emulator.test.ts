import type { Carrier, CarrierNews } from '@myna/ports/carrier'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTwilioCarrier, twilioProtocol } from '#index.ts'
import { type AnsweringApp, playAnsweringApp, type Talk } from '#test/answering-app.ts'
import { beep, playTwilio, type PlayedTwilio, tone } from '#test/play-twilio.ts'

const ours = '+442079460100'
const theirs = '+447700900123'
const colleague = '+442079460777'
let twilio: PlayedTwilio
let app: AnsweringApp
let carrier: Carrier
beforeEach(async () => {
  twilio = await playTwilio({ pace: 10 })
  app = await playAnsweringApp(twilioProtocol)
  carrier = createTwilioCarrier({ baseUrl: twilio.baseUrl })(twilio.account)
  twilio.own(ours, { answerUrl: app.at('/answer'), fallbackUrl: app.at('/fallback'), statusUrl: app.at('/status') })
})
afterEach(async () => {
  expect(app.told.filter((it) => !carrier.isSigned(it))).toEqual([])
  expect(app.handshakes.filter((it) => !carrier.isSigned({ ...it, form: {} }))).toEqual([])
  await carrier.close()
  await twilio.close()
  await app.close()
})

const ring = (speech?: Uint8Array) => twilio.ring({ to: ours, from: theirs, ...(speech ? { speech } : {}) })
const place = (to = theirs, machineUrl: string | null = null) =>
  carrier.placeCall({
    from: ours,
    to,
    answerUrl: app.at('/answer'),
    fallbackUrl: app.at('/fallback'),
    statusUrl: app.at('/status'),
    ringSeconds: 20,
    machineUrl,
  })
const stream = (parameters: Record<string, string> = {}) => ({ do: 'stream', url: app.streamUrl, afterUrl: app.at('/after'), parameters }) as const
const statuses = (path = '/status') =>
  app.toldAt(path).map((it) => {
    const news = twilioProtocol.readNews('status', it.form) as CarrierNews & { type: 'status' }
    return [news.status, news.sequence]
  })
/** Waits as long as a busy machine may need. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })
/** Sound that does not repeat within two seconds. */
const speech = (ms: number) => Uint8Array.from({ length: ms * 8 }, (_, at) => (at * 31 + (at >> 8)) % 250)
const within = (long: Buffer, short: Uint8Array) => long.includes(Buffer.from(short))

describe('a call that comes in', () => {
  it('is answered with a stream: both sides hear each other byte for byte, keys and marks come through', async () => {
    app.answer('/answer', [stream({ agent: 'a & b' })])
    app.answer('/after', [{ do: 'hang-up' }])
    const heard: Buffer[] = []
    const log: unknown[] = []
    app.talk(({ codec, send, close }) => ({
      start: (it) => void log.push(it.parameters, it.carrierCallId === caller.callSid),
      sound(mulaw) {
        if (heard.push(Buffer.from(mulaw)) !== 1) return
        send(codec.sound(speech(500)))
        send(codec.mark('said'))
      },
      key: (digit) => void log.push(digit),
      mark(name) {
        log.push(name)
        close()
      },
    }))
    const caller = ring(speech(300))
    await caller.until('streaming')
    caller.press('5#')
    expect(await caller.over).toBe('completed')
    expect(log).toEqual([{ agent: 'a & b' }, true, '5', '#', 'said'])
    expect(within(Buffer.concat(heard), speech(300))).toBe(true)
    expect(caller.heard().map((it) => it.mulaw)).toEqual([Buffer.from(speech(500))])
    // The mark comes back when the sound was heard, not when it was sent.
    const mark = await caller.until('marked')
    expect(mark.atMs - caller.heard()[0]!.atMs).toBeGreaterThanOrEqual(500)
    expect(twilioProtocol.readNews('incoming', app.told[0]!.form)).toMatchObject({ from: theirs, to: ours, accountId: twilio.account.accountId })
    expect(twilio.warnings).toEqual([])
    await eventually(() => statuses()).toEqual([['completed', 0]])
  })

  it('loses what is not heard yet when it is cleared, and gives the marks back at once', async () => {
    app.answer('/answer', [stream()])
    app.answer('/after', [{ do: 'hang-up' }])
    const marks: string[] = []
    app.talk(({ codec, send, close }) => ({
      start() {
        send(codec.sound(speech(60_000)))
        send(codec.mark('never heard'))
      },
      sound: (_, __, sequence) => {
        if (sequence === 10) send(codec.clear())
      },
      mark(name) {
        marks.push(name)
        close()
      },
    }))
    const caller = ring()
    await caller.over
    expect(marks).toEqual(['never heard'])
    expect(caller.heard().reduce((sum, it) => sum + it.mulaw.length, 0)).toBeLessThan(400_000)
    expect(await caller.until('cleared')).toMatchObject({ bytes: expect.any(Number) })
  })

  it('goes on at the address after the stream when the socket dies, however it dies', async () => {
    for (const die of ['close', 'terminate'] as const) {
      app.answer('/answer', [stream()])
      app.answer('/after', [{ do: 'say', text: 'We were cut off.', language: 'en' }])
      app.talk((socket) => ({ start: () => socket[die]() }))
      const caller = ring()
      expect(await caller.until('said')).toMatchObject({ text: 'We were cut off.' })
      expect(await caller.over).toBe('completed')
    }
    app.talk(() => ({}))
    for (const how of ['cut', 'half-close'] as const) {
      const caller = ring()
      await caller.until('streaming')
      caller.breakStream(how)
      await caller.until('stream-ended')
      expect(await caller.over).toBe('completed')
    }
    const news = app.toldAt('/after').map((it) => twilioProtocol.readNews('step-over', it.form))
    expect(news).toEqual(app.toldAt('/after').map((it) => ({ type: 'step-over', carrierCallId: it.form.CallSid, dialled: null })))
    expect(news).toHaveLength(4)
  })

  it('goes on when there is nobody behind the address of the stream', async () => {
    app.answer('/answer', [{ ...stream(), url: 'ws://127.0.0.1:1/media' }])
    app.answer('/after', [{ do: 'say', text: 'Nobody.', language: 'en' }])
    expect(await ring().until('said')).toMatchObject({ text: 'Nobody.' })
    expect(twilio.warnings).toEqual([{ code: 31920, what: expect.any(String) }])
  })

  it('does one step after the other, and ends with the last', async () => {
    app.answer('/answer', [
      { do: 'pause', seconds: 1 },
      { do: 'say', text: 'One & two', language: 'hi' },
      { do: 'hold', seconds: 2, music: { url: app.at('/music.wav'), seconds: 1 } },
      { do: 'ask', url: app.at('/more?a=1') },
    ])
    app.answer('/more', [{ do: 'hold', seconds: 1 }])
    const caller = ring()
    await caller.over
    expect(caller.events.map((it) => it.type)).toEqual(['paused', 'answered', 'said', 'played', 'said', 'paused', 'over'])
    expect(caller.events[2]).toMatchObject({ text: 'One & two', language: 'hi-IN' })
    expect(caller.events[3]).toMatchObject({ url: app.at('/music.wav'), loop: 2 })
  })

  it('is rejected before it was answered, and costs nothing', async () => {
    app.answer('/answer', [{ do: 'reject', reason: 'busy' }])
    const caller = ring()
    expect(await caller.over).toBe('busy')
    expect(caller.events.map((it) => it.type)).toEqual(['over'])
  })

  it('asks the fallback address when the first fails, and fails when both do', async () => {
    app.answer('/answer', 500)
    app.answer('/fallback', [{ do: 'say', text: 'Sorry.', language: 'en' }])
    expect(await ring().until('said')).toMatchObject({ text: 'Sorry.' })
    expect(app.toldAt('/fallback')[0]?.form).toMatchObject({ ErrorCode: '11200', ErrorUrl: app.at('/answer') })
    app.answer('/answer', '<Response><Say>not closed</Response>')
    expect(await ring().until('said')).toMatchObject({ text: 'Sorry.' })
    expect(app.toldAt('/fallback')[1]?.form.ErrorCode).toBe('12100')
    app.answer('/fallback', 404)
    expect(await ring().over).toBe('failed')
  })

  it('is asked about again as often as a patient address says', async () => {
    let asked = 0
    app.answer('/answer', () => (++asked < 5 ? 503 : [{ do: 'hang-up' }]))
    twilio.own(colleague, { answerUrl: twilioProtocol.patient(app.at('/answer')) })
    expect(await twilio.ring({ to: colleague, from: theirs }).over).toBe('completed')
    expect(twilio.sent.map((it) => [it.status, it.attempt])).toEqual([
      [503, 0],
      [503, 1],
      [503, 2],
      [503, 3],
      [200, 4],
    ])
    asked = 0
    expect(await ring().over).toBe('failed')
  })

  it('is over when the caller hangs up, and the stream is told to stop', async () => {
    app.answer('/answer', [stream()])
    const stopped = new Promise<void>((done) => app.talk(() => ({ stop: done })))
    const caller = ring()
    await caller.until('streaming')
    caller.hangUp()
    expect(await caller.over).toBe('completed')
    await stopped
    expect(app.toldAt('/after')).toEqual([])
    await expect(caller.until('joined')).rejects.toThrow('without "joined"')
  })

  it('is steered out of its stream, and hung up, from outside', async () => {
    app.answer('/answer', [stream()])
    const caller = ring()
    await caller.until('streaming')
    await carrier.steerCall(caller.callSid, [
      { do: 'say', text: 'Steered.', language: 'en' },
      { do: 'pause', seconds: 600 },
    ])
    await caller.until('paused')
    expect(app.toldAt('/after')).toEqual([])
    expect(await carrier.getCall(caller.callSid)).toEqual({ status: 'in-progress', durationSeconds: null })
    await carrier.hangUp(caller.callSid)
    expect(await caller.over).toBe('completed')
    expect((await carrier.getCall(caller.callSid)).durationSeconds).toBeGreaterThanOrEqual(0)
  })
})

describe('a party that is dialled', () => {
  const dial = { do: 'dial', number: colleague, callerId: ours, ringSeconds: 15, afterUrl: '/dialled' } as const
  const dialled = () => app.toldAt('/dialled').map((it) => (twilioProtocol.readNews('step-over', it.form) as CarrierNews & { type: 'step-over' }).dialled)

  it('hears its brief alone, then both hear each other until one leaves', async () => {
    app.answer('/answer', [{ ...dial, briefUrl: app.at('/brief') }])
    app.answer('/brief', [{ do: 'say', text: 'A customer asks for a refund.', language: 'en' }])
    app.answer('/dialled', [{ do: 'say', text: 'Good bye.', language: 'en' }])
    const caller = ring()
    const party = await twilio.nextCaller((it) => it.to === colleague)
    expect(await party.until('said')).toMatchObject({ text: 'A customer asks for a refund.' })
    await caller.until('joined')
    await caller.say(tone([300], 200))
    await party.say(tone([500], 200))
    await eventually(() => [caller, party].map((it) => it.heard().reduce((sum, piece) => sum + piece.mulaw.length, 0))).toEqual([1_600, 1_600])
    party.hangUp()
    expect(await caller.until('said')).toMatchObject({ text: 'Good bye.' })
    expect(await caller.over).toBe('completed')
    expect(dialled()).toEqual(['answered'])
    expect(app.toldAt('/brief')[0]?.form).toMatchObject({ CallSid: party.callSid, ParentCallSid: caller.callSid, To: colleague })
  })

  it.each([
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['fail', 'failed'],
  ] as const)('that is %s leaves the caller with the next steps', async (does, expected) => {
    twilio.party(colleague, { does })
    app.answer('/answer', [{ ...dial, briefUrl: null }])
    app.answer('/dialled', [{ do: 'hang-up' }])
    expect(await ring().over).toBe('completed')
    expect(dialled()).toEqual([expected])
  })

  it('is let go when the caller leaves first', async () => {
    app.answer('/answer', [{ ...dial, briefUrl: null }])
    const caller = ring()
    const party = await twilio.nextCaller((it) => it.to === colleague)
    await party.until('joined')
    caller.hangUp()
    expect(await party.over).toBe('completed')
  })
})

describe('a call that goes out', () => {
  it('rings, is answered, and every state is told in its order', async () => {
    app.answer('/answer', [{ do: 'say', text: 'Hello.', language: 'en' }])
    const { carrierCallId } = await place()
    const party = await twilio.nextCaller((it) => it.callSid === carrierCallId)
    expect(await party.over).toBe('completed')
    await eventually(() => statuses()).toEqual([
      ['queued', 0],
      ['ringing', 1],
      ['in-progress', 2],
      ['completed', 3],
    ])
  })

  it.each([
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['fail', 'failed'],
  ] as const)('to somebody who is %s ends so', async (does, expected) => {
    twilio.party(theirs, { does })
    await place()
    await eventually(() => statuses().at(-1)?.[0]).toBe(expected)
  })

  it.each([
    ['person', 'person'],
    ['machine', 'machine-message-ended'],
    ['machine-without-beep', 'machine-message-ended'],
    ['fax', 'fax'],
  ] as const)('to a %s is found out while the stream is open', async (is, answeredBy) => {
    twilio.party(theirs, { does: 'answer', is, greeting: tone([200], 15_000) })
    app.answer('/answer', [stream()])
    const heard: Buffer[] = []
    app.talk(() => ({ sound: (mulaw) => void heard.push(Buffer.from(mulaw)) }))
    const { carrierCallId } = await place(theirs, app.at('/machine'))
    await eventually(() => app.toldAt('/machine').map((it) => twilioProtocol.readNews('machine', it.form))).toEqual([
      { type: 'machine', carrierCallId, answeredBy },
    ])
    const beepIsHeard = () => within(Buffer.concat(heard), beep().subarray(800, 3_200))
    if (is === 'machine') await eventually(beepIsHeard).toBe(true)
    else expect(beepIsHeard()).toBe(false)
    await carrier.hangUp(carrierCallId)
  })

  it('tells its states twice and in any order when asked to', async () => {
    twilio.callbacks({ twice: true, shuffled: true })
    app.answer('/answer', [{ do: 'pause', seconds: 1 }])
    await place()
    await eventually(() => statuses().length).toBe(8)
    const sequences = statuses().map(([, sequence]) => sequence)
    expect(sequences.toSorted()).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
  })

  it('is hung up while it rings', async () => {
    twilio.party(theirs, { does: 'no-answer' })
    const { carrierCallId } = await place()
    await carrier.hangUp(carrierCallId)
    expect((await carrier.getCall(carrierCallId)).status).toBe('cancelled')
  })
})

describe('a bad line', () => {
  const frames = async (faults: Parameters<PlayedTwilio['faults']>[0]) => {
    twilio.faults(faults)
    app.answer('/answer', [stream()])
    const sequences: number[] = []
    const times: number[] = []
    const talk: Talk = ({ close }) => ({
      sound(_, atMs, sequence) {
        times.push(atMs)
        if (sequences.push(sequence) === 100) close()
      },
    })
    app.talk(talk)
    await ring().until('stream-ended')
    return { sequences, times }
  }

  it('loses frames, which shows in their numbers', async () => {
    const { sequences, times } = await frames({ lost: 0.2 })
    expect(sequences.at(-1)).toBeGreaterThan(105)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(times).toEqual(sequences.map((it) => times[0]! + (it - sequences[0]!) * 20))
  })

  it('swaps, doubles and delays frames, which still all come', async () => {
    const { sequences } = await frames({ swapped: 0.1, twice: 0.1, late: 0.2 })
    expect(sequences).not.toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBeLessThan(sequences.length)
  })

  it('breaks messages, which are said to be malformed and no more', async () => {
    await frames({ broken: 0.1 })
    expect(app.malformed.length).toBeGreaterThan(0)
    expect(new Set(app.malformed)).toEqual(new Set(['no JSON']))
  })
})
