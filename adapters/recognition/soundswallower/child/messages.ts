/** What the worker is asked, for the listening `id`. Sound is 16 kHz mono PCM, 16 bit little-endian. */
export type Ask =
  | { kind: 'open'; id: number; phrases: readonly string[] }
  | { kind: 'sound'; id: number; pcm: Uint8Array }
  | { kind: 'expect'; id: number; phrases: readonly string[] }
  | { kind: 'end'; id: number }
  | { kind: 'close'; id: number }

/** What the worker answers. `took` confirms sound that has been worked on; `unknown` names words that the dictionary lacks. */
export type Answer =
  | { kind: 'opened'; id: number }
  | { kind: 'heard'; id: number; text: string; final: boolean }
  | { kind: 'took'; id: number; bytes: number }
  | { kind: 'unknown'; id: number; words: string[] }
  | { kind: 'failed'; id: number; reason: string }
