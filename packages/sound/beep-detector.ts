import { powerOf, powerOfDb } from '#level.ts'

/** What was heard of a beep: its height, and how long it lasted to 20 ms. */
export type Beep = { hertz: number; ms: number }

/** A beep lies between these frequencies, and nothing is quieter than −45 dBFS. */
const [lowestHertz, highestHertz] = [350, 2600]
const leastPower = powerOfDb(-45)
/** Its line holds this share of what sounds between 150 and 3400 Hz. */
const leastShare = 0.92
/** It lasts from 160 ms to 3 s (longer are the tones of lines and faxes) and does not drift further than 8 Hz from one step to the next. */
const [leastSteps, mostSteps] = [8, 150]
const mostDrift = 8
/** Nor is it louder or softer by more than 4 dB, as a voice is from one moment to the next. */
const steadiness = 10 ** 0.4
/** One step may be spoilt, by a click or a lost packet. */
const mostSpoilt = 1
const stepMs = 20

/**
 * Hears the beep after which an answering machine records: one steady line in the spectrum, by a Fourier transform over 32 ms each 20 ms. `onBeep` is called within
 * 60 ms of its end. Tones of a network at one frequency sound the same (engaged: 425 Hz in Europe, 400 Hz in India), so ask only once a call is answered.
 * Synchronous; allocates nothing but what it calls back with.
 */
export function createBeepDetector(rate: 8000 | 16_000, onBeep: (beep: Beep) => void) {
  const size = rate === 8000 ? 256 : 512
  const step = (rate * stepMs) / 1000
  const hertzPerBin = rate / size
  const [lowBin, firstBin, lastBin] = [Math.floor(150 / hertzPerBin), Math.floor(300 / hertzPerBin), Math.floor(3400 / hertzPerBin)]
  const window = Float64Array.from({ length: size }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size))
  const transform = createTransform(size)
  const recent = new Int16Array(size)
  const spectrum = new Float64Array(size / 2)
  let [filled, steps, spoilt, hertz, sum, power, lastPower] = [0, 0, 0, 0, 0, 0, 0]

  /** The frequency of the one line that sounds in the last 32 ms, or 0. */
  const lineOf = (): number => {
    power = powerOf(recent)
    if (power < leastPower) return 0
    for (let index = 0; index < size; index++) {
      const place = transform.order[index]!
      transform.real[place] = recent[index]! * window[index]!
      transform.imaginary[place] = 0
    }
    transform.run()
    let total = 0
    let peak = firstBin
    for (let bin = lowBin; bin <= lastBin; bin++) {
      const inBin = transform.real[bin]! ** 2 + transform.imaginary[bin]! ** 2
      spectrum[bin] = inBin
      total += inBin
      if (bin > firstBin && inBin > spectrum[peak]!) peak = bin
    }
    if (peak + 2 > lastBin) return 0
    let near = 0
    for (let bin = peak - 2; bin <= peak + 2; bin++) near += spectrum[bin]!
    if (near < leastShare * total) return 0
    // The top of a parabola through the logarithms of three bins (Smith and Serra, 1987).
    const [before, top, after] = [Math.log(spectrum[peak - 1]! + 1), Math.log(spectrum[peak]! + 1), Math.log(spectrum[peak + 1]! + 1)]
    const line = (peak + (0.5 * (before - after)) / (before - 2 * top + after || 1)) * hertzPerBin
    return line >= lowestHertz && line <= highestHertz ? line : 0
  }

  const take = (line: number) => {
    const goesOn = Math.abs(line - hertz) < mostDrift && power < lastPower * steadiness && lastPower < power * steadiness
    if (line > 0 && (steps === 0 || goesOn)) {
      hertz = steps === 0 ? line : 0.85 * hertz + 0.15 * line
      sum += line
      steps++
      spoilt = 0
      lastPower = power
    } else if (steps > 0 && ++spoilt > mostSpoilt) {
      if (steps >= leastSteps && steps <= mostSteps) onBeep({ hertz: Math.round(sum / steps), ms: steps * stepMs })
      steps = line > 0 ? 1 : 0
      hertz = sum = line
      spoilt = 0
      lastPower = power
    }
  }

  return {
    push(samples: Int16Array): void {
      for (let index = 0; index < samples.length; index++) {
        recent[size - step + filled] = samples[index]!
        if (++filled < step) continue
        take(lineOf())
        recent.copyWithin(0, step)
        filled = 0
      }
    },
    reset(): void {
      recent.fill(0)
      ;[filled, steps, spoilt, hertz, sum, lastPower] = [0, 0, 0, 0, 0, 0]
    },
  }
}

/** A Fourier transform of a power of two of numbers, in place: numbers go in at the places of `order` (Cooley and Tukey, 1965). */
function createTransform(size: number) {
  const bits = Math.log2(size)
  const order = Uint16Array.from({ length: size }, (_, index) => {
    let reversed = 0
    for (let bit = 0; bit < bits; bit++) reversed |= ((index >> bit) & 1) << (bits - 1 - bit)
    return reversed
  })
  const cosines = Float64Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size))
  const sines = Float64Array.from({ length: size / 2 }, (_, index) => -Math.sin((2 * Math.PI * index) / size))
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)
  const run = () => {
    for (let span = 2; span <= size; span <<= 1) {
      const half = span >> 1
      const stride = size / span
      for (let first = 0; first < size; first += span) {
        for (let offset = 0; offset < half; offset++) {
          const cosine = cosines[offset * stride]!
          const sine = sines[offset * stride]!
          const upper = first + offset
          const lower = upper + half
          const turnedReal = real[lower]! * cosine - imaginary[lower]! * sine
          const turnedImaginary = real[lower]! * sine + imaginary[lower]! * cosine
          real[lower] = real[upper]! - turnedReal
          imaginary[lower] = imaginary[upper]! - turnedImaginary
          real[upper] = real[upper]! + turnedReal
          imaginary[upper] = imaginary[upper]! + turnedImaginary
        }
      }
    }
  }
  return { order, real, imaginary, run }
}
