import { createGuardedFetch } from '@myna/fetch-guarded'
import { speechConformance } from '@myna/ports/conformance/speech'
import { speechVendorConformance } from '@myna/ports/conformance/speech-vendor'
import { vendorSpec } from '@myna/ports/conformance/vendor-spec'
import type { SpeechRequest } from '@myna/ports/speech'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGoogleSpeech, type GoogleSpeechSettings } from '#google-speech.ts'
import { playGoogle } from '#test/play-google.ts'

const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
afterAll(() => guarded.close())
const { fetch } = guarded

let shared: Awaited<ReturnType<typeof playGoogle>> | undefined
afterAll(() => shared?.close())
speechConformance('google', async () => {
  shared ??= await playGoogle()
  return createGoogleSpeech({ fetch, key: shared.key, baseUrl: shared.baseUrl })
})

speechVendorConformance('google', async (patience) => {
  const server = await playGoogle()
  return { engine: createGoogleSpeech({ fetch, key: server.key, baseUrl: server.baseUrl, patience }), server, secrets: [server.key] }
})

describe('google', () => {
  let server: Awaited<ReturnType<typeof playGoogle>>
  beforeEach(async () => void (server = await playGoogle()))
  afterEach(() => server.close())
  const engineWith = (change: Partial<GoogleSpeechSettings> = {}) => createGoogleSpeech({ fetch, key: server.key, baseUrl: server.baseUrl, ...change })
  const request: SpeechRequest = { text: 'Good morning.', voice: 'en-IN-Neural2-A', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }
  const say = (it: Partial<SpeechRequest> = {}, settings: Partial<GoogleSpeechSettings> = {}) =>
    Array.fromAsync(engineWith(settings).speak({ ...request, ...it }, new AbortController().signal))
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const spoken = () => server.asked.filter((it) => it.url.pathname === '/v1/text:synthesize').map((it) => JSON.parse(it.body) as { input: { text: string } })

  it('lists voices of three languages, those of India and those that can do most first', async () => {
    const voices = await engineWith().voices()
    expect(voices.map((it) => it.id)).toEqual([
      'en-IN-Neural2-A',
      'en-IN-Wavenet-B',
      'en-IN-Chirp3-HD-Achernar',
      'en-GB-Studio-B',
      'en-US-Neural2-A',
      'en-US-Chirp3-HD-Achernar',
      'hi-IN-Wavenet-A',
      'hi-IN-Wavenet-A-hinglish',
      'bn-IN-Wavenet-A',
    ])
    expect(voices[7]).toEqual({ id: 'hi-IN-Wavenet-A-hinglish', name: 'hi-IN-Wavenet-A', language: 'hinglish', gender: 'female' })
    expect(voices[8]).toMatchObject({ language: 'bn', gender: 'neutral' })
  })

  it('says what the vendor needs to know and nothing else', async () => {
    await say()
    await say({ voice: 'hi-IN-Wavenet-A-hinglish', language: 'hinglish', format: 'mulaw-8k', speed: 0.5, pitch: 2, volume: 0.5 })
    await say({ voice: 'en-IN-Chirp3-HD-Achernar', speed: 1.5, pitch: 2 })
    expect(spoken()).toEqual([
      {
        input: { text: 'Good morning.' },
        voice: { languageCode: 'en-IN', name: 'en-IN-Neural2-A' },
        audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: 16_000 },
      },
      {
        input: { text: 'Good morning.' },
        voice: { languageCode: 'hi-IN', name: 'hi-IN-Wavenet-A' },
        audioConfig: { audioEncoding: 'MULAW', sampleRateHertz: 8_000, speakingRate: 0.5, pitch: 12, volumeGainDb: -6.02 },
      },
      {
        input: { text: 'Good morning.' },
        voice: { languageCode: 'en-IN', name: 'en-IN-Chirp3-HD-Achernar' },
        audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: 16_000, speakingRate: 1.5 },
      },
    ])
    expect(server.asked.every((it) => !it.url.search.includes(server.key))).toBe(true)
  })

  it('speaks the first sentence alone, the others gathered, all in their order and length', async () => {
    const text = `Good morning. ${'All is well. '.repeat(30).trim()} नमस्ते।`
    const whole = Buffer.concat(await say({ text, format: 'mulaw-8k' }))
    const parts = spoken().map((it) => it.input.text)
    expect(parts[0]).toBe('Good morning.')
    expect(parts.length).toBeLessThan(5)
    expect(parts.join(' ')).toBe(text)
    // The spaces between parts are not said.
    expect(whole.length).toBe((text.length - parts.length + 1) * 480)
    const first = Buffer.concat(await say({ format: 'mulaw-8k' }))
    expect(whole.subarray(0, first.length)).toEqual(first)
  })

  it('reads base64 that is written with backslashes, wherever it is cut', async () => {
    const plain = Buffer.concat(await say({ text: 'Hi.' }))
    server.state.escapes = true
    expect(Buffer.concat(await say({ text: 'Hi.' }))).toEqual(plain)
    server.be('crumbles')
    expect(Buffer.concat(await say({ text: 'Hi.' }))).toEqual(plain)
  })

  it.each([
    ['a wrong key', 'AIza-wrong-of-mine', 400, 'Google refused the key. Check the key of this provider.'],
    ['no key', '', 400, 'Google refused the key. Check the key of this provider.'],
    ['an account that is none', '{"type":"service_account","client_email":"of-mine","private_key":"of-mine"}', 401, expect.stringContaining('service account')],
    ['broken JSON', '{"of-mine', 401, expect.stringContaining('service account')],
  ])('refuses %s in words for people', async (_name, key, status, message) => {
    const error = await faultOf(say({}, { key }))
    expect(error).toMatchObject({ name: 'PortFault', retryable: false, status, message })
    expect(String((error as Error).message)).not.toContain('of-mine')
    expect(await engineWith({ key }).available()).toMatchObject({ available: false })
  })

  it('tells a project that may not speak from one that speaks too much', async () => {
    const engine = engineWith()
    await engine.voices()
    const speak = () => faultOf(Array.fromAsync(engine.speak(request, new AbortController().signal)))
    server.state.quota = 0
    expect(await speak()).toMatchObject({ retryable: true, status: 429, retryAfterMs: 3000 })
    server.state.disabled = true
    expect(await speak()).toMatchObject({ retryable: false, status: 403, message: expect.stringContaining('may do') })
    expect(await engine.available()).toMatchObject({ available: false })
  })

  it('breaks off with a fault when a later sentence is refused, after the earlier were heard', async () => {
    server.state.quota = 1
    const engine = engineWith()
    let bytes = 0
    const work = (async () => {
      for await (const piece of engine.speak({ ...request, text: 'The first. The second.' }, new AbortController().signal)) bytes += piece.byteLength
    })()
    expect(await faultOf(work)).toMatchObject({ retryable: true, status: 429 })
    expect(bytes).toBeGreaterThan(0)
  })

  describe('with a service account', () => {
    it('trades its key for a token once, and again before that ends', async () => {
      let now = Date.now()
      server.state.now = () => now
      const engine = engineWith({ key: JSON.stringify(server.account), tokenUrl: server.tokenUrl, now: () => now })
      const speak = () => Array.fromAsync(engine.speak(request, new AbortController().signal))
      await Promise.all([speak(), speak(), engine.voices()])
      expect(server.state.tokens).toBe(1)
      now += 3_500_000
      await speak()
      expect(server.state.tokens).toBe(1)
      now += 100_000
      expect(Buffer.concat(await speak()).length).toBeGreaterThan(20_000)
      expect(server.state.tokens).toBe(2)
      expect(server.asked.some((it) => it.body.includes('PRIVATE KEY'))).toBe(false)
    })

    it('is refused in words for people when Google does not know it', async () => {
      const key = JSON.stringify({ ...server.account, client_email: 'other@project.iam.gserviceaccount.com' })
      expect(await faultOf(say({}, { key, tokenUrl: server.tokenUrl }))).toMatchObject({
        retryable: false,
        status: 400,
        message: expect.stringContaining('the key'),
      })
    })

    it('follows no address that its JSON names', async () => {
      const seen: string[] = []
      const watched: typeof fetch = async (input, init) => {
        seen.push(input instanceof Request ? input.url : input.toString())
        throw new TypeError(`fetch failed ${init?.method}`)
      }
      await faultOf(say({}, { key: JSON.stringify(server.account), fetch: watched }))
      expect(new Set(seen)).toEqual(new Set(['https://oauth2.googleapis.com/token']))
    })
  })

  const spec = vendorSpec('derived/google-texttospeech.v1.oas.json')
  it.skipIf(spec.absent)("asks as Google's own description says (skipped without MYNA_VENDOR_SPECS)", async () => {
    await say()
    await say({ speed: 0.8, pitch: 1.2, volume: 0.5, format: 'mulaw-8k' })
    for (const it of server.asked) expect(await spec.wrongs(it)).toEqual([])
  })
})
