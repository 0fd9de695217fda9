import type { AgentConfig } from '@myna/contracts/agents'
import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callWords } from '#domain/call-words.ts'
import { openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'

const [theirs, person] = ['+442079460018', '+442079460044']
const [wish, yes] = ['I want to speak to a person', 'Yes please, that is right']
const [connecting, nobodyNow] = [callWords.connecting.en, callWords.nobodyNow.en]

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
let mouths: Awaited<ReturnType<typeof createMouths>>
let lines = 0
beforeAll(async () => {
  ;[twilio, mouths] = await Promise.all([playTwilio(), createMouths()])
  for (const text of [wish, yes]) await mouths.of(text)
  room = await openCalls({ twilio, recognisers: [playEars(mouths.said)] })
}, 240_000)
afterAll(async () => {
  await twilio.close()
  await Promise.all([room.close(), mouths.close()])
})

/** Hours in which nobody is there now, and hours in which somebody always is. */
const closed: AgentConfig['hours'] = [{ day: (new Date().getUTCDay() + 3) % 7, from: '09:00', to: '09:01' }]
const open: AgentConfig['hours'] = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '00:00', to: '00:00' }))

describe('a caller who wants a person', () => {
  /** Rings an agent with these hours; gives the caller once greeted, and what the agent has said in the record. */
  async function ring(hours: AgentConfig['hours'], transferWhen: 'always' | 'in-hours' = 'in-hours') {
    const keys = [{ key: '0', action: { does: 'transfer' as const, to: person } }]
    const agent = await room.newAgent({ hours, call: { transferTo: person, transferWhen, keys, silencePrompts: 0 } })
    const client = room.callsOf(agent.caller)
    const { accountId, secret } = twilio.account
    const number = `+4420794601${String(10 + ++lines)}`
    twilio.own(number)
    await room.workspaceOf(agent.caller).updateSettings({ settings: { country: 'GB' } })
    const carrier = await client.connectCarrier({ name: 'Main', accountId, secret })
    await client.addNumber({ carrierId: carrier.id, number, buy: false, agentId: agent.agentId })
    const caller = twilio.ring({ to: number, from: theirs })
    await caller.until('marked')
    const said = async () => {
      const [call] = (await client.listCalls({})).items
      return call ? (await client.getCall({ callId: call.id })).turns.filter((it) => it.speaker === 'agent').map((it) => it.text) : []
    }
    /** Asks for a person, and says yes to what is read back. */
    const askForPerson = async () => {
      await caller.say(await mouths.of(wish))
      await expect.poll(async () => (await said()).length, { timeout: 60_000 }).toBe(2)
      await expect.poll(() => caller.events.at(-1)?.type, { timeout: 60_000 }).toBe('marked')
      await caller.say(await mouths.of(yes))
    }
    return { caller, said, askForPerson }
  }

  it('is told at once that nobody is there outside the hours, stays with the agent, and the record says so', async () => {
    const { caller, said, askForPerson } = await ring(closed)
    await askForPerson()
    await expect.poll(async () => (await said()).at(-1), { timeout: 60_000 }).toContain(nobodyNow)
    expect(caller.events.map((it) => it.type)).not.toContain('joined')
    caller.hangUp()
  }, 240_000)

  it('is told the same when a key asks for one', async () => {
    const { caller, said } = await ring(closed)
    caller.press('0')
    await expect.poll(async () => (await said()).at(-1), { timeout: 60_000 }).toContain(nobodyNow)
    caller.hangUp()
  }, 240_000)

  it.each([
    ['within the hours', open, 'in-hours'],
    ['at any time where the agent may always', closed, 'always'],
    ['at any time where the hours are not known', [], 'in-hours'],
  ] as const)(
    'is connected %s',
    async (_when, hours, transferWhen) => {
      const { caller, said, askForPerson } = await ring([...hours], transferWhen)
      await askForPerson()
      await expect.poll(async () => (await said()).at(-1), { timeout: 60_000 }).toContain(connecting)
      await caller.until('joined')
      caller.hangUp()
    },
    240_000,
  )
})
