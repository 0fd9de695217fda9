import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLanguageModels } from '../../../adapters/language-model/ai-sdk/index.ts'
import { playAnthropic } from '../../../adapters/language-model/ai-sdk/test/play-anthropic.ts'
import { playGemini } from '../../../adapters/language-model/ai-sdk/test/play-gemini.ts'
import { playOpenAi } from '../../../adapters/language-model/ai-sdk/test/play-openai.ts'
import { openDispatch, someRequest } from '#test/dispatch-house.ts'

const vendors = [
  { kind: 'openai', model: 'gpt-4o-mini', play: playOpenAi },
  { kind: 'anthropic', model: 'claude-haiku-4-5', play: playAnthropic },
  { kind: 'gemini', model: 'gemini-2.5-flash', play: playGemini },
  { kind: 'openai-compatible', model: 'small-1', play: playOpenAi },
] as const
const tools = [{ name: 'find_slot', description: 'Finds a time.', parameters: { type: 'object' as const, properties: { day: { type: 'string' } } } }]

describe('vendors behind the operations of an organisation', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  const servers: Awaited<ReturnType<typeof playOpenAi>>[] = []
  beforeAll(async () => void (it_ = await openDispatch({ maker: createLanguageModels({ fetch }) })), 60_000)
  afterAll(() => it_.close())
  beforeEach(async () => {
    for (const { play } of vendors) servers.push(await play())
  })
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })

  /** An organisation with these vendors connected, in this order. */
  const connect = async (...which: number[]) => {
    const tenant = it_.openTenant()
    for (const at of which) {
      const { kind, model } = vendors[at]!
      const { baseUrl, key } = servers[at]!
      await tenant.client.addProvider({ kind, name: kind, model, baseUrl, key, inputPrice: 1, outputPrice: 1 })
    }
    return tenant
  }

  it.each([0, 1, 2, 3])('speak, ask for tools, cost what they say, and are tested (%#)', async (at) => {
    const { ask, client } = await connect(at)
    servers[at]!.answer({ words: ['One moment.'], calls: [{ id: 'c1', name: 'find_slot', arguments: '{"day":"Monday"}' }] })
    const { pieces, answered } = await ask({ request: { ...someRequest, tools }, firstPieceMs: 2_000, deadlineMs: 9_000 })
    expect(pieces).toMatchObject([
      { type: 'text', text: 'One moment.' },
      { type: 'call', call: { name: 'find_slot', arguments: { day: 'Monday' } } },
      { type: 'usage', usage: { inputTokens: 12, outputTokens: 6 } },
    ])
    expect((await client.getUsage({})).days).toMatchObject([{ providerId: answered?.providerId, turns: 1, inputTokens: 12, outputTokens: 6, failures: 0 }])
    servers[at]!.answer({ words: ['ready'] })
    expect(await client.testProvider({ providerId: answered!.providerId })).toMatchObject({ works: true })
    await client.updateProvider({ providerId: answered!.providerId, key: 'sk-wrong' })
    expect(await client.testProvider({ providerId: answered!.providerId })).toMatchObject({
      works: false,
      sentence: expect.stringContaining('refused the key'),
    })
    expect(it_.logged.join()).not.toContain(servers[at]!.key)
  })

  it.each(['silent', 'down', 'html', 'cuts', 'endless', 'giant', 'giant_line', 'broken_chunk', 'error_inside', 'ends_early', 'no_credit'] as const)(
    'stand in for each other, or break off where words were said, when all but one are %s',
    async (mood) => {
      const { ask } = await connect(0, 1, 2, 3)
      for (const server of servers.slice(0, 3)) {
        server.answer({ words: ['Hello', ' from', ' here', '.'] })
        server.be(mood)
      }
      servers[3]!.answer({ words: ['Here', ' I am.'] })
      const { text, error, answered } = await ask({
        firstPieceMs: 2_000,
        deadlineMs: mood === 'endless' ? 400 : 9_000,
        purpose: mood === 'silent' ? 'reply' : 'judge',
      })
      if (['cuts', 'broken_chunk', 'error_inside', 'ends_early', 'endless'].includes(mood)) {
        expect(text).toMatch(/^(?:Hello from| and on)/)
        expect(error).toMatchObject({ name: 'BrokenOff', model: 'openai/gpt-4o-mini' })
      } else if (mood === 'silent') expect(answered).toBeUndefined()
      else expect({ text, who: answered?.name }).toEqual({ text: 'Here I am.', who: 'openai-compatible/small-1' })
    },
  )

  it('are asked in turn while each is silent, until one speaks', async () => {
    const { ask } = await connect(0, 1)
    servers[0]!.be('silent')
    servers[1]!.answer({ words: ['Here', ' I am.'] })
    expect(await ask({ firstPieceMs: 800, deadlineMs: 9_000 })).toMatchObject({ text: 'Here I am.', answered: { name: 'anthropic/claude-haiku-4-5' } })
    await expect.poll(() => servers[0]!.closedEarly).toBe(1)
  })
})
