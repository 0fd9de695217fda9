import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'

const theirs = '+442079460018'
const hours = 'When are you open?'

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
let mouths: Awaited<ReturnType<typeof createMouths>>
beforeAll(async () => {
  ;[twilio, mouths] = await Promise.all([playTwilio(), createMouths()])
  await mouths.of(hours)
  room = await openCalls({ twilio, recognisers: [playEars(mouths.said)] })
}, 60_000)
afterAll(async () => {
  await twilio.close()
  await Promise.all([room.close(), mouths.close()])
})

async function newLine(number: string) {
  const agent = await room.newAgent({ call: { voicemail: 'leave-message', voicemailMessage: 'Please call us back.' } })
  const client = room.callsOf(agent.caller)
  twilio.own(number)
  await room.workspaceOf(agent.caller).updateSettings({ settings: { country: 'GB' } })
  const { accountId, secret } = twilio.account
  const carrier = await client.connectCarrier({ name: 'Main', accountId, secret })
  await client.addNumber({ carrierId: carrier.id, number, buy: false, agentId: agent.agentId })
  const newest = async () => {
    const [call] = (await client.listCalls({})).items
    return call && client.getCall({ callId: call.id })
  }
  return { ...agent, client, number, newest }
}

describe('the report of a telephone call', () => {
  it('says that nobody was reached', async () => {
    const line = await newLine('+442079460051')
    twilio.party('+442079460052', { does: 'busy' })
    await line.client.placeCall({ agentId: line.agentId, to: '+442079460052' })
    await expect
      .poll(async () => (await line.newest())?.report, { timeout: 30_000 })
      .toMatchObject({ disposition: 'not-connected', summary: 'Nobody was reached: the line was busy.', quality: 0 })
  }, 60_000)

  it('says that a machine answered', async () => {
    const line = await newLine('+442079460053')
    twilio.party('+442079460054', { does: 'answer', is: 'machine', greeting: (await mouths.of(hours)).subarray(0, 8_000) })
    await line.client.placeCall({ agentId: line.agentId, to: '+442079460054' })
    await expect
      .poll(async () => (await line.newest())?.report, { timeout: 30_000 })
      .toMatchObject({ disposition: 'voicemail', summary: 'A machine answered.' })
  }, 60_000)

  it('says that a person took it over, and what was said before', async () => {
    const line = await newLine('+442079460055')
    const caller = twilio.ring({ to: line.number, from: theirs })
    await caller.until('marked')
    await caller.say(await mouths.of(hours))
    await expect.poll(async () => (await line.newest())?.turns.filter((it) => it.speaker === 'agent').length, { timeout: 20_000 }).toBeGreaterThan(1)
    await line.client.transferCall({ callId: (await line.newest())!.call.id, to: '+442079460044' })
    await caller.until('joined')
    caller.hangUp()
    await expect
      .poll(async () => (await line.newest())?.report, { timeout: 30_000 })
      .toMatchObject({ disposition: 'transferred', summary: expect.stringContaining(hours.slice(0, -1)) })
  }, 90_000)
})
