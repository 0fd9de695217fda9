import { kaiserWindow } from '#kaiser-window.ts'

/** What changes the rate of sound, part by part. */
export type RateFilter = {
  /** Takes `count` samples (no more than it was made for) from a place on, writes what they give into `out` from a place on, and gives the place after it. */
  filter(samples: Int16Array, first: number, count: number, out: Int16Array, place: number): number
  /** As if no sound had come. */
  restart(): void
  /** So many samples of what it gives come before the first that belongs to sound. */
  readonly lateSamples: number
  /** So many samples of silence push the last of sound out. */
  readonly tailSamples: number
}

/** A filter that changes the rate by `up / down`, cut into `up` phases of `taps` coefficients, each reversed so that a loop walks forward. */
export type FilterPhases = {
  up: number
  down: number
  /** A multiple of four. */
  taps: number
  /** Where the middle of the filter lies, in steps of 1/up of an input sample. */
  center: number
  /** Phase p at p × taps. */
  coefficients: Float64Array
}

/** Coefficients for one sample at the lower of both rates. */
const tapsPerSample = 48
/** Half of a tone passes at this share of the lower Nyquist frequency; 0.81 pass whole, 1.03 not at all. */
const passband = 0.92

/** A windowed sinc; each phase is scaled to a gain of exactly 1 at 0 Hz. `up` and `down` have no common divisor. */
export function createFilterPhases(up: number, down: number): FilterPhases {
  const taps = 4 * Math.ceil((tapsPerSample * Math.max(1, down / up)) / 4)
  const center = Math.floor((taps * up - 1) / 2)
  const cutoff = (0.5 * passband) / Math.max(up, down)
  const coefficients = new Float64Array(taps * up)
  for (let n = 0; n <= 2 * center; n++) {
    const x = n - center
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x)
    const phase = n % up
    coefficients[phase * taps + taps - 1 - (n - phase) / up] = sinc * kaiserWindow(x / (center + 1))
  }
  for (let at = 0; at < coefficients.length; at += taps) {
    let sum = 0
    for (let tap = 0; tap < taps; tap++) sum += coefficients[at + tap]!
    for (let tap = 0; tap < taps; tap++) coefficients[at + tap]! /= sum
  }
  return { up, down, taps, center, coefficients }
}

/** Filters through phases. Not `steady`: the first sample it gives lies at the first of sound, which has to wait for what comes after it. */
export function createPolyphaseFilter({ up, down, taps, center, coefficients }: FilterPhases, partSamples: number, isSteady: boolean): RateFilter {
  const wholeStep = Math.floor(down / up)
  const phaseStep = down % up
  const historySamples = taps - 1
  /** The last samples of before, then those of now. */
  const work = new Float64Array(historySamples + partSamples)
  // Where the next output lies: so many samples after the start of what comes, and so many phases.
  let start = 0
  let phase = 0

  const restart = () => {
    work.fill(0)
    start = isSteady ? 0 : Math.floor(center / up)
    phase = isSteady ? 0 : center % up
  }
  restart()

  return {
    filter(samples, first, count, out, place) {
      for (let index = 0; index < count; index++) work[historySamples + index] = samples[first + index]!
      let written = place
      // Locals, as what closures share is read from memory each time.
      let sample = start
      let step = phase
      for (; sample < count; written++) {
        const end = (step + 1) * taps
        let at = sample
        // Four sums at once, as each waits for its own last addition only.
        let a = 0
        let b = 0
        let c = 0
        let d = 0
        for (let tap = step * taps; tap < end; tap += 4) {
          a += coefficients[tap]! * work[at]!
          b += coefficients[tap + 1]! * work[at + 1]!
          c += coefficients[tap + 2]! * work[at + 2]!
          d += coefficients[tap + 3]! * work[at + 3]!
          at += 4
        }
        out[written] = sampleOf(a + b + (c + d))
        sample += wholeStep
        step += phaseStep
        if (step >= up) {
          step -= up
          sample++
        }
      }
      start = sample - count
      phase = step
      work.copyWithin(0, count, count + historySamples)
      return written
    },
    restart,
    lateSamples: isSteady ? Math.ceil(center / down) : 0,
    tailSamples: Math.ceil(center / up) + 2 * down,
  }
}

/** A number as a 16-bit sample: rounded, and held within full scale. */
export function sampleOf(value: number): number {
  return value >= 32_767 ? 32_767 : value <= -32_768 ? -32_768 : Math.floor(value + 0.5)
}
