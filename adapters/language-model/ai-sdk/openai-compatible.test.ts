import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { PortFault } from '@myna/ports/fault'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenAiCompatible } from '#openai-compatible.ts'
import { playOpenAi } from '#test/play-openai.ts'

const specs = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${specs}/tools/check-request.mjs`
const openAiSpec = `${specs}/derived/openai-core-subset.json`
const hasSpecs = existsSync(checker) && existsSync(openAiSpec)

describe('a model behind an OpenAI-compatible server', () => {
  let server: Awaited<ReturnType<typeof playOpenAi>>
  beforeEach(async () => void (server = await playOpenAi()))
  afterEach(() => server.close())

  const request = {
    messages: [
      { role: 'system' as const, content: 'Be brief.' },
      { role: 'user' as const, content: 'Hello?' },
    ],
    maxTokens: 50,
    temperature: 0.2,
  }
  const modelWith = (change: Partial<{ model: string; key: string | undefined; baseUrl: string }> = {}) =>
    createOpenAiCompatible({ fetch })({ kind: 'openai-compatible', name: 'Played', baseUrl: server.baseUrl, model: 'small-1', key: server.key, ...change })
  const readAll = async (words: AsyncIterable<string>) => {
    const heard: string[] = []
    let fault: unknown
    try {
      for await (const word of words) heard.push(word)
    } catch (error) {
      fault = error
    }
    return { heard, fault }
  }
  const say = (signal = new AbortController().signal, model = modelWith()) => readAll(model.write(request, signal))

  it('streams words as they come', async () => {
    expect(await say()).toEqual({ heard: ['Hello', ' from', ' here', '.'], fault: undefined })
  })

  it('is named after provider and model', () => {
    expect(modelWith().name).toBe('Played/small-1')
  })

  it('bears a slash at the end of the address', async () => {
    expect((await say(undefined, modelWith({ baseUrl: `${server.baseUrl}/` }))).heard.join('')).toBe('Hello from here.')
  })

  it('sends system and user messages, the limit and the temperature', async () => {
    await say()
    expect(JSON.parse(server.asked[0]?.body ?? '')).toMatchObject({
      model: 'small-1',
      stream: true,
      max_tokens: 50,
      temperature: 0.2,
      messages: request.messages,
    })
  })

  it.each([
    ['a wrong key', { key: 'sk-wrong' }, false, 401],
    ['no key', { key: undefined }, false, 401],
    ['an unknown model', { model: 'none-9' }, false, 404],
  ] as const)('says that %s will not do, and that trying again will not help', async (_, change, retryable, status) => {
    const { heard, fault } = await say(undefined, modelWith(change))
    expect(heard).toEqual([])
    expect(fault).toBeInstanceOf(PortFault)
    expect(fault).toMatchObject({ retryable, status })
  })

  it.each([
    ['busy', 429],
    ['down', 503],
  ] as const)('says that trying again may help when the server is %s', async (mood, status) => {
    server.be(mood)
    expect((await say()).fault).toMatchObject({ name: 'PortFault', retryable: true, status })
    expect(server.asked).toHaveLength(1)
  })

  it.each(['cuts', 'ends_early', 'broken_chunk'] as const)('gives the words that came, then a fault, when the server %s', async (mood) => {
    server.be(mood)
    const { heard, fault } = await say()
    expect(heard.slice(0, 2)).toEqual(['Hello', ' from'])
    expect(fault).toMatchObject({ name: 'PortFault', retryable: true })
  })

  it('takes a web page for no answer', async () => {
    server.be('not_json')
    expect((await say()).fault).toBeInstanceOf(PortFault)
  })

  it('stops at once when told to, while it waits for the first word and in the middle', async () => {
    for (const mood of ['silent', 'stalls'] as const) {
      server.be(mood)
      const abort = new AbortController()
      const reading = say(abort.signal)
      setTimeout(() => abort.abort(), 60)
      const { fault } = await reading
      expect(fault).toMatchObject({ name: 'AbortError' })
    }
    await expect.poll(() => server.closedEarly).toBeGreaterThan(0)
  })

  it('lets the server go when the reader stops reading', async () => {
    server.be('stalls')
    const abort = new AbortController()
    for await (const word of modelWith().write(request, abort.signal)) {
      if (word === ' from') break
    }
    abort.abort()
    await expect.poll(() => server.closedEarly).toBe(1)
  })

  it('says that a server which is not there could not be reached', async () => {
    const gone = server.baseUrl
    await server.close()
    const { fault } = await say(undefined, modelWith({ baseUrl: gone }))
    expect(fault).toMatchObject({ name: 'PortFault', retryable: true })
    server = await playOpenAi()
  })

  it('keeps keys and prompts out of its faults', async () => {
    const { fault } = await say(undefined, modelWith({ key: 'sk-secret-of-mine' }))
    expect((fault as Error).message).not.toMatch(/sk-secret|Be brief/)
  })

  it.skipIf(!hasSpecs)(
    `asks as OpenAI's own description says${hasSpecs ? '' : ' (skipped: set MYNA_VENDOR_SPECS to a folder with derived/openai-core-subset.json)'}`,
    async () => {
      const { load, check } = (await import(pathToFileURL(checker).href)) as { load(file: string): unknown; check(spec: unknown, request: object): string[] }
      await say()
      const spec = load(openAiSpec)
      const sent = server.asked[0]
      const problems = (path: string) => check(spec, { method: 'POST', path, contentType: sent?.contentType, body: sent?.body })
      expect([problems('/chat/completions'), problems('/v1/chat/completions')]).toContainEqual([])
    },
  )
})
