/** What the child is asked: one segment of text, spoken with one voice. */
export type Say = {
  id: number
  /** Name of an espeak-ng voice, such as `en-us+f3`. */
  voice: string
  /** Words a minute, 80 to 450. */
  rate: number
  /** 0 to 99; 50 is the height the voice has by itself. */
  pitch: number
  /** Factor on the samples; 1 leaves them as they are. */
  gain: number
  text: string
}

/** What the child answers: `sound` is 16 kHz mono PCM, 16 bit little-endian; each `Say` ends in one `end` or one `failed`. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'broken'; reason: string }
  | { kind: 'sound'; id: number; pcm: Uint8Array }
  | { kind: 'end'; id: number }
  | { kind: 'failed'; id: number; reason: string }
