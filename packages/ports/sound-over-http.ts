import { PortFault } from './fault.ts'
import type { SoundFormat } from './sound.ts'
import type { SpeechRequest } from './speech.ts'

const bytesPerMs: Record<SoundFormat, number> = { 'pcm-16k': 32, 'pcm-8k': 16, 'mulaw-8k': 8 }
const shortestMs = 20
const usualMs = 100

/** A text as vendors take it: whole characters, no controls. Empty when there is nothing in it that can be said. */
export function speakable(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[^\P{Cc}\n]+|\uFFFD+/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}

/**
 * Speaks as the port says over what a vendor sends: `open` gives the sound of one request in its format, in pieces of any length and cut anywhere. Gives chunks of
 * 20 to 100 ms of whole samples, as early as they are whole; the end, padded with silence, is none shorter. Nothing is asked when there is nothing to say. Aborting `outer` ends the
 * iteration without an error, at once, and aborts the signal `open` was given; so does leaving it.
 * Throws `PortFault` for no sound at all, for silence in place of words, and for a sound far longer than its text can last.
 */
export async function* spokenChunks(it: {
  vendor: string
  request: SpeechRequest
  outer: AbortSignal
  open: (text: string, signal: AbortSignal) => AsyncIterable<Uint8Array>
}): AsyncGenerator<Uint8Array, void> {
  const { vendor, request, outer } = it
  const text = speakable(request.text)
  if (text === '' || outer.aborted) return
  const left = new AbortController()
  const signal = AbortSignal.any([outer, left.signal])
  const mostBytes = longestMs(text, request.speed) * bytesPerMs[request.format]
  const chunks = createChunker(request.format)
  let bytes = 0
  // What is nearly silent by wish cannot be told from silence.
  let heard = request.volume < 0.01
  try {
    for await (const piece of it.open(text, signal)) {
      bytes += piece.byteLength
      heard ||= isAudible(piece, request.format)
      if (bytes > mostBytes) throw new PortFault(`${vendor} sent far more sound than the text can last.`, { retryable: false })
      for (const chunk of chunks.push(piece)) {
        yield chunk
        if (outer.aborted) return
      }
    }
    if (outer.aborted) return
    if (bytes === 0) throw new PortFault(`${vendor} answered no sound.`, { retryable: true })
    yield* chunks.flush()
    if (!heard) throw new PortFault(`${vendor} answered silence instead of words.`, { retryable: true })
  } catch (error) {
    if (outer.aborted) return
    throw error
  } finally {
    left.abort()
  }
}

/** How long a text can last when it is spoken very slowly, in milliseconds: a number such as ৯৯,৯৯,৯৯৯ is many words. */
export function longestMs(text: string, speed: number): number {
  return Math.round((20_000 + text.length * 1_000) / Math.min(1, Math.max(0.25, speed)))
}

/** Cuts sound of one format, in pieces of any length, into chunks of 20 to 100 ms of whole samples; `flush` gives the rest, padded with silence to 20 ms. */
export function createChunker(format: SoundFormat): { push(piece: Uint8Array): Generator<Uint8Array>; flush(): Generator<Uint8Array> } {
  const shortest = shortestMs * bytesPerMs[format]
  const usual = usualMs * bytesPerMs[format]
  const sample = format === 'mulaw-8k' ? 1 : 2
  let held = new Uint8Array(0)
  return {
    *push(piece) {
      let rest = joined(held, piece)
      held = new Uint8Array(0)
      // Whatever is held back is a whole chunk itself should nothing follow.
      while (rest.byteLength >= 2 * shortest) {
        const size = Math.min(usual, rest.byteLength - shortest)
        const whole = size - (size % sample)
        yield rest.slice(0, whole)
        rest = rest.subarray(whole)
      }
      held = rest.slice()
    },
    *flush() {
      const whole = held.subarray(0, held.byteLength - (held.byteLength % sample))
      held = new Uint8Array(0)
      if (whole.byteLength === 0) return
      const chunk = new Uint8Array(Math.max(shortest, whole.byteLength)).fill(format === 'mulaw-8k' ? 0xff : 0)
      chunk.set(whole)
      yield chunk
    },
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.byteLength + b.byteLength)
  both.set(a)
  both.set(b, a.byteLength)
  return both
}

/** Whether any sample is louder than the faintest noise: in μ-law the four codes about zero, in PCM 16 of 32,768 by its high byte. */
function isAudible(piece: Uint8Array, format: SoundFormat): boolean {
  if (format === 'mulaw-8k') return piece.some((code) => (code | 0x80) < 0xfd)
  // A piece may begin within a sample: of silence, every byte is near 0 or near 255.
  return piece.some((byte) => byte > 16 && byte < 240)
}
