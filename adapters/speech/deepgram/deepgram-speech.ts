import { PortFault } from '@myna/ports/fault'
import { createKeptVoices } from '@myna/ports/kept-voices'
import type { SoundFormat } from '@myna/ports/sound'
import { longestMs, spokenChunks } from '@myna/ports/sound-over-http'
import type { SpeechEngine, SpeechRequest } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { bodyOf, type Patience } from '@myna/ports/vendor-request'
import { createShapeConverter } from '@myna/sound/shape-converter'
import { listVoices } from '#list-voices.ts'
import { refusalOf } from '#refusal-of.ts'

export type DeepgramSpeechSettings = {
  /** The guarded one. */
  fetch: typeof globalThis.fetch
  key: string
  /** What voices are known by, before the colon; `deepgram`. */
  name?: string | undefined
  baseUrl?: string | undefined
  /** The family of voices, `aura-2`; at Deepgram a voice is a model of its own. */
  model?: string | undefined
  patience?: Patience | undefined
  now?: (() => number) | undefined
}

const vendor = 'Deepgram'
const shapes = {
  'pcm-16k': { ask: 'linear16', rate: 16_000, encoding: 'pcm16' },
  'pcm-8k': { ask: 'linear16', rate: 8_000, encoding: 'pcm16' },
  'mulaw-8k': { ask: 'mulaw', rate: 8_000, encoding: 'mulaw' },
} as const satisfies Record<SoundFormat, unknown>
/** Deepgram refuses a text of more than 2,000. */
const mostCharacters = 1_900
const [slowest, fastest] = [0.7, 1.5]

/** Speech by Deepgram, streamed: English alone. Pace within 0.7 to 1.5 by Aura-2, not at all by Aura; loudness by gain; no height. */
export function createDeepgramSpeech(it: DeepgramSpeechSettings): SpeechEngine {
  const baseUrl = (it.baseUrl ?? 'https://api.deepgram.com').replace(/\/+$/, '')
  const family = it.model ?? 'aura-2'
  const headers = { authorization: `Token ${it.key.trim()}` }
  const voices = createKeptVoices({
    vendor,
    load: (signal) => listVoices({ fetch: it.fetch, baseUrl, headers, signal, patience: it.patience, family }),
    now: it.now,
  })

  async function* sound(request: SpeechRequest, text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const voice = await voices.voiceOf(request.voice, signal)
    if (request.language !== 'en') throw new PortFault(`${vendor} speaks English alone.`, { retryable: false })
    const { ask, rate, encoding } = shapes[request.format]
    const converter = createShapeConverter({ from: { rate, encoding, channels: 1 }, to: request.format, gain: request.volume })
    const speed = family.startsWith('aura-2') ? Math.min(fastest, Math.max(slowest, request.speed)) : 1
    const query = new URLSearchParams({
      model: voice.id,
      encoding: ask,
      sample_rate: `${rate}`,
      container: 'none',
      ...(speed === 1 ? {} : { speed: `${speed}` }),
    })
    for (const part of textSegments(withoutMarkup(text), { most: mostCharacters, gather: mostCharacters, early: false })) {
      const body = bodyOf({
        vendor,
        fetch: it.fetch,
        url: `${baseUrl}/v1/speak?${query}`,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ text: part }),
        wants: 'sound',
        signal,
        patience: it.patience,
        maxBytes: longestMs(part, request.speed) * 32,
        refusalOf,
      })
      for await (const piece of body) yield converter.push(piece)
    }
    yield converter.flush()
  }

  return {
    name: it.name ?? 'deepgram',
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    available: voices.available,
    voices: voices.voices,
    speak: (request, outer) => spokenChunks({ vendor, request, outer, open: (text, signal) => voices.watched(sound(request, text, signal)) }),
    close: async () => voices.close(),
  }
}

/** Aura-2 takes `\{"word": …}` for a pronunciation: a text is words alone. */
function withoutMarkup(text: string): string {
  return text.replaceAll('\\', ' ')
}
