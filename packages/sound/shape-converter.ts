import type { SoundFormat } from '@myna/ports/sound'
import { createConverter } from '#converter.ts'
import { rateOf } from '#frames.ts'
import { aLawToPcm, muLawToPcm } from '#g711.ts'
import { bytesOfPcm, readPcm } from '#pcm.ts'
import { isSoundRate } from '#resampler.ts'
import { type SoundShape, WavFault } from '#wav-reader.ts'

/** Brings sound of one shape, in pieces cut anywhere, into a format; what it gives is the caller's own. */
export type ShapeConverter = {
  push(piece: Uint8Array): Uint8Array
  /** What is owed at the end; half a sample that never became whole is left out. */
  flush(): Uint8Array
}

const sampleBytes: Record<SoundShape['encoding'], number> = { pcm8: 1, pcm16: 2, pcm24: 3, pcm32: 4, float32: 4, mulaw: 1, alaw: 1 }

/**
 * Mixes channels to one, changes the rate, and applies `gain` (1: as loud as it is; what would be louder than full scale is clipped). Sound that needs none of this is handed on
 * as it is, half samples too. Throws `WavFault` for a rate that is not resampled here.
 */
export function createShapeConverter(it: { from: SoundShape; to: SoundFormat; gain: number }): ShapeConverter {
  const { rate, channels, encoding } = it.from
  if (!isSoundRate(rate)) throw new WavFault(`answered sound of ${rate} samples a second, which is not read here`)
  const asItIs = rate === rateOf(it.to) && encoding === (it.to === 'mulaw-8k' ? 'mulaw' : 'pcm16') && channels === 1 && it.gain === 1
  if (asItIs) return { push: (piece) => piece, flush: () => new Uint8Array(0) }

  const frameBytes = channels * sampleBytes[encoding]
  const converter = createConverter({ rate, encoding: 'pcm16' }, it.to)
  let held: Uint8Array = new Uint8Array(0)
  return {
    push(piece) {
      const bytes = held.byteLength > 0 ? Buffer.concat([held, piece]) : piece
      const whole = bytes.byteLength - (bytes.byteLength % frameBytes)
      held = bytes.slice(whole)
      return converter.push(bytesOfPcm(mixed(samplesOf(bytes.subarray(0, whole), encoding), channels, it.gain))).slice()
    },
    flush: () => converter.flush().slice(),
  }
}

/** Samples as they are: whole numbers of 16 bits, or fractions of them where more is known. What is no number is silence. */
function samplesOf(bytes: Uint8Array, encoding: SoundShape['encoding']): Int16Array | Float32Array {
  const count = bytes.byteLength / sampleBytes[encoding]
  const whole = new Int16Array(count)
  if (encoding === 'pcm16') return readPcm(bytes, whole), whole
  if (encoding === 'mulaw') return muLawToPcm(bytes, whole), whole
  if (encoding === 'alaw') return aLawToPcm(bytes, whole), whole
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const samples = new Float32Array(count)
  for (let at = 0; at < count; at++) {
    if (encoding === 'pcm8') samples[at] = (view.getUint8(at) - 128) * 256
    else if (encoding === 'pcm24') samples[at] = view.getInt16(at * 3 + 1, true) + view.getUint8(at * 3) / 256
    else if (encoding === 'pcm32') samples[at] = view.getInt32(at * 4, true) / 65_536
    else samples[at] = view.getFloat32(at * 4, true) * 32_768 || 0
  }
  return samples
}

function mixed(samples: Int16Array | Float32Array, channels: number, gain: number): Int16Array {
  const mono = new Int16Array(samples.length / channels)
  for (let at = 0; at < mono.length; at++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += samples[at * channels + channel]!
    mono[at] = Math.max(-32_768, Math.min(32_767, Math.round((sum * gain) / channels)))
  }
  return mono
}
