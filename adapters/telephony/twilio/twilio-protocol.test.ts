import type { CallStep } from '@myna/ports/carrier'
import fc from 'fast-check'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { twilioProtocol } from '#twilio-protocol.ts'
import { readXml } from '#test/read-xml.ts'
import { overridesOf } from '#test/webhooks.ts'

const { answer, patient, readNews } = twilioProtocol
const sid = 'CA0123456789abcdef0123456789abcdef'
const bodyOf = (...steps: CallStep[]) => answer(steps).body
const inside = (body: string) => body.replace('<?xml version="1.0" encoding="UTF-8"?>', '').replace(/^<Response>|<\/Response>$/g, '')

describe('an answer in TwiML', () => {
  it('is the same as the library writes', () => {
    const ours = bodyOf(
      { do: 'stream', url: 'wss://voice.example/media', afterUrl: 'https://voice.example/after?a=1&b=2', parameters: { call: 'c1', token: '<"&\'>' } },
      { do: 'dial', number: '+442079460100', callerId: '+447700900123', ringSeconds: 20, briefUrl: 'https://voice.example/brief', afterUrl: '/dialled' },
      { do: 'pause', seconds: 2 },
      { do: 'ask', url: 'https://voice.example/next?a=1&b=2' },
      { do: 'reject', reason: 'busy' },
      { do: 'hang-up' },
    )
    const response = new twilio.twiml.VoiceResponse()
    const stream = response.connect({ action: 'https://voice.example/after?a=1&b=2', method: 'POST' }).stream({ url: 'wss://voice.example/media' })
    stream.parameter({ name: 'call', value: 'c1' })
    stream.parameter({ name: 'token', value: '<"&\'>' })
    response
      .dial({ action: '/dialled', method: 'POST', callerId: '+447700900123', timeout: 20 })
      .number({ url: 'https://voice.example/brief', method: 'POST' }, '+442079460100')
    response.pause({ length: 2 })
    response.redirect({ method: 'POST' }, 'https://voice.example/next?a=1&b=2')
    response.reject({ reason: 'busy' })
    response.hangup()
    expect(readXml(ours)).toEqual(readXml(response.toString()))
    expect(answer([]).contentType).toBe('text/xml; charset=utf-8')
  })

  it('speaks each language with a voice of its own, and dials without a brief', () => {
    for (const [language, tag] of [
      ['en', 'en-IN'],
      ['hi', 'hi-IN'],
      ['bn', 'bn-IN'],
    ] as const)
      expect(inside(bodyOf({ do: 'say', text: 'A & B', language }))).toBe(`<Say voice="Google.${tag}-Standard-A" language="${tag}">A &amp; B</Say>`)
    const dial = bodyOf({ do: 'dial', number: '+1', callerId: '+2', ringSeconds: 9_999, briefUrl: null, afterUrl: '/a' })
    expect(inside(dial)).toBe('<Dial action="/a" method="POST" callerId="+2" timeout="600"><Number>+1</Number></Dial>')
  })

  it('holds with music as often as it fits, or with a sentence now and then, for so long', () => {
    const music = { url: 'https://voice.example/hold.wav?a=1&b=2', seconds: 30 }
    expect(inside(bodyOf({ do: 'hold', seconds: 100, music }))).toBe('<Play loop="4">https://voice.example/hold.wav?a=1&amp;b=2</Play>')
    const verbs = readXml(bodyOf({ do: 'hold', seconds: 25, language: 'hi' })).children
    expect(verbs.map((it) => [it.name, it.attributes.length ?? it.attributes.language])).toEqual([
      ['Say', 'hi-IN'],
      ['Pause', '10'],
      ['Say', 'hi-IN'],
      ['Pause', '10'],
      ['Say', 'hi-IN'],
      ['Pause', '5'],
    ])
  })

  it('carries any text, and is XML whatever it holds', () => {
    // What XML cannot carry is left out; halves of characters become the sign for that.
    const carried = (text: string) => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), (text, parameters) => {
        const steps: CallStep[] = [
          { do: 'say', text, language: 'bn' },
          { do: 'ask', url: text },
          { do: 'stream', url: text, afterUrl: text, parameters },
        ]
        const [say, redirect, connect] = readXml(bodyOf(...steps)).children
        expect(say?.text).toBe(carried(text))
        expect(redirect?.text).toBe(carried(text))
        expect(connect?.attributes.action).toBe(carried(text))
        expect(connect?.children[0]?.children.map((it) => it.attributes)).toEqual(
          Object.entries(parameters).map(([name, value]) => ({ name: carried(name), value: carried(value) })),
        )
      }),
    )
  })
})

describe('a patient address', () => {
  it('asks within the limits of connection overrides', () => {
    const url = patient('https://voice.example/answer?a=1#old')
    expect(url).toBe('https://voice.example/answer?a=1#rc=5&rp=all&ct=2000&rt=5000')
    expect(overridesOf(url)).toEqual({ retries: 5, on: new Set(['all']), connectMs: 2_000, readMs: 5_000, totalMs: 15_000 })
  })
})

describe('news of a call', () => {
  it('is an incoming call with who calls whom', () => {
    const form = { CallSid: sid, From: '+447700900123', To: '+442079460100', AccountSid: 'AC1', CallStatus: 'ringing' }
    expect(readNews('incoming', form)).toEqual({ type: 'incoming', carrierCallId: sid, from: '+447700900123', to: '+442079460100', accountId: 'AC1' })
  })

  it('is a state with what is known of it', () => {
    const form = { CallSid: sid, CallStatus: 'completed', CallDuration: '75', SequenceNumber: '3', Timestamp: 'Sat, 21 Nov 2026 08:10:09 +0000' }
    const known = { durationSeconds: 75, sequence: 3, at: new Date('2026-11-21T08:10:09Z'), errorCode: null }
    expect(readNews('status', form)).toEqual({ type: 'status', carrierCallId: sid, status: 'completed', ...known })
    expect(readNews('status', { CallSid: sid, CallStatus: 'canceled', ErrorCode: '13224', CallDuration: '-1', Timestamp: 'soon' })).toEqual({
      type: 'status',
      carrierCallId: sid,
      status: 'cancelled',
      durationSeconds: null,
      sequence: null,
      at: null,
      errorCode: '13224',
    })
    expect(readNews('status', { CallSid: sid, CallStatus: 'initiated' })).toMatchObject({ status: 'queued' })
    expect(readNews('status', { CallSid: sid, CallStatus: 'dancing' })).toBeUndefined()
  })

  it.each([
    ['human', 'person'],
    ['machine_start', 'machine'],
    ['machine_end_beep', 'machine-message-ended'],
    ['machine_end_silence', 'machine-message-ended'],
    ['machine_end_other', 'machine-message-ended'],
    ['fax', 'fax'],
    ['unknown', 'unknown'],
  ])('is that %s answered', (AnsweredBy, answeredBy) => {
    expect(readNews('machine', { CallSid: sid, AnsweredBy })).toEqual({ type: 'machine', carrierCallId: sid, answeredBy })
  })

  it.each([
    ['completed', 'answered'],
    ['answered', 'answered'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    [undefined, null],
  ])('is that a step is over, dialled: %s', (DialCallStatus, dialled) => {
    const form = { CallSid: sid, ...(DialCallStatus === undefined ? {} : { DialCallStatus }) }
    expect(readNews('step-over', form)).toEqual({ type: 'step-over', carrierCallId: sid, dialled })
  })
})
