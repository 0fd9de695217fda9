import type { ServiceDefinition } from '@grpc/grpc-js'
import { fromJSON } from '@grpc/proto-loader'

/** What is sent: first the settings, then sound. */
export type StreamingRequest = { streaming_config: { config: RecognitionConfig; interim_results: boolean } } | { audio_content: Uint8Array }

export type RecognitionConfig = {
  encoding: 'LINEAR16' | 'MULAW'
  sample_rate_hertz: number
  language_code: string
  alternative_language_codes?: string[]
  speech_contexts?: { phrases: string[] }[]
  enable_automatic_punctuation: boolean
  model?: string
}

/** What comes back; every field may be absent. */
export type StreamingResponse = {
  error?: { code?: number; message?: string }
  results?: {
    alternatives?: { transcript?: string; confidence?: number }[]
    is_final?: boolean
    result_end_time?: { seconds?: number; nanos?: number }
    language_code?: string
  }[]
}

const text = { type: 'string' }
const flag = { type: 'bool' }
const whole = { type: 'int32' }

/** The parts of `google/cloud/speech/v1/cloud_speech.proto` that are spoken here; messages may have more fields, which are passed over. */
const messages: NonNullable<Parameters<typeof fromJSON>[0]['nested']> = {
  StreamingRecognizeRequest: {
    oneofs: { streaming_request: { oneof: ['streaming_config', 'audio_content'] } },
    fields: { streaming_config: { type: 'StreamingRecognitionConfig', id: 1 }, audio_content: { type: 'bytes', id: 2 } },
  },
  StreamingRecognitionConfig: {
    fields: { config: { type: 'RecognitionConfig', id: 1 }, single_utterance: { ...flag, id: 2 }, interim_results: { ...flag, id: 3 } },
  },
  RecognitionConfig: {
    fields: {
      encoding: { type: 'AudioEncoding', id: 1 },
      sample_rate_hertz: { ...whole, id: 2 },
      language_code: { ...text, id: 3 },
      speech_contexts: { rule: 'repeated', type: 'SpeechContext', id: 6 },
      enable_automatic_punctuation: { ...flag, id: 11 },
      model: { ...text, id: 13 },
      alternative_language_codes: { rule: 'repeated', ...text, id: 18 },
    },
    nested: { AudioEncoding: { values: { ENCODING_UNSPECIFIED: 0, LINEAR16: 1, FLAC: 2, MULAW: 3 } } },
  },
  SpeechContext: { fields: { phrases: { rule: 'repeated', ...text, id: 1 } } },
  StreamingRecognizeResponse: {
    fields: { error: { type: 'google.rpc.Status', id: 1 }, results: { rule: 'repeated', type: 'StreamingRecognitionResult', id: 2 } },
  },
  StreamingRecognitionResult: {
    fields: {
      alternatives: { rule: 'repeated', type: 'SpeechRecognitionAlternative', id: 1 },
      is_final: { ...flag, id: 2 },
      stability: { type: 'float', id: 3 },
      result_end_time: { type: 'google.protobuf.Duration', id: 4 },
      language_code: { ...text, id: 6 },
    },
  },
  SpeechRecognitionAlternative: { fields: { transcript: { ...text, id: 1 }, confidence: { type: 'float', id: 2 } } },
  Speech: {
    methods: {
      StreamingRecognize: {
        comment: '',
        requestType: 'StreamingRecognizeRequest',
        requestStream: true,
        responseType: 'StreamingRecognizeResponse',
        responseStream: true,
      },
    },
  },
}

/** Google's `Speech` service. */
export const speechService = fromJSON(
  {
    nested: {
      google: {
        nested: {
          rpc: { nested: { Status: { fields: { code: { ...whole, id: 1 }, message: { ...text, id: 2 } } } } },
          protobuf: { nested: { Duration: { fields: { seconds: { type: 'int64', id: 1 }, nanos: { ...whole, id: 2 } } } } },
          cloud: { nested: { speech: { nested: { v1: { nested: messages } } } } },
        },
      },
    },
  },
  { keepCase: true, longs: Number, enums: String },
)['google.cloud.speech.v1.Speech'] as unknown as ServiceDefinition

/** The one method of it that is called. */
export const streamingRecognize = speechService['StreamingRecognize']!
