import type { CarrierNews } from '@myna/ports/carrier'
import { describe, expect, it } from 'vitest'
import { twilioProtocol } from '#index.ts'
import { tone } from '#test/play-twilio.ts'
import { app, carrier, colleague, eventually, ours, ring, setScene, speech, statuses, stream, theirs, twilio, within } from '#test/scene.ts'

setScene()

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
