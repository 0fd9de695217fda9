import type { PortFault } from '@myna/ports/fault'
import { languageOfWriting } from '@myna/ports/language-of-writing'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { OpenSocket } from '@myna/ports/socket'
import type { ListeningManners, ListeningPatience } from '@myna/ports/socket-listening'
import { createSocketRecognition, type KnownRequest } from '@myna/ports/socket-recognition'
import type { SoundFormat } from '@myna/ports/sound'
import type { Utterance, Utterances } from '@myna/ports/utterances'
import { socketUrlOf, type VendorMessage } from '@myna/ports/vendor-talk'
import { faultOfMessage } from '#fault-of-message.ts'

export type ElevenLabsRecognitionOptions = {
  key: string
  /** `wss://api.elevenlabs.io`, or that of a region (`wss://api.in.residency.elevenlabs.io` and the like); `https` is understood as `wss`. */
  baseUrl?: string | undefined
  /** `scribe_v2_realtime`. */
  model?: string | undefined
  openSocket: OpenSocket
  patience?: ListeningPatience | undefined
}

const formats: Record<SoundFormat, { name: string; rate: number; sampleBytes: number; silence: number }> = {
  'pcm-16k': { name: 'pcm_16000', rate: 16_000, sampleBytes: 2, silence: 0 },
  'mulaw-8k': { name: 'ulaw_8000', rate: 8_000, sampleBytes: 1, silence: 0xff },
  'pcm-8k': { name: 'pcm_8000', rate: 8_000, sampleBytes: 2, silence: 0 },
}
/** It does not say when it hangs up on somebody who sends nothing; a little silence now and then keeps it listening. */
const keepAliveMs = 5_000
const keepAliveSilenceMs = 100
/** Less sound than this is not committed. */
const leastCommittedMs = 400
const mostKeyterms = 50
const mostKeytermCharacters = 20

/** Recognition by ElevenLabs Scribe, `/v1/speech-to-text/realtime`, where this side says when an utterance is over. */
export function createElevenLabsRecognition(options: ElevenLabsRecognitionOptions): RecognitionEngine {
  return createSocketRecognition({
    name: 'elevenlabs',
    vendor: 'ElevenLabs',
    languages: ['en', 'hi', 'bn'],
    formats: ['pcm-16k', 'mulaw-8k', 'pcm-8k'],
    key: options.key,
    openSocket: options.openSocket,
    patience: options.patience,
    mannersOf: (request) => mannersOf(options, request),
  })
}

function mannersOf(options: ElevenLabsRecognitionOptions, request: KnownRequest): ListeningManners {
  const { rate, sampleBytes, silence } = formats[request.format]
  const bytesOf = (ms: number) => ((rate * ms) / 1000) * sampleBytes
  const chunk = (sound: Uint8Array, commit: boolean) => ({
    message_type: 'input_audio_chunk',
    audio_base_64: Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength).toString('base64'),
    commit,
    sample_rate: rate,
  })
  const quiet = (bytes: number) => new Uint8Array(bytes).fill(silence)
  const hear = createTranscriptReader(request)
  return {
    url: urlOf(options, request),
    headers: { 'xi-api-key': options.key.trim() },
    begins: (message) => message['message_type'] === 'session_started' || (faultOfMessage(message) ?? false),
    sound: (piece) => chunk(piece, false),
    endOf(utterance) {
      hear.committed(utterance)
      const missing = bytesOf(leastCommittedMs) - (utterance.to! - utterance.from)
      return [chunk(quiet(Math.max(bytesOf(20), missing)), true)]
    },
    hear: (message, utterances) => hear.message(message, utterances),
    keepAlive: { everyMs: keepAliveMs, message: () => chunk(quiet(bytesOf(keepAliveSilenceMs)), false) },
  }
}

function urlOf({ baseUrl = 'wss://api.elevenlabs.io', model = 'scribe_v2_realtime' }: ElevenLabsRecognitionOptions, request: KnownRequest): string {
  const url = socketUrlOf('ElevenLabs', baseUrl, '/v1/speech-to-text/realtime')
  url.searchParams.set('model_id', model)
  url.searchParams.set('audio_format', formats[request.format].name)
  url.searchParams.set('commit_strategy', 'manual')
  // Without a language it finds out itself what is spoken.
  if (request.languages.length === 1) url.searchParams.set('language_code', request.languages[0])
  const terms = new Set(request.phrases.map((it) => it.replace(/\s+/g, ' ').trim()).filter((it) => it !== '' && it.length <= mostKeytermCharacters))
  for (const term of [...terms].slice(0, mostKeyterms)) url.searchParams.append('keyterms', term)
  return url.href
}

/**
 * Reads transcripts. They tell nothing of the sound they are about, so they are counted: each commit has one, in order; one that nobody asked for is a part of what is
 * being said, which Scribe commits by itself when it becomes long, unless it only repeats the last.
 */
function createTranscriptReader({ languages }: KnownRequest) {
  const commits: Utterance[] = []
  let last = ''
  let isNew = false
  const read = (message: VendorMessage) => (typeof message['text'] === 'string' ? message['text'] : '')

  function commit(text: string, utterances: Utterances): void {
    const asked = commits.shift()
    const speaking = utterances.waiting.findLast((it) => it.to === undefined)
    const of = asked ?? (text === last && !isNew ? undefined : speaking)
    last = text
    isNew = false
    if (!of) return
    utterances.segment(of, { text, language: languageOfWriting(text, languages) })
    if (asked) utterances.finish(asked)
  }
  return {
    committed: (utterance: Utterance) => void commits.push(utterance),
    message(message: VendorMessage, utterances: Utterances): PortFault | undefined {
      const type = message['message_type']
      if (type === 'partial_transcript') {
        isNew = true
        const text = read(message)
        const of = commits[0] ?? utterances.waiting[0]
        if (of) utterances.interim(of, text, languageOfWriting(text, languages))
      } else if (type === 'committed_transcript') commit(read(message), utterances)
      // Too little, or nothing but noise, was said to be worth a transcript.
      else if (type === 'commit_throttled' || type === 'insufficient_audio_activity') {
        const asked = commits.shift()
        if (asked) utterances.finish(asked)
      } else return faultOfMessage(message)
      return undefined
    },
  }
}
