import { PortFault } from '@myna/ports/fault'
import { createKeptVoices } from '@myna/ports/kept-voices'
import type { SoundFormat } from '@myna/ports/sound'
import { longestMs, spokenChunks } from '@myna/ports/sound-over-http'
import type { SpeechEngine, SpeechRequest } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { bodyOf, type Patience } from '@myna/ports/vendor-request'
import { createShapeConverter } from '@myna/sound/shape-converter'
import { listVoices, type ElevenLabsVoice } from '#list-voices.ts'
import { languagesOf, takesLanguage } from '#models.ts'
import { refusalOf } from '#refusal-of.ts'

export type ElevenLabsSettings = {
  /** The guarded one. */
  fetch: typeof globalThis.fetch
  key: string
  /** What voices are known by, before the colon; `elevenlabs`. */
  name?: string | undefined
  baseUrl?: string | undefined
  /** `eleven_flash_v2_5`: the quickest to begin. */
  model?: string | undefined
  /** From 0 to 1; what is not said is as the voice's owner set it. */
  stability?: number | undefined
  similarity?: number | undefined
  style?: number | undefined
  patience?: Patience | undefined
  now?: (() => number) | undefined
}

const vendor = 'ElevenLabs'
const shapes = {
  'pcm-16k': { ask: 'pcm_16000', rate: 16_000, encoding: 'pcm16' },
  'pcm-8k': { ask: 'pcm_8000', rate: 8_000, encoding: 'pcm16' },
  'mulaw-8k': { ask: 'ulaw_8000', rate: 8_000, encoding: 'mulaw' },
} as const satisfies Record<SoundFormat, unknown>
/** The least that any of its models takes at once. */
const mostCharacters = 5_000
const [slowest, fastest] = [0.7, 1.2]

/** Speech by ElevenLabs, streamed, with the voices of the account. Pace within 0.7 to 1.2; loudness by gain; no height. */
export function createElevenLabsSpeech(it: ElevenLabsSettings): SpeechEngine {
  const baseUrl = (it.baseUrl ?? 'https://api.elevenlabs.io').replace(/\/+$/, '')
  const model = it.model ?? 'eleven_flash_v2_5'
  const headers = { 'xi-api-key': it.key.trim() }
  const voices = createKeptVoices<ElevenLabsVoice>({
    vendor,
    load: (signal) => listVoices({ fetch: it.fetch, baseUrl, headers, signal, patience: it.patience, languages: languagesOf(model) }),
    now: it.now,
  })

  async function* sound(request: SpeechRequest, text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const voice = await voices.voiceOf(request.voice, signal)
    if (!languagesOf(model).includes(request.language)) throw new PortFault(`${vendor}'s model ${model} does not speak this language.`, { retryable: false })
    const { ask, rate, encoding } = shapes[request.format]
    const converter = createShapeConverter({ from: { rate, encoding, channels: 1 }, to: request.format, gain: request.volume })
    for (const part of textSegments(withoutMarkup(text), { most: mostCharacters, gather: mostCharacters, early: false })) {
      const body = bodyOf({
        vendor,
        fetch: it.fetch,
        url: `${baseUrl}/v1/text-to-speech/${encodeURIComponent(voice.voiceId)}/stream?output_format=${ask}`,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          text: part,
          model_id: model,
          ...(takesLanguage(model) ? { language_code: request.language === 'hinglish' ? 'hi' : request.language } : {}),
          ...voiceSettings(it, request.speed),
        }),
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
    name: it.name ?? 'elevenlabs',
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    available: voices.available,
    voices: voices.voices,
    speak: (request, outer) => spokenChunks({ vendor, request, outer, open: (text, signal) => voices.watched(sound(request, text, signal)) }),
    close: async () => voices.close(),
  }
}

/** Its models act on tags such as `<break>`, and newer ones on `[laughs]`: a text is words alone. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(?=[\p{L}/!?])/gu, '< ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
}

function voiceSettings(it: ElevenLabsSettings, speed: number): { voice_settings?: Record<string, number> } {
  const wished = {
    stability: it.stability,
    similarity_boost: it.similarity,
    style: it.style,
    speed: speed === 1 ? undefined : Math.min(fastest, Math.max(slowest, speed)),
  }
  const said = Object.entries(wished).filter((entry): entry is [string, number] => entry[1] !== undefined)
  return said.length > 0 ? { voice_settings: Object.fromEntries(said) } : {}
}
