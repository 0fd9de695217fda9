import { openLocalSocket } from '@myna/ports/conformance/local-socket'
import { playedRecognitionConformance } from '@myna/ports/conformance/played-recognition'
import { feed, nextFinal, recognitionConformance } from '@myna/ports/conformance/recognition'
import { socketSpec } from '@myna/ports/conformance/socket-spec'
import { toneSentences, toneSpeech } from '@myna/ports/conformance/tone-speech'
import { describe, expect, it } from 'vitest'
import { createOpenAiRecognition } from '#openai-recognition.ts'
import { playOpenAi } from '#test/play-openai.ts'

type Vendor = Awaited<ReturnType<typeof playOpenAi>>
/** A busy machine is no late vendor. */
const unhurried = { openMs: 20_000, lateMs: 20_000, stallMs: 25_000 }
const engineFor = (vendor: Vendor, it: { key?: string; model?: string; patience?: object } = {}) =>
  createOpenAiRecognition({ key: vendor.key, baseUrl: `${vendor.url}/v1`, openSocket: openLocalSocket, patience: unhurried, ...it })

recognitionConformance('openai', {
  async open() {
    const vendor = await playOpenAi()
    const engine = engineFor(vendor)
    const spoken = { language: 'en', sentences: toneSentences.map((text) => ({ text, pcm: toneSpeech(text) })) } as const
    return { engine: { ...engine, close: () => engine.close().then(vendor.close) }, spoken, cut: vendor.cut }
  },
  mostErrors: 0,
})

playedRecognitionConformance('openai', {
  open: playOpenAi,
  engine: (vendor, it) => engineFor(vendor as Vendor, it),
  keepsAlive: false,
  keyStatus: 401,
})

const models = ['gpt-live-transcribe', 'gpt-transcribe', 'gpt-realtime-whisper', 'gpt-4o-transcribe', 'whisper-1']
const clientEvents: Record<string, string> = {
  'session.update': 'RealtimeClientEventSessionUpdate',
  'input_audio_buffer.append': 'RealtimeClientEventInputAudioBufferAppend',
  'input_audio_buffer.commit': 'RealtimeClientEventInputAudioBufferCommit',
}

describe('models of openai', () => {
  it.each(models)('%s is told what it can be told, and understands', async (model) => {
    const vendor = await playOpenAi()
    const engine = engineFor(vendor, { model })
    const stream = await engine.listen({ languages: ['hi', 'en'], format: 'mulaw-8k', phrases: ['Myna'] }, new AbortController().signal)
    feed(stream, new Uint8Array(8_000).fill(0xff), 160)
    stream.endUtterance()
    expect(await nextFinal(stream.texts[Symbol.asyncIterator]())).toMatchObject({ text: '', final: true })
    await engine.close()
    await vendor.close()
    expect(vendor.complaints).toEqual([])
  })
})

const spec = socketSpec('openai/openapi.json')
describe.skipIf(spec.absent)(`openai's own description${spec.absent ? ' (skipped: set MYNA_VENDOR_SPECS to a folder with openai/openapi.json)' : ''}`, () => {
  it('allows every message of both sides', { timeout: 120_000 }, async () => {
    const vendor = await playOpenAi()
    for (const model of models) {
      const engine = engineFor(vendor, { model })
      for (const format of engine.formats) {
        const stream = await engine.listen({ languages: ['en'], format, phrases: ['Myna', 'Sundarban Tours'] }, new AbortController().signal)
        feed(stream, format === 'pcm-16k' ? toneSpeech(toneSentences[0]!) : new Uint8Array(8_000).fill(0xff))
        stream.endUtterance()
        await nextFinal(stream.texts[Symbol.asyncIterator]())
      }
      await engine.close()
    }
    await vendor.close()
    expect(vendor.complaints).toEqual([])
    const seen = new Set<string>()
    for (const { from, message } of vendor.messages) {
      const { type } = message as { type: string }
      seen.add(type)
      const name =
        from === 'client'
          ? clientEvents[type]
          : `RealtimeServerEvent${type
              .split(/[._]/)
              .map((it) => it[0]!.toUpperCase() + it.slice(1))
              .join('')}`
      expect(spec.schemaWrongs(name ?? type, message), type).toEqual([])
    }
    expect([...seen].filter((it) => it in clientEvents)).toHaveLength(3)
    expect(
      spec.schemaWrongs('RealtimeClientEventSessionUpdate', {
        type: 'session.update',
        session: { type: 'transcription', audio: { input: { format: { type: 'audio/pcm', rate: 16_000 } } } },
      }),
    ).not.toEqual([])
  })
})
