import { Policy } from '@myna/contracts/dialogue'
import type { Act } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#context.ts'
import { dismissUnanswered } from '#operations/dismiss-unanswered.ts'
import { reopenUnanswered } from '#operations/reopen-unanswered.ts'
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

  it.each(['process', 'http'] as const)('opens a dismissed question again, with what it was asked meanwhile (%s)', async (how) => {
    const { say } = await start()
    const client = brain.brainOf(known.caller, how)
    const thing = how === 'http' ? 'telescopes' : 'gliders'
    await say(`Do you sell ${thing}?`)
    const listed = async (state?: 'open' | 'dismissed') =>
      (await client.listUnanswered({ baseId: known.baseId, ...(state ? { state } : {}) })).items.find((it) => it.question.includes(thing))
    const open = await listed()
    const unansweredId = open!.id
    expect(await client.reopenUnanswered({ unansweredId })).toEqual(open)
    expect(await client.dismissUnanswered({ unansweredId })).toEqual({ ...open, state: 'dismissed' })
    expect(await client.dismissUnanswered({ unansweredId })).toMatchObject({ state: 'dismissed' })
    expect([await listed(), (await listed('dismissed'))?.id]).toEqual([undefined, unansweredId])
    await say(`Do you sell ${thing}?`)
    expect(await client.reopenUnanswered({ unansweredId })).toMatchObject({ state: 'open', count: 2 })
    expect(await client.reopenUnanswered({ unansweredId })).toMatchObject({ state: 'open', count: 2 })
    expect([(await listed())?.id, await listed('dismissed')]).toEqual([unansweredId, undefined])
  })

  it('leaves an answered question answered, whoever dismisses or reopens it', async () => {
    const { client, say } = await start()
    await say('Do you rent out kayaks?')
    const { id: unansweredId } = (await client.listUnanswered({ baseId: known.baseId })).items.find((it) => /kayaks/.test(it.question))!
    await client.dismissUnanswered({ unansweredId })
    await client.answerUnanswered({ unansweredId, answer: 'Yes, kayaks are 200 rupees an hour.' })
    expect(await client.reopenUnanswered({ unansweredId })).toMatchObject({ state: 'answered' })
    expect(await client.dismissUnanswered({ unansweredId })).toMatchObject({ state: 'answered' })
  })

  it('notes each dismissal and each reopening once', async () => {
    const { client, say } = await start()
    await say('Do you sell anchors?')
    const { id: unansweredId } = (await client.listUnanswered({ baseId: known.baseId })).items.find((it) => /anchors/.test(it.question))!
    const acts: string[] = []
    const { db, tenantId } = brain.house.house.contextFor('brain', { caller: known.caller, signal: new AbortController().signal })
    const note = async (_: unknown, act: Act) => void acts.push(`${act.action} ${act.subject}`)
    const noting = { db, tenantId, caller: known.caller, note } as unknown as Context
    for (const act of [dismissUnanswered, dismissUnanswered, reopenUnanswered, reopenUnanswered]) await act({ unansweredId }, noting)
    expect(acts).toEqual([`dismiss-question unanswered:${unansweredId}`, `reopen-question unanswered:${unansweredId}`])
  })

  it('may be changed by whoever may write knowledge', async () => {
    const { client, say } = await start()
    await say('Do you sell lighthouses?')
    const { id: unansweredId } = (await client.listUnanswered({ baseId: known.baseId })).items.find((it) => /lighthouses/.test(it.question))!
    const reading = brain.brainOf({ ...known.caller, scopes: ['brain:read'] })
    await expect(reading.reopenUnanswered({ unansweredId })).rejects.toMatchObject({ code: 'request.forbidden' })
    expect((await brain.brainOf({ ...known.caller, scopes: ['knowledge:write'] }).dismissUnanswered({ unansweredId })).state).toBe('dismissed')
    expect((await brain.brainOf({ ...known.caller, scopes: ['knowledge:write'] }).reopenUnanswered({ unansweredId })).state).toBe('open')
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
    await expect(stranger.reopenUnanswered({ unansweredId: open!.id })).rejects.toMatchObject({ code: 'brain.unanswered_not_found' })
  })
})
