import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hear, openBrain, personaOf } from '#test/house.ts'
import { modelFaults } from '#test/scripted-model.ts'

const agentId = '018f3a52-7c1e-7000-8000-000000000000'
const connection = { name: 'Lab', baseUrl: 'http://127.0.0.1:9/v1', model: 'small-1', key: 'sk-of-the-tenant' }

describe('a connected language model', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  let now = Date.parse('2026-11-18T06:30:00Z')
  beforeAll(async () => void (brain = await openBrain({ clock: { now: () => new Date(now) } })), 60_000)
  afterAll(() => brain.close())
  beforeEach(() => {
    brain.model.forget()
  })

  /** A fresh organisation that knows the salon and has a model connected. */
  const connect = async () => {
    const known = await brain.readSite('salon')
    const client = brain.brainOf(known.caller)
    const provider = await client.addProvider(connection)
    const { id } = await client.startConversation({
      agentId,
      baseId: known.baseId,
      channel: 'text',
      persona: { ...personaOf('Lumi Hair & Beauty'), instructions: 'Be warm.' },
    })
    return {
      ...known,
      client,
      provider,
      ask: (text: string) => hear(client.reply({ conversationId: id, text })),
      health: async () => (await client.listProviders({})).items[0],
    }
  }
  const question = 'How much does a gold facial cost?'

  it('answers sentence by sentence from what was found, its citations turned into sources', async () => {
    const { ask, health } = await connect()
    brain.model.play({ say: ['The gold fac', 'ial is ₹1,800 [1]. It is on our ', 'price list [1].'] })
    const { words, answer } = await ask(question)
    expect(words).toEqual(['The gold facial is ₹1,800.', 'It is on our price list.'])
    expect(answer).toMatchObject({ answer: 'The gold facial is ₹1,800. It is on our price list.', engine: 'Lab/small-1', refused: false })
    expect(answer.sources).toHaveLength(1)
    expect(await health()).toMatchObject({ health: 'well', lastError: null, hasKey: true })
  })

  it('is given the key, the manner, and passages as data', async () => {
    const { ask } = await connect()
    brain.model.play({ say: ['The gold facial is ₹1,800 [1].'] })
    await ask(question)
    expect(brain.model.keys).toEqual(['sk-of-the-tenant'])
    const [system, user] = [brain.model.asked[0]?.[0]?.content ?? '', brain.model.asked[0]?.at(-1)?.content ?? '']
    expect(system).toContain('Be warm.')
    expect(user).toMatch(/<passage id="1" title="[^"]*">[^]*gold facial[^]*<question>How much does a gold facial cost\?<\/question>/i)
  })

  it.each([
    ['a figure that was not found', ['The gold facial is ₹1,500 [1].']],
    ['no passage', ['The gold facial is ₹1,800.']],
    ['a passage there is not', ['The gold facial is ₹1,800 [44].']],
    ['an address of its own', ['Write to gold@elsewhere.example [1].']],
  ])('is not heard when it says something that rests on %s', async (_, say) => {
    const { ask } = await connect()
    brain.model.play({ say })
    const { words, answer } = await ask(question)
    expect(answer.engine).toBe('built-in')
    expect(words.join(' ')).toBe(answer.answer)
    expect(answer.answer).toContain('1,800')
  })

  it('is not asked at all when nothing was found or nothing was asked', async () => {
    const { ask } = await connect()
    expect((await ask('Do you sell helicopters in Alaska?')).answer).toMatchObject({ refused: true, engine: 'built-in' })
    expect((await ask('Hello!')).answer.engine).toBe('built-in')
    expect(brain.model.asked).toEqual([])
  })

  it('may say that it does not know', async () => {
    const { ask } = await connect()
    brain.model.play({ say: ['NO_', 'ANSWER'] })
    const { answer } = await ask('Which shampoo do you use for the hair spa?')
    expect(answer).toMatchObject({ refused: true, sources: [] })
    expect(answer.answer).toContain("don't have that information")
  })

  it.each([
    ['refuses the key', modelFaults.wrongKey, 'resting'],
    ['fails', modelFaults.down, 'failing'],
    ['is not there', modelFaults.unreachable, 'failing'],
  ] as const)('is replaced by the built-in engine in the same turn when it %s', async (_, fault, health) => {
    const { ask, provider, client } = await connect()
    brain.model.play({ fault: fault() })
    const { answer } = await ask(question)
    expect(answer).toMatchObject({ engine: 'built-in', refused: false })
    expect(answer.answer).toContain('1,800')
    expect((await client.listProviders({})).items).toMatchObject([{ id: provider.id, health, lastError: fault().message }])
  })

  it('is left alone for a while after failures, then tried again', async () => {
    const { ask, health } = await connect()
    brain.model.play({ fault: modelFaults.unreachable() })
    for (let turn = 0; turn < 4; turn++) await ask(question)
    expect(brain.model.asked).toHaveLength(3)
    expect(await health()).toMatchObject({ health: 'resting' })
    now += 31_000
    brain.model.play({ say: ['The gold facial is ₹1,800 [1].'] })
    expect((await ask(question)).answer.engine).toBe('Lab/small-1')
    expect(await health()).toMatchObject({ health: 'well', lastError: null })
  })

  it('is given up after a while of silence', { timeout: 15_000 }, async () => {
    const { ask, health } = await connect()
    brain.model.play({ hangs: true })
    const { answer } = await ask(question)
    expect(answer).toMatchObject({ engine: 'built-in', refused: false })
    expect(await health()).toMatchObject({ health: 'failing', lastError: 'The language model did not answer in time.' })
  })

  it('is stood in for by the next one within the turn, and asked in the order of the moment', async () => {
    const { ask, client, provider } = await connect()
    const second = await client.addProvider({ ...connection, name: 'Spare', model: 'spare-1' })
    brain.model.play({ say: ['The gold facial is ₹1,800 [1].'] })
    brain.model.play({ fault: modelFaults.down() }, 'small-1')
    expect((await ask(question)).answer).toMatchObject({ engine: 'Spare/spare-1', answer: 'The gold facial is ₹1,800.' })
    brain.model.play({ say: ['It is ₹1,800 for the gold facial [1].'] }, 'small-1')
    expect((await ask(question)).answer.engine).toBe('Lab/small-1')
    await client.orderProviders({ providerIds: [second.id, provider.id] })
    expect((await ask(question)).answer.engine).toBe('Spare/spare-1')
    await client.updateProvider({ providerId: second.id, monthlyBudget: 0 })
    expect((await ask(question)).answer.engine).toBe('Lab/small-1')
  })

  it('is counted beside the built-in engine', async () => {
    const { ask, caller, client, provider } = await connect()
    await client.updateProvider({ providerId: provider.id, inputPrice: 10, outputPrice: 10 })
    brain.model.play({ say: ['The gold facial is ₹1,800 [1].'], usage: { inputTokens: 900, outputTokens: 100 } })
    await ask('Do you sell helicopters in Alaska?')
    await ask(question)
    const { days } = await brain.brainOf(caller, 'http').getUsage({ days: 2 })
    expect(days).toMatchObject([
      { providerId: null, turns: 1, cost: 0 },
      { providerId: provider.id, turns: 1, inputTokens: 900, outputTokens: 100, cost: 0.01 },
    ])
  })

  it('keeps a sentence it has said when it breaks off after it', async () => {
    const { ask } = await connect()
    brain.model.play({ say: ['The gold facial is ₹1,800 [1]. And the fr'], fault: modelFaults.broke() })
    const { words, answer } = await ask(question)
    expect(words).toEqual(['The gold facial is ₹1,800.'])
    expect(answer).toMatchObject({ answer: 'The gold facial is ₹1,800.', engine: 'Lab/small-1' })
  })

  it('is not there for another organisation', async () => {
    const { provider } = await connect()
    const other = brain.brainOf(brain.house.newCaller())
    expect((await other.listProviders({})).items).toEqual([])
    for (const work of [
      () => other.testProvider({ providerId: provider.id }),
      () => other.updateProvider({ providerId: provider.id, name: 'Mine' }),
      () => other.removeProvider({ providerId: provider.id }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'brain.provider_not_found' })
    }
  })
})
