import { createGuardedFetch } from '@myna/fetch-guarded'
import { speechConformance } from '@myna/ports/conformance/speech'
import { speechVendorConformance } from '@myna/ports/conformance/speech-vendor'
import { vendorSpec } from '@myna/ports/conformance/vendor-spec'
import type { SpeechRequest } from '@myna/ports/speech'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createElevenLabsSpeech, type ElevenLabsSettings } from '#elevenlabs-speech.ts'
import { playElevenLabs } from '#test/play-elevenlabs.ts'

const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
afterAll(() => guarded.close())
const { fetch } = guarded

let shared: Awaited<ReturnType<typeof playElevenLabs>> | undefined
afterAll(() => shared?.close())
speechConformance('elevenlabs', async () => {
  shared ??= await playElevenLabs()
  return createElevenLabsSpeech({ fetch, key: shared.key, baseUrl: shared.baseUrl })
})

speechVendorConformance('elevenlabs', async (patience) => {
  const server = await playElevenLabs()
  return { engine: createElevenLabsSpeech({ fetch, key: server.key, baseUrl: `${server.baseUrl}/`, patience }), server, secrets: [server.key] }
})

describe('elevenlabs', () => {
  let server: Awaited<ReturnType<typeof playElevenLabs>>
  let now = 0
  beforeEach(async () => {
    server = await playElevenLabs()
    now = 1_000_000
  })
  afterEach(() => server.close())
  const engineWith = (change: Partial<ElevenLabsSettings> = {}) =>
    createElevenLabsSpeech({ fetch, key: server.key, baseUrl: server.baseUrl, now: () => now, ...change })
  const say = (it: Partial<SpeechRequest> = {}, settings: Partial<ElevenLabsSettings> = {}) =>
    Array.fromAsync(
      engineWith(settings).speak(
        { text: 'Good morning.', voice: 'Rachel0000000000000a-en', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1, ...it },
        new AbortController().signal,
      ),
    )
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const spoken = () => server.asked.filter((it) => it.method === 'POST').map((it) => ({ query: it.url.search, ...(JSON.parse(it.body) as object) }))

  it('lists the voices of all pages, each in the languages it is known to speak and the model can', async () => {
    expect(await engineWith().voices()).toEqual([
      { id: 'Rachel0000000000000a-en', name: 'Rachel', language: 'en', gender: 'female' },
      { id: 'Rachel0000000000000a-hi', name: 'Rachel', language: 'hi', gender: 'female' },
      { id: 'Rachel0000000000000a-hinglish', name: 'Rachel', language: 'hinglish', gender: 'female' },
      { id: 'Asha0000000000000000-hi', name: 'Asha', language: 'hi', gender: 'female' },
      { id: 'Asha0000000000000000-hinglish', name: 'Asha', language: 'hinglish', gender: 'female' },
      { id: 'Cloned00000000000000-en', name: 'A clone', language: 'en', gender: 'neutral' },
    ])
    const languages = async (model: string) => [...new Set((await engineWith({ model }).voices()).map((it) => it.language))].toSorted()
    expect(await languages('eleven_v3')).toEqual(['bn', 'en', 'hi', 'hinglish'])
    expect(await languages('eleven_flash_v2')).toEqual(['en'])
    expect(await engineWith().available()).toEqual({ available: true, sentence: 'ElevenLabs speaks English, Hindi, and Hinglish.' })
  })

  it('asks for voices once for many, again after some minutes, and keeps them while the vendor fails', async () => {
    const engine = engineWith()
    await Promise.all([engine.voices(), engine.available(), engine.voices()])
    expect(server.asked).toHaveLength(3)
    now += 301_000
    server.list('broken')
    expect(await engine.voices()).toHaveLength(6)
    await expect.poll(() => server.asked.length).toBe(4)
    expect((await engine.available()).available).toBe(true)
    server.list('well')
    now += 31_000
    await engine.voices()
    await expect.poll(() => server.asked.length).toBe(7)
  })

  it('does not follow a list of voices for ever', async () => {
    server.list('endless')
    expect((await engineWith().voices()).length).toBe(6)
    expect(server.asked).toHaveLength(20)
  })

  it('says what the vendor needs to know and nothing else', async () => {
    await say()
    await say({ language: 'hinglish', voice: 'Asha0000000000000000-hinglish', speed: 0.5, format: 'mulaw-8k' }, { stability: 0.4, similarity: 0.9 })
    await say({ language: 'bn', voice: 'Asha0000000000000000-bn', speed: 3 }, { model: 'eleven_v3' })
    expect(spoken()).toEqual([
      { query: '?output_format=pcm_16000', text: 'Good morning.', model_id: 'eleven_flash_v2_5', language_code: 'en' },
      {
        query: '?output_format=ulaw_8000',
        text: 'Good morning.',
        model_id: 'eleven_flash_v2_5',
        language_code: 'hi',
        voice_settings: { stability: 0.4, similarity_boost: 0.9, speed: 0.7 },
      },
      { query: '?output_format=pcm_16000', text: 'Good morning.', model_id: 'eleven_v3', voice_settings: { speed: 1.2 } },
    ])
  })

  it('gives no markup away, and longer texts in parts', async () => {
    await say({ text: 'Wait <break time="9s"/> and [laughs] 3 < 4.' })
    expect(spoken()[0]).toMatchObject({ text: 'Wait < break time="9s"/> and (laughs) 3 < 4.' })
    const bytes = (await say({ text: 'All is well. '.repeat(500), format: 'mulaw-8k' })).reduce((sum, it) => sum + it.byteLength, 0)
    expect(bytes / 480).toBeCloseTo(6_498, -1)
    expect(spoken()).toHaveLength(3)
  })

  it.each([
    ['a wrong key', { key: 'sk_wrong_key_of_mine' }, { retryable: false, status: 401, message: 'ElevenLabs refused the key. Check the key of this provider.' }],
    ['a key that is none', { key: 'sk_wrong\nkey_of_mine' }, { retryable: false, message: expect.stringContaining('characters') }],
    ['an unknown model', { model: 'eleven_none' }, { retryable: false, status: 400, message: expect.stringContaining('model') }],
    ['settings out of range', { stability: 7 }, { retryable: false, status: 400, message: 'ElevenLabs refused the request (status 400).' }],
    ['an address that leads nowhere', { baseUrl: 'http://127.0.0.1:9/none' }, { retryable: true }],
    ['an address that is none', { baseUrl: 'nonsense' }, { name: 'PortFault' }],
  ])('refuses %s in words for people', async (_name, settings, fault) => {
    const error = await faultOf(say({}, settings))
    expect(error).toMatchObject({ name: 'PortFault', ...fault })
    expect(String((error as Error).message)).not.toContain('of_mine')
  })

  it('is not available with a wrong key, and has no voices then', async () => {
    const engine = engineWith({ key: 'sk_wrong' })
    expect(await engine.voices()).toEqual([])
    expect(await engine.available()).toEqual({ available: false, sentence: 'ElevenLabs refused the key. Check the key of this provider.' })
    expect(server.asked).toHaveLength(1)
  })

  it('is not available for a while once its characters are used up', async () => {
    const engine = engineWith()
    const speak = () =>
      Array.fromAsync(
        engine.speak(
          { text: 'Good morning.', voice: 'Rachel0000000000000a-en', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 },
          new AbortController().signal,
        ),
      )
    server.allow({ characters: 20 })
    await speak()
    expect(await faultOf(speak())).toMatchObject({ retryable: false, status: 401, message: expect.stringContaining('no credit') })
    expect(await engine.available()).toMatchObject({ available: false, sentence: expect.stringContaining('no credit') })
    server.allow({})
    now += 31_000
    expect((await engine.available()).available).toBe(true)
    expect((await speak()).length).toBeGreaterThan(0)
  })

  it('leaves its other voices alone when the plan does not include one', async () => {
    const engine = engineWith()
    server.allow({ freePlan: true })
    const speak = (voice: string) =>
      Array.fromAsync(engine.speak({ text: 'Hello.', voice, language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }, new AbortController().signal))
    expect(await faultOf(speak('Asha0000000000000000-hi'))).toMatchObject({
      retryable: false,
      status: 402,
      message: expect.stringContaining('does not include'),
    })
    expect((await speak('Rachel0000000000000a-en')).length).toBeGreaterThan(0)
  })

  it('says that too many speak at once, which passes', async () => {
    server.allow({ concurrent: 0 })
    expect(await faultOf(say())).toMatchObject({ retryable: true, status: 429 })
  })

  it('refuses a language its model does not speak', async () => {
    expect(await faultOf(say({ language: 'bn' }))).toMatchObject({ retryable: false })
    expect(spoken()).toEqual([])
  })

  it('does not reach a private address by itself', async () => {
    const strict = createGuardedFetch({ allowHosts: [] })
    expect(await faultOf(say({}, { fetch: strict.fetch }))).toMatchObject({ retryable: false, message: expect.stringContaining('private network') })
    await strict.close()
  })

  const spec = vendorSpec('elevenlabs/openapi.json')
  it.skipIf(spec.absent)("asks as ElevenLabs' own description says (skipped without MYNA_VENDOR_SPECS)", async () => {
    await say()
    await say({ language: 'hi', speed: 0.8, format: 'mulaw-8k' }, { stability: 0.4, style: 0.1 })
    for (const request of server.asked) expect(await spec.wrongs(request)).toEqual([])
  })
})
