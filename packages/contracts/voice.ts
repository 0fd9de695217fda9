import { z } from 'zod'
import { bytes, operation } from './operation.ts'
import { Language, PageInput, pageOf } from './page.ts'

export const Voice = z
  .object({
    id: z.string().describe('`<engine>:<voice>`, such as `espeak:en-us`.'),
    engine: z.string(),
    name: z.string(),
    language: Language,
    gender: z.enum(['female', 'male', 'neutral']),
  })
  .meta({ id: 'Voice', description: 'A voice an agent can speak with.' })
export type Voice = z.infer<typeof Voice>

export const SpeechEngine = z
  .object({
    name: z.string(),
    kind: z.enum(['speech', 'recognition']),
    available: z.boolean(),
    languages: z.array(Language),
    sentence: z.string().describe('What it can do here, or what is missing and how to get it.'),
  })
  .meta({ id: 'SpeechEngine', description: 'An engine that speaks or listens.' })

export const SpeakInput = z.object({
  text: z.string().trim().min(1).max(2000),
  language: Language,
  voiceId: z.string().optional(),
  speed: z.coerce.number().min(0.5).max(2).default(1),
  pitch: z.coerce.number().min(0.5).max(2).default(1),
  volume: z.coerce.number().min(0).max(1).default(1),
})
export type SpeakInput = z.infer<typeof SpeakInput>

/** Speaking and listening. */
export const voice = {
  listVoices: operation({
    http: 'GET /voice/voices',
    summary: 'List voices',
    access: 'voice:read',
    input: z.object({ ...PageInput, language: Language.optional() }),
    output: pageOf(Voice),
  }),
  listEngines: operation({
    http: 'GET /voice/engines',
    summary: 'Which engines speak and listen here',
    access: 'voice:read',
    input: z.object({}),
    output: z.object({ engines: z.array(SpeechEngine) }),
  }),
  speak: bytes({
    http: 'POST /voice/speech',
    summary: 'Speak a text: 16 kHz mono PCM, 16 bit little-endian, streamed as it is made',
    access: 'voice:read',
    input: SpeakInput,
    contentType: 'audio/l16; rate=16000; channels=1',
    faults: ['voice.voice_not_found', 'voice.engine_absent', 'voice.engine_failed'],
  }),
}
