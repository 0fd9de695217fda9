import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'

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
}, 60_000)
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
  const turns = async () => {
    const [call] = (await client.listCalls({})).items
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

  const [call] = (await client.listCalls({})).items
  const record = await turns()
  expect(record.filter((it) => it.speaker === 'caller').map((it) => it.text)).toEqual([booking, hours, name, yes])
  expect(record.filter((it) => it.interrupted).length).toBeGreaterThanOrEqual(2)
  expect(record.find((it) => it.move?.kind === 'acted')?.move).toMatchObject({ goal: 'schedule_meeting', runId: expect.any(String) })
  await expect.poll(async () => (await client.listCalls({})).items[0]?.hasRecording, { timeout: 15_000 }).toBe(true)
  const wav = Buffer.concat(await Array.fromAsync(client.getRecording({ callId: call!.id })))
  expect(wav.subarray(0, 4).toString()).toBe('RIFF')
}, 120_000)
