import { openLocalSocket } from '@myna/ports/conformance/local-socket'
import { playedRecognitionConformance } from '@myna/ports/conformance/played-recognition'
import { recognitionConformance } from '@myna/ports/conformance/recognition'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import { createElevenLabsRecognition } from '#elevenlabs-recognition.ts'
import { playElevenLabs } from '#test/play-elevenlabs.ts'

type Vendor = Awaited<ReturnType<typeof playElevenLabs>>
/** A busy machine is no late vendor. */
const unhurried = { openMs: 20_000, lateMs: 20_000, stallMs: 25_000 }
const engineFor = (vendor: Vendor, it: { key?: string; patience?: object } = {}) =>
  createElevenLabsRecognition({ key: vendor.key, baseUrl: vendor.url, openSocket: openLocalSocket, patience: unhurried, ...it })

recognitionConformance('elevenlabs', {
  async open() {
    const vendor = await playElevenLabs()
    const engine = engineFor(vendor)
    const spoken = { language: 'en', sentences: toneSentences.map((text) => ({ text, pcm: toneSpeech(text) })) } as const
    return { engine: { ...engine, close: () => engine.close().then(vendor.close) }, spoken, cut: vendor.cut }
  },
  mostErrors: 0,
})

playedRecognitionConformance('elevenlabs', {
  open: playElevenLabs,
  engine: (vendor, it) => engineFor(vendor as Vendor, it),
  keepsAlive: true,
  keyStatus: 401,
})
