import type { SoundFormat } from '@myna/ports/sound'

/** A model as the child loads it: `files` are absolute paths, under the names that sherpa-onnx has for them in the configuration of this `family`. */
export type ModelUse = {
  name: string
  as: 'streaming-recognition' | 'recognition' | 'speech'
  family: string
  files: Readonly<Record<string, string>>
  settings: Readonly<Record<string, string | number>>
  threads: number
}

/** What the child is asked. `id` is a listening or a segment of speech; sound is 16 kHz mono PCM, 16 bit little-endian. */
export type Ask =
  | { kind: 'load'; model: ModelUse }
  | { kind: 'unload'; name: string }
  | { kind: 'open'; id: number; name: string }
  | { kind: 'hear'; id: number; pcm: Uint8Array }
  | { kind: 'over'; id: number }
  | { kind: 'close'; id: number }
  | Speak
  | { kind: 'stop'; id: number }

/** One segment to speak; `gain` is a factor on the samples. */
export type Speak = { kind: 'speak'; id: number; name: string; text: string; speaker: number; speed: number; gain: number; format: SoundFormat }

/**
 * What the child answers. Each `hear` ends in one `took` (drafts follow it), each `over` in one final `heard`, each `speak` in one `spoken`; or in `failed`.
 */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'broken'; reason: string }
  | { kind: 'loaded'; name: string }
  | { kind: 'unfit'; name: string; reason: string }
  | { kind: 'took'; id: number; bytes: number }
  | { kind: 'heard'; id: number; text: string; final: boolean }
  | { kind: 'sound'; id: number; sound: Uint8Array }
  | { kind: 'spoken'; id: number }
  | { kind: 'failed'; id: number; reason: string }
