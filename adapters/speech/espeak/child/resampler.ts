/** A streaming resampler: feed sound in pieces of any length, then take the rest with `flush`. */
export type Resampler = {
  process(samples: ArrayLike<number>): Float32Array
  /** The samples still owed, as if silence followed; afterwards the resampler is as new. */
  flush(): Float32Array
}

/**
 * Changes the sample rate by the ratio of two whole numbers with a polyphase FIR filter: a windowed sinc cut at `passband` of the lower
 * Nyquist frequency (Kaiser's window and his formula for beta, "Nonrecursive digital filter design", 1974). Output sample i is
 * the input at the same moment, so sound is not delayed, and n input samples give ceil(n × to ÷ from) output samples.
 */
export function createResampler(from: number, to: number, options: { tapsPerPhase?: number; attenuationDb?: number; passband?: number } = {}): Resampler {
  const divisor = greatestCommonDivisor(from, to)
  const up = to / divisor
  const down = from / divisor
  const taps = Math.ceil((options.tapsPerPhase ?? 64) * Math.max(1, down / up))
  const center = Math.floor((taps * up - 1) / 2)
  const phases = kaiserPhases({ up, taps, center, cutoff: (0.5 * (options.passband ?? 0.92)) / Math.max(up, down), attenuationDb: options.attenuationDb ?? 90 })

  let history = new Float32Array(taps - 1)
  // Where the next output lies, in steps of 1/up of an input sample after the start of the block to come.
  let position = center
  let received = 0
  let given = 0

  function process(samples: ArrayLike<number>): Float32Array {
    const block = new Float32Array(history.length + samples.length)
    block.set(history)
    block.set(samples, history.length)
    const count = Math.max(0, Math.ceil((samples.length * up - position) / down))
    const out = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const start = Math.floor(position / up)
      const phase = (position - start * up) * taps
      let sum = 0
      for (let k = 0; k < taps; k++) sum += phases[phase + k]! * block[start + k]!
      out[i] = sum
      position += down
    }
    position -= samples.length * up
    history = block.slice(block.length - history.length)
    received += samples.length
    given += count
    return out
  }

  function flush(): Float32Array {
    const owed = Math.ceil((received * up) / down) - given
    const rest = process(new Float32Array(Math.ceil(center / up) + down)).slice(0, owed)
    history = new Float32Array(taps - 1)
    position = center
    received = 0
    given = 0
    return rest
  }

  return { process, flush }
}

/** The prototype filter cut into `up` phases of `taps`, each reversed so that the inner loop walks forward. */
function kaiserPhases(it: { up: number; taps: number; center: number; cutoff: number; attenuationDb: number }): Float32Array {
  const { up, taps, center, cutoff } = it
  const beta = 0.1102 * (it.attenuationDb - 8.7)
  const edge = besselI0(beta)
  const phases = new Float32Array(taps * up)
  for (let n = 0; n <= 2 * center; n++) {
    const x = n - center
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x)
    const window = besselI0(beta * Math.sqrt(Math.max(0, 1 - (x / (center + 1)) ** 2))) / edge
    const phase = n % up
    const tap = (n - phase) / up
    phases[phase * taps + (taps - 1 - tap)] = sinc * window * up
  }
  return phases
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
