import { muLawToPcm } from '@myna/sound/g711'

/*
 * Speech of played vendors: each word is a tone of its own, so that a program can truly recognise it, and notices sound that was lost, repeated, garbled or read
 * in another format. Everything stays below 3 kHz, where a telephone carries it.
 */

const words = 'please call me back tomorrow where is your office how much does the large room cost book a table for four people today'.split(' ')
const wordMs = 120
const pauseMs = 60
const loudness = 9_000
/** Loud and quiet are told apart in pieces of this length. */
const pieceMs = 5
const quiet = 900
/** What a recogniser hears in place of a tone that is none of a word. */
const noise = '(noise)'

const pitchOf = (word: number) => 350 + 110 * word

/** Sentences that can be said in tones. */
export const toneSentences: readonly string[] = [
  'please call me back tomorrow',
  'where is your office',
  'how much does the large room cost',
  'book a table for four people today',
]

/** 16-bit little-endian PCM of a sentence of known words, with a pause before, between and after them. */
export function toneSpeech(sentence: string, rate = 16_000): Uint8Array {
  const said = sentence.split(' ').map((word) => words.indexOf(word))
  if (said.includes(-1)) throw new Error(`no tones for: ${sentence}`)
  const pause = (pauseMs * rate) / 1000
  const length = (wordMs * rate) / 1000
  const pcm = Buffer.alloc((pause + said.length * (length + pause)) * 2)
  for (const [at, word] of said.entries())
    for (let sample = 0; sample < length; sample++)
      pcm.writeInt16LE(Math.round(loudness * Math.sin((2 * Math.PI * pitchOf(word) * sample) / rate)), (pause + at * (length + pause) + sample) * 2)
  return pcm
}

/** Recognises tone speech as it comes. */
export type ToneListener = {
  hear(bytes: Uint8Array): void
  /** A tone that sounds now is over. */
  finish(): void
  /** Words heard so far. */
  readonly words: readonly string[]
  /** Bytes heard so far. */
  readonly bytes: number
}

export function createToneListener(it: { rate: number; encoding: 'pcm' | 'mulaw' }): ToneListener {
  const heard: string[] = []
  const perPiece = (it.rate * pieceMs) / 1000
  const perMs = it.rate / 1000
  let bytes = 0
  let half: number | undefined
  let piece: number[] = []
  let tone: number[] = []
  let sinceToneMs = Infinity

  const endTone = () => {
    if (tone.length === 0) return
    const ms = tone.length / perMs
    heard.push(Math.abs(ms - wordMs) > 11 || sinceToneMs < pauseMs - 11 ? noise : wordOf(tone, it.rate))
    tone = []
    sinceToneMs = 0
  }
  const takePiece = () => {
    const loud = Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0) / piece.length) > quiet
    if (loud) tone.push(...piece)
    else {
      endTone()
      sinceToneMs += pieceMs
    }
    piece = []
  }
  const take = (sample: number) => {
    piece.push(sample)
    if (piece.length === perPiece) takePiece()
  }
  return {
    words: heard,
    get bytes() {
      return bytes
    },
    hear(more) {
      bytes += more.byteLength
      if (it.encoding === 'mulaw') {
        const samples = new Int16Array(more.byteLength)
        muLawToPcm(more, samples)
        return samples.forEach(take)
      }
      for (const byte of more) {
        if (half === undefined) half = byte
        else {
          take(((byte << 24) >> 16) | half)
          half = undefined
        }
      }
    },
    finish() {
      if (piece.length > 0) takePiece()
      endTone()
      sinceToneMs = Infinity
    },
  }
}

/** The word whose tone holds most of the loudness (Goertzel's algorithm for each). */
function wordOf(samples: readonly number[], rate: number): string {
  const whole = samples.reduce((sum, sample) => sum + sample * sample, 0) * (samples.length / 2)
  let best = { word: noise, power: whole * 0.6 }
  for (const [at, word] of words.entries()) {
    const turn = 2 * Math.cos((2 * Math.PI * pitchOf(at)) / rate)
    let last = 0
    let before = 0
    for (const sample of samples) [before, last] = [last, sample + turn * last - before]
    const power = last * last + before * before - turn * last * before
    if (power > best.power) best = { word, power }
  }
  return best.word
}
