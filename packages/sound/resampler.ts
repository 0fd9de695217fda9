import { createFilterPhases, type FilterPhases } from '#filter-phases.ts'

/** The rates that sound is brought from and to, in samples a second. */
export const soundRates = [8000, 16_000, 22_050, 24_000, 44_100, 48_000] as const
export type SoundRate = (typeof soundRates)[number]

/** Whether a number, perhaps out of a file, is such a rate. */
export function isSoundRate(rate: number): rate is SoundRate {
  return (soundRates as readonly number[]).includes(rate)
}

export type Resampler = {
  /** Takes a piece of any length. What it gives is a view, valid until the next call. */
  push(samples: Int16Array): Int16Array
  /** The samples still owed, as if silence followed, again a view; afterwards the resampler is as new. */
  flush(): Int16Array
}

/** Longer pieces are worked through in parts of this many samples. */
const partSamples = 4096
/** Filters are made once for each pair of rates: 174 KB for the largest, 30 pairs at most. */
const filters = new Map<number, FilterPhases>()

function filterOf(from: SoundRate, to: SoundRate): FilterPhases {
  const key = from * 65_536 + to
  let filter = filters.get(key)
  if (!filter) filters.set(key, (filter = createFilterPhases(from, to)))
  return filter
}

/**
 * Changes the rate of sound by a polyphase filter. Synchronous; allocates nothing once it has seen the longest piece.
 *
 * Sound is not delayed: output sample i is the input at the same moment, n samples give ceil(n × to ÷ from) once flushed, and the first push gives
 * 24 samples of the lower rate less than its share. With `steady`, each push gives its whole share at once (20 ms give 20 ms) and the sound in it
 * is those 24 samples late: 3 ms at 8 kHz, 1.5 ms at 16 kHz. Live sound wants that, so that frames stay frames.
 */
export function createResampler(from: SoundRate, to: SoundRate, options: { steady?: boolean } = {}): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) }
  const { up, down, taps, center, coefficients } = filterOf(from, to)
  const [wholeStep, phaseStep] = [Math.floor(down / up), down % up]
  const late = options.steady ? center : 0
  const historySamples = taps - 1
  /** The last samples of before, then those of now. */
  const work = new Float64Array(historySamples + partSamples)
  const silence = new Int16Array(Math.ceil(center / up) + down)
  let out = new Int16Array(0)
  let view = out
  // Where the next output lies: so many samples after the start of what comes, and so many phases.
  let [start, phase, received, given] = [0, 0, 0, 0]

  const restart = () => {
    work.fill(0)
    start = late > 0 ? 0 : Math.floor(center / up)
    phase = late > 0 ? 0 : center % up
    received = 0
    given = 0
  }
  restart()

  /** Filters a part of the samples into `out` at a place, and gives the place after it. */
  const filterPart = (samples: Int16Array, first: number, count: number, place: number): number => {
    for (let index = 0; index < count; index++) work[historySamples + index] = samples[first + index]!
    let written = place
    // Locals, as what closures share is read from memory each time.
    let sample = start
    let step = phase
    const table = coefficients
    const held = work
    const target = out
    for (; sample < count; written++) {
      const end = (step + 1) * taps
      let at = sample
      // Four sums at once, as each waits for its own last addition only.
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let tap = step * taps; tap < end; tap += 4) {
        a += table[tap]! * held[at]!
        b += table[tap + 1]! * held[at + 1]!
        c += table[tap + 2]! * held[at + 2]!
        d += table[tap + 3]! * held[at + 3]!
        at += 4
      }
      const sum = a + b + (c + d)
      target[written] = sum >= 32_767 ? 32_767 : sum <= -32_768 ? -32_768 : Math.floor(sum + 0.5)
      sample += wholeStep
      step += phaseStep
      if (step >= up) {
        step -= up
        sample++
      }
    }
    start = sample
    phase = step
    start -= count
    work.copyWithin(0, count, count + historySamples)
    return written
  }

  const push = (samples: Int16Array): Int16Array => {
    const most = Math.ceil((samples.length * up) / down) + 1
    if (out.length < most) view = out = new Int16Array(most)
    let written = 0
    for (let first = 0; first < samples.length; first += partSamples) {
      written = filterPart(samples, first, Math.min(partSamples, samples.length - first), written)
    }
    received += samples.length
    given += written
    if (view.length !== written) view = out.subarray(0, written)
    return view
  }

  return {
    push,
    flush() {
      const owed = Math.max(0, Math.ceil((received * up + late) / down) - given)
      const rest = received === 0 ? push(silence).subarray(0, 0) : push(silence).subarray(0, owed)
      restart()
      return rest
    },
  }
}
