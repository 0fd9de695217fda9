import { playedRecognitionConformance } from '@myna/ports/conformance/played-recognition'
import { feed, nextFinal, recognitionConformance } from '@myna/ports/conformance/recognition'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import { PortFault } from '@myna/ports/fault'
import { afterEach, describe, expect, it } from 'vitest'
import { createGoogleRecognition, type GoogleRecognitionOptions } from '#google-recognition.ts'
import { playGoogle } from '#test/play-google.ts'

type Vendor = Awaited<ReturnType<typeof playGoogle>>
/** A busy machine is no late vendor. */
const unhurried = { openMs: 20_000, lateMs: 20_000, stallMs: 25_000 }
const engineFor = (vendor: Vendor, it: Partial<GoogleRecognitionOptions> = {}) =>
  createGoogleRecognition({ key: vendor.key, baseUrl: vendor.baseUrl, allowHosts: [vendor.host], fetch: globalThis.fetch, patience: unhurried, ...it })

recognitionConformance('google', {
  async open() {
    const vendor = await playGoogle()
    const engine = engineFor(vendor)
    const spoken = { language: 'en', sentences: toneSentences.map((text) => ({ text, pcm: toneSpeech(text) })) } as const
    return { engine: { ...engine, close: () => engine.close().then(vendor.close) }, spoken, cut: vendor.cut }
  },
  mostErrors: 0,
})

playedRecognitionConformance('google', {
  open: playGoogle,
  engine: (vendor, it) => engineFor(vendor as Vendor, it),
  keepsAlive: false,
  keyStatus: 401,
  refusals: [
    [401, false],
    [403, false],
    [429, true],
    [500, true],
    [503, true],
  ],
})

const opened: { close(): Promise<void> }[] = []
afterEach(async () => void (await Promise.all(opened.splice(0).map((it) => it.close()))))
async function open(it: Partial<GoogleRecognitionOptions> & { mostMs?: number; account?: (it: Vendor['account']) => object } = {}) {
  const { mostMs, account, ...options } = it
  const vendor = await playGoogle(mostMs === undefined ? {} : { mostMs })
  const engine = engineFor(vendor, { ...options, ...(account ? { key: JSON.stringify(account(vendor.account)) } : {}) })
  opened.push(engine, vendor)
  return { vendor, engine }
}
const request = { languages: ['en'], format: 'pcm-16k', phrases: [] } as const
const never = () => new AbortController().signal
async function hear(engine: ReturnType<typeof createGoogleRecognition>, sentence: string) {
  const stream = await engine.listen(request, never())
  feed(stream, toneSpeech(sentence))
  stream.endUtterance()
  const { text } = await nextFinal(stream.texts[Symbol.asyncIterator]())
  stream.close()
  return text
}

describe('streams of google', () => {
  it('end before they are too long, in a pause, and none of the words is lost', async () => {
    const { vendor, engine } = await open({ mostMs: 2_500, streamMs: 1_500 })
    const stream = await engine.listen(request, never())
    const texts = stream.texts[Symbol.asyncIterator]()
    const sentences = [...toneSentences, ...toneSentences, ...toneSentences]
    for (let time = 0; time < 2; time++) {
      for (const sentence of sentences) feed(stream, toneSpeech(sentence))
      stream.endUtterance()
      expect((await nextFinal(texts)).text).toBe(sentences.join(' '))
    }
    stream.close()
    expect(vendor.counted.streams).toBeGreaterThan(12)
    expect(vendor.complaints).toEqual([])
  })

  it('are broken off by google when they are too long', async () => {
    const { engine } = await open({ mostMs: 1_000 })
    const stream = await engine.listen(request, never())
    const texts = Array.fromAsync(stream.texts)
    feed(stream, toneSpeech(toneSentences[2]!))
    await expect(texts).rejects.toMatchObject({ retryable: true })
  })

  it('are told which English and which Bengali, what else may be spoken, and the model', async () => {
    const { vendor, engine } = await open({ locales: { en: 'en-US', bn: 'bn-BD' }, model: 'telephony' })
    const stream = await engine.listen({ languages: ['bn', 'hinglish', 'en'], format: 'mulaw-8k', phrases: ['Myna'] }, never())
    feed(stream, new Uint8Array(8_000).fill(0xff))
    stream.endUtterance()
    expect(await nextFinal(stream.texts[Symbol.asyncIterator]())).toMatchObject({ text: '' })
    expect(vendor.configs).toMatchObject([
      {
        encoding: 'MULAW',
        sample_rate_hertz: 8_000,
        language_code: 'bn-BD',
        alternative_language_codes: ['en-US'],
        model: 'telephony',
        speech_contexts: [{ phrases: ['Myna'] }],
      },
    ])
  })
})

describe('keys of google', () => {
  it('may be a service account, whose token is asked for once and kept', async () => {
    const { vendor, engine } = await open({ account: (it) => it })
    expect(await Promise.all(toneSentences.map((sentence) => hear(engine, sentence)))).toEqual(toneSentences)
    expect(vendor.counted.exchanges).toBe(1)
  })

  it('are refused when the account or its token is not known, without showing them', async () => {
    const { engine } = await open({ account: (it) => ({ ...it, client_email: 'nobody@myna.example' }) })
    const fault = await engine.listen(request, never()).then(
      () => undefined,
      (error: unknown) => error as PortFault,
    )
    expect(fault).toMatchObject({ retryable: false, status: 400 })
    expect(`${fault?.stack} ${JSON.stringify(fault)}`).not.toMatch(/nobody|PRIVATE/)

    const other = await open({ account: (it) => it })
    await hear(other.engine, toneSentences[0]!)
    other.vendor.renewToken('ya29.second')
    await expect(hear(other.engine, toneSentences[0]!)).rejects.toMatchObject({ retryable: false, status: 401 })
  })

  it.each(['{"type":"service_account"}', '{"private_key": "-----BEGIN secret', 'two words'])('that are none are told apart: %s', async (key) => {
    const { engine } = await open({ key })
    const { available, sentence } = await engine.available()
    expect(available).toBe(false)
    expect(sentence).toMatch(/neither an API key/)
    expect(sentence).not.toContain('secret')
    await expect(engine.listen(request, never())).rejects.toBeInstanceOf(PortFault)
  })
})

describe('the address of google', () => {
  it.each(['https://speech.example.com', 'http://speech.googleapis.com', 'https://evil-googleapis.com', 'https://speech.googleapis.com:22', 'nonsense'])(
    'cannot be %s',
    async (baseUrl) => {
      const engine = createGoogleRecognition({ key: 'k', baseUrl, fetch: globalThis.fetch })
      await expect(engine.listen(request, never())).rejects.toMatchObject({ retryable: false, message: expect.stringContaining('none of its own') })
      await engine.close()
    },
  )
})
