import type { Hit } from '@myna/contracts/knowledge'
import type { ModelPiece, ModelTool } from '@myna/ports/language-model'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltInAnswer } from '#answer/answer.ts'
import { speakModel } from '#mind/model-speech.ts'
import { openDispatch } from '#test/dispatch-house.ts'
import { modelFaults } from '#test/scripted-model.ts'

const itemId = '018f3a52-7c1e-7000-8000-00000000000a'
const hits = [
  {
    item: {
      id: itemId,
      title: 'Prices',
      text: 'The gold facial costs ₹1,800 and takes 60 minutes.',
      category: 'pricing',
      state: 'found',
      confidence: 0.9,
      url: null,
      quote: null,
      value: null,
    },
    score: 1,
  },
] as unknown as Hit[]
const tools: ModelTool[] = [{ name: 'book', description: 'Books a time.', parameters: { type: 'object', properties: {} } }]
const call: ModelPiece = { type: 'call', call: { callId: 'a', name: 'book', arguments: { day: 'Monday' } } }
const sure: BuiltInAnswer = {
  answer: 'It costs ₹1,800.',
  language: 'en',
  sources: [],
  confidence: 0.9,
  refused: false,
  engine: 'built-in',
} as unknown as BuiltInAnswer
const unsure = { ...sure, confidence: 0, refused: true }

describe('a model that speaks for an agent', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  const speak = async (how: { tools?: ModelTool[]; own?: BuiltInAnswer; models?: number } = {}) => {
    const tenant = it_.openTenant()
    for (let at = 0; at < (how.models ?? 1); at++) await tenant.add(`m${at}`)
    const persona = { agentName: 'Myna', businessName: 'Lumi', instructions: '', languages: ['en' as const], timeZone: 'Asia/Kolkata', country: 'IN' }
    const question = 'How much is the gold facial?'
    const thought = { baseId: itemId, question, persona, language: undefined, earlier: [], providers: await tenant.rows(), tools: how.tools ?? [], extra: [] }
    const speech = speakModel({ thought, hits, language: 'en', own: how.own ?? sure, now: new Date() }, tenant.contextIn())
    const steps: unknown[] = []
    let next = await speech.next()
    for (; !next.done; next = await speech.next()) steps.push(next.value.type === 'sentence' ? next.value.text : next.value.call)
    return { steps, answer: next.value }
  }
  const price = 'The gold facial is ₹1,800 [1].'

  it('is heard sentence by sentence, with its sources', async () => {
    it_.model.play({ say: ['The gold fac', 'ial is ₹1,800 [1]. It takes 60 ', 'minutes [1].'] })
    const { steps, answer } = await speak()
    expect(steps).toEqual(['The gold facial is ₹1,800.', 'It takes 60 minutes.'])
    expect(answer).toMatchObject({ answer: steps.join(' '), engine: 'm0/m0', refused: false, sources: [{ itemId }] })
  })

  it('says what it said in whole sentences when it breaks off', async () => {
    it_.model.play({ say: [`${price} And the fr`], fault: modelFaults.broke() })
    const { steps, answer } = await speak({ models: 2 })
    expect(steps).toEqual(['The gold facial is ₹1,800.'])
    expect(answer).toMatchObject({ answer: 'The gold facial is ₹1,800.', engine: 'm0/m0' })
    expect(it_.model.models).toEqual(['m0'])
  })

  it('is not heard at all when it breaks off before a whole sentence, or says what is not borne out', async () => {
    for (const script of [{ say: ['The gold'], fault: modelFaults.broke() }, { say: ['It is ₹1,500 [1].'] }, { say: [' '], fault: modelFaults.down() }]) {
      it_.model.play(script)
      expect(await speak()).toEqual({ steps: [], answer: undefined })
    }
  })

  it('is replaced by the next one, which is named in the answer', async () => {
    it_.model.play({ fault: modelFaults.down() }, 'm0')
    it_.model.play({ say: [price] }, 'm1')
    expect((await speak({ models: 2 })).answer).toMatchObject({ engine: 'm1/m1' })
  })

  it('is offered tools and asks for one, which nobody runs here', async () => {
    it_.model.play({ say: [call] })
    expect(await speak({ tools })).toEqual({ steps: [call.type === 'call' && call.call], answer: undefined })
    expect(it_.model.tools).toEqual([tools])
    expect(JSON.stringify(it_.model.asked)).toContain('Never say that something was done')
    await speak()
    expect(it_.model.tools.at(-1)).toBeUndefined()
    expect(JSON.stringify(it_.model.asked.at(-1))).not.toContain('Never say that something was done')
  })

  it('is not heard leading up to a tool, but the tool is asked for; just talking it is cut off', async () => {
    it_.model.play({ say: ['Sure, ', 'I have booked that for Monday. ', call] })
    expect(await speak({ tools })).toEqual({ steps: [call.type === 'call' && call.call], answer: undefined })
    it_.model.play({ say: ['I booked it. ', 'x'.repeat(150), 'x'.repeat(150), call] })
    expect(await speak({ tools })).toEqual({ steps: [], answer: undefined })
    it_.model.play({ say: [`${price} `, call] })
    expect(await speak({ tools })).toMatchObject({ steps: ['The gold facial is ₹1,800.', { name: 'book' }], answer: { engine: 'm0/m0' } })
  })

  it('may say that it does not know, unless the built-in engine does', async () => {
    it_.model.play({ say: ['NO_', 'ANSWER'] })
    expect((await speak({ own: unsure })).answer).toMatchObject({ refused: true, engine: 'm0/m0' })
    expect(await speak()).toEqual({ steps: [], answer: undefined })
  })
})
