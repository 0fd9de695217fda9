import { PortFault } from '@myna/ports/fault'
import { inTurn } from '@myna/ports/in-turn'
import { createKeptVoices } from '@myna/ports/kept-voices'
import { longestMs, spokenChunks } from '@myna/ports/sound-over-http'
import type { SpeechEngine, SpeechRequest, SpeechVoice } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { bodyOf, type Patience } from '@myna/ports/vendor-request'
import { WavFault } from '@myna/sound/wav-reader'
import { checkedVoices } from '#checked-settings.ts'
import { type Filling, fillTemplate, fillText } from '#fill-template.ts'
import { readAnswer } from '#read-answer.ts'

/** A voice of the server: `voice` is what fills `{voice}`, its id unless said; `languageCode` what fills `{language}`, `en`, `hi` or `bn` unless said. */
export type HttpVoice = SpeechVoice & { voice?: string; languageCode?: string }

/** What the server answers: a WAV of any usual shape, 16-bit PCM without a header, or μ-law at 8 kHz without a header. A WAV is known by its beginning in any case. */
export type SoundAnswer = { as: 'wav' } | { as: 'pcm'; rate: number; channels?: number } | { as: 'mulaw' }

export type HttpSpeechSettings = {
  /** The guarded one: the address is chosen by a tenant. */
  fetch: typeof globalThis.fetch
  /** With `{text}`, `{voice}`, `{language}`, `{speed}` or `{slowness}` in its path or query, where the server wants them there. */
  url: string
  /** Fills `{key}` in a header; without such a header it is sent as a bearer token. */
  key?: string | undefined
  /** What voices are known by, before the colon; `http`. */
  name?: string | undefined
  /** `POST`. */
  method?: 'GET' | 'POST' | 'PUT' | undefined
  headers?: Record<string, string> | undefined
  /** JSON with the same places in its texts, or a text that is sent as it is; `{"text": "{text}"}`. */
  body?: unknown
  /** A WAV. */
  answers?: SoundAnswer | undefined
  /** One English voice. */
  voices?: readonly HttpVoice[] | undefined
  patience?: Patience | undefined
  now?: (() => number) | undefined
}

const vendor = 'The voice server'
const oneVoice: readonly HttpVoice[] = [{ id: 'voice', name: 'Voice', language: 'en', gender: 'neutral' }]
/** Small servers make sound whole before they send it: what is long is heard late. */
const [mostCharacters, gatheredCharacters] = [600, 300]

/** Speech by any server that answers a text with sound. Pace as far as its template has a place for it; loudness by gain; no height. */
export function createHttpSpeech(it: HttpSpeechSettings): SpeechEngine {
  const answers = it.answers ?? { as: 'wav' }
  const voices = createKeptVoices<HttpVoice>({ vendor, load: async () => checkedVoices(it, it.voices ?? oneVoice), now: it.now })

  async function* part(text: string, request: SpeechRequest, voice: HttpVoice, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { method = 'POST' } = it
    const speed = Math.min(4, Math.max(0.25, request.speed))
    const language = voice.languageCode ?? (request.language === 'hinglish' ? 'hi' : request.language)
    const filling = { text, voice: voice.voice ?? voice.id, language, speed, slowness: Math.round(1000 / speed) / 1000 }
    const sent = method === 'GET' ? undefined : bodyFor(it.body, filling)
    const body = bodyOf({
      vendor,
      fetch: it.fetch,
      url: fillText(it.url, filling, encodeURIComponent),
      method,
      headers: headersFor(it, sent?.contentType),
      ...(sent ? { body: sent.body } : {}),
      wants: 'sound',
      signal,
      patience: it.patience,
      // Two channels of floats at 48 kHz are the widest sound that is usual.
      maxBytes: longestMs(text, request.speed) * 384,
    })
    try {
      yield* readAnswer(body, { answers, to: request.format, gain: request.volume })
    } catch (error) {
      throw error instanceof WavFault ? new PortFault(`${vendor} ${error.message}.`, { retryable: false }) : error
    }
  }

  async function* sound(request: SpeechRequest, text: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const voice = await voices.voiceOf(request.voice, signal)
    const parts = textSegments(text, { most: mostCharacters, gather: gatheredCharacters, early: true })
    yield* inTurn(parts, (each) => part(each, request, voice, signal))
  }

  return {
    name: it.name ?? 'http',
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    available: voices.available,
    voices: voices.voices,
    speak: (request, outer) => spokenChunks({ vendor, request, outer, open: (text, signal) => voices.watched(sound(request, text, signal)) }),
    close: async () => voices.close(),
  }
}

function bodyFor(template: unknown, filling: Filling): { contentType: string; body: string } {
  if (typeof template === 'string') return { contentType: 'text/plain; charset=utf-8', body: fillText(template, filling) }
  return { contentType: 'application/json', body: JSON.stringify(fillTemplate(template ?? { text: '{text}' }, filling)) }
}

function headersFor({ headers = {}, key }: HttpSpeechSettings, contentType: string | undefined): Record<string, string> {
  const secret = key?.trim() ?? ''
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.replaceAll('{key}', secret)] as const)
  const takesKey = secret === '' || Object.values(headers).some((value) => value.includes('{key}'))
  return { ...(contentType ? { 'content-type': contentType } : {}), ...(takesKey ? {} : { authorization: `Bearer ${secret}` }), ...Object.fromEntries(given) }
}
