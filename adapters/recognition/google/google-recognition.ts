import { Client, credentials } from '@grpc/grpc-js'
import { PortFault } from '@myna/ports/fault'
import type { ListenRequest, RecognitionEngine, RecognitionStream } from '@myna/ports/recognition'
import type { ListeningPatience } from '@myna/ports/socket-listening'
import { knownLanguages } from '@myna/ports/socket-recognition'
import type { SoundFormat } from '@myna/ports/sound'
import type { SpeechLanguage } from '@myna/ports/speech'
import { type GoogleKey, readGoogleKey } from '#google-key.ts'
import { listenToCaller } from '#listen-to-caller.ts'
import type { RecognitionConfig } from '#speech-service.ts'

export type GoogleRecognitionOptions = {
  /** An API key, or the JSON file of a service account. */
  key: string
  /** `https://speech.googleapis.com`, or that of a region such as `https://eu-speech.googleapis.com`. */
  baseUrl?: string | undefined
  /** Hosts (`host:port`) beside Google's own that the operator allows, also without TLS. */
  allowHosts?: readonly string[] | undefined
  /** Google chooses one unless it is named; `telephony`, `latest_long` and others exist for some languages only. */
  model?: string | undefined
  /** Which English and which Bengali; those of India. */
  locales?: { en?: 'en-IN' | 'en-US' | 'en-GB' | undefined; bn?: 'bn-IN' | 'bn-BD' | undefined } | undefined
  /** For the token of a service account; the guarded one. */
  fetch: typeof globalThis.fetch
  patience?: ListeningPatience | undefined
  /** After so much sound a new stream takes over in a pause, for Google ends one after five minutes; 240 s. */
  streamMs?: number | undefined
}

type Language = 'en' | 'hi' | 'bn'

const vendor = 'Google'
const languages: readonly Language[] = ['en', 'hi', 'bn']
const encodings: Record<SoundFormat, { encoding: RecognitionConfig['encoding']; rate: number }> = {
  'pcm-16k': { encoding: 'LINEAR16', rate: 16_000 },
  'mulaw-8k': { encoding: 'MULAW', rate: 8_000 },
  'pcm-8k': { encoding: 'LINEAR16', rate: 8_000 },
}
const formats = Object.keys(encodings) as SoundFormat[]
const mostPhrases = 500
const mostPhraseCharacters = 100
const channelSettings = { 'grpc.enable_retries': 0, 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_receive_message_length': 1_000_000 }

/** Recognition by Google Cloud Speech-to-Text v1, `StreamingRecognize` over gRPC: one stream an utterance, all on one connection. */
export function createGoogleRecognition(options: GoogleRecognitionOptions): RecognitionEngine {
  const open = new Set<RecognitionStream>()
  const closing = new AbortController()
  let connection: { client: Client; key: GoogleKey } | undefined
  const connect = () => (connection ??= { key: readGoogleKey(options.key, options.fetch), client: clientOf(options) })
  const missing = options.key.trim() === '' ? 'Google needs a key. Enter one, or choose another recogniser.' : undefined

  return {
    name: 'google',
    languages,
    formats,
    async available() {
      if (missing !== undefined) return { available: false, sentence: missing }
      try {
        connect()
      } catch (error) {
        if (error instanceof PortFault) return { available: false, sentence: error.message }
        throw error
      }
      return { available: true, sentence: 'Google understands English, Hindi and Bengali; what callers say is sent to it.' }
    },
    async listen(request, signal) {
      if (missing !== undefined) throw new PortFault(missing, { retryable: false })
      const known = knownLanguages(vendor, languages, request)
      if (!formats.includes(request.format)) throw new PortFault(`${vendor} does not take sound as ${request.format}.`, { retryable: false })
      const either = AbortSignal.any([signal, closing.signal])
      either.throwIfAborted()
      const { client, key } = connect()
      await key.metadata(either)
      await whenReady(client, options.patience?.openMs ?? 8_000)
      either.throwIfAborted()
      const stream = listenToCaller({
        client,
        key,
        config: configOf(options, { ...request, languages: known }),
        format: request.format,
        languages: known,
        signal: either,
        patience: options.patience,
        streamMs: options.streamMs ?? 240_000,
        onOver: () => void open.delete(stream),
      })
      open.add(stream)
      return stream
    },
    async close() {
      closing.abort()
      for (const stream of open) stream.close()
      connection?.client.close()
    },
  }
}

function clientOf({ baseUrl = 'https://speech.googleapis.com', allowHosts = [] }: GoogleRecognitionOptions): Client {
  const url = URL.parse(baseUrl)
  const isAllowed = url !== null && allowHosts.includes(url.host)
  if (!url || (!isAllowed && (url.protocol !== 'https:' || !url.hostname.endsWith('.googleapis.com') || url.port !== '')))
    throw new PortFault('The address of Google is none of its own. The operator can allow its host.', { retryable: false })
  const isPlain = url.protocol === 'http:'
  return new Client(
    `${url.hostname}:${url.port || (isPlain ? '80' : '443')}`,
    isPlain ? credentials.createInsecure() : credentials.createSsl(),
    channelSettings,
  )
}

function whenReady(client: Client, ms: number): Promise<void> {
  return new Promise((done, fail) => {
    client.waitForReady(Date.now() + ms, (error) => (error ? fail(new PortFault('Google could not be reached.', { retryable: true })) : done()))
  })
}

function configOf(
  { model, locales }: GoogleRecognitionOptions,
  request: ListenRequest & { languages: readonly [SpeechLanguage, ...SpeechLanguage[]] },
): RecognitionConfig {
  const codes: Record<Language, string> = { en: locales?.en ?? 'en-IN', hi: 'hi-IN', bn: locales?.bn ?? 'bn-IN' }
  const [first, ...others] = request.languages.map((it) => codes[it as Language])
  const { encoding, rate } = encodings[request.format]
  const phrases = [...new Set(request.phrases.map((it) => it.replace(/\s+/g, ' ').trim()))]
    .filter((it) => it !== '' && it.length <= mostPhraseCharacters)
    .slice(0, mostPhrases)
  return {
    encoding,
    sample_rate_hertz: rate,
    language_code: first!,
    enable_automatic_punctuation: true,
    ...(others.length > 0 ? { alternative_language_codes: others } : {}),
    ...(phrases.length > 0 ? { speech_contexts: [{ phrases }] } : {}),
    ...(model === undefined ? {} : { model }),
  }
}
