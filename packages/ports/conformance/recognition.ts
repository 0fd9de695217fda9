import { createConverter } from '@myna/sound/converter'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortFault } from '../fault.ts'
import type { ListenRequest, Recognised, RecognitionEngine, RecognitionStream } from '../recognition.ts'
import type { SoundFormat } from '../sound.ts'
import type { SpeechLanguage } from '../speech.ts'

/** What the suite says to an engine: sentences of `language` with their sound, 16 kHz mono PCM, 16 bit little-endian. */
export type SpokenFixture = { language: SpeechLanguage; sentences: readonly { text: string; pcm: Uint8Array }[] }

/**
 * Registers the tests every recognition engine must pass. `open` gives an engine that can listen here and two or more sentences, and `cut` where somebody can tear
 * the engine away from whoever listens; `mostErrors` is the share of words it may get wrong. With `missing` set the tests are skipped, and the sentence says why.
 */
export function recognitionConformance(
  name: string,
  it_: { open: () => Promise<{ engine: RecognitionEngine; spoken: SpokenFixture; cut?: () => void }>; mostErrors: number; missing?: string | undefined },
): void {
  describe.skipIf(it_.missing !== undefined)(`${name} listens as the port says${it_.missing === undefined ? '' : ` (skipped: ${it_.missing})`}`, () => {
    let engine: RecognitionEngine
    let spoken: SpokenFixture
    let cut: (() => void) | undefined
    beforeAll(async () => void ({ engine, spoken, cut } = await it_.open()))
    afterAll(() => engine?.close())
    const request = (language: SpeechLanguage, format: SoundFormat = 'pcm-16k'): ListenRequest => ({ languages: [language], format, phrases: [] })
    const listen = (signal = new AbortController().signal) => engine.listen(request(spoken.language), signal)

    it('says that it is available, in a sentence', async () => {
      expect(await engine.available()).toEqual({ available: true, sentence: expect.stringMatching(/\.$/) })
    })

    it('understands one utterance after the other, with one final text each', async () => {
      const stream = await listen()
      const texts = stream.texts[Symbol.asyncIterator]()
      let wrong = 0
      let words = 0
      for (const { text, pcm } of spoken.sentences) {
        feed(stream, pcm)
        stream.endUtterance()
        const heard = await nextFinal(texts)
        expect(heard.language).toBe(spoken.language)
        wrong += wordErrors(text, heard.text)
        words += text.split(' ').length
      }
      stream.close()
      expect(wrong / words).toBeLessThanOrEqual(it_.mostErrors)
    })

    it('takes sound in pieces of any length, and a second utterance before the first is finished', async () => {
      const stream = await listen()
      const texts = stream.texts[Symbol.asyncIterator]()
      const [first, second] = spoken.sentences
      feed(stream, first!.pcm, 6002)
      stream.endUtterance()
      feed(stream, second!.pcm, 334)
      stream.endUtterance()
      const finals = [await nextFinal(texts), await nextFinal(texts)]
      stream.close()
      expect(wordErrors(first!.text, finals[0]!.text)).toBeLessThan(wordErrors(first!.text, finals[1]!.text))
      expect(wordErrors(second!.text, finals[1]!.text)).toBeLessThan(wordErrors(second!.text, finals[0]!.text))
    })

    it('understands sound in every format it takes, pcm-16k among them', async () => {
      expect(engine.formats).toContain('pcm-16k')
      for (const format of engine.formats) {
        const stream = await engine.listen(request(spoken.language, format), new AbortController().signal)
        const texts = stream.texts[Symbol.asyncIterator]()
        const [{ text, pcm }] = spoken.sentences as [{ text: string; pcm: Uint8Array }]
        feed(stream, converted(pcm, format))
        stream.endUtterance()
        const heard = await nextFinal(texts)
        stream.close()
        expect(wordErrors(text, heard.text) / text.split(' ').length, format).toBeLessThanOrEqual(it_.mostErrors * 2)
      }
    })

    it('answers an utterance without speech with an empty final text', async () => {
      const stream = await listen()
      const texts = stream.texts[Symbol.asyncIterator]()
      stream.endUtterance()
      expect(await nextFinal(texts)).toMatchObject({ text: '', final: true })
      feed(stream, new Uint8Array(32_000))
      stream.endUtterance()
      expect(await nextFinal(texts)).toMatchObject({ text: '', final: true })
      stream.close()
    })

    it('ends its texts without error when closed, also twice, and takes sound no more', async () => {
      const stream = await listen()
      feed(stream, spoken.sentences[0]!.pcm)
      stream.close()
      stream.close()
      stream.feed(new Uint8Array(640))
      stream.endUtterance()
      expect((await Array.fromAsync(stream.texts)).filter((it) => it.final)).toEqual([])
    })

    it('ends its texts without error when aborted', async () => {
      const stop = new AbortController()
      const stream = await listen(stop.signal)
      const texts = Array.fromAsync(stream.texts)
      stop.abort()
      expect(await texts).toEqual([])
    })

    it('ends its texts with a port fault that may be tried again when it is cut off, and listens anew', async (test) => {
      if (!cut) return test.skip('nobody can cut it off here')
      const { text, pcm } = spoken.sentences[0]!
      const stream = await listen()
      const texts = Array.fromAsync(stream.texts)
      feed(stream, pcm.subarray(0, pcm.byteLength / 2))
      cut()
      const fault = await texts.catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(PortFault)
      expect((fault as PortFault).retryable).toBe(true)
      stream.feed(pcm)
      stream.endUtterance()
      stream.close()
      const next = await listen()
      feed(next, pcm)
      next.endUtterance()
      const heard = await nextFinal(next.texts[Symbol.asyncIterator]())
      next.close()
      expect(wordErrors(text, heard.text)).toBeLessThan(text.split(' ').length)
    })

    it('listens to several people at once', async () => {
      const heard = await Promise.all(
        spoken.sentences.slice(0, 2).map(async ({ text, pcm }) => {
          const stream = await listen()
          feed(stream, pcm)
          stream.endUtterance()
          const final = await nextFinal(stream.texts[Symbol.asyncIterator]())
          stream.close()
          return wordErrors(text, final.text) / text.split(' ').length
        }),
      )
      for (const share of heard) expect(share).toBeLessThan(1)
    })

    it('refuses a language it does not understand with a port fault', async () => {
      const foreign = (['en', 'hi', 'hinglish', 'bn'] as const).find((it) => !engine.languages.includes(it))
      if (foreign) await expect(engine.listen(request(foreign), new AbortController().signal)).rejects.toBeInstanceOf(PortFault)
    })
  })
}

/** Feeds sound in pieces of `length` bytes. */
export function feed(stream: RecognitionStream, pcm: Uint8Array, length = 640): void {
  for (let at = 0; at < pcm.byteLength; at += length) stream.feed(pcm.subarray(at, at + length))
}

/** Sound of 16 kHz in another format. */
function converted(pcm: Uint8Array, format: SoundFormat): Uint8Array {
  const converter = createConverter('pcm-16k', format)
  return Buffer.concat([converter.push(pcm).slice(), converter.flush().slice()])
}

export async function nextFinal(texts: AsyncIterator<Recognised>): Promise<Recognised> {
  for (;;) {
    const { value, done } = await texts.next()
    if (done) throw new Error('the texts ended before a final one')
    if (value.final) return value
  }
}

/** Words to put in, take out or replace to make one text of the other (Levenshtein's distance over words). */
export function wordErrors(expected: string, heard: string): number {
  const to = heard.split(' ').filter((it) => it !== '')
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [i, word] of expected.split(' ').entries()) {
    const next = [i + 1]
    for (const [j, other] of to.entries()) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (word === other ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
