import { createDoublingFilter, createHalvingFilter } from '#half-band-filter.ts'
import { createFilterPhases, createPolyphaseFilter, type FilterPhases, type RateFilter } from '#polyphase-filter.ts'

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
/** Phases are made once for each pair of rates: 174 KB for the largest, 30 pairs at most. */
const phasesOf = new Map<number, FilterPhases>()

function createFilter(from: SoundRate, to: SoundRate, isSteady: boolean): RateFilter {
  if (to === 2 * from) return createDoublingFilter(partSamples)
  if (from === 2 * to) return createHalvingFilter(partSamples)
  const key = from * 65_536 + to
  let phases = phasesOf.get(key)
  if (!phases) {
    const divisor = greatestCommonDivisor(from, to)
    phases = createFilterPhases(to / divisor, from / divisor)
    phasesOf.set(key, phases)
  }
  return createPolyphaseFilter(phases, partSamples, isSteady)
}

/**
 * Changes the rate of sound. Synchronous; allocates nothing once it has seen the longest piece.
 *
 * Sound is not delayed: output sample i is the input at the same moment, n samples give ceil(n × to ÷ from) once flushed, and the first push gives
 * less than its share. With `steady`, each push gives its whole share at once (20 ms give 20 ms) and the sound in it is late by 24 to 28 samples of the lower rate:
 * 3.5 ms at 8 kHz, 1.8 ms at 16 kHz at most. Live sound wants that, so that frames stay frames.
 */
export function createResampler(from: SoundRate, to: SoundRate, options: { steady?: boolean } = {}): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) }
  const isSteady = options.steady === true
  const filter = createFilter(from, to, isSteady)
  const silence = new Int16Array(filter.tailSamples)
  let out = new Int16Array(0)
  let view = out
  let received = 0
  let given = 0
  let early = isSteady ? 0 : filter.lateSamples

  const push = (samples: Int16Array): Int16Array => {
    const most = Math.ceil((samples.length * to) / from) + 1
    if (out.length < most) view = out = new Int16Array(most)
    let written = 0
    for (let first = 0; first < samples.length; first += partSamples) {
      written = filter.filter(samples, first, Math.min(partSamples, samples.length - first), out, written)
    }
    if (early > 0) {
      const dropped = Math.min(early, written)
      out.copyWithin(0, dropped, written)
      early -= dropped
      written -= dropped
    }
    received += samples.length
    given += written
    if (view.length !== written) view = out.subarray(0, written)
    return view
  }

  return {
    push,
    flush() {
      const owed = Math.max(0, Math.ceil((received * to) / from) + (isSteady ? filter.lateSamples : 0) - given)
      const rest = received === 0 ? out.subarray(0, 0) : push(silence).subarray(0, owed)
      filter.restart()
      received = 0
      given = 0
      early = isSteady ? 0 : filter.lateSamples
      return rest
    },
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
