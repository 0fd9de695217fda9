import { PortFault } from '@myna/ports/fault'
import { createKeptVoices } from '@myna/ports/kept-voices'
import { longestMs, spokenChunks } from '@myna/ports/sound-over-http'
import type { SpeechEngine, SpeechRequest } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { bodyOf, type Patience } from '@myna/ports/vendor-request'
import { createShapeConverter } from '@myna/sound/shape-converter'
import { refusalOf } from '#refusal-of.ts'
import { isFirstGeneration, type OpenAiVoice, voicesOf } from '#voices.ts'

export type OpenAiSpeechSettings = {
  /** The guarded one. */
  fetch: typeof globalThis.fetch
  /** Empty for a server of one's own that wants none. */
  key: string
  /** What voices are known by, before the colon; `openai`. */
  name?: string | undefined
  /** The address before `/audio/speech`. */
  baseUrl?: string | undefined
  /** `gpt-4o-mini-tts`. */
  model?: string | undefined
  /** How to speak, in words; models of the first generation cannot take it. */
  instructions?: string | undefined
  patience?: Patience | undefined
  now?: (() => number) | undefined
}

const vendor = 'OpenAI'
/** It answers `pcm` at this rate, without a header. */
const rate = 24_000
const mostCharacters = 4_096
const [slowest, fastest] = [0.25, 4]

/** Speech by OpenAI, or a server that speaks its `/audio/speech`: fixed voices that speak any language. Loudness by gain; no height. */
export function createOpenAiSpeech(it: OpenAiSpeechSettings): SpeechEngine {
  const url = `${(it.baseUrl ?? 'https://api.openai.com/v1').replace(/\/+$/, '')}/audio/speech`
  const model = it.model ?? 'gpt-4o-mini-tts'
  const key = it.key.trim()
  const instructions = isFirstGeneration(model) ? undefined : it.instructions?.slice(0, mostCharacters)
  const voices = createKeptVoices<OpenAiVoice>({
    vendor,
    async load() {
      // No list proves a key here, but none at all is surely refused.
      if (key === '' && it.baseUrl === undefined) throw new PortFault('OpenAI needs a key.', { retryable: false })
      return voicesOf(model)
    },
    now: it.now,
  })

  async function* sound(request: SpeechRequest, text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { voice } = await voices.voiceOf(request.voice, signal)
    const converter = createShapeConverter({ from: { rate, encoding: 'pcm16', channels: 1 }, to: request.format, gain: request.volume })
    const speed = Math.min(fastest, Math.max(slowest, request.speed))
    for (const part of textSegments(text, { most: mostCharacters, gather: mostCharacters, early: false })) {
      const body = bodyOf({
        vendor,
        fetch: it.fetch,
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({
          model,
          input: part,
          voice,
          response_format: 'pcm',
          ...(speed === 1 ? {} : { speed }),
          ...(instructions ? { instructions } : {}),
        }),
        wants: 'sound',
        signal,
        patience: it.patience,
        maxBytes: (longestMs(part, request.speed) * rate * 2) / 1000,
        refusalOf,
      })
      for await (const piece of body) yield converter.push(piece)
    }
    yield converter.flush()
  }

  return {
    name: it.name ?? 'openai',
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    available: voices.available,
    voices: voices.voices,
    speak: (request, outer) => spokenChunks({ vendor, request, outer, open: (text, signal) => voices.watched(sound(request, text, signal)) }),
    close: async () => voices.close(),
  }
}
