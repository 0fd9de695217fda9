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

/** Coefficients for one sample at the lower of both rates: aliases from 1.1 of its Nyquist frequency up lie below −80 dB. */
const tapsPerSample = 48
const attenuationDb = 85
/** Half of the sound passes at this share of the lower Nyquist frequency. */
const passband = 0.92

/**
 * A windowed sinc under Kaiser's window, with his formula for beta ("Nonrecursive digital filter design using the I0-sinh window function", 1974). Each
 * phase is scaled to a gain of exactly 1 at 0 Hz.
 */
export function createFilterPhases(from: number, to: number): FilterPhases {
  const divisor = greatestCommonDivisor(from, to)
  const up = to / divisor
  const down = from / divisor
  const taps = 4 * Math.ceil((tapsPerSample * Math.max(1, down / up)) / 4)
  const center = Math.floor((taps * up - 1) / 2)
  const cutoff = (0.5 * passband) / Math.max(up, down)
  const beta = 0.1102 * (attenuationDb - 8.7)
  const coefficients = new Float64Array(taps * up)
  for (let n = 0; n <= 2 * center; n++) {
    const x = n - center
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x)
    const phase = n % up
    coefficients[phase * taps + taps - 1 - (n - phase) / up] = sinc * besselI0(beta * Math.sqrt(Math.max(0, 1 - (x / (center + 1)) ** 2)))
  }
  for (let at = 0; at < coefficients.length; at += taps) {
    let sum = 0
    for (let tap = 0; tap < taps; tap++) sum += coefficients[at + tap]!
    for (let tap = 0; tap < taps; tap++) coefficients[at + tap]! /= sum
  }
  return { up, down, taps, center, coefficients }
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
