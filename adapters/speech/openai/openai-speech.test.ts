import { createGuardedFetch } from '@myna/fetch-guarded'
import { speechConformance } from '@myna/ports/conformance/speech'
import { speechVendorConformance } from '@myna/ports/conformance/speech-vendor'
import { vendorSpec } from '@myna/ports/conformance/vendor-spec'
import type { SpeechRequest } from '@myna/ports/speech'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenAiSpeech, type OpenAiSpeechSettings } from '#openai-speech.ts'
import { playOpenAi } from '#test/play-openai.ts'

const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
afterAll(() => guarded.close())
const { fetch } = guarded

let shared: Awaited<ReturnType<typeof playOpenAi>> | undefined
afterAll(() => shared?.close())
speechConformance('openai', async () => {
  shared ??= await playOpenAi()
  return createOpenAiSpeech({ fetch, key: shared.key, baseUrl: shared.apiUrl })
})

speechVendorConformance('openai', async (patience) => {
  const server = await playOpenAi()
  return { engine: createOpenAiSpeech({ fetch, key: server.key, baseUrl: server.apiUrl, patience }), server, secrets: [server.key] }
})

describe('openai', () => {
  let server: Awaited<ReturnType<typeof playOpenAi>>
  beforeEach(async () => void (server = await playOpenAi()))
  afterEach(() => server.close())
  const engineWith = (change: Partial<OpenAiSpeechSettings> = {}) => createOpenAiSpeech({ fetch, key: server.key, baseUrl: server.apiUrl, ...change })
  const request: SpeechRequest = { text: 'Good morning.', voice: 'coral-en', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }
  const say = (it: Partial<SpeechRequest> = {}, settings: Partial<OpenAiSpeechSettings> = {}) =>
    Array.fromAsync(engineWith(settings).speak({ ...request, ...it }, new AbortController().signal))
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )

  it('has every voice in four languages, as far as the model has it', async () => {
    expect(await engineWith().voices()).toHaveLength(13 * 4)
    const older = await engineWith({ model: 'tts-1' }).voices()
    expect(older).toHaveLength(9 * 4)
    expect(older.some((it) => it.id.startsWith('cedar'))).toBe(false)
    expect(older.filter((it) => it.id.startsWith('nova')).map((it) => it.language)).toEqual(['en', 'hi', 'hinglish', 'bn'])
    for (const voice of older.filter((it) => it.language === 'en')) await say({ voice: voice.id }, { model: 'tts-1' })
  })

  it('says what the vendor needs to know and nothing else', async () => {
    await say()
    await say({ voice: 'onyx-bn', text: 'নমস্কার', speed: 9 }, { instructions: 'Calmly.' })
    await say({ voice: 'onyx-hi', text: 'नमस्ते', speed: 0.1 }, { instructions: 'Calmly.', model: 'tts-1-hd', baseUrl: `${server.apiUrl}/` })
    expect(server.asked.map((it) => JSON.parse(it.body) as unknown)).toEqual([
      { model: 'gpt-4o-mini-tts', input: 'Good morning.', voice: 'coral', response_format: 'pcm' },
      { model: 'gpt-4o-mini-tts', input: 'নমস্কার', voice: 'onyx', response_format: 'pcm', speed: 4, instructions: 'Calmly.' },
      { model: 'tts-1-hd', input: 'नमस्ते', voice: 'onyx', response_format: 'pcm', speed: 0.25 },
    ])
  })

  it('lasts in every format as long as what came, and longer texts go in parts', async () => {
    const text = 'All is well today. '.repeat(300).trim()
    const pieces = await say({ text, format: 'mulaw-8k' })
    expect(server.asked).toHaveLength(2)
    // Only the space between the parts is not said.
    expect(pieces.reduce((sum, it) => sum + it.byteLength, 0)).toBe((text.length - 1) * 480)
  })

  it.each([
    ['a wrong key', { key: 'sk-wrong-of-mine' }, { retryable: false, status: 401, message: 'OpenAI refused the key. Check the key of this provider.' }],
    ['no key', { key: '' }, { retryable: false, status: 401 }],
    ['an unknown model', { model: 'gpt-none' }, { retryable: false, status: 404, message: expect.stringContaining('model') }],
  ])('refuses %s in words for people', async (_name, settings, fault) => {
    const error = await faultOf(say({}, settings))
    expect(error).toMatchObject({ name: 'PortFault', ...fault })
    expect(String((error as Error).message)).not.toContain('of-mine')
  })

  it('tells too many requests, which pass, from an account without credit, which is left alone for a while', async () => {
    let now = 0
    const engine = engineWith({ now: () => now })
    const speak = () => faultOf(Array.fromAsync(engine.speak(request, new AbortController().signal)))
    server.allow({ requests: 0 })
    expect(await speak()).toMatchObject({ retryable: true, status: 429, retryAfterMs: 2000 })
    expect((await engine.available()).available).toBe(true)
    server.allow({ credit: false })
    expect(await speak()).toMatchObject({ retryable: false, status: 429, message: expect.stringContaining('no credit') })
    expect(await engine.available()).toEqual({ available: false, sentence: 'The account at OpenAI has no credit or characters left.' })
    server.allow({})
    now += 31_000
    expect((await engine.available()).available).toBe(true)
    expect(await speak()).toBeUndefined()
  })

  it("says that a key is needed where none is given, except to a server of one's own", async () => {
    const engine = engineWith({ key: ' ', baseUrl: undefined })
    expect(await engine.available()).toEqual({ available: false, sentence: 'OpenAI needs a key.' })
    expect(await engine.voices()).toEqual([])
    expect(await faultOf(Array.fromAsync(engine.speak(request, new AbortController().signal)))).toMatchObject({ retryable: false })
    expect((await engineWith({ key: '' }).available()).available).toBe(true)
  })

  const spec = vendorSpec('derived/openai-core-subset.json')
  it.skipIf(spec.absent)("asks as OpenAI's own description says (skipped without MYNA_VENDOR_SPECS)", async () => {
    await say()
    await say({ speed: 0.8, voice: 'marin-hi' }, { instructions: 'Calmly.' })
    for (const it of server.asked) expect(await spec.wrongs(it, '/v1')).toEqual([])
  })
})
