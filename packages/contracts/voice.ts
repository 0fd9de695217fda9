import { z } from 'zod'
import { bytes, operation, socket } from './operation.ts'
import { Language, PageInput, pageOf } from './page.ts'
import { voicePresets } from './voice-presets.ts'
import { speechProviders } from './voice-providers.ts'

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

/** How mono sound travels: 16-bit little-endian PCM at 16 or 8 kHz, or G.711 μ-law at 8 kHz. */
export const SoundFormat = z.enum(['pcm-16k', 'pcm-8k', 'mulaw-8k'])
export type SoundFormat = z.infer<typeof SoundFormat>

export const SpeakInput = z.object({
  text: z.string().trim().min(1).max(2000),
  language: Language,
  voiceId: z.string().optional(),
  speed: z.coerce.number().min(0.5).max(2).default(1),
  pitch: z.coerce.number().min(0.5).max(2).default(1),
  volume: z.coerce.number().min(0).max(1).default(1),
  format: SoundFormat.default('pcm-16k'),
})
export type SpeakInput = z.infer<typeof SpeakInput>

/** What is said to a listener. Binary frames are the sound of turns, in the format asked for, with half a second before each. */
export const ListenUp = z.discriminatedUnion('type', [
  z.object({ type: z.literal('end') }).describe('The utterance is over: a final text follows, possibly empty.'),
  z
    .object({ type: z.literal('expect'), phrases: z.array(z.string().max(200)).max(200) })
    .describe('What the next utterances are likely to be; empty: anything.'),
])
export type ListenUp = z.infer<typeof ListenUp>

export const ListenDown = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('engine'), name: z.string(), languages: z.array(Language) })
    .describe('Who listens from here on; told at the beginning and after each switch.'),
  z.object({ type: z.literal('text'), text: z.string(), final: z.boolean(), language: Language }),
])
export type ListenDown = z.infer<typeof ListenDown>

/** Speaking and listening. */
export const voice = {
  ...speechProviders,
  ...voicePresets,

  listVoices: operation({
    http: 'GET /voice/voices',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000 },
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
    summary: 'Speak a text, streamed as it is made; 16 kHz mono PCM unless another format is asked for',
    access: 'voice:read',
    input: SpeakInput,
    contentType: 'audio/l16; rate=16000; channels=1',
    faults: ['voice.voice_not_found', 'voice.engine_absent', 'voice.engine_failed'],
  }),
  listen: socket({
    http: 'GET /voice/listen',
    summary: 'Recognise speech as it comes; when one engine fails the next goes on with the same utterance',
    access: 'voice:read',
    input: z.object({
      languages: z.preprocess((it) => (typeof it === 'string' ? it.split(',') : it), z.array(Language).min(1)).describe('Likeliest first.'),
      format: SoundFormat.default('pcm-16k'),
      phrases: z.preprocess((it) => (typeof it === 'string' ? it.split('|') : it), z.array(z.string().max(200)).max(200)).default([]),
    }),
    up: ListenUp,
    down: ListenDown,
    faults: ['voice.engine_absent', 'voice.engine_failed'],
  }),
}
