import { createGuardedFetch } from '@myna/fetch-guarded'
import { speechConformance } from '@myna/ports/conformance/speech'
import { speechVendorConformance } from '@myna/ports/conformance/speech-vendor'
import { vendorSpec } from '@myna/ports/conformance/vendor-spec'
import type { SpeechRequest } from '@myna/ports/speech'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeepgramSpeech, type DeepgramSpeechSettings } from '#deepgram-speech.ts'
import { playDeepgram } from '#test/play-deepgram.ts'

const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
afterAll(() => guarded.close())
const { fetch } = guarded

let shared: Awaited<ReturnType<typeof playDeepgram>> | undefined
afterAll(() => shared?.close())
speechConformance('deepgram', async () => {
  shared ??= await playDeepgram()
  return createDeepgramSpeech({ fetch, key: shared.key, baseUrl: shared.baseUrl })
})

speechVendorConformance('deepgram', async (patience) => {
  const server = await playDeepgram()
  return { engine: createDeepgramSpeech({ fetch, key: server.key, baseUrl: server.baseUrl, patience }), server, secrets: [server.key] }
})

describe('deepgram', () => {
  let server: Awaited<ReturnType<typeof playDeepgram>>
  beforeEach(async () => void (server = await playDeepgram()))
  afterEach(() => server.close())
  const engineWith = (change: Partial<DeepgramSpeechSettings> = {}) => createDeepgramSpeech({ fetch, key: server.key, baseUrl: server.baseUrl, ...change })
  const request: SpeechRequest = { text: 'Good morning.', voice: 'aura-2-thalia-en', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }
  const say = (it: Partial<SpeechRequest> = {}, settings: Partial<DeepgramSpeechSettings> = {}) =>
    Array.fromAsync(engineWith(settings).speak({ ...request, ...it }, new AbortController().signal))
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const spoken = () =>
    server.asked.filter((it) => it.method === 'POST').map((it) => ({ ...Object.fromEntries(it.url.searchParams), ...(JSON.parse(it.body) as object) }))

  it('lists English voices of its family, and no others', async () => {
    expect(await engineWith().voices()).toEqual([
      { id: 'aura-2-thalia-en', name: 'Thalia (American)', language: 'en', gender: 'female' },
      { id: 'aura-2-draco-en', name: 'Draco (British)', language: 'en', gender: 'male' },
      { id: 'aura-2-janus-en', name: 'Janus', language: 'en', gender: 'neutral' },
    ])
    expect((await engineWith({ model: 'aura' }).voices()).map((it) => it.id)).toContain('aura-zeus-en')
    expect(await engineWith().available()).toEqual({ available: true, sentence: 'Deepgram speaks English.' })
    expect(await engineWith({ model: 'none' }).available()).toMatchObject({ available: false })
  })

  it('says what the vendor needs to know and nothing else', async () => {
    await say()
    await say({ format: 'mulaw-8k', speed: 2 })
    await say({ format: 'pcm-8k', speed: 2, voice: 'aura-zeus-en' }, { model: 'aura' })
    expect(spoken()).toEqual([
      { model: 'aura-2-thalia-en', encoding: 'linear16', sample_rate: '16000', container: 'none', text: 'Good morning.' },
      { model: 'aura-2-thalia-en', encoding: 'mulaw', sample_rate: '8000', container: 'none', speed: '1.5', text: 'Good morning.' },
      { model: 'aura-zeus-en', encoding: 'linear16', sample_rate: '8000', container: 'none', text: 'Good morning.' },
    ])
  })

  it('speaks longer texts in parts, and gives no markup away', async () => {
    const bytes = (await say({ text: 'All is well. '.repeat(300), format: 'mulaw-8k' })).reduce((sum, it) => sum + it.byteLength, 0)
    expect(spoken()).toHaveLength(3)
    expect(bytes / 480).toBeCloseTo(3_897, -1)
    await say({ text: String.raw`The \{"word": "x", "pronounce": "y"} is read.` })
    expect(spoken().at(-1)).toMatchObject({ text: 'The  {"word": "x", "pronounce": "y"} is read.' })
  })

  it('refuses to speak what is not English', async () => {
    for (const language of ['hi', 'hinglish', 'bn'] as const) expect(await faultOf(say({ language }))).toMatchObject({ name: 'PortFault', retryable: false })
    expect(spoken()).toEqual([])
  })

  it('refuses a wrong key in words for people, in either shape, and is not available then', async () => {
    for (const modern of [false, true]) {
      if (modern) server.beModern()
      const error = await faultOf(say({}, { key: 'wrong-key-of-mine' }))
      expect(error).toMatchObject({ retryable: false, status: 401, message: 'Deepgram refused the key. Check the key of this provider.' })
    }
    const engine = engineWith({ key: 'wrong' })
    expect(await engine.available()).toMatchObject({ available: false })
    expect(await engine.voices()).toEqual([])
  })

  it('says when the account is empty', async () => {
    server.allow(5)
    expect(await faultOf(say())).toMatchObject({ retryable: false, status: 402, message: expect.stringContaining('no credit') })
  })

  const spec = vendorSpec('derived/deepgram.prism.json')
  it.skipIf(spec.absent)("asks as Deepgram's own description says (skipped without MYNA_VENDOR_SPECS)", async () => {
    await say()
    await say({ speed: 0.8, format: 'mulaw-8k' })
    for (const it of server.asked) expect(await spec.wrongs(it)).toEqual([])
  })
})
