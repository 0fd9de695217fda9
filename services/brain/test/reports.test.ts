import { Policy } from '@myna/contracts/dialogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hear, openBrain, personaOf } from '#test/house.ts'

const agentId = '018f3a52-7c1e-7000-8000-000000000000'
const otherAgentId = '018f3a52-7c1e-7000-8000-000000000001'
const allowed = Policy.parse({ remember: 'never' })

describe('what conversations leave behind', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  let known: Awaited<ReturnType<typeof brain.readSite>>
  beforeAll(async () => {
    // A Wednesday noon in Kolkata.
    brain = await openBrain({ clock: { now: () => new Date('2026-11-18T06:30:00Z') } })
    known = await brain.readSite('hotel')
  }, 60_000)
  afterAll(() => brain.close())

  const talk = async (utterances: readonly string[], more: { policy?: Policy; dryRun?: boolean } = {}) => {
    const client = brain.brainOf(known.caller)
    const persona = personaOf('Hotel Palash Residency')
    const { id } = await client.startConversation({ agentId, baseId: known.baseId, channel: 'voice', persona, policy: allowed, ...more })
    for (const text of utterances) await hear(client.reply({ conversationId: id, text }))
    return { id, client, report: () => client.reportConversation({ conversationId: id }) }
  }

  it.each([
    {
      language: 'en',
      said: [
        'What does the Palash Suite cost?',
        'I would like to book a meeting tomorrow at 4 pm',
        'Rahul Sharma',
        '98300 12345',
        'yes',
        'thank you so much, you have been very helpful',
      ],
      summary: [
        /asked “What does the Palash Suite cost\?” and was told “Palash Suite costs ₹4,200”/,
        /appointment on Thursday 19 November at 4 pm, in the name of Rahul Sharma/,
        /noted for the team/,
      ],
      item: /^Confirm the appointment on Thursday 19 November at 4 pm with Rahul Sharma on \+919830012345$/,
    },
    {
      language: 'hinglish',
      said: ['Palash Suite ka rate kya hai', 'mujhe kal shaam 4 baje meeting book karni hai', 'Rahul Sharma', '98300 12345', 'haan ji', 'bahut bahut shukriya'],
      summary: [/poocha “Palash Suite ka rate kya hai” aur jawab mila “Palash Suite ki keemat ₹4,200 hai”/, /Thursday 19 November ko shaam 4 baje ki meeting/],
      item: /^Rahul Sharma ke saath Thursday 19 November ko shaam 4 baje ki meeting confirm karein/,
    },
    {
      language: 'hi',
      said: ['पलाश सुइट का किराया कितना है?', 'मुझे कल शाम 4 बजे मीटिंग बुक करनी है', 'राहुल शर्मा', '9830012345', 'हाँ', 'बहुत बहुत धन्यवाद'],
      summary: [/पूछा “पलाश सुइट का किराया कितना है\?” और उत्तर मिला “.*₹4,200 है”/u, /राहुल शर्मा के नाम से गुरुवार 19 नवंबर को शाम 4 बजे की मीटिंग/u],
      item: /^राहुल शर्मा के साथ गुरुवार 19 नवंबर को शाम 4 बजे की मीटिंग पक्की करें/u,
    },
    {
      language: 'bn',
      said: ['পলাশ সুইটের ভাড়া কত?', 'আমি কাল বিকেল ৪টায় একটা মিটিং বুক করতে চাই', 'রাহুল শর্মা', '৯৮৩০০১২৩৪৫', 'হ্যাঁ', 'অনেক ধন্যবাদ, খুব ভালো লাগল'],
      summary: [/জিজ্ঞেস করেছেন “পলাশ সুইটের ভাড়া কত\?” এবং উত্তর পেয়েছেন “.*₹4,200”/u, /রাহুল শর্মা-এর নামে বৃহস্পতিবার ১৯ নভেম্বর, বিকেল ৪টা মিটিং/u],
      item: /^রাহুল শর্মা-এর সঙ্গে বৃহস্পতিবার ১৯ নভেম্বর, বিকেল ৪টা মিটিং নিশ্চিত করুন/u,
    },
  ])('tell what was asked, told and arranged, in the language of the caller ($language)', async ({ language, said, summary, item }) => {
    const { report } = await talk(said)
    const it_ = await report()
    for (const part of summary) expect(it_.summary).toMatch(part)
    expect(it_).toMatchObject({
      language,
      disposition: 'done',
      sentiment: 'positive',
      quality: 100,
      writtenBy: 'engine',
      actionItems: [expect.stringMatching(item)],
    })
    expect(it_.fields.map((field) => field.name)).toEqual(['time', 'name', 'phone'])
    expect(it_.fields[2]?.value).toBe('+919830012345')
  })

  it.each([
    [
      'en',
      'message-taken',
      ['Do you have a helipad?', 'yes please', 'Rahul Sharma', '98300 12345', 'yes'],
      [/^Get back to Rahul Sharma on \+919830012345 about the message “Do you have a helipad\?”$/],
    ],
    ['hi', 'message-taken', ['क्या आपके यहाँ हेलीपैड है?', 'हाँ', 'राहुल शर्मा', '9830012345', 'हाँ'], [/^राहुल शर्मा को संदेश “क्या आपके यहाँ हेलीपैड है\?” के बारे में उत्तर दें/u]],
    ['en', 'unanswered-question', ['Is there a planetarium in the hotel?', 'no'], [/^Find the answer to “Is there a planetarium in the hotel\?”$/]],
    ['en', 'message-taken', ['please have somebody call me back', '98300 12345', 'yes'], [/^Call back on \+919830012345$/]],
    ['en', 'not-interested', ['please stop calling me and remove my number'], [/^Do not contact this caller any more$/]],
    ['bn', 'abandoned', ['আমি কাল বিকেল ৪টায় একটা মিটিং বুক করতে চাই', 'রাহুল শর্মা', '৯৮৩০০১২৩৪৫'], [/^রাহুল শর্মা-কে \+919830012345 নম্বরে ফোন করুন/u]],
    ['en', 'abandoned', ['I would like to book a meeting tomorrow at 4 pm'], []],
    ['hinglish', 'abandoned', ['mujhe kal shaam 4 baje meeting book karni hai', 'rehne do'], []],
    ['en', 'answered', ['What does the Palash Suite cost?'], []],
    ['en', 'no-speech', [], []],
  ] as const)('come out as they did, and leave only work that was asked for (%s %s %#)', async (language, disposition, said, items) => {
    const it_ = await (await talk(said)).report()
    expect(it_).toMatchObject({ language, disposition })
    expect(it_.actionItems).toEqual(items.map((item) => expect.stringMatching(item)))
  })

  it('know anger from a question, and keep it from those who look for answers', async () => {
    const it_ = await (await talk(['this is ridiculous, your service is terrible'])).report()
    expect(it_).toMatchObject({
      sentiment: 'negative',
      disposition: 'unanswered-question',
      summary: expect.stringContaining('complained: “this is ridiculous'),
    })
    expect(it_.actionItems).toEqual([expect.stringMatching(/^Look into the complaint/)])
  })

  it('leave nothing to do of work that people have done, and of what was only tried', async () => {
    const said = ['please have somebody call me back', '98300 12345', 'yes']
    const { id, report } = await talk(said)
    const tools = brain.toolsOf(known.caller)
    for (const errand of (await tools.listErrands({})).items.filter((it) => it.conversationId === id))
      await tools.settleErrand({ errandId: errand.id, state: 'done' })
    expect((await report()).actionItems).toEqual([])
    expect((await (await talk(said, { dryRun: true })).report()).actionItems).toEqual([])
  })

  it('leave nothing to answer once the question is answered', async () => {
    const { report, client } = await talk(['Do you have an archery range?', 'no'])
    expect((await report()).actionItems).toHaveLength(1)
    const open = (await client.listUnanswered({})).items.find((it) => it.question.includes('archery'))
    await client.answerUnanswered({ unansweredId: open!.id, answer: 'No, there is no archery range.' })
    expect((await report()).actionItems).toEqual([])
  })

  it('hold no card number, whoever said it', async () => {
    const { report } = await talk([
      'my card number is 4111 1111 1111 1111 and my pin is 4321',
      'please take a message',
      'charge 4111 1111 1111 1111',
      'Rahul Sharma',
      '98300 12345',
      'yes',
    ])
    const text = JSON.stringify(await report())
    expect(text).not.toMatch(/4111/)
    expect(text).toContain('[card number]')
  })

  it('take a name only from whoever tells their own, and no time from a question', async () => {
    const it_ = await (await talk(['Are you open on Saturday at 5 pm?', 'my name is Asha Rao and my mail is asha@example.com'])).report()
    expect(it_.fields).toEqual([
      { name: 'name', value: 'Asha Rao' },
      { name: 'email', value: 'asha@example.com' },
    ])
    expect((await (await talk(['Is Rahul Sharma there?'])).report()).fields).toEqual([])
  })

  it('call goals as the business does, and say so when a conversation is handed on', async () => {
    const goal = {
      name: 'report_leak',
      title: 'Report a leak',
      phrases: ['water is leaking', 'report a leak'],
      slots: [{ name: 'message', type: 'text' as const, prompt: { en: 'Where is the leak?' } }],
      tool: 'take_message',
      done: { en: 'A plumber will come: {message}' },
    }
    const handOffs = [{ agentId: otherAgentId, name: 'Accounts', phrases: ['billing problem', 'there is a problem with my billing'] }]
    const policy = Policy.parse({ goals: [goal], handOffs, remember: 'never' })
    const leak = await (await talk(['hello, water is leaking here', 'in room 12, from the ceiling', 'yes'], { policy })).report()
    expect(leak).toMatchObject({
      summary: expect.stringContaining('“Report a leak” (in room 12, from the ceiling)'),
      actionItems: [expect.stringMatching(/^See to it: “Report a leak”/)],
    })
    const handed = await (await talk(['there is a problem with my billing'], { policy })).report()
    expect(handed).toMatchObject({ disposition: 'transferred', summary: 'The conversation was handed to Accounts.' })
  })

  it('belong to whoever held them, and go with them', async () => {
    const { id, client } = await talk(['What does the Palash Suite cost?'])
    const other = brain.brainOf(brain.house.newCaller())
    await expect(other.reportConversation({ conversationId: id })).rejects.toMatchObject({ code: 'brain.conversation_not_found' })
    expect(await brain.brainOf(known.caller, 'http').reportConversation({ conversationId: id })).toMatchObject({ disposition: 'answered' })
    await client.deleteConversation({ conversationId: id })
    await expect(client.reportConversation({ conversationId: id })).rejects.toMatchObject({ code: 'brain.conversation_not_found' })
  })
})
