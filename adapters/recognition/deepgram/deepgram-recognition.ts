import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { OpenSocket } from '@myna/ports/socket'
import type { ListeningManners, ListeningPatience } from '@myna/ports/socket-listening'
import { createSocketRecognition, type KnownRequest } from '@myna/ports/socket-recognition'
import type { SoundFormat } from '@myna/ports/sound'
import type { SpeechLanguage } from '@myna/ports/speech'
import { socketUrlOf, type VendorMessage } from '@myna/ports/vendor-talk'
import { createResultReader } from '#result-reader.ts'

export type DeepgramRecognitionOptions = {
  key: string
  /** `wss://api.deepgram.com`, or a region's or one's own server; `https` is understood as `wss`. */
  baseUrl?: string | undefined
  /** `nova-3`. */
  model?: string | undefined
  openSocket: OpenSocket
  patience?: ListeningPatience | undefined
}

const formats: Record<SoundFormat, { encoding: string; rate: number; bytesPerSecond: number }> = {
  'pcm-16k': { encoding: 'linear16', rate: 16_000, bytesPerSecond: 32_000 },
  'mulaw-8k': { encoding: 'mulaw', rate: 8_000, bytesPerSecond: 8_000 },
  'pcm-8k': { encoding: 'linear16', rate: 8_000, bytesPerSecond: 16_000 },
}
/** A conversation without sound or a word is ended after ten seconds. */
const keepAliveMs = 4_000
/** Less sound than this beyond the last final result is waited for no longer than that. */
const littleMs = 500
const hurryMs = 1_000
/** Deepgram takes 100 key terms of 500 tokens together; a token is two bytes at the least that can be feared. */
const mostKeyterms = 100
const mostKeytermBytes = 1_000

/** Recognition by Deepgram's streaming API, `/v1/listen`. Hinglish, and several languages at once, are heard by the model that follows a change of language. */
export function createDeepgramRecognition(options: DeepgramRecognitionOptions): RecognitionEngine {
  return createSocketRecognition({
    name: 'deepgram',
    vendor: 'Deepgram',
    languages: ['en', 'hi', 'hinglish', 'bn'],
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    key: options.key,
    openSocket: options.openSocket,
    patience: options.patience,
    mannersOf: (request) => mannersOf(options, request),
  })
}

function mannersOf(options: DeepgramRecognitionOptions, request: KnownRequest): ListeningManners {
  const format = formats[request.format]
  const read = createResultReader(request.languages, format.bytesPerSecond)
  return {
    url: urlOf(options, request),
    headers: { authorization: `Token ${options.key.trim()}` },
    sound: (piece) => piece,
    endOf(utterance, utterances) {
      // A little that is left may go without an answer.
      if (read.openMs(utterance) < littleMs) utterances.hurry(utterance, hurryMs)
      return [{ type: 'Finalize' }]
    },
    hear(message, utterances) {
      if (message['type'] === 'Results') return read.result(message, utterances)
      return message['type'] === 'Error' ? faultOfError(message) : undefined
    },
    faultOfClose: (code, reason) =>
      code === 1008 || reason.startsWith('DATA-') ? new PortFault('Deepgram could not read the sound.', { retryable: false }) : undefined,
    // 402: no credit; 403: the key may not use this model.
    refusalOf: (status) => (status === 400 ? 'model' : undefined),
    mayIgnoreBytes: format.bytesPerSecond,
    keepAlive: { everyMs: keepAliveMs, message: () => ({ type: 'KeepAlive' }) },
    goodbye: { type: 'CloseStream' },
  }
}

function urlOf({ baseUrl = 'wss://api.deepgram.com', model = 'nova-3' }: DeepgramRecognitionOptions, request: KnownRequest): string {
  const url = socketUrlOf('Deepgram', baseUrl, '/v1/listen')
  const { encoding, rate } = formats[request.format]
  const settings = {
    model,
    language: languageOf(request.languages),
    encoding,
    sample_rate: `${rate}`,
    channels: '1',
    interim_results: 'true',
    punctuate: 'true',
    // Only the end of an utterance as the listener tells it counts.
    endpointing: 'false',
  }
  for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, value)
  for (const phrase of keytermsOf(request.phrases)) url.searchParams.append(model.startsWith('nova-3') ? 'keyterm' : 'keywords', phrase)
  return url.href
}

function languageOf(languages: readonly SpeechLanguage[]): string {
  return languages.length > 1 || languages[0] === 'hinglish' ? 'multi' : languages[0]!
}

function keytermsOf(phrases: readonly string[]): string[] {
  let bytes = 0
  return [...new Set(phrases.map((it) => it.replace(/\s+/g, ' ').trim()))]
    .filter((it) => it !== '' && (bytes += Buffer.byteLength(it)) <= mostKeytermBytes)
    .slice(0, mostKeyterms)
}

/** Its words are not kept: they may repeat what was sent. */
function faultOfError(message: VendorMessage): PortFault {
  const code = typeof message['code'] === 'string' && /^[A-Z0-9_-]{1,40}$/.test(message['code']) ? ` (${message['code']})` : ''
  return new PortFault(`Deepgram reports an error${code}.`, { retryable: true })
}
