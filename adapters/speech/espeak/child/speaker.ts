import load, { type EspeakWorker } from '@echogarden/espeak-ng-emscripten'
import { createResampler } from './resampler.ts'
import { escapeMarkup } from './escape-markup.ts'
import type { Say } from './messages.ts'

const sampleRate = 16_000
/** Samples of the first piece, which should leave soon, of every other piece, and of the shortest last one. */
const firstSamples = 640
const pieceSamples = 1600
const leastSamples = 320

/** espeak-ng with its voice set, giving 16 kHz PCM. */
export type Speaker = {
  /** Speaks at once and blocks meanwhile; pieces are 100 ms long, the first 40 ms, the last 20 to 120 ms. Throws when there is no such voice. */
  speak(request: Omit<Say, 'id'>, onSound: (pcm: Uint8Array) => void): void
}

/** Loads espeak-ng: about 0.4 s and 25 MB of data. */
export async function createSpeaker(): Promise<Speaker> {
  const library = await load()
  const espeak = new library.eSpeakNGWorker()
  const rate = espeak.get_samplerate()
  const resampler = createResampler(rate, sampleRate)
  let voice = ''
  return {
    speak(request, onSound) {
      if (voice !== request.voice) {
        setVoice(espeak, request.voice)
        voice = request.voice
      }
      espeak.set_rate(request.rate)
      espeak.set_pitch(request.pitch)
      const pieces = createPieces(request.gain, onSound)
      espeak.synthesize(escapeMarkup(request.text), (samples) => {
        if (samples?.length) pieces.add(resampler.process(samples))
        return false
      })
      pieces.add(resampler.flush())
      pieces.end()
    },
  }
}

function setVoice(espeak: EspeakWorker, voice: string): void {
  const code = espeak.set_voice(voice, '', 0, 0, 0)
  if (code !== 0) throw new Error(`espeak-ng has no voice "${voice}" (code ${code})`)
}

/** Cuts a flow of samples into pieces and turns them into 16-bit PCM. */
function createPieces(gain: number, onSound: (pcm: Uint8Array) => void) {
  let piece = new Int16Array(pieceSamples + leastSamples)
  let length = 0
  let next = firstSamples
  const give = (count: number) => {
    onSound(new Uint8Array(piece.buffer, 0, count * 2))
    const rest = piece.subarray(count, length)
    piece = new Int16Array(pieceSamples + leastSamples)
    piece.set(rest)
    length -= count
    next = pieceSamples
  }
  return {
    add(samples: Float32Array): void {
      for (const sample of samples) {
        piece[length++] = Math.max(-32_768, Math.min(32_767, Math.round(sample * gain)))
        // A piece goes out only once what follows it is too long to be a splinter at the end.
        if (length === next + leastSamples) give(next)
      }
    },
    end(): void {
      if (length > 0) give((length = Math.max(length, leastSamples)))
    },
  }
}
