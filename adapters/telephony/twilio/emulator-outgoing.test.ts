import { describe, expect, it } from 'vitest'
import { twilioProtocol } from '#index.ts'
import type { Talk } from '#test/answering-app.ts'
import { beep, type PlayedTwilio, tone } from '#test/play-twilio.ts'
import { app, carrier, eventually, place, ring, setScene, statuses, stream, theirs, twilio, within } from '#test/scene.ts'

setScene()

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
