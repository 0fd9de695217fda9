import { createConverter } from '@myna/sound/converter'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PortFault } from '../fault.ts'
import type { Recognised, RecognitionEngine, RecognitionStream } from '../recognition.ts'
import type { SoundFormat } from '../sound.ts'
import type { SpeechLanguage } from '../speech.ts'
import { type PlayedRecogniser, playedLatenessMs } from './play-recogniser.ts'
import { feed, nextFinal } from './recognition.ts'
import { toneSentences, toneSpeech } from './tone-speech.ts'

type Patience = { openMs?: number; lateMs?: number; stallMs?: number }

const refusals = [
  [402, false],
  [403, false],
  [429, true],
  [500, true],
  [503, true],
] as const

/** Registers what every adapter must bear of its vendor, who is played here. `keepsAlive`: it has to speak while nobody does. */
export function playedRecognitionConformance(
  name: string,
  it_: {
    open: () => Promise<PlayedRecogniser>
    engine(vendor: PlayedRecogniser, it: { key?: string; patience?: Patience }): RecognitionEngine
    keepsAlive: boolean
    /** How the vendor says that it does not know the key. */
    keyStatus: number
    /** Statuses it refuses with, and whether to try again. */
    refusals?: readonly (readonly [status: number, retryable: boolean])[]
  },
): void {
  describe(`${name} and its vendor`, () => {
    let vendor: PlayedRecogniser
    const opened: { close(): Promise<void> }[] = []
    beforeAll(async () => void (vendor = await it_.open()))
    afterAll(() => vendor.close())
    afterEach(async () => {
      vi.useRealTimers()
      await Promise.all(opened.splice(0).map((it) => it.close()))
      vendor.be('well')
      vendor.refuse(undefined)
      vendor.complaints.length = 0
    })
    const engineWith = (it: { key?: string; patience?: Patience } = {}) => {
      const engine = it_.engine(vendor, it)
      opened.push(engine)
      return engine
    }
    const listen = (engine: RecognitionEngine, it: { format?: SoundFormat; phrases?: string[]; languages?: SpeechLanguage[] } = {}) =>
      engine.listen({ languages: it.languages ?? ['en'], format: it.format ?? 'pcm-16k', phrases: it.phrases ?? [] }, new AbortController().signal)
    const finalsOf = async (stream: RecognitionStream, sentences: readonly string[]) => {
      const texts = stream.texts[Symbol.asyncIterator]()
      const finals: string[] = []
      for (const sentence of sentences) {
        feed(stream, toneSpeech(sentence))
        stream.endUtterance()
        finals.push((await nextFinal(texts)).text)
      }
      stream.close()
      return finals
    }
    const faultOf = async (work: Promise<unknown>) => {
      const fault = await work.then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(fault).toBeInstanceOf(PortFault)
      expect(String(fault)).not.toContain(vendor.key)
      return fault as PortFault
    }

    it('hears every word of every utterance, in every format and in pieces of any length', async () => {
      const engine = engineWith()
      for (const format of engine.formats) {
        const stream = await listen(engine, { format })
        const texts = stream.texts[Symbol.asyncIterator]()
        for (const [at, sentence] of toneSentences.entries()) {
          const converter = createConverter('pcm-16k', format)
          feed(stream, Buffer.concat([converter.push(toneSpeech(sentence)).slice(), converter.flush().slice()]), [640, 333, 7001, 41][at])
          stream.endUtterance()
          expect((await nextFinal(texts)).text, format).toBe(sentence)
        }
        stream.close()
      }
      expect(vendor.complaints).toEqual([])
    })

    it('hears utterances that are all fed before any is answered', async () => {
      const stream = await listen(engineWith())
      const texts = stream.texts[Symbol.asyncIterator]()
      for (const sentence of toneSentences) {
        feed(stream, toneSpeech(sentence))
        stream.endUtterance()
        stream.endUtterance()
      }
      const finals: string[] = []
      for (let at = 0; at < toneSentences.length * 2; at++) finals.push((await nextFinal(texts)).text)
      stream.close()
      expect(finals).toEqual(toneSentences.flatMap((it) => [it, '']))
      expect(vendor.complaints).toEqual([])
    })

    it('shows what it understands while somebody speaks, each text going on where the one before was', async () => {
      const stream = await listen(engineWith())
      const [sentence] = toneSentences
      const heard: Recognised[] = []
      const reading = (async () => {
        for await (const text of stream.texts) {
          heard.push(text)
          if (text.text === sentence && !text.final) stream.endUtterance()
          if (text.final) stream.close()
        }
      })()
      const pcm = toneSpeech(sentence!)
      for (let at = 0; at < pcm.byteLength; at += 3_200) {
        stream.feed(pcm.subarray(at, at + 3_200))
        await new Promise((done) => setTimeout(done, 5))
      }
      stream.feed(new Uint8Array(9_600))
      await reading
      expect(heard.at(-1)).toMatchObject({ text: sentence, final: true, language: 'en' })
      expect(heard.filter((it) => !it.final).length).toBeGreaterThan(1)
      for (const { text } of heard) expect(sentence!.startsWith(text)).toBe(true)
    })

    it.each(['repeats', 'splits'] as const)('gives one final text each although the vendor %s what is final', async (mood) => {
      vendor.be(mood)
      const stream = await listen(engineWith())
      const texts = stream.texts[Symbol.asyncIterator]()
      for (const sentence of [...toneSentences, ...toneSentences]) {
        const pcm = toneSpeech(sentence)
        const middle = pcm.byteLength - 12_000
        feed(stream, pcm.subarray(0, middle))
        for (let text = ''; text.split(' ').length < 2; expect(sentence.startsWith(text)).toBe(true)) text = (await nextText(texts)).text
        feed(stream, pcm.subarray(middle))
        stream.endUtterance()
        expect((await nextFinal(texts)).text).toBe(sentence)
      }
      stream.close()
    })

    it('waits for a vendor that is late', async () => {
      vendor.be('late')
      expect(await finalsOf(await listen(engineWith()), toneSentences)).toEqual(toneSentences)
    })

    it('does not wait for longer than it may, and does not take a late text for that of the next utterance', async () => {
      vendor.be('late')
      const stream = await listen(engineWith({ patience: { lateMs: 20, stallMs: 5_000 } }))
      const texts = stream.texts[Symbol.asyncIterator]()
      feed(stream, toneSpeech(toneSentences[0]!))
      await nextText(texts)
      stream.endUtterance()
      expect(toneSentences[0]!.startsWith((await nextFinal(texts)).text)).toBe(true)
      await new Promise((done) => setTimeout(done, playedLatenessMs * 2))
      vendor.be('well')
      feed(stream, Buffer.concat([toneSpeech(toneSentences[1]!), new Uint8Array(9_600)]))
      // Now there is something to go on when it is late again.
      for (let text = ''; text !== toneSentences[1]; ) text = (await nextText(texts)).text
      stream.endUtterance()
      expect((await nextFinal(texts)).text).toBe(toneSentences[1])
      stream.close()
      expect(await Array.fromAsync(stream.texts)).toEqual([])
    })

    it('gives up a vendor that says nothing any more, or something that is no message', async () => {
      for (const mood of ['mute', 'rubbish'] as const) {
        vendor.be('well')
        const stream = await listen(engineWith({ patience: { lateMs: 20, stallMs: 100 } }))
        vendor.be(mood)
        const texts = Array.fromAsync(stream.texts)
        feed(stream, Buffer.concat([toneSpeech(toneSentences[0]!), toneSpeech(toneSentences[1]!)]))
        stream.endUtterance()
        expect((await faultOf(texts)).retryable, mood).toBe(true)
      }
    })

    it('says that the key is wrong, and that there is none, without showing it', async () => {
      const fault = await faultOf(begins(listen(engineWith({ key: 'not-the-key' }))))
      expect(fault).toMatchObject({ retryable: false, status: it_.keyStatus })
      expect(fault.message).not.toContain('not-the-key')
      expect((await faultOf(begins(listen(engineWith({ key: 'clé-secrète' }))))).retryable).toBe(false)
      const without = engineWith({ key: ' ' })
      expect(await without.available()).toEqual({ available: false, sentence: expect.stringMatching(/key.*\.$/) })
      expect((await faultOf(listen(without))).retryable).toBe(false)
    })

    it.each(it_.refusals ?? refusals)('tells whether to try again when the vendor refuses with %i', async (status, retryable) => {
      vendor.refuse(status)
      expect(await faultOf(begins(listen(engineWith())))).toMatchObject({ retryable, status })
      await vi.waitFor(() => expect(vendor.talks).toBe(0), 5_000)
    })

    it('does not wait for ever for a vendor that does not take up the conversation', async () => {
      vendor.refuse(0)
      expect((await faultOf(begins(listen(engineWith({ patience: { openMs: 100, lateMs: 20, stallMs: 100 } }))))).retryable).toBe(true)
    })

    it('does not begin when it was given up before, and leaves nothing open when it is closed', async () => {
      const engine = engineWith()
      await expect(engine.listen({ languages: ['en'], format: 'pcm-16k', phrases: [] }, AbortSignal.abort())).rejects.toThrow()
      const streams = await Promise.all([1, 2, 3].map(() => listen(engine)))
      feed(streams[0]!, toneSpeech(toneSentences[0]!))
      streams[0]!.close()
      await engine.close()
      for (const stream of streams) expect(await Array.fromAsync(stream.texts)).toEqual([])
      await vi.waitFor(() => expect(vendor.talks).toBe(0), 5_000)
      expect(vendor.complaints).toEqual([])
    })

    it('hands phrases on, no more than the vendor takes', async () => {
      const phrases = [
        'Myna',
        'Sundarban Tours',
        ' ',
        'শান্তিনিকেতন',
        'Myna',
        ...Array.from({ length: 2_000 }, (_, at) => `a long name of product ${at} `.repeat(1 + (at % 9))),
      ]
      vendor.phrases.length = 0
      expect(await finalsOf(await listen(engineWith(), { phrases }), toneSentences.slice(0, 1))).toEqual(toneSentences.slice(0, 1))
      expect(vendor.complaints).toEqual([])
      expect(vendor.phrases.slice(0, 3)).toEqual(['Myna', 'Sundarban Tours', 'শান্তিনিকেতন'])
    })

    it('listens in every language it claims, alone and with others', async () => {
      const engine = engineWith()
      for (const languages of [...engine.languages.map((it) => [it]), [...engine.languages], engine.languages.toReversed()]) {
        const stream = await listen(engine, { languages })
        const texts = stream.texts[Symbol.asyncIterator]()
        feed(stream, toneSpeech(toneSentences[0]!))
        stream.endUtterance()
        const { text, language } = await nextFinal(texts)
        stream.close()
        expect(text).toBe(toneSentences[0])
        expect(languages).toContain(language)
      }
      expect(vendor.complaints).toEqual([])
    })

    it.runIf(it_.keepsAlive)('keeps the line open while nobody speaks', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
      const stream = await listen(engineWith())
      const before = vendor.signsOfLife
      vi.advanceTimersByTime(30_000)
      await vi.waitFor(() => expect(vendor.signsOfLife - before).toBeGreaterThanOrEqual(3), 5_000)
      vi.useRealTimers()
      expect(await finalsOf(stream, toneSentences)).toEqual(toneSentences)
      expect(vendor.complaints).toEqual([])
    })
  })
}

async function nextText(texts: AsyncIterator<Recognised>): Promise<Recognised> {
  const { value, done } = await texts.next()
  if (done) throw new Error('the texts ended')
  return value
}

/** A vendor without a handshake may refuse with the first sound. */
async function begins(listening: Promise<RecognitionStream>): Promise<void> {
  const stream = await listening
  feed(stream, toneSpeech(toneSentences[0]!))
  stream.endUtterance()
  for await (const text of stream.texts) if (text.final) break
  stream.close()
}
