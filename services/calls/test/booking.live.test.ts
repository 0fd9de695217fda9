import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import type { CallTurn } from '@myna/contracts/calls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'
import { readLanes } from '#test/read-lanes.ts'

const [theirs, ours] = ['+442079460018', '+442079460077']
const booking = 'I want to book a meeting tomorrow at four pm'
const hours = 'When are you open?'
const name = 'My name is Asha Rao'
const yes = 'Yes please, that is right'

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
let mouths: Awaited<ReturnType<typeof createMouths>>
beforeAll(async () => {
  ;[twilio, mouths] = await Promise.all([playTwilio(), createMouths()])
  for (const text of [booking, hours, name, yes]) await mouths.of(text)
  room = await openCalls({ twilio, recognisers: [playEars(mouths.said)] })
}, 120_000)
afterAll(async () => {
  await twilio.close()
  await Promise.all([room.close(), mouths.close()])
})

it('a caller who interrupts twice comes from ringing to a booked meeting and a record that can be read', async () => {
  const greeting = Array.from({ length: 7 }, (_, at) => `This is sentence number ${at}, which nobody hears to its end.`).join(' ')
  const agent = await room.newAgent({ greeting })
  const client = room.callsOf(agent.caller)
  const { accountId, secret } = twilio.account
  twilio.own(ours)
  await room.workspaceOf(agent.caller).updateSettings({ settings: { country: 'GB' } })
  const carrier = await client.connectCarrier({ name: 'Main', accountId, secret })
  await client.addNumber({ carrierId: carrier.id, number: ours, buy: false, agentId: agent.agentId })
  const newest = async () => (await client.listCalls({})).items[0]
  const turns = async () => {
    const call = await newest()
    return call ? (await client.getCall({ callId: call.id })).turns : []
  }
  const moves = async () => (await turns()).flatMap((it) => (it.speaker === 'agent' && it.move ? [it.move.kind] : []))
  const caller = twilio.ring({ to: ours, from: theirs })
  const say = async (text: string) => void caller.say(await mouths.of(text))
  const cuts = () => caller.events.filter((it) => it.type === 'cleared').length
  const heardOut = () => expect.poll(() => caller.events.at(-1)?.type, { timeout: 15_000 }).toBe('marked')

  await caller.until('marked')
  await say(booking)
  await expect.poll(moves, { timeout: 20_000 }).toEqual(['asked'])
  await heardOut()
  await say(hours)
  // Its answer is spoken over as soon as it can be heard.
  await expect.poll(async () => (await moves()).length, { timeout: 20_000 }).toBe(2)
  const before = cuts()
  await say(name)
  await expect.poll(cuts, { timeout: 20_000 }).toBeGreaterThan(before)
  // The number to call back on is the one that rings.
  await expect.poll(async () => (await moves()).at(-1), { timeout: 20_000 }).toBe('confirming')
  await heardOut()
  await say(yes)
  await expect.poll(async () => (await moves()).at(-1), { timeout: 20_000 }).toBe('acted')
  caller.hangUp()

  await expect.poll(async () => (await newest())?.hasRecording, { timeout: 15_000 }).toBe(true)
  const call = (await newest())!
  expect(call).toMatchObject({
    channel: 'phone',
    direction: 'inbound',
    from: theirs,
    to: ours,
    status: 'ended',
    endedBy: 'caller',
    recordingConsent: 'announced',
  })
  const record = await turns()
  const said = record.filter((it) => it.speaker === 'caller')
  expect(said.map((it) => it.text)).toEqual([booking, hours, name, yes])
  expect(record.filter((it) => it.interrupted).length).toBeGreaterThanOrEqual(2)
  expect(record.find((it) => it.move?.kind === 'acted')?.move).toMatchObject({ goal: 'schedule_meeting', runId: expect.any(String) })
  expect(twilio.warnings).toEqual([])

  // Every turn has its time, and every answer says where the wait before it went.
  const moments = record.map((it) => it.atMs)
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  expect(moments.at(-1)).toBeLessThan(call.durationMs!)
  for (const it of record.filter(answers))
    expect(it.latency).toEqual({
      endOfSpeechMs: expect.any(Number),
      answerMs: expect.any(Number),
      firstAudioMs: expect.any(Number),
      heardMs: expect.any(Number),
    })
  expect(record.filter(answers)).toHaveLength(4)

  // What lies in the store is no sound; what is handed out has each voice in its lane, at its time.
  const [sealed] = await Array.fromAsync((await room.recordings.get(`${agent.caller.tenantId}/${call.id}.sealed`))!.body)
  expect(Buffer.from(sealed!).includes('RIFF')).toBe(false)
  const lanes = readLanes(Buffer.concat(await Array.fromAsync(client.getRecording({ callId: call.id }))))
  expect(lanes.rate).toBe(8_000)
  expect(Math.abs(lanes.durationMs - call.durationMs!)).toBeLessThan(5_000)
  const ears = playEars(mouths.said)
  for (const { text, atMs } of said) {
    const from = atMs - (await mouths.of(text)).byteLength / 8 - 2_500
    expect(await heardIn(ears, lanes.caller(from, atMs)), text).toBe(text)
    expect(await heardIn(ears, lanes.agent(from, atMs)), text).toBe('')
  }
  const peaks = await client.getWaveform({ callId: call.id })
  expect(peaks.caller.length * peaks.bucketMs).toBeGreaterThan(lanes.durationMs - 2 * peaks.bucketMs)
  for (const lane of ['caller', 'agent'] as const) expect(Math.max(...peaks[lane])).toBeGreaterThan(5)

  await expect.poll(async () => (await client.getCall({ callId: call.id })).report, { timeout: 30_000 }).toMatchObject({ disposition: 'done' })
  const { report } = await client.getCall({ callId: call.id })
  expect(report!.summary).toMatch(/appointment .*4 pm.*Asha Rao/)
  expect(report!.fields).toContainEqual({ name: 'name', value: 'Asha Rao' })
}, 120_000)

/** Whether a turn of the agent answers one of the caller. */
const answers = (it: CallTurn): boolean => it.speaker === 'agent' && it.latency !== null

/** What a recogniser hears in a piece of a recording. */
async function heardIn(ears: ReturnType<typeof playEars>, mulaw: Uint8Array): Promise<string> {
  const stream = await ears.listen({ languages: ['en'], format: 'mulaw-8k', phrases: [] }, new AbortController().signal)
  stream.feed(mulaw)
  stream.endUtterance()
  for await (const { text } of stream.texts) return text
  return ''
}
