import { createGuardedFetch } from '@myna/fetch-guarded'
import { speechConformance } from '@myna/ports/conformance/speech'
import { speechVendorConformance } from '@myna/ports/conformance/speech-vendor'
import type { SpeechRequest } from '@myna/ports/speech'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpSpeech, type HttpSpeechSettings, type HttpVoice, type SoundAnswer } from '#http-speech.ts'
import { type Manner, playVoiceServer } from '#test/play-voice-server.ts'

const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
afterAll(() => guarded.close())
const { fetch } = guarded
type Server = Awaited<ReturnType<typeof playVoiceServer>>

const voices: HttpVoice[] = [
  { id: 'amy', name: 'Amy', language: 'en', gender: 'female' },
  { id: 'pratham', name: 'Pratham', language: 'hi', gender: 'male' },
]
const likePiper = (server: Server) => ({
  fetch,
  url: `${server.baseUrl}/synthesize`,
  key: server.key,
  body: { text: '{text}', voice: '{voice}', length_scale: '{slowness}' },
  voices,
})

let shared: Server | undefined
afterAll(() => shared?.close())
speechConformance('http', async () => createHttpSpeech(likePiper((shared ??= await playVoiceServer()))))

speechVendorConformance('http', async (patience) => {
  const server = await playVoiceServer()
  return { engine: createHttpSpeech({ ...likePiper(server), patience }), server, secrets: [server.key] }
})

