import { frameSamples } from '#streams/sound.ts'

/** A frame this much louder than the noise floor is voiced: 9 dB, as power. */
const overFloor = 10 ** 0.9
/** Nothing quieter than this (−50 dBFS, as mean square) is ever voiced. */
const leastPower = (32_768 * 10 ** (-50 / 20)) ** 2

/**
 * Whether there is a voice in a frame: its power against a noise floor that sinks at once and rises slowly (about 3 dB a second), smoothed over
 * five frames. Synchronous; allocates nothing.
 */
export function createVoiceActivity() {
  let floor = Number.POSITIVE_INFINITY
  let recent = 0
  return {
    /** `frame`: 16-bit little-endian PCM; a broken tail is ignored. */
    hears(frame: Uint8Array): boolean {
      const samples = Math.min(frame.byteLength >> 1, frameSamples)
      if (samples === 0) return false
      let power = 0
      for (let index = 0; index < samples * 2; index += 2) {
        const sample = ((frame[index]! | (frame[index + 1]! << 8)) << 16) >> 16
        power += sample * sample
      }
      power /= samples
      floor = power < floor ? power : Math.min(floor * 1.014, power)
      const loud = power > leastPower && power > floor * overFloor
      recent = ((recent << 1) | (loud ? 1 : 0)) & 0b11111
      return (recent & 1) + ((recent >> 1) & 1) + ((recent >> 2) & 1) + ((recent >> 3) & 1) + ((recent >> 4) & 1) >= 3
    },
  }
}
