import { Policy } from '@myna/contracts/dialogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hear, openBrain, personaOf } from '#test/house.ts'

const agentId = '018f3a52-7c1e-7000-8000-000000000000'

describe('what agents learn from conversations', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  let known: Awaited<ReturnType<typeof brain.readSite>>
  beforeAll(async () => {
    brain = await openBrain()
    known = await brain.readSite('hotel')
  }, 60_000)
  afterAll(() => brain.close())

  const start = async (dryRun = false) => {
    const client = brain.brainOf(known.caller)
    const policy = Policy.parse({ remember: 'never' })
    const { id } = await client.startConversation({ agentId, baseId: known.baseId, channel: 'text', persona: personaOf('Hotel Palash'), policy, dryRun })
    return { id, client, say: (text: string) => hear(client.reply({ conversationId: id, text })) }
  }

  it('gathers the same unanswered question in any wording and language as one', async () => {
    const { client, say } = await start()
    await say('Do you have a helipad?')
    await say('is there a helipad at your place')
    await (await start()).say('helipad hai kya?')
    await (await start(true)).say('Do you have a helipad?')
    const { items } = await client.listUnanswered({ baseId: known.baseId })
    const one = items.filter((it) => /helipad/i.test(it.question))
    expect(one).toHaveLength(1)
    expect(one[0]).toMatchObject({ count: 3, state: 'open' })
    expect(one[0]?.variants.length).toBe(2)
  })

  it('answers for good what was unanswered, and shows the answers before and after', async () => {
    const { client, say } = await start()
    await say('Do you rent out canoes?')
    const { items } = await client.listUnanswered({ baseId: known.baseId })
    const open = items.find((it) => /canoes/.test(it.question))
    const correction = await client.answerUnanswered({ unansweredId: open!.id, answer: 'Yes, canoes are 150 rupees an hour.' })
    expect(correction).toMatchObject({ changed: true, before: { refused: true }, after: { refused: false } })
    expect(correction.after.text).toContain('150')
    expect((await (await start()).say('can I rent a canoe?')).answer.answer).toContain('150')
    expect((await client.listUnanswered({ baseId: known.baseId })).items.map((it) => it.id)).not.toContain(open!.id)
    expect((await client.listCorrections({ baseId: known.baseId })).items[0]).toEqual(correction)
  })

  it('lets a correction win over what the site says', async () => {
    const { id, client, say } = await start()
    const { turn } = await say('What does the Palash Suite cost?')
    expect(turn.text).toContain('4,200')
    const correction = await client.correctTurn({ conversationId: id, turnId: turn.id, answer: 'The Palash Suite costs 4,900 rupees a night this season.' })
    expect(correction.before.text).toBe(turn.text)
    expect(correction.after.text).toContain('4,900')
    expect((await (await start()).say('how much is the Palash Suite?')).answer.answer).toContain('4,900')
  })

  it('leaves a dismissed question alone', async () => {
    const { client, say } = await start()
    await say('Do you sell elephants?')
    const open = (await client.listUnanswered({ baseId: known.baseId })).items.find((it) => /elephants/.test(it.question))
    await client.dismissUnanswered({ unansweredId: open!.id })
    await say('Do you sell elephants?')
    expect((await client.listUnanswered({ baseId: known.baseId })).items.map((it) => it.id)).not.toContain(open!.id)
  })

  it('is hidden from other organisations', async () => {
    const { client, say } = await start()
    await say('Do you have a submarine?')
    const open = (await client.listUnanswered({ baseId: known.baseId })).items[0]
    const stranger = brain.brainOf(brain.house.newCaller())
    expect((await stranger.listUnanswered({})).items).toEqual([])
    expect((await stranger.listCorrections({})).items).toEqual([])
    await expect(stranger.answerUnanswered({ unansweredId: open!.id, answer: 'x' })).rejects.toMatchObject({ code: 'brain.unanswered_not_found' })
    await expect(stranger.dismissUnanswered({ unansweredId: open!.id })).rejects.toMatchObject({ code: 'brain.unanswered_not_found' })
  })
})