describe('a voice server of one’s own', () => {
  let server: Server
  beforeEach(async () => void (server = await playVoiceServer()))
  afterEach(() => server.close())
  const request: SpeechRequest = { text: 'Good morning.', voice: 'amy', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }
  const say = (it: Partial<SpeechRequest> = {}, settings: Partial<HttpSpeechSettings> = {}) =>
    Array.fromAsync(createHttpSpeech({ ...likePiper(server), ...settings }).speak({ ...request, ...it }, new AbortController().signal))
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const samplesOf = (pieces: Uint8Array[]) => {
    const bytes = Buffer.concat(pieces)
    return Int16Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt16LE(at * 2))
  }
  const loudness = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length)

  it('is asked by a template of JSON, with numbers as numbers and texts as they are', async () => {
    const text = 'Say "{voice}" and \\ {speed}.'
    await say(
      { text, speed: 0.5 },
      { body: { text: 'Please: {text}', voice: '{voice}', length_scale: '{slowness}', more: [{ rate: '{speed}' }, null, true, 7] } },
    )
    expect(JSON.parse(server.asked[0]!.body)).toEqual({ text: `Please: ${text}`, voice: 'amy', length_scale: 2, more: [{ rate: 0.5 }, null, true, 7] })
  })

  it('is asked by its address, with every place encoded', async () => {
    const url = `${server.baseUrl}/api/tts?text={text}&speaker_id={voice}&language_id={language}&speed={speed}`
    const speakers: HttpVoice[] = [
      { id: 's1', name: 'One', language: 'hinglish', gender: 'male', voice: 'speaker 1' },
      { id: 's2', name: 'Two', language: 'bn', gender: 'male', voice: 'speaker 1', languageCode: 'bn-x' },
    ]
    const settings = { url, method: 'GET' as const, voices: speakers }
    await say({ text: 'Tea & milk? 100%\n#1', voice: 's1', language: 'hinglish', speed: 1.5 }, settings)
    await say({ text: 'নমস্কার', voice: 's2', language: 'bn' }, settings)
    expect(server.asked.map((it) => Object.fromEntries(it.url.searchParams))).toEqual([
      { text: 'Tea & milk?', speaker_id: 'speaker 1', language_id: 'hi', speed: '1.5' },
      { text: '100% #1', speaker_id: 'speaker 1', language_id: 'hi', speed: '1.5' },
      { text: 'নমস্কার', speaker_id: 'speaker 1', language_id: 'bn-x', speed: '1' },
    ])
  })

  it('is asked by plain text', async () => {
    const engine = createHttpSpeech({ fetch, url: `${server.baseUrl}/plain`, method: 'PUT', body: '{text}' })
    expect(await engine.voices()).toEqual([{ id: 'voice', name: 'Voice', language: 'en', gender: 'neutral' }])
    expect((await Array.fromAsync(engine.speak({ ...request, voice: 'voice' }, new AbortController().signal))).length).toBeGreaterThan(0)
    expect(server.asked[0]).toMatchObject({ method: 'PUT', body: 'Good morning.' })
  })

  it('gets its secret where a header has a place for it, else as a bearer token', async () => {
    await say()
    await say({}, { headers: { 'X-Voice-Key': '{key}', 'X-Tenant': 'house' } })
    expect(server.asked.map(({ headers }) => [headers.authorization, headers['x-voice-key'], headers['x-tenant']])).toEqual([
      [`Bearer ${server.key}`, undefined, undefined],
      [undefined, server.key, 'house'],
    ])
    const fault = await faultOf(say({}, { key: 'wrong-of-mine' }))
    expect(fault).toMatchObject({ retryable: false, status: 401, message: 'The voice server refused the key. Check the key of this provider.' })
    expect(await faultOf(say({}, { key: 'wrong\nof-mine' }))).toMatchObject({ retryable: false, message: expect.not.stringContaining('of-mine') })
  })

  it.each([
    ['wav', undefined],
    ['wav_stereo', undefined],
    ['wav_float', undefined],
    ['wav_unknown_length', undefined],
    ['pcm', { as: 'pcm', rate: 22_050 }],
    ['pcm_stereo', { as: 'pcm', rate: 22_050, channels: 2 }],
    ['mulaw', { as: 'mulaw' }],
    ['wav', { as: 'pcm', rate: 8_000 }],
    ['wav', { as: 'mulaw' }],
  ] as [Manner, SoundAnswer | undefined][])('is understood when it answers %s and %j is expected', async (manner, answers) => {
    server.speakAs(manner)
    const samples = samplesOf(await say({}, { answers }))
    expect(samples.length / 16_000).toBeCloseTo(request.text.length * 0.06, 2)
    expect(loudness(samples)).toBeGreaterThan(2500)
    expect(loudness(samples)).toBeLessThan(3500)
  })

  it.each([
    ['wav_mp3', undefined, /is not read here/],
    ['wav_odd_rate', undefined, /37800 samples/],
    ['wav_short', undefined, /ends before/],
    ['pcm', undefined, /no WAV/],
    ['noise', undefined, /no WAV/],
    ['noise', { as: 'pcm', rate: 16_000 }, /far more/],
    ['noise', { as: 'mulaw' }, /far more/],
  ] as [Manner, SoundAnswer | undefined, RegExp][])('is refused when it answers %s and %j is expected', async (manner, answers, message) => {
    server.speakAs(manner)
    expect(await faultOf(say({}, { answers }))).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringMatching(message) })
  })

  it.each([
    ['no address', { url: 'voice server' }],
    ['another scheme', { url: 'file:///etc/passwd?{text}' }],
    ['a host made of the text', { url: 'http://{text}/' }],
    ['no place for the text', { body: { say: 'hello' } }],
    ['no place for the text in an address asked with GET', { method: 'GET' }],
    ['a header that is not its own', { headers: { Host: 'elsewhere' } }],
    ['a header with a broken name', { headers: { 'x y': '1' } }],
    ['a rate nobody reads', { answers: { as: 'pcm', rate: 11_111 } }],
    ['no voice', { voices: [] }],
    ['voices of the same id', { voices: [voices[0]!, voices[0]!] }],
    ['an id with a space', { voices: [{ ...voices[0]!, id: 'a b' }] }],
  ] as [string, Partial<HttpSpeechSettings>][])('is not available with %s, and says what is wrong', async (_name, settings) => {
    const engine = createHttpSpeech({ ...likePiper(server), ...settings })
    expect(await engine.available()).toEqual({ available: false, sentence: expect.stringMatching(/^The voice server is not set up right: .+\.$/) })
    expect(await engine.voices()).toEqual([])
    expect(await faultOf(say({}, settings))).toMatchObject({ name: 'PortFault', retryable: false })
    expect(server.asked).toEqual([])
  })

  it('in a private network is reached only when the operator allows its host', async () => {
    const strict = createGuardedFetch({ allowHosts: [] })
    expect(await faultOf(say({}, { fetch: strict.fetch }))).toMatchObject({ retryable: false, message: expect.stringContaining('private network') })
    await strict.close()
    expect(server.asked).toEqual([])
  })
})
