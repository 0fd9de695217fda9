import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallPolicy } from '@myna/contracts/call-policy'
import { codeOf, openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'

const theirs = '+442079460018'
const ours = '+442079460044'
const hours = 'When are you open?'
const phone = 'What is your phone number?'

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
let mouths: Awaited<ReturnType<typeof createMouths>>
beforeAll(async () => {
  ;[twilio, mouths] = await Promise.all([playTwilio(), createMouths()])
  for (const text of [hours, phone, 'Yes', 'No']) await mouths.of(text)
  room = await openCalls({ twilio, recognisers: [playEars(mouths.said)] })
}, 60_000)
afterEach(() => expect(twilio.warnings).toEqual([]))
afterAll(async () => {
  await twilio.close()
  await Promise.all([room.close(), mouths.close()])
})

/** A tenant with an agent and a number of its own. */
async function newLine(it: { call?: Partial<CallPolicy>; greeting?: string; number?: string } = {}) {
  const agent = await room.newAgent(it)
  const client = room.callsOf(agent.caller)
  const { accountId, secret } = twilio.account
  const number = it.number ?? `+4420794600${String(10 + ++lines).padStart(2, '0')}`
  twilio.own(number)
  await room.workspaceOf(agent.caller).updateSettings({ settings: { country: 'GB' } })
  const carrier = await client.connectCarrier({ name: 'Main', accountId, secret })
  const kept = await client.addNumber({ carrierId: carrier.id, number, buy: false, agentId: agent.agentId })
  const calls = async () => (await client.listCalls({})).items
  const turns = async (callId: string) => (await client.getCall({ callId })).turns
  return { ...agent, client, carrier, number, numberId: kept.id, calls, turns }
}
let lines = 0
const said = async (line: Awaited<ReturnType<typeof newLine>>, who: 'caller' | 'agent') => {
  const [call] = await line.calls()
  return call ? (await line.turns(call.id)).filter((it) => it.speaker === who).map((it) => it.text) : []
}

describe('a telephone that rings', () => {
  it('is answered: greeting, question, answer with its source, and a record that is whole', async () => {
    const line = await newLine({ greeting: 'Hello, Corner Bakery.' })
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toEqual(['This call is recorded. Hello, Corner Bakery.'])
    await expect.poll(() => caller.events.filter((it) => it.type === 'marked').length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    await caller.say(await mouths.of(hours))
    await expect.poll(() => said(line, 'caller'), { timeout: 10_000 }).toEqual([hours])
    await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toHaveLength(2)
    await expect.poll(async () => (await line.turns((await line.calls())[0]!.id)).at(-1)?.latency?.heardMs, { timeout: 10_000 }).toBeGreaterThanOrEqual(0)
    await expect.poll(() => caller.events.filter((it) => it.type === 'marked').length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4)
    caller.hangUp()
    await expect.poll(async () => (await line.calls())[0]?.status, { timeout: 10_000 }).toBe('ended')
    const [call] = await line.calls()
    expect(call).toMatchObject({ channel: 'phone', direction: 'inbound', from: theirs, to: line.number, endedBy: 'caller', recordingConsent: 'announced' })
    const turns = await line.turns(call!.id)
    expect(turns.at(-1)).toMatchObject({ speaker: 'agent', text: expect.stringMatching(/9/), sources: [{ title: 'Opening hours' }] })
    await expect.poll(async () => (await line.calls())[0]?.hasRecording, { timeout: 10_000 }).toBe(true)
    const wav = Buffer.concat(await Array.fromAsync(line.client.getRecording({ callId: call!.id })))
    expect(wav.readUInt32LE(24)).toBe(8_000)
    const { caller: loud, agent: ofAgent } = await line.client.getWaveform({ callId: call!.id })
    expect(Math.max(...loud)).toBeGreaterThan(5)
    expect(Math.max(...ofAgent)).toBeGreaterThan(5)
  }, 60_000)

  it('is a person who may interrupt: the sound stops, and only what was heard stays', async () => {
    const long = Array.from({ length: 12 }, (_, at) => `This is sentence number ${at}.`).join(' ')
    const line = await newLine({ greeting: long })
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    void caller.say(await mouths.of(hours))
    await caller.until('cleared')
    await expect.poll(() => said(line, 'agent'), { timeout: 15_000 }).toHaveLength(2)
    const [greeting, answer] = await said(line, 'agent')
    expect(long).toContain(greeting!.replace('This call is recorded. ', ''))
    expect(greeting!.length).toBeLessThan(long.length / 2)
    expect(answer).toMatch(/9/)
    caller.hangUp()
  }, 60_000)

  it('goes on after a noise that was none, where it stopped', async () => {
    const greeting = 'Welcome to the Corner Bakery, we have fresh bread, cakes and coffee all day long, every day of the week.'
    const line = await newLine({ greeting })
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    void caller.say((await mouths.of('Yes')).subarray(0, 2_400))
    await caller.until('cleared')
    await expect.poll(() => caller.events.filter((it) => it.type === 'marked').length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    expect(await said(line, 'agent')).toEqual([`This call is recorded. ${greeting}`])
    expect(await said(line, 'caller')).toEqual([])
    caller.hangUp()
  }, 60_000)

  it('takes keys as the menu says, and digits as a number', async () => {
    const line = await newLine({ call: { keys: [{ key: '1', action: { does: 'ask', text: hours } }] } })
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    caller.press('1')
    await expect.poll(() => said(line, 'caller'), { timeout: 10_000 }).toEqual([hours])
    caller.press('4523#')
    await expect.poll(() => said(line, 'caller'), { timeout: 10_000 }).toEqual([hours, '4 5 2 3'])
    caller.hangUp()
  }, 60_000)

  it('keeps nothing of a caller who does not want to be recorded, and all once they agree', async () => {
    const line = await newLine({ greeting: 'Hello.' })
    await line.client.updateCallSettings({ settings: { recordingConsent: 'ask' } })
    for (const [answer, consent, kept] of [
      ['No', 'refused', false],
      ['Yes', 'given', true],
    ] as const) {
      const caller = twilio.ring({ to: line.number, from: theirs })
      await caller.until('marked')
      await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toEqual(['May this call be recorded?'])
      await expect.poll(() => caller.events.filter((it) => it.type === 'marked').length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
      await caller.say(await mouths.of(answer))
      await expect.poll(async () => (await line.calls())[0]!.recordingConsent, { timeout: 10_000 }).toBe(consent)
      await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toEqual(['May this call be recorded?', 'Hello.'])
      await expect.poll(() => caller.events.filter((it) => it.type === 'marked').length, { timeout: 10_000 }).toBeGreaterThanOrEqual(4)
      caller.hangUp()
      await expect.poll(async () => (await line.calls())[0]!.status, { timeout: 10_000 }).toBe('ended')
      await expect.poll(async () => (await line.calls())[0]!.hasRecording, { timeout: 5_000 }).toBe(kept)
    }
  }, 90_000)

  it('asks whether somebody is there, and gives up in the end', async () => {
    const line = await newLine({ call: { silencePromptAfterMs: 3_000, silencePrompts: 1 } })
    const caller = twilio.ring({ to: line.number, from: theirs })
    expect(await caller.over).toBe('completed')
    await expect.poll(async () => (await line.calls())[0], { timeout: 10_000 }).toMatchObject({ status: 'ended', endedBy: 'silence' })
    expect((await said(line, 'agent')).slice(1)).toEqual(['Are you still there?', expect.stringMatching(/Goodbye/)])
  }, 60_000)

  it('is told that nobody is there when no agent has the number, and that all lines are busy at the limit', async () => {
    const line = await newLine()
    await line.client.updateCallSettings({ settings: { callsAtOnce: 0 } })
    expect(await twilio.ring({ to: line.number, from: theirs }).over).toBe('busy')
    await line.client.updateNumber({ numberId: line.numberId, agentId: null })
    await twilio.ring({ to: line.number, from: theirs }).over
    expect(await line.calls()).toEqual([])
  }, 60_000)

  it('goes on after its stream broke: says so in one sentence, and knows what was said', async () => {
    const line = await newLine()
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    caller.breakStream('cut')
    await caller.until('streaming', (it) => it !== caller.events.find((one) => one.type === 'streaming'))
    await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toHaveLength(2)
    expect((await said(line, 'agent'))[1]).toMatch(/cut off/)
    await caller.say(await mouths.of(hours))
    await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toHaveLength(3)
    caller.hangUp()
    await expect.poll(async () => (await line.calls()).map((it) => it.status), { timeout: 10_000 }).toEqual(['ended'])
  }, 60_000)

  it('hands the caller to a person, who hears first what it is about', async () => {
    const line = await newLine()
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    await caller.say(await mouths.of(hours))
    await expect.poll(() => said(line, 'caller'), { timeout: 10_000 }).toHaveLength(1)
    const [call] = await line.calls()
    expect(await codeOf(line.client.transferCall({ callId: call!.id, to: '+14155550100' }))).toBe('calls.country_not_allowed')
    await line.client.transferCall({ callId: call!.id, to: ours })
    await caller.until('joined')
    const person = await twilio.nextCaller((it) => it.to === ours)
    expect(person.events.find((it) => it.type === 'said')).toMatchObject({ text: expect.stringContaining(hours) })
    caller.hangUp()
    await expect.poll(async () => (await line.calls())[0]?.status, { timeout: 10_000 }).toBe('ended')
  }, 60_000)

  it('takes the caller back when the person does not answer', async () => {
    const line = await newLine()
    twilio.party('+442079460099', { does: 'busy' })
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    await expect.poll(async () => (await line.calls())[0]?.status, { timeout: 10_000 }).toBe('live')
    await line.client.transferCall({ callId: (await line.calls())[0]!.id, to: '+442079460099' })
    await expect.poll(() => said(line, 'agent'), { timeout: 15_000 }).toContainEqual(expect.stringMatching(/take a message/))
    caller.hangUp()
  }, 60_000)
})

describe('a call that is placed', () => {
  it('rings, is answered and greeted', async () => {
    const line = await newLine()
    const placed = await line.client.placeCall({ agentId: line.agentId, to: theirs, greeting: 'Your order is ready.' })
    expect(placed).toMatchObject({ direction: 'outbound', from: line.number, to: theirs })
    const person = await twilio.nextCaller((it) => it.to === theirs && it.from === line.number)
    await person.until('marked')
    await expect.poll(() => said(line, 'agent'), { timeout: 10_000 }).toEqual(['This call is recorded. Your order is ready.'])
    await line.client.hangUpCall({ callId: placed.id })
    expect(await person.over).toBe('completed')
    await expect.poll(async () => (await line.calls())[0], { timeout: 10_000 }).toMatchObject({ status: 'ended', endedBy: 'person' })
  }, 60_000)

  it('leaves a message with a machine after its beep, and ends', async () => {
    const line = await newLine({ call: { voicemail: 'leave-message', voicemailMessage: 'Please call us back.' } })
    twilio.party('+442079460077', { does: 'answer', is: 'machine', greeting: (await mouths.of(phone)).subarray(0, 8_000) })
    await line.client.placeCall({ agentId: line.agentId, to: '+442079460077' })
    const machine = await twilio.nextCaller((it) => it.to === '+442079460077')
    expect(await machine.over).toBe('completed')
    expect(await said(line, 'agent')).toContain('Please call us back.')
    expect((await line.calls())[0]).toMatchObject({ answeredBy: 'machine', status: 'ended' })
  }, 60_000)

  it.each([
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['fail', 'failed'],
  ] as const)(
    'says that the other side was %s',
    async (does, status) => {
      const line = await newLine()
      const to = `+4420794600${does.length + 60}`
      twilio.party(to, { does })
      await line.client.placeCall({ agentId: line.agentId, to })
      await expect.poll(async () => (await line.calls())[0]?.status, { timeout: 60_000 }).toBe(status)
    },
    90_000,
  )

  it('is refused to countries that are not allowed, without a number, and for another organisation', async () => {
    const line = await newLine()
    const { agentId, client } = line
    expect(await codeOf(client.placeCall({ agentId, to: '+14155550100' }))).toBe('calls.country_not_allowed')
    expect(await codeOf(client.placeCall({ agentId, to: '+882100000000' }))).toBe('calls.country_not_allowed')
    await client.releaseNumber({ numberId: line.numberId, keep: true })
    expect(await codeOf(client.placeCall({ agentId, to: theirs }))).toBe('calls.no_number')
    const stranger = room.callsOf(room.house.newCaller())
    expect(await codeOf(stranger.testCarrier({ carrierId: line.carrier.id }))).toBe('calls.carrier_not_found')
    expect(await codeOf(stranger.updateNumber({ numberId: line.numberId, label: 'x' }))).toBe('calls.number_not_found')
  })
})
