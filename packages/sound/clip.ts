import type { SoundFormat } from '@myna/ports/sound'
import { bytesOfMs, sampleBytesOf } from '#frames.ts'
import { muLawToPcm, pcmToMuLaw } from '#g711.ts'

/** A cut of 5 ms is heard as an end, not as a click. */
const usualMs = 5
/** One code and its sample, while it is scaled. */
const [code, sample] = [new Uint8Array(1), new Int16Array(1)]

/** Sound that is cut off ends softly: fades the last `ms` of a frame, in place. */
export function fadeOut(frame: Uint8Array, format: SoundFormat, ms = usualMs): void {
  fade(frame, format, ms, false)
}

/** Sound that goes on after a cut begins softly: fades the first `ms` of a frame, in place. */
export function fadeIn(frame: Uint8Array, format: SoundFormat, ms = usualMs): void {
  fade(frame, format, ms, true)
}

/** Half a cosine from nothing to all; a frame that is shorter than `ms` fades as a whole, half a sample at its end is left. */
function fade(frame: Uint8Array, format: SoundFormat, ms: number, isIn: boolean): void {
  const width = sampleBytesOf(format)
  const whole = Math.floor(frame.length / width)
  const count = Math.min(whole, Math.floor(bytesOfMs(format, ms) / width) || 0)
  for (let step = 0; step < count; step++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * (step + 0.5)) / count)
    const at = (isIn ? step : whole - 1 - step) * width
    if (width === 1) scaleCode(frame, at, gain)
    else {
      const value = Math.round((((frame[at]! | (frame[at + 1]! << 8)) << 16) >> 16) * gain)
      frame[at] = value & 0xff
      frame[at + 1] = (value >> 8) & 0xff
    }
  }
}

function scaleCode(frame: Uint8Array, at: number, gain: number): void {
  code[0] = frame[at]!
  muLawToPcm(code, sample)
  sample[0] = Math.round(sample[0]! * gain)
  pcmToMuLaw(sample, code)
  frame[at] = code[0]
}
