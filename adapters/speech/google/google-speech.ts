import { PortFault } from '@myna/ports/fault'
import { createKeptVoices } from '@myna/ports/kept-voices'
import { inTurn } from '@myna/ports/in-turn'
import type { SoundFormat } from '@myna/ports/sound'
import { longestMs, spokenChunks } from '@myna/ports/sound-over-http'
import type { SpeechEngine, SpeechRequest } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { bodyOf, type Patience } from '@myna/ports/vendor-request'
import { createShapeConverter, type ShapeConverter } from '@myna/sound/shape-converter'
import { createWavReader, WavFault } from '@myna/sound/wav-reader'
import { audioContent } from '#audio-content.ts'
import { createCredentials } from '#credentials.ts'

import { type GoogleVoice, listVoices, takesPitch, takesRate } from '#list-voices.ts'
import { refusalOf } from '#refusal-of.ts'

export type GoogleSpeechSettings = {
  /** The guarded one. */
  fetch: typeof globalThis.fetch
  /** An API key, or the JSON of a service account. */
  key: string
  /** What voices are known by, before the colon; `google`. */
  name?: string | undefined
  baseUrl?: string | undefined
  /** For a server in the place of Google's. */
  tokenUrl?: string | undefined
  patience?: Patience | undefined
  now?: (() => number) | undefined
}

const vendor = 'Google'
const asked = {
  'pcm-16k': { audioEncoding: 'LINEAR16', sampleRateHertz: 16_000 },
  'pcm-8k': { audioEncoding: 'LINEAR16', sampleRateHertz: 8_000 },
  'mulaw-8k': { audioEncoding: 'MULAW', sampleRateHertz: 8_000 },
} as const satisfies Record<SoundFormat, unknown>
/** Google takes 5,000 bytes, of which a letter of Hindi is 3; but what is long is heard late, for sound is made whole before it is sent. */
const [mostCharacters, gatheredCharacters] = [400, 250]

/** Speech by Google Cloud Text-to-Speech v1, a few sentences at a time. Pace, height and loudness by Google itself, as far as the kind of voice takes them. */
export function createGoogleSpeech(it: GoogleSpeechSettings): SpeechEngine {
  const baseUrl = (it.baseUrl ?? 'https://texttospeech.googleapis.com').replace(/\/+$/, '')
  const { fetch, patience } = it
  const credentials = createCredentials({ fetch, key: it.key, tokenUrl: it.tokenUrl, patience, now: it.now ?? Date.now })
  const voices = createKeptVoices<GoogleVoice>({ vendor, load: (signal) => listVoices({ fetch, baseUrl, credentials, signal, patience }), now: it.now })

  async function* part(text: string, request: SpeechRequest, voice: GoogleVoice, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const body = bodyOf({
      vendor,
      fetch,
      url: `${baseUrl}/v1/text:synthesize`,
      method: 'POST',
      headers: { ...(await credentials(signal)), 'content-type': 'application/json' },
      body: JSON.stringify({
        input: { text },
        voice: { languageCode: voice.locale, name: voice.voice },
        audioConfig: { ...asked[request.format], ...prosodyOf(request, voice.voice) },
      }),
      wants: 'json',
      signal,
      patience,
      // As base64: a third more.
      maxBytes: longestMs(text, request.speed) * 32 * 1.4,
      refusalOf,
    })
    yield* withoutHeader(audioContent(body), request.format)
  }

  async function* sound(request: SpeechRequest, text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const voice = await voices.voiceOf(request.voice, signal)
    const parts = textSegments(text, { most: mostCharacters, gather: gatheredCharacters, early: true })
    yield* inTurn(parts, (it) => part(it, request, voice, signal))
  }

  return {
    name: it.name ?? 'google',
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    available: voices.available,
    voices: voices.voices,
    speak: (request, outer) => spokenChunks({ vendor, request, outer, open: (text, signal) => voices.watched(sound(request, text, signal)) }),
    close: async () => voices.close(),
  }
}

/** What differs from how the voice is by itself, within Google's bounds: semitones for a factor of height, decibels for one of loudness. */
function prosodyOf({ speed, pitch, volume }: SpeechRequest, voice: string): Record<string, number> {
  const within = (value: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, value)) * 100) / 100
  return {
    ...(speed !== 1 && takesRate(voice) ? { speakingRate: within(speed, 0.25, 4) } : {}),
    ...(pitch !== 1 && takesPitch(voice) ? { pitch: within(12 * Math.log2(Math.max(pitch, 0.01)), -20, 20) } : {}),
    ...(volume === 1 ? {} : { volumeGainDb: within(20 * Math.log10(Math.max(volume, 1e-6)), -96, 16) }),
  }
}

/** Sound of a WAV, in its own shape or any other, as the format wished. */
async function* withoutHeader(wav: AsyncIterable<Uint8Array>, to: SoundFormat): AsyncGenerator<Uint8Array> {
  const reader = createWavReader()
  let converter: ShapeConverter | undefined
  try {
    for await (const piece of wav) {
      const sound = reader.push(piece)
      if (reader.shape) converter ??= createShapeConverter({ from: reader.shape, to, gain: 1 })
      if (converter && sound.byteLength > 0) yield converter.push(sound)
    }
    reader.end()
    if (converter) yield converter.flush()
  } catch (error) {
    throw error instanceof WavFault ? new PortFault(`${vendor} ${error.message}.`, { retryable: false }) : error
  }
}
