import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { WebFault } from '@myna/ports/web'
import type { ModelMessage, ModelVendor } from '@myna/ports/language-model'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGuardedFetch } from '../../fetch/guarded/index.ts'
import { createLanguageModels } from '#language-models.ts'
import { playAnthropic } from '#test/play-anthropic.ts'
import { playGemini } from '#test/play-gemini.ts'
import { playOpenAi } from '#test/play-openai.ts'
import type { Asked } from '#test/vendor-server.ts'

const specs = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${specs}/tools/check-request.mjs`
const openAiSpec = `${specs}/derived/openai-core-subset.json`
const hasSpecs = existsSync(checker) && existsSync(openAiSpec)

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const close of closing.splice(0)) await close()
})

const messages: ModelMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'assistant', content: 'Good day!' },
  { role: 'user', content: 'A slot on Monday?' },
  { role: 'assistant', content: 'Let me see.', calls: [{ callId: 'a', name: 'find_slot', arguments: { day: 'Monday' } }] },
  { role: 'tool', callId: 'a', name: 'find_slot', content: '{"free":["10:00"]}' },
]
const tools = [{ name: 'find_slot', description: 'Finds a time.', parameters: { type: 'object' as const, properties: { day: { type: 'string' } } } }]

/** Asks a played vendor; answers with what was sent and how it ended. */
async function ask(kind: ModelVendor, model: string, change: { key?: string | undefined; baseUrl?: string | null } = {}) {
  const server = await (kind === 'anthropic' ? playAnthropic : kind === 'gemini' ? playGemini : playOpenAi)()
  closing.push(server.close)
  const sent: string[] = []
  const listening: typeof fetch = (input, init) => {
    sent.push(JSON.stringify([input, init?.headers]))
    return fetch(input, init)
  }
  const settings = { kind, name: 'Played', baseUrl: server.baseUrl, model, key: server.key, ...change }
  let fault: unknown
  try {
    const write = createLanguageModels({ fetch: listening })(settings).write({ messages, tools, maxTokens: 60, temperature: 0.2 }, new AbortController().signal)
    for await (const _ of write) void _
  } catch (error) {
    fault = error
  }
  return { fault, sent, asked: server.asked, body: JSON.parse(server.asked[0]?.body ?? '{}') as Record<string, never> }
}

describe('models of each vendor', () => {
  it.each([
    ['openai', 'gpt-4o-mini'],
    ['openai', 'gpt-5-mini'],
    ['openai', 'o4-mini'],
    ['anthropic', 'claude-haiku-4-5'],
    ['anthropic', 'claude-sonnet-4-5'],
    ['gemini', 'gemini-2.0-flash'],
    ['gemini', 'gemini-2.5-flash'],
    ['gemini', 'gemini-2.5-pro'],
    ['gemini', 'gemini-3-flash-preview'],
    ['openai-compatible', 'small-1'],
  ] as const)('%s %s takes a conversation with a tool, and thinks as little as it may', async (kind, model) => {
    const { fault } = await ask(kind, model)
    expect(fault).toBeUndefined()
  })

  it('leave room to answer to those that always think', async () => {
    expect((await ask('openai', 'o4-mini')).body.max_completion_tokens).toBeGreaterThan(1_000)
    expect((await ask('gemini', 'gemini-2.5-pro')).body).toMatchObject({ generationConfig: { maxOutputTokens: 1_060 } })
    expect((await ask('openai', 'gpt-4o-mini')).body).toMatchObject({ max_tokens: 60, temperature: 0.2, stream: true })
  })

  it.each(['openai', 'anthropic', 'gemini', 'openai-compatible'] as const)('take neither key nor address of %s from the environment', async (kind) => {
    for (const name of ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'GOOGLE_GENERATIVE_AI_API_KEY']) vi.stubEnv(name, 'operators-own-key')
    for (const name of ['OPENAI_BASE_URL', 'ANTHROPIC_BASE_URL']) vi.stubEnv(name, 'http://127.0.0.1:9/v1')
    const { fault, sent } = await ask(kind, 'small-1', { key: undefined })
    expect(fault).toMatchObject({ name: 'PortFault', retryable: false })
    expect(sent.join()).not.toContain('operators-own-key')
    const asked: string[] = []
    const deaf: typeof fetch = async (input) => {
      asked.push(input instanceof Request ? input.url : input.toString())
      throw new TypeError('fetch failed')
    }
    const model = createLanguageModels({ fetch: deaf })({ kind, name: 'N', baseUrl: null, model: 'm', key: 'k' })
    await expect(model.write({ messages, maxTokens: 5, temperature: 0 }, new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toBeDefined()
    expect(asked.join()).not.toContain('127.0.0.1')
    if (kind !== 'openai-compatible') expect(asked[0]).toMatch(/^https:\/\/(?:api\.openai|api\.anthropic|generativelanguage\.googleapis)\.com\/v1/)
    else expect(asked).toEqual([])
  })

  it.each(['openai', 'anthropic', 'gemini', 'openai-compatible'] as const)('take a key of %s as it was pasted, but not one that is no key', async (kind) => {
    const model = { openai: 'gpt-4o-mini', anthropic: 'claude-haiku-4-5', gemini: 'gemini-2.5-flash', 'openai-compatible': 'small-1' }[kind]
    const key = { openai: 'sk-test-right', anthropic: 'sk-ant-right', gemini: 'AIza-right', 'openai-compatible': 'sk-test-right' }[kind]
    expect((await ask(kind, model, { key: ` ${key}\r\n` })).fault).toBeUndefined()
    for (const strange of ['sk-\nx-evil: 1', 'sk-ключ', 'sk-\0']) {
      const { fault, sent } = await ask(kind, model, { key: strange })
      expect(fault).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringContaining('Enter it again') })
      expect(sent).toEqual([])
    }
  })

  it('go out through the guarded fetch: a private address is refused, an allowed one streams', async () => {
    const server = await playOpenAi()
    closing.push(server.close)
    for (const [allowHosts, expected] of [
      [[], 'private network'],
      [[new URL(server.baseUrl).host], undefined],
    ] as const) {
      const guarded = createGuardedFetch({ allowHosts })
      closing.push(guarded.close)
      const model = createLanguageModels({ fetch: guarded.fetch })({
        kind: 'openai-compatible',
        name: 'N',
        baseUrl: server.baseUrl,
        model: 'small-1',
        key: server.key,
      })
      const heard: string[] = []
      const reading = (async () => {
        for await (const piece of model.write({ messages, tools, maxTokens: 5, temperature: 0 }, new AbortController().signal))
          if (piece.type === 'text') heard.push(piece.text)
      })()
      if (expected) await expect(reading).rejects.toMatchObject({ name: 'PortFault', message: expect.stringContaining(expected) })
      else await reading
      expect(heard).toHaveLength(expected ? 0 : 4)
    }
  })

  it('say that an address leads into a private network', async () => {
    const guarded: typeof fetch = async () => {
      throw new TypeError('fetch failed', { cause: new WebFault('private_address', '10.0.0.1') })
    }
    const model = createLanguageModels({ fetch: guarded })({ kind: 'openai-compatible', name: 'N', baseUrl: 'http://10.0.0.1/v1', model: 'm', key: 'k' })
    await expect(model.write({ messages, maxTokens: 5, temperature: 0 }, new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'PortFault',
      retryable: false,
      message: expect.stringContaining('private network'),
    })
  })

  it.skipIf(!hasSpecs).each([
    ['openai', 'gpt-4o-mini'],
    ['openai', 'gpt-5-mini'],
    ['openai', 'o4-mini'],
    ['openai-compatible', 'small-1'],
  ] as const)(
    `%s %s is asked as OpenAI's own description says${hasSpecs ? '' : ' (skipped: set MYNA_VENDOR_SPECS to a folder with derived/openai-core-subset.json)'}`,
    async (kind, model) => {
      const { load, check } = (await import(pathToFileURL(checker).href)) as { load(file: string): unknown; check(spec: unknown, request: object): string[] }
      const { asked } = await ask(kind, model)
      const { contentType, body } = asked[0] as Asked
      expect(check(load(openAiSpec), { method: 'POST', path: '/chat/completions', contentType, body })).toEqual([])
    },
  )
})
