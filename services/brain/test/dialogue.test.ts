import { Policy } from '@myna/contracts/dialogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hear, openBrain, personaOf } from '#test/house.ts'

const agentId = '018f3a52-7c1e-7000-8000-000000000000'
const otherAgentId = '018f3a52-7c1e-7000-8000-000000000001'
const allowed = Policy.parse({ remember: 'never' })

describe('having things done', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  let known: Awaited<ReturnType<typeof brain.readSite>>
  beforeAll(async () => {
    // A Wednesday noon in Kolkata.
    brain = await openBrain({ clock: { now: () => new Date('2026-11-18T06:30:00Z') } })
    known = await brain.readSite('hotel')
  }, 60_000)
  afterAll(() => brain.close())

  const start = async (more: { policy?: Policy; dryRun?: boolean } = {}) => {
    const client = brain.brainOf(known.caller)
    const persona = personaOf('Hotel Palash Residency')
    const { id } = await client.startConversation({ agentId, baseId: known.baseId, channel: 'text', persona, policy: allowed, ...more })
    return { id, client, say: (text: string) => hear(client.reply({ conversationId: id, text })) }
  }
  const errands = async () => (await brain.toolsOf(known.caller).listErrands({})).items
  /** What the agent did in answer to each utterance. */
  const walk = async (say: Awaited<ReturnType<typeof start>>['say'], utterances: readonly string[]) => {
    const seen = []
    for (const text of utterances) seen.push(await say(text))
    return seen
  }

  it.each([
    ['en', ['I would like to book a meeting tomorrow at 4 pm', 'Rahul Sharma', '98300 12345', 'yes']],
    ['hinglish', ['mujhe kal shaam 4 baje meeting book karni hai', 'Rahul Sharma', '98300 12345', 'haan ji']],
    ['hi', ['मुझे कल शाम 4 बजे मीटिंग बुक करनी है', 'राहुल शर्मा', '9830012345', 'हाँ']],
    ['bn', ['আমি কাল বিকেল ৪টায় একটা মিটিং বুক করতে চাই', 'রাহুল শর্মা', '৯৮৩০০১২৩৪৫', 'হ্যাঁ']],
  ])('asks for what is missing, reads back, and acts on a yes (%s)', async (language, utterances) => {
    const before = (await errands()).length
    const { say } = await start()
    const turns = await walk(say, utterances)
    expect(turns.map(({ move }) => [move.kind, move.slot])).toEqual([
      ['asked', 'name'],
      ['asked', 'phone'],
      ['confirming', null],
      ['acted', null],
    ])
    expect(turns.map(({ answer }) => answer.language)).toEqual([language, language, language, language])
    const noted = await errands()
    expect(noted).toHaveLength(before + 1)
    expect(noted[0]).toMatchObject({ kind: 'meeting', agentId, fields: { time: '2026-11-19T16:00', phone: '+919830012345' } })
  })

  it('changes only what a correction names, and keeps the rest', async () => {
    const { say } = await start()
    const turns = await walk(say, ['book a meeting tomorrow at 4 pm', 'my name is Rahul Sharma', '98300 12345', 'no, Friday', 'make it 5 pm', 'yes'])
    expect(turns[3]?.move).toMatchObject({ kind: 'confirming', slots: { time: expect.stringContaining('Friday'), name: 'Rahul Sharma' } })
    expect(turns[5]?.move.kind).toBe('acted')
    expect((await errands())[0]?.fields).toMatchObject({ time: '2026-11-20T17:00', name: 'Rahul Sharma' })
  })

  it('does nothing without a yes, and drops the matter when told so', async () => {
    const before = await errands()
    const { say } = await start()
    const turns = await walk(say, ['book a meeting tomorrow at 4 pm', 'Rahul Sharma', '98300 12345', 'no', 'cancel it'])
    expect(turns.map(({ move }) => move.kind)).toEqual(['asked', 'asked', 'confirming', 'asked', 'cancelled'])
    expect(await errands()).toEqual(before)
  })

  it('answers a question in between and comes back to where it was', async () => {
    const { say } = await start()
    const turns = await walk(say, ['book a meeting tomorrow at 4 pm', 'What does the Palash Suite cost?', 'Rahul Sharma'])
    expect(turns[1]?.answer.answer).toMatch(/4,200.*name\?/s)
    expect(turns[1]?.answer.sources).not.toEqual([])
    expect(turns[2]?.move).toMatchObject({ kind: 'asked', slot: 'phone', slots: { name: 'Rahul Sharma' } })
  })

  it('turns to another matter and returns to the first', async () => {
    const { say } = await start()
    const turns = await walk(say, ['book a meeting tomorrow at 4 pm', 'remind me to pay the electricity bill on Monday', 'yes'])
    expect(turns[1]?.move).toMatchObject({ kind: 'confirming', goal: 'create_task' })
    expect(turns[2]?.move).toMatchObject({ kind: 'acted', goal: 'create_task' })
    expect(turns[2]?.answer.answer).toMatch(/name\?$/)
  })

  it('asks for the time of a day, and refuses a time that has passed', async () => {
    const { say } = await start()
    const turns = await walk(say, ['I want to book an appointment', 'yesterday at 4 pm', 'next Monday', 'at 11 am'])
    expect(turns[1]?.answer.answer).toMatch(/passed/)
    expect(turns[2]?.answer.answer).toMatch(/time on Monday/)
    expect(turns[3]?.move).toMatchObject({ slot: 'name', slots: { time: expect.stringMatching(/Monday.*11 am/) } })
  })

  it('carries an unanswered question into a message', async () => {
    const { say } = await start()
    const turns = await walk(say, ['Do you have a helipad?', 'yes please', 'Rahul Sharma', '98300 12345', 'yes'])
    expect(turns.map(({ move }) => move.kind)).toEqual(['refused', 'asked', 'asked', 'confirming', 'acted'])
    expect((await errands())[0]).toMatchObject({ kind: 'message', fields: { message: 'Do you have a helipad?', name: 'Rahul Sharma' } })
  })

  it('honours an opt-out at once', async () => {
    const { say } = await start()
    expect((await say('please stop calling me and remove my number')).move.kind).toBe('opted_out')
    expect((await errands())[0]?.kind).toBe('opt_out')
  })

  it('gives up after three vain tries instead of asking for ever', async () => {
    const { say } = await start()
    const turns = await walk(say, ['book a meeting tomorrow at 4 pm', 'Rahul Sharma', 'blue', 'green', 'yellow'])
    expect(turns.at(-1)?.move.kind).toBe('cancelled')
  })

  it('only tries when it is a dry run', async () => {
    const before = await errands()
    const { say } = await start({ dryRun: true })
    expect((await walk(say, ['book a meeting tomorrow at 4 pm', 'Rahul Sharma', '98300 12345', 'yes'])).at(-1)?.move.kind).toBe('acted')
    expect(await errands()).toEqual(before)
  })

  it('does nothing at all when the policy names no goals', async () => {
    const { say } = await start({ policy: Policy.parse({ standardGoals: [], remember: 'never' }) })
    expect((await say('book a meeting tomorrow at 4 pm')).move.kind).toBe('chatted')
  })

  it('hands the conversation to another agent, who knows what the caller said of themselves', async () => {
    const handOffs = [{ agentId: otherAgentId, name: 'Accounts', phrases: ['I have a question about my invoice', 'billing problem'] }]
    const { id, client, say } = await start({ policy: { ...allowed, handOffs } })
    expect((await say('there is a problem with my billing')).move).toMatchObject({ kind: 'handed_off', handOffTo: otherAgentId })
    const handed = await client.handConversation({
      conversationId: id,
      agentId: otherAgentId,
      baseId: known.baseId,
      persona: personaOf('Accounts'),
      policy: allowed,
    })
    expect(handed.agentId).toBe(otherAgentId)
    expect((await say('book a meeting tomorrow at 4 pm')).move.kind).toBe('asked')
  })

  it('fills the slots of a goal of its own, and uses its phrases', async () => {
    const goal = {
      name: 'report_leak',
      title: 'Report a leak',
      phrases: ['water is leaking', 'report a leak'],
      slots: [{ name: 'message', type: 'text' as const, prompt: { en: 'Where is the leak?' } }],
      tool: 'take_message',
      done: { en: 'A plumber will come: {message}' },
    }
    const { say } = await start({ policy: Policy.parse({ goals: [goal], remember: 'never' }) })
    const turns = await walk(say, ['hello, water is leaking here', 'in room 12, from the ceiling', 'yes'])
    expect(turns.map(({ move }) => move.kind)).toEqual(['asked', 'confirming', 'acted'])
    expect(turns[2]?.answer.answer).toBe('A plumber will come: in room 12, from the ceiling. Is there anything else?')
  })

  it('keeps no card number and no one-time code', async () => {
    const { id, client, say } = await start()
    await say('my card is 4111 1111 1111 1111 and the otp is 482913')
    const { items } = await client.listTurns({ conversationId: id })
    expect(JSON.stringify(items)).not.toMatch(/4111|482913/)
  })

  it('takes no more turns once it has ended', async () => {
    const { id, client, say } = await start()
    await say('What does the Palash Suite cost?')
    const ended = await client.endConversation({ conversationId: id })
    expect(ended.summary).toContain('Palash Suite')
    await expect(say('hello')).rejects.toMatchObject({ code: 'brain.conversation_over' })
    await client.deleteConversation({ conversationId: id })
    await expect(client.getConversation({ conversationId: id })).rejects.toMatchObject({ code: 'brain.conversation_not_found' })
  })
})
