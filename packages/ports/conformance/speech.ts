import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortFault } from '../fault.ts'
import type { SoundFormat } from '../sound.ts'
import type { SpeechEngine, SpeechLanguage, SpeechRequest } from '../speech.ts'

const sentences: Record<SpeechLanguage, string> = {
  en: 'Good morning, how can I help you today?',
  hi: 'नमस्ते, मैं आपकी क्या मदद कर सकता हूँ?',
  hinglish: 'Namaste, main aapki kya madad kar sakta hoon?',
  bn: 'নমস্কার, আমি আপনাকে কীভাবে সাহায্য করতে পারি?',
}

/** Registers the tests every speech engine must pass; `open` gives an engine that can speak here. */
export function speechConformance(name: string, open: () => Promise<SpeechEngine>): void {
  describe(`${name} speaks as the port says`, () => {
    let engine: SpeechEngine
    beforeAll(async () => void (engine = await open()), 60_000)
    afterAll(() => engine.close())
    const never = () => new AbortController().signal
    const plain = { language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 } as const
    const voiceOf = async (language?: SpeechLanguage) => (await engine.voices()).find((it) => language === undefined || it.language === language)!
    const say = async (text: string, it: Partial<SpeechRequest> = {}) =>
      Array.fromAsync(engine.speak({ text, voice: (await voiceOf()).id, ...plain, ...it }, never()))

    it('says that it is available, in a sentence', async () => {
      expect(await engine.available()).toEqual({ available: true, sentence: expect.stringMatching(/\.$/) })
    })

    it('has voices with ids of their own', async () => {
      const ids = (await engine.voices()).map((it) => it.id)
      expect(ids.length).toBeGreaterThan(0)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('speaks audibly with every voice, in pieces of 20 to 200 ms of whole samples', async () => {
      for (const voice of await engine.voices()) {
        const pieces = await say(sentences[voice.language], { voice: voice.id, language: voice.language })
        expect(loudness(pieces), voice.id).toBeGreaterThan(300)
        expect(seconds(pieces), voice.id).toBeGreaterThan(1)
        for (const piece of pieces) {
          expect(piece.byteLength % 2).toBe(0)
          expect(piece.byteLength / 32).toBeGreaterThanOrEqual(20)
          expect(piece.byteLength / 32).toBeLessThanOrEqual(200)
        }
      }
    }, 60_000)

    it('speaks as long in every format it makes', async () => {
      expect(engine.formats).toContain('pcm-16k')
      const expected = seconds(await say('This is one sentence.'))
      const bytesPerSecond = { 'pcm-16k': 32_000, 'pcm-8k': 16_000, 'mulaw-8k': 8_000 }
      for (const format of engine.formats) {
        const pieces = await say('This is one sentence.', { format })
        const bytes = pieces.reduce((sum, it) => sum + it.byteLength, 0)
        expect(bytes / bytesPerSecond[format], format).toBeCloseTo(expected, 1)
        for (const { byteLength } of pieces) {
          expect(byteLength % (format === 'mulaw-8k' ? 1 : 2)).toBe(0)
          expect((byteLength * 1000) / bytesPerSecond[format]).toBeGreaterThanOrEqual(20)
          expect((byteLength * 1000) / bytesPerSecond[format]).toBeLessThanOrEqual(200)
        }
      }
    })

    it('speaks as loud in every format it makes, at any volume', async () => {
      for (const volume of [1, 0.3]) {
        const expected = loudness(await say('This is one sentence.', { volume }))
        for (const format of engine.formats) {
          const ratio = loudness(await say('This is one sentence.', { format, volume }), format) / expected
          expect(Math.abs(ratio - 1), format).toBeLessThan(0.2)
        }
      }
    })

    it('speaks longer when there is more to say, and slower at a lower speed', async () => {
      const one = seconds(await say('This is one sentence.'))
      const three = seconds(await say('This is one sentence. This is another sentence. This is the last sentence.'))
      expect(three).toBeGreaterThan(one * 2)
      expect(seconds(await say('This is one sentence.', { speed: 0.6 }))).toBeGreaterThan(one * 1.2)
    })

    it('is quieter at a lower volume', async () => {
      expect(loudness(await say(sentences.en, { volume: 0.3 }))).toBeLessThan(loudness(await say(sentences.en)) * 0.6)
    })

    it('speaks several texts at once, each the same as alone', async () => {
      const texts = ['The first text is about apples.', 'The second one is about the weather today.', 'And a third.']
      const alone: number[] = []
      for (const text of texts) alone.push(seconds(await say(text)))
      const together = await Promise.all(texts.map((text) => say(text)))
      together.forEach((pieces, at) => expect(seconds(pieces)).toBeCloseTo(alone[at]!, 1))
    })

    it('refuses an unknown voice with a port fault', async () => {
      for (const voice of ['no-such-voice', '', '../voices', 'a b?c=d', '__proto__', 'x'.repeat(5000)])
        await expect(say('Hello.', { voice })).rejects.toMatchObject({ name: 'PortFault', retryable: false })
    })

    it('says the same of its voices each time, in words people read', async () => {
      const voices = await engine.voices()
      expect(await engine.voices()).toEqual(voices)
      for (const voice of voices) {
        expect(voice).toEqual({
          id: expect.stringMatching(/^\S+$/),
          name: expect.stringMatching(/\S/),
          language: expect.stringMatching(/^(en|hi|hinglish|bn)$/),
          gender: expect.stringMatching(/^(female|male|neutral)$/),
        })
      }
    })

    it('ends without error when there is nothing to say', async () => {
      for (const text of ['…', ' ?! ', '\u0000\u200B', '\n']) expect(seconds(await say(text)), JSON.stringify(text)).toBeLessThan(2)
    })

    it('reads text that looks like markup, and does not choke on strange characters', async () => {
      for (const text of ['Salt & pepper < gold > silver', '<break time="9s"/>', '[[h@loU]] you', 'A \u0000 B \uD800 C 😀', '…', 'a'.repeat(600)]) {
        const pieces = await say(text)
        expect(seconds(pieces), text).toBeLessThan(80)
      }
    })

    it('is silent and without error when it is aborted before it begins', async () => {
      const pieces = await Array.fromAsync(engine.speak({ text: 'Hello there.', voice: (await voiceOf()).id, ...plain }, AbortSignal.abort()))
      expect(pieces).toEqual([])
    })

    it('ends without error when it is aborted while it is waited for', async () => {
      const stop = new AbortController()
      const voice = (await voiceOf()).id
      const sound = engine.speak({ text: 'This sentence is said again and again. '.repeat(40), voice, ...plain }, stop.signal)[Symbol.asyncIterator]()
      const first = sound.next()
      stop.abort()
      await first
      expect((await sound.next()).done).toBe(true)
    })

    it('ends without error when it is aborted midway, and speaks again', async () => {
      const stop = new AbortController()
      const long = 'This sentence is said again and again. '.repeat(40)
      let bytes = 0
      for await (const piece of engine.speak({ text: long, voice: (await voiceOf()).id, ...plain }, stop.signal)) {
        bytes += piece.byteLength
        stop.abort()
      }
      expect(bytes / 32).toBeLessThanOrEqual(200)
      expect(loudness(await say('I can still speak.'))).toBeGreaterThan(300)
    })

    it('stops the work when the listener leaves', async () => {
      const voice = (await voiceOf()).id
      for await (const _ of engine.speak({ text: 'This sentence is said again and again. '.repeat(40), voice, ...plain }, never())) break
      expect(loudness(await say('I can still speak.'))).toBeGreaterThan(300)
    })

    it('speaks no more once it is closed, and says so', async () => {
      const other = await open()
      const voice = (await other.voices())[0]!.id
      await other.close()
      await other.close()
      expect(await other.available()).toEqual({ available: false, sentence: expect.stringMatching(/\.$/) })
      await expect(Array.fromAsync(other.speak({ text: 'Hello.', voice, ...plain }, never()))).rejects.toBeInstanceOf(PortFault)
    }, 60_000)
  })
}

/** Length of 16 kHz PCM in seconds. */
function seconds(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, it) => sum + it.byteLength, 0) / 32_000
}

/** Root of the mean square of 16-bit samples. */
function loudness(pieces: readonly Uint8Array[], format: SoundFormat = 'pcm-16k'): number {
  const bytes = Buffer.concat(pieces)
  let sum = 0
  const count = format === 'mulaw-8k' ? bytes.length : bytes.length / 2
  for (let at = 0; at < count; at++) sum += (format === 'mulaw-8k' ? muLawValue(bytes[at]!) : bytes.readInt16LE(at * 2)) ** 2
  return Math.sqrt(sum / count)
}

/** The sample a code of G.711 μ-law stands for: sign, segment, step, all inverted. */
function muLawValue(code: number): number {
  const plain = ~code & 0xff
  const size = ((((plain & 15) << 3) + 132) << ((plain >> 4) & 7)) - 132
  return plain & 0x80 ? -size : size
}
