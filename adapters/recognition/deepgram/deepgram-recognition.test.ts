import { openLocalSocket } from '@myna/ports/conformance/local-socket'
import { playedRecognitionConformance } from '@myna/ports/conformance/played-recognition'
import { feed, nextFinal, recognitionConformance } from '@myna/ports/conformance/recognition'
import { socketSpec } from '@myna/ports/conformance/socket-spec'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import { describe, expect, it, vi } from 'vitest'
import { createDeepgramRecognition } from '#deepgram-recognition.ts'
import { playDeepgram } from '#test/play-deepgram.ts'

type Vendor = Awaited<ReturnType<typeof playDeepgram>>
/** A busy machine is no late vendor. */
const unhurried = { openMs: 20_000, lateMs: 20_000, stallMs: 25_000 }
const engineFor = (vendor: Vendor, it: { key?: string; patience?: object } = {}) =>
  createDeepgramRecognition({ key: vendor.key, baseUrl: vendor.url, openSocket: openLocalSocket, patience: unhurried, ...it })

recognitionConformance('deepgram', {
  async open() {
    const vendor = await playDeepgram()
    const engine = engineFor(vendor)
    const spoken = { language: 'en', sentences: toneSentences.map((text) => ({ text, pcm: toneSpeech(text) })) } as const
    return { engine: { ...engine, close: () => engine.close().then(vendor.close) }, spoken, cut: vendor.cut }
  },
  mostErrors: 0,
})

playedRecognitionConformance('deepgram', {
  open: () => playDeepgram(),
  engine: (vendor, it) => engineFor(vendor as Vendor, it),
  keepsAlive: true,
  keyStatus: 401,
})

describe('deepgram that does not answer', () => {
  it('is not waited for when all but a little of an utterance is final', async () => {
    const vendor = await playDeepgram({ leastMs: 400 })
    vendor.be('splits')
    const engine = engineFor(vendor, { patience: { lateMs: 60_000, stallMs: 60_000 } })
    const stream = await engine.listen({ languages: ['hi', 'en'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
    const texts = stream.texts[Symbol.asyncIterator]()
    for (const sentence of ['please call', 'me back']) {
      feed(stream, toneSpeech(sentence))
      while ((await texts.next()).value?.text !== sentence);
      stream.endUtterance()
      expect(await nextFinal(texts)).toMatchObject({ text: sentence, language: 'en' })
    }
    await engine.close()
    await vendor.close()
  })
})

const spec = socketSpec('deepgram/asyncapi.yml')
describe.skipIf(spec.absent)(
  `deepgram's own description${spec.absent ? ' (skipped: set MYNA_VENDOR_SPECS to a folder with deepgram/asyncapi.yml)' : ''}`,
  () => {
    it('allows every handshake and every message of both sides', async () => {
      const vendor = await playDeepgram()
      const engine = engineFor(vendor)
      for (const format of engine.formats)
        for (const language of engine.languages) {
          const stream = await engine.listen({ languages: [language], format, phrases: ['Myna', 'Sundarban Tours'] }, new AbortController().signal)
          feed(stream, toneSpeech(toneSentences[0]!))
          stream.endUtterance()
          await nextFinal(stream.texts[Symbol.asyncIterator]())
          stream.close()
        }
      await engine.close()
      await vi.waitFor(() => expect(vendor.talks).toBe(0))
      await vendor.close()
      expect(vendor.handshakes).toHaveLength(12)
      expect(vendor.handshakes.flatMap(({ url }) => spec.queryWrongs('/v1/listen', url))).toEqual([])
      expect(new Set(vendor.messages.map(({ from, message }) => `${from} ${(message as { type: string }).type}`))).toEqual(
        new Set(['client Finalize', 'client CloseStream', 'vendor Results']),
      )
      for (const { from, message } of vendor.messages) expect(spec.messageWrongs('/v1/listen', from, message)).toEqual([])
      expect(spec.queryWrongs('/v1/listen', new URL('ws://played/v1/listen?model=nova-9&colour=red'))).toHaveLength(2)
      expect(spec.messageWrongs('/v1/listen', 'client', { type: 'Finalise' })).not.toEqual([])
    })
  },
)
