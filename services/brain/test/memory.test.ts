import { Policy } from '@myna/contracts/dialogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hear, openBrain, personaOf } from '#test/house.ts'

const agentId = '018f3a52-7c1e-7000-8000-000000000000'
const booking = ['book a meeting tomorrow at 4 pm', 'Rahul Sharma', 'yes']

describe('what is remembered of a caller', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  let known: Awaited<ReturnType<typeof brain.readSite>>
  beforeAll(async () => {
    brain = await openBrain({ clock: { now: () => new Date('2026-11-18T06:30:00Z') } })
    known = await brain.readSite('hotel')
  }, 60_000)
  afterAll(() => brain.close())

  const call = async (phone: string, utterances: readonly string[], remember: Policy['remember'] = 'ask', channel: 'phone' | 'sms' = 'phone') => {
    const client = brain.brainOf(known.caller)
    const caller = { kind: 'phone' as const, id: phone }
    const { id } = await client.startConversation({
      agentId,
      baseId: known.baseId,
      channel,
      persona: personaOf('Hotel Palash'),
      policy: Policy.parse({ remember }),
      caller,
    })
    const turns = []
    for (const text of utterances) turns.push(await hear(client.reply({ conversationId: id, text })))
    await client.endConversation({ conversationId: id })
    return turns
  }
  const remembered = async () => (await brain.brainOf(known.caller).listRemembered({})).items

  it('is asked for, kept after a yes, and spares questions on another channel', async () => {
    const first = await call('+919830012345', [...booking, 'yes'])
    expect(first[2]?.answer.answer).toMatch(/remember your details/)
    const [caller] = await remembered()
    expect(caller).toMatchObject({ identity: { kind: 'phone', id: '+919830012345' }, consent: 'given', name: 'Rahul Sharma' })
    expect(caller?.summary).toContain('schedule meeting')
    const second = await call('+919830012345', ['book a meeting on Friday at 5 pm'], 'ask', 'sms')
    expect(second[0]?.move).toMatchObject({ kind: 'confirming', slots: { name: 'Rahul Sharma', phone: '+919830012345' } })
    expect((await remembered())[0]?.conversationCount).toBeGreaterThan(1)
  })

  it('is nothing after a no, and the caller is not asked again', async () => {
    const first = await call('+919830099999', [...booking, 'no'])
    expect(first[3]?.answer.answer).toMatch(/not keep/)
    const second = await call('+919830099999', booking)
    expect(second[0]?.move.slot).toBe('name')
    expect(second[2]?.answer.answer).not.toMatch(/remember/)
    expect((await remembered()).find((it) => it.identity.id === '+919830099999')).toMatchObject({ consent: 'refused', name: null, facts: {}, summary: '' })
  })

  it('is nothing when nobody asked', async () => {
    await call('+919830055555', booking)
    await call('+919830044444', booking, 'never')
    expect((await remembered()).map((it) => it.identity.id)).not.toContain('+919830055555')
    expect((await remembered()).map((it) => it.identity.id)).not.toContain('+919830044444')
  })

  it('goes when it is to be forgotten, and belongs to one organisation', async () => {
    await call('+919830077777', [...booking, 'yes'])
    const caller = (await remembered()).find((it) => it.identity.id === '+919830077777')
    const stranger = brain.brainOf(brain.house.newCaller())
    expect((await stranger.listRemembered({})).items).toEqual([])
    await expect(stranger.forgetCaller({ callerId: caller!.id })).rejects.toMatchObject({ code: 'brain.caller_not_found' })
    await brain.brainOf(known.caller).forgetCaller({ callerId: caller!.id })
    expect((await remembered()).map((it) => it.id)).not.toContain(caller!.id)
    expect((await call('+919830077777', ['book a meeting on Friday at 5 pm']))[0]?.move.slot).toBe('name')
  })
})
