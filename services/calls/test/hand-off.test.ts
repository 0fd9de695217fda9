import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls()))
afterAll(() => room.close())

describe.each(['process', 'http'] as const)('a call handed to another agent, over %s', (how) => {
  const open = async () => {
    const { caller, agentId } = await room.newAgent()
    const accounts = await room
      .agentsOf(caller)
      .createAgent({ name: 'Accounts', config: { businessName: 'Corner Bakery', greeting: 'Accounts here.', speed: 2 } })
    await room
      .knowledgeOf(caller)
      .addItem({ baseId: accounts.baseId, category: 'pricing_billing', title: 'Invoices', text: 'Invoices are sent on the third of every month.' })
    await room.agentsOf(caller).publishAgent({ agentId: accounts.id })
    const handOffs = [{ agentId: accounts.id, name: 'Accounts', phrases: ['a question about my invoice', 'billing problem'] }]
    await room.agentsOf(caller).updateDraft({ agentId, config: { handOffs } })
    await room.agentsOf(caller).publishAgent({ agentId })
    const talker = await room.talkTo({ caller, agentId }, { how })
    await talker.heardOut(1)
    return { caller, agentId, accounts, talker }
  }

  it('goes on with the other one, who greets in the same breath and knows its own matters', async () => {
    const { caller, accounts, talker } = await open()
    talker.say('I have a question about my invoice')
    const handing = await talker.heardOut(2)
    expect(handing.text).toMatch(/Accounts.*Accounts here\./)
    expect(handing.move).toMatchObject({ kind: 'handed_off', handOffTo: accounts.id })
    expect(talker.messages('agent')).toEqual([{ type: 'agent', agentId: accounts.id, name: 'Accounts' }])
    talker.say('When are invoices sent?')
    expect((await talker.heardOut(3)).text).toContain('third of every month')
    await talker.hangUp()
    const { turns } = await room.callsOf(caller).getCall({ callId: talker.messages('ready')[0]!.call.id })
    expect(turns.map((it) => it.move?.kind)).toEqual([undefined, undefined, 'handed_off', undefined, 'answered'])
  })

  it('stays with the other one when the line breaks and comes back', async () => {
    const { caller, agentId, talker } = await open()
    const callId = talker.messages('ready')[0]!.call.id
    talker.say('I have a question about my invoice')
    await talker.heardOut(2)
    talker.break()
    await talker.closed
    const again = await room.talkTo({ caller, agentId }, { how, callId })
    again.say('When are invoices sent?')
    await again.until(() => again.turns.find((turn) => turn.text.includes('third of every month')))
    await again.hangUp()
  })

  it('stays with the first one when the other is gone', async () => {
    const { caller, accounts, talker } = await open()
    await room.agentsOf(caller).deleteAgent({ agentId: accounts.id })
    talker.say('I have a question about my invoice')
    const staying = await talker.heardOut(2)
    expect(staying.text).not.toContain('Accounts here')
    expect(staying.move).toMatchObject({ kind: 'failed', handOffTo: null })
    talker.say('When are you open?')
    expect((await talker.heardOut(3)).text).toMatch(/9/)
    await talker.hangUp()
  })
})

it('the conversation of a call is summed up when the call ends, and goes when the call is deleted', async () => {
  const agent = await room.newAgent()
  const talker = await room.talkTo(agent)
  await talker.heardOut(1)
  talker.say('When are you open?')
  await talker.heardOut(2)
  const { call } = talker.messages('ready')[0]!
  await talker.hangUp()
  const brain = room.brainOf(agent.caller)
  const { conversation_id: conversationId } = await room
    .contextOf(agent.caller)
    .db.inTenant(agent.caller, (tx) => tx.selectFrom('calls').select('conversation_id').where('id', '=', call.id).executeTakeFirstOrThrow())
  await expect.poll(async () => (await brain.getConversation({ conversationId })).summary, { timeout: 10_000 }).toMatch(/asked: When are you open/)
  await room.callsOf(agent.caller).deleteCall({ callId: call.id })
  await expect
    .poll(
      () =>
        brain.getConversation({ conversationId }).then(
          () => 'there',
          (error: { code?: string }) => error.code,
        ),
      { timeout: 10_000 },
    )
    .toBe('brain.conversation_not_found')
})

it('card numbers and codes are in no transcript', async () => {
  const agent = await room.newAgent()
  const talker = await room.talkTo(agent)
  await talker.heardOut(1)
  talker.say('my card number is 4111 1111 1111 1111 and the otp is 482913')
  await talker.heardOut(2)
  const { call } = talker.messages('ready')[0]!
  await talker.hangUp()
  const kept = [await room.callsOf(agent.caller).getCall({ callId: call.id }), await room.ledgerOf(agent.caller, call.id), talker.came.map((it) => it.message)]
  expect(JSON.stringify(kept)).not.toMatch(/4111 1111|482913/)
})
