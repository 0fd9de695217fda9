import type { RecognitionEngine } from '@myna/ports/recognition'
import type { OpenSocket } from '@myna/ports/socket'
import type { ListeningManners, ListeningPatience } from '@myna/ports/socket-listening'
import { createSocketRecognition, type KnownRequest } from '@myna/ports/socket-recognition'
import { socketUrlOf } from '@myna/ports/vendor-talk'
import { bytesOfPcm, readPcm } from '@myna/sound/pcm'
import { createResampler } from '@myna/sound/resampler'
import { faultOfEvent } from '#fault-of-event.ts'
import { createTranscriptReader } from '#transcript-reader.ts'
import { transcriptionOf } from '#transcription-of.ts'

export type OpenAiRecognitionOptions = {
  key: string
  /** `wss://api.openai.com/v1`, or another server that speaks the same; `https` is understood as `wss`. */
  baseUrl?: string | undefined
  /** `gpt-live-transcribe`, which shows what it understands while somebody speaks. */
  model?: string | undefined
  openSocket: OpenSocket
  patience?: ListeningPatience | undefined
}

/** Less sound than this cannot be committed; filled up beyond. */
const leastCommittedMs = 200

/** Sound on its way to OpenAI, in its format: μ-law as it is, or 16 kHz PCM brought to the 24 kHz it takes. */
type Carriage = { format: object; bytesPerMs: number; silence: number; carry(piece: Uint8Array): Uint8Array; rest(): Uint8Array }

/** Recognition by OpenAI: realtime sessions that only transcribe, where this side says when an utterance is over. */
export function createOpenAiRecognition(options: OpenAiRecognitionOptions): RecognitionEngine {
  return createSocketRecognition({
    name: 'openai',
    vendor: 'OpenAI',
    languages: ['en', 'hi'],
    formats: ['pcm-16k', 'mulaw-8k'],
    key: options.key,
    openSocket: options.openSocket,
    patience: options.patience,
    mannersOf: (request) => mannersOf(options, request),
  })
}

function mannersOf(options: OpenAiRecognitionOptions, request: KnownRequest): ListeningManners {
  const { baseUrl = 'wss://api.openai.com/v1', model = 'gpt-live-transcribe', key } = options
  const carriage = request.format === 'mulaw-8k' ? asItIs() : to24Khz()
  const reader = createTranscriptReader(request.languages)
  let uncommittedBytes = 0
  const append = (sound: Uint8Array) => {
    uncommittedBytes += sound.byteLength
    return { type: 'input_audio_buffer.append', audio: Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength).toString('base64') }
  }
  const transcription = transcriptionOf(model, request)
  return {
    // A model in the address would make it a conversation, which takes no transcription.
    url: socketUrlOf('OpenAI', baseUrl, '/realtime?intent=transcription').href,
    headers: { authorization: `Bearer ${key.trim()}` },
    hello: {
      type: 'session.update',
      session: { type: 'transcription', audio: { input: { format: carriage.format, transcription, turn_detection: null } } },
    },
    begins: (message) => message['type'] === 'session.updated' || (faultOfEvent(message) ?? false),
    sound: (piece) => append(carriage.carry(piece)),
    endOf(utterance) {
      reader.committed(utterance)
      const rest = carriage.rest()
      const missing = leastCommittedMs * carriage.bytesPerMs - uncommittedBytes - rest.byteLength
      const last = Buffer.concat([rest, Buffer.alloc(Math.max(0, missing), carriage.silence)])
      const messages = [...(last.byteLength > 0 ? [append(last)] : []), { type: 'input_audio_buffer.commit' }]
      uncommittedBytes = 0
      return messages
    },
    hear: (message, utterances) => reader.hear(message, utterances),
  }
}

function asItIs(): Carriage {
  return { format: { type: 'audio/pcmu' }, bytesPerMs: 8, silence: 0xff, carry: (piece) => piece, rest: () => new Uint8Array(0) }
}

function to24Khz(): Carriage {
  const resampler = createResampler(16_000, 24_000)
  return {
    format: { type: 'audio/pcm', rate: 24_000 },
    bytesPerMs: 48,
    silence: 0,
    carry(piece) {
      const samples = new Int16Array(piece.byteLength >> 1)
      readPcm(piece, samples)
      return bytesOfPcm(resampler.push(samples))
    },
    rest: () => bytesOfPcm(resampler.flush()),
  }
}
