import { powerOfDb } from '#level.ts'

/** No floor lies lower (−59 dBFS): a line that falls silent now and then would else make every later noise a voice. */
const leastFloor = powerOfDb(-59)

/** The power of the noise beneath speech, from the power of each frame of 20 ms: it sinks at once and rises by about 3 dB a second. */
export function createNoiseFloor() {
  let floor = Number.POSITIVE_INFINITY
  return {
    /** Takes the power of a frame and gives the floor. */
    push(power: number): number {
      const next = power < floor ? power : Math.min(floor * 1.014, power)
      floor = next > leastFloor ? next : leastFloor
      return floor
    },
    reset(): void {
      floor = Number.POSITIVE_INFINITY
    },
  }
}
