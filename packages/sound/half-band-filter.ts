import { kaiserWindow } from '#kaiser-window.ts'
import { type RateFilter, sampleOf } from '#polyphase-filter.ts'

/*
 * Doubling and halving a rate, as between 8 and 16 kHz: a filter cut at exactly half the band is 0 at every second coefficient, and symmetric, so a fourth of the
 * multiplications is left (Bellanger, Daguet and Lepagnol, "Interpolation, extrapolation, and reduction of computation speed in digital filters", 1974). Tones up to
 * 0.9 of the lower Nyquist frequency pass whole, from 1.1 on not at all.
 */

/** Samples on either side of the middle. */
const reach = 28

/** Coefficient k weighs the samples k + ½ before and after the middle, at the lower rate; together they give 1. */
const weights = createWeights()

function createWeights(): Float64Array {
  const sinc = Float64Array.from({ length: reach }, (_, k) => {
    const distance = k + 0.5
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * kaiserWindow(distance / reach)
  })
  const sum = 2 * sinc.reduce((total, weight) => total + weight, 0)
  return sinc.map((weight) => weight / sum)
}

/** The value in the middle between two samples, from those on both sides. */
function between(samples: Float64Array, before: number): number {
  let left = before
  let right = before + 1
  // Two sums at once, as each waits for its own last addition only.
  let a = 0
  let b = 0
  for (let k = 0; k < reach; k += 2) {
    a += weights[k]! * (samples[left]! + samples[right]!)
    b += weights[k + 1]! * (samples[left - 1]! + samples[right + 1]!)
    left -= 2
    right += 2
  }
  return a + b
}

/** Twice as many samples: those that come, and one between each two. */
export function createDoublingFilter(partSamples: number): RateFilter {
  const historySamples = 2 * reach - 1
  const work = new Float64Array(historySamples + partSamples)
  return {
    filter(samples, first, count, out, place) {
      for (let index = 0; index < count; index++) work[historySamples + index] = samples[first + index]!
      let written = place
      for (let middle = reach - 1; middle < reach - 1 + count; middle++) {
        out[written++] = work[middle]!
        out[written++] = sampleOf(between(work, middle))
      }
      work.copyWithin(0, count, count + historySamples)
      return written
    },
    restart: () => void work.fill(0),
    lateSamples: 2 * reach,
    tailSamples: reach,
  }
}

/** Half as many samples: each second one, half of it itself and half the value that its neighbours give. */
export function createHalvingFilter(partSamples: number): RateFilter {
  const historySamples = 2 * reach - 1
  const evens = new Float64Array(historySamples + 1 + partSamples)
  const odds = new Float64Array(historySamples + 1 + partSamples)
  let isOdd = false
  return {
    filter(samples, first, count, out, place) {
      let even = historySamples + (isOdd ? 1 : 0)
      let odd = historySamples
      for (let index = first; index < first + count; index++) {
        if (isOdd) odds[odd++] = samples[index]!
        else evens[even++] = samples[index]!
        isOdd = !isOdd
      }
      const pairs = odd - historySamples
      let written = place
      // The middle of `reach` odd samples before it and as many after it.
      for (let before = reach - 1; before < reach - 1 + pairs; before++) {
        out[written++] = sampleOf((evens[before + 1]! + between(odds, before)) / 2)
      }
      evens.copyWithin(0, pairs, pairs + historySamples + 1)
      odds.copyWithin(0, pairs, pairs + historySamples)
      return written
    },
    restart() {
      evens.fill(0)
      odds.fill(0)
      isOdd = false
    },
    lateSamples: reach - 1,
    tailSamples: 2 * reach,
  }
}
