import { PortFault } from '@myna/ports/fault'
import type { ModelPiece, ModelRequest, ModelTool, ModelVendor } from '@myna/ports/language-model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLanguageModels } from '#language-models.ts'
import { playAnthropic } from '#test/play-anthropic.ts'
import { playGemini } from '#test/play-gemini.ts'
import { playOpenAi } from '#test/play-openai.ts'

const vendors = [
  { kind: 'openai', model: 'gpt-4o-mini', play: playOpenAi },
  { kind: 'anthropic', model: 'claude-haiku-4-5', play: playAnthropic },
  { kind: 'gemini', model: 'gemini-2.5-flash', play: playGemini },
  { kind: 'openai-compatible', model: 'small-1', play: playOpenAi },
] as const satisfies { kind: ModelVendor; model: string; play: typeof playOpenAi }[]

const request: ModelRequest = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello?' },
  ],
  maxTokens: 50,
  temperature: 0.2,
}
const tools: ModelTool[] = [
  { name: 'find_slot', description: 'Finds a free time.', parameters: { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] } },
]
const call = { id: 'call_1', name: 'find_slot', arguments: '{"day":"Monday"}' }

describe.each(vendors)('a model of $kind', ({ kind, model, play }) => {
  let server: Awaited<ReturnType<typeof play>>
  beforeEach(async () => void (server = await play()))
  afterEach(() => server.close())

  const modelWith = (change: Partial<{ model: string; key: string | undefined; baseUrl: string }> = {}) =>
    createLanguageModels({ fetch })({ kind, name: 'Played', baseUrl: server.baseUrl, model, key: server.key, ...change })
  const readAll = async (pieces: AsyncIterable<ModelPiece>) => {
    const heard: ModelPiece[] = []
    let fault: unknown
    try {
      for await (const piece of pieces) heard.push(piece)
    } catch (error) {
      fault = error
    }
    return { heard, fault, text: heard.map((it) => (it.type === 'text' ? it.text : '')).join('') }
  }
  const say = (change: Parameters<typeof modelWith>[0] = {}, more: Partial<ModelRequest> = {}) =>
    readAll(modelWith(change).write({ ...request, ...more }, new AbortController().signal))

  it('streams words as they come, and says last what they cost', async () => {
    expect(await say()).toMatchObject({
      heard: [...['Hello', ' from', ' here', '.'].map((text) => ({ type: 'text', text })), { type: 'usage', usage: { inputTokens: 12, outputTokens: 4 } }],
      fault: undefined,
    })
    expect(modelWith().name).toBe(`Played/${model}`)
  })

  it('ends well at the limit of tokens, and bears a slash at the end of the address', async () => {
    expect(await say({ baseUrl: `${server.baseUrl}/` }, { maxTokens: 2 })).toMatchObject({ text: 'Hello from', fault: undefined })
  })

  it('gives a wish for a tool whole, with its arguments read, after the words', async () => {
    server.answer({ words: ['One moment.'], calls: [call, { id: 'call_2', name: 'find_slot', arguments: '{}' }] })
    const { heard, fault } = await say({}, { tools })
    expect(fault).toBeUndefined()
    expect(heard).toMatchObject([
      { type: 'text', text: 'One moment.' },
      { type: 'call', call: { name: 'find_slot', arguments: { day: 'Monday' } } },
      { type: 'call', call: { name: 'find_slot', arguments: {} } },
      { type: 'usage', usage: { outputTokens: 11 } },
    ])
    const ids = heard.flatMap((it) => (it.type === 'call' ? [it.call.callId] : []))
    expect(new Set(ids).size).toBe(2)
  })

  it.each(['{"day":"Mon', '"Monday"', '[1]', 'null!'])('takes %s for no arguments', async (garbage) => {
    server.answer({ words: ['One moment.'], calls: [{ ...call, arguments: garbage }] })
    const { heard, fault } = await say({}, { tools })
    expect(fault).toBeInstanceOf(PortFault)
    expect(heard.filter((it) => it.type === 'call')).toEqual([])
    expect((fault as Error).message).not.toContain('Monday')
  })

  it('goes on after a tool: greeting, two calls at once and their results stand in the order the vendor wants', async () => {
    const { fault, text } = await say(
      {},
      {
        tools,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'assistant', content: 'Good day!' },
          { role: 'user', content: 'A slot on Monday or Tuesday?' },
          {
            role: 'assistant',
            content: '',
            calls: [
              { callId: 'a', name: 'find_slot', arguments: { day: 'Monday' } },
              { callId: 'b', name: 'find_slot', arguments: { day: 'Tuesday' } },
            ],
          },
          { role: 'tool', callId: 'a', name: 'find_slot', content: '{"free":[]}' },
          { role: 'tool', callId: 'b', name: 'find_slot', content: '' },
          { role: 'system', content: 'Offer Wednesday.' },
        ],
      },
    )
    expect({ fault, text }).toEqual({ fault: undefined, text: 'Hello from here.' })
  })

  it('bears hostile words: empty, null bytes, halves of characters, scripts that run the other way', async () => {
    const { fault } = await say(
      {},
      {
        messages: [
          { role: 'system', content: '  ' },
          { role: 'assistant', content: '' },
          { role: 'user', content: '\0\ud800 שלום 👩‍👩‍👧 नमस्ते \u202e' },
          { role: 'user', content: 'x'.repeat(50_000) },
        ],
      },
    )
    expect(fault).toBeUndefined()
    expect(server.asked[0]?.body).not.toMatch(/\\u0000|\\ud800/)
  })

  it.each([
    [
      'a result without a call',
      [
        { role: 'user', content: 'Hi' },
        { role: 'tool', callId: 'z', name: 'find_slot', content: '1' },
      ],
    ],
    [
      'a call without its result',
      [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: '', calls: [{ callId: 'z', name: 'find_slot', arguments: {} }] },
        { role: 'user', content: 'Hm' },
      ],
    ],
  ] as [string, ModelRequest['messages']][])('says that the request is refused for %s', async (_, messages) => {
    expect((await say({}, { messages, tools })).fault).toMatchObject({ name: 'PortFault', retryable: false, status: 400 })
  })

  it.each([
    ['a wrong key', { key: 'sk-wrong-1234' }, /key/],
    ['no key', { key: undefined }, /key/],
    ['an unknown model', { model: 'none-9' }, /model or address/],
  ] as const)('says that %s will not do, and that trying again will not help', async (_, change, sentence) => {
    const { heard, fault } = await say(change)
    expect(heard).toEqual([])
    expect(fault).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringMatching(sentence) })
    expect(JSON.stringify(fault) + String((fault as Error).cause) + (fault as Error).message).not.toMatch(/sk-wrong|Be brief/)
    expect(server.asked.length).toBeLessThanOrEqual(1)
  })

  it('says how long to wait when there were too many requests, and asks only once', async () => {
    server.allow(1)
    expect((await say()).fault).toBeUndefined()
    const { fault } = await say()
    expect(fault).toMatchObject({ name: 'PortFault', retryable: true, status: 429, message: expect.stringContaining('20 seconds') })
    expect(server.asked).toHaveLength(2)
  })

  it('says that there is no credit left, and that a vendor in trouble may recover', async () => {
    server.be('no_credit')
    expect((await say()).fault).toMatchObject({ message: expect.stringContaining('no credit left') })
    server.be('down')
    expect((await say()).fault).toMatchObject({ retryable: true, message: expect.stringContaining('failure of its own') })
  })

  it.each(['cuts', 'ends_early', 'broken_chunk', 'error_inside'] as const)('gives the words that came, then a fault, when the server %s', async (mood) => {
    server.be(mood)
    server.answer({ words: ['Hello', ' from', ' here'], calls: mood === 'ends_early' ? [call] : [] })
    const { heard, fault } = await say()
    expect(heard.slice(0, 2)).toEqual([
      { type: 'text', text: 'Hello' },
      { type: 'text', text: ' from' },
    ])
    expect(heard.some((it) => it.type === 'call')).toBe(false)
    expect(fault).toMatchObject({ name: 'PortFault', retryable: true })
  })

  it('says that a filter stopped the answer, which no trying again changes', async () => {
    server.be('filtered')
    expect((await say()).fault).toMatchObject({ name: 'PortFault', retryable: false, status: 422 })
  })

  it.each(['endless', 'giant', 'giant_line'] as const)('lets a server go whose answer is %s', async (mood) => {
    server.be(mood)
    const { fault, text } = await say()
    expect(fault).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringContaining('far more') })
    expect(text.length).toBeLessThan(10_000)
    await expect.poll(() => server.closedEarly).toBe(1)
  })

  it('takes a web page for no answer', async () => {
    server.be('html')
    expect((await say()).fault).toMatchObject({ name: 'PortFault', retryable: true })
  })

  it('stops at once when told to, while it waits for the first word and in the middle', async () => {
    for (const mood of ['silent', 'stalls'] as const) {
      server.be(mood)
      const abort = new AbortController()
      const reading = readAll(modelWith().write(request, abort.signal))
      setTimeout(() => abort.abort(), 60)
      expect((await reading).fault).toMatchObject({ name: 'AbortError' })
    }
    await expect.poll(() => server.closedEarly).toBe(2)
    const aborted = AbortSignal.abort()
    expect((await readAll(modelWith().write(request, aborted))).fault).toMatchObject({ name: 'AbortError' })
    expect(server.asked).toHaveLength(2)
  })

  it('lets the server go when the reader stops reading', async () => {
    server.be('stalls')
    for await (const piece of modelWith().write(request, new AbortController().signal)) if (piece.type === 'text' && piece.text === ' from') break
    await expect.poll(() => server.closedEarly).toBe(1)
  })

  it('says that a server which is not there could not be reached', async () => {
    const gone = server.baseUrl
    await server.close()
    expect((await say({ baseUrl: gone })).fault).toMatchObject({ name: 'PortFault', retryable: true, status: undefined })
    server = await play()
  })
})
