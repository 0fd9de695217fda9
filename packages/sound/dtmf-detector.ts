import { dtmfHertz, dtmfKeys } from '#dtmf.ts'
import { powerOfDb } from '#level.ts'

/** Goertzel's filters run over blocks of 12.75 ms, so that a tone of 40 ms, the shortest that counts, fills two wherever it begins. */
const blockMs = 12.75
/** Nothing quieter than −50 dBFS is a key. */
const leastPower = powerOfDb(-50)
/** Both tones hold this share of the power of a block where a key begins; speech spreads it. */
const shareToBegin = 0.75
/** And this share while it goes on: a line that breaks off for 10 ms ends no key. */
const shareToStay = 0.45
/** The higher tone over the lower, as power: 6 dB over to 8 dB under (ITU-T Q.24, table A-1, takes 4 over to 8 under at most). */
const [mostTwist, leastTwist] = [10 ** 0.6, 10 ** -0.8]
/** Each tone stands 8 dB over the others of its group. */
const overOthers = 10 ** 0.8
/** A harmonic lies 10 dB below a tone: a voice has harmonics, a key has none. Of the lower tone it is the third, as the second lies among the higher tones. */
const overHarmonic = 10
/** Two blocks of one tone are alike within 4 dB. */
const steadiness = 10 ** 0.4
/** A tone is off its frequency by 2.5 % at most; Q.24 wants 1.5 % taken and 3.5 % refused. */
const mostOff = 0.025
/** So many blocks without it end a key: a pause of 40 ms spoils three wherever it begins, one of 10 ms two at most. */
const blocksOfSilence = 3

/**
 * Hears keys in sound: `onKey` is called once for each, within three blocks of its beginning. After ITU-T Q.24: level, twist, what else sounds, harmonics, and the
 * frequency of both tones, measured by how far their phases turn from one block to the next. Synchronous; allocates nothing.
 */
export function createDtmfDetector(rate: 8000 | 16_000, onKey: (key: string) => void) {
  const size = Math.round((rate * blockMs) / 1000)
  const block = new Float64Array(size)
  const turns = Float64Array.from(dtmfHertz, (hertz) => (2 * Math.PI * hertz) / rate)
  const cosines = turns.map((turn) => 2 * Math.cos(turn))
  const sines = turns.map(Math.sin)
  const harmonics = turns.map((turn, tone) => 2 * Math.cos((tone < 4 ? 3 : 2) * turn))
  const powers = new Float64Array(8)
  const lasts = new Float64Array(8)
  const earliers = new Float64Array(8)
  // Of the last block: its key, and power and phases of its tones.
  let [lastKey, lastLow, lastHigh, lastLowPhase, lastHighPhase] = [-1, 0, 0, 0, 0]
  let [filled, current, silent] = [0, -1, 0]

  /** Goertzel's filters of the four tones from `first` on, side by side, as each waits for its own last step only: their powers, and what tells their phases. */
  const measureFour = (first: number) => {
    const [cosineA, cosineB, cosineC, cosineD] = [cosines[first]!, cosines[first + 1]!, cosines[first + 2]!, cosines[first + 3]!]
    let lastA = 0
    let lastB = 0
    let lastC = 0
    let lastD = 0
    let earlierA = 0
    let earlierB = 0
    let earlierC = 0
    let earlierD = 0
    for (let index = 0; index < size; index++) {
      const sample = block[index]!
      const nextA = sample + cosineA * lastA - earlierA
      const nextB = sample + cosineB * lastB - earlierB
      const nextC = sample + cosineC * lastC - earlierC
      const nextD = sample + cosineD * lastD - earlierD
      earlierA = lastA
      earlierB = lastB
      earlierC = lastC
      earlierD = lastD
      lastA = nextA
      lastB = nextB
      lastC = nextC
      lastD = nextD
    }
    keep(first, lastA, earlierA)
    keep(first + 1, lastB, earlierB)
    keep(first + 2, lastC, earlierC)
    keep(first + 3, lastD, earlierD)
  }

  const keep = (tone: number, last: number, earlier: number) => {
    lasts[tone] = last
    earliers[tone] = earlier
    powers[tone] = powerAfter(cosines[tone]!, last, earlier)
  }

  /** Power that a filter found, where a sine of amplitude a has a² ÷ 2. */
  const powerAfter = (cosine: number, last: number, earlier: number) => ((last * last + earlier * earlier - cosine * last * earlier) * 2) / (size * size)

  /** The phase of a tone at the end of the block. */
  const phaseOf = (tone: number) => Math.atan2(earliers[tone]! * sines[tone]!, lasts[tone]! - earliers[tone]! * cosines[tone]! * 0.5)

  /** Whether the harmonic of a tone lies far below it. */
  const isPure = (tone: number): boolean => {
    const cosine = harmonics[tone]!
    let last = 0
    let earlier = 0
    for (let index = 0; index < size; index++) {
      const next = block[index]! + cosine * last - earlier
      earlier = last
      last = next
    }
    return powerAfter(cosine, last, earlier) * overHarmonic < powers[tone]!
  }

  /** Whether a phase turned as far as the tone's frequency, or one near to it, turns it in a block. */
  const isOnFrequency = (tone: number, phase: number, lastPhase: number): boolean => {
    const turned = (phase - lastPhase - turns[tone]! * size) / (2 * Math.PI)
    return Math.abs(turned - Math.round(turned)) * 2 * Math.PI <= mostOff * turns[tone]! * size
  }

  const isSteady = (now: number, before: number) => now < before * steadiness && before < now * steadiness

  /** The loudest of four tones from `first` on, or −1 if another comes near. */
  const loudestOf = (first: number): number => {
    let loudest = first
    for (let tone = first + 1; tone < first + 4; tone++) if (powers[tone]! > powers[loudest]!) loudest = tone
    for (let tone = first; tone < first + 4; tone++) if (tone !== loudest && powers[tone]! * overOthers > powers[loudest]!) return -1
    return loudest
  }

  const endBlock = () => {
    let power = 0
    for (let index = 0; index < size; index++) power += block[index]! * block[index]!
    power /= size
    let key = -1
    let [low, high] = [-1, -1]
    let share = 0
    if (power > leastPower) {
      measureFour(0)
      low = loudestOf(0)
      if (low >= 0) {
        measureFour(4)
        high = loudestOf(4)
      }
      if (high >= 0) {
        const twist = powers[high]! / powers[low]!
        share = (powers[low]! + powers[high]!) / power
        if (twist < mostTwist && twist > leastTwist && share > shareToStay) key = low * 4 + high - 4
      }
    }
    if (key >= 0 && key === current) silent = 0
    else if (current >= 0 && ++silent >= blocksOfSilence) current = -1
    const mayBegin = key >= 0 && share > shareToBegin && isPure(low) && isPure(high)
    const [lowPhase, highPhase] = mayBegin ? [phaseOf(low), phaseOf(high)] : [0, 0]
    const begins =
      mayBegin &&
      key === lastKey &&
      isSteady(powers[low]!, lastLow) &&
      isSteady(powers[high]!, lastHigh) &&
      isOnFrequency(low, lowPhase, lastLowPhase) &&
      isOnFrequency(high, highPhase, lastHighPhase)
    lastKey = mayBegin ? key : -1
    if (mayBegin) {
      lastLow = powers[low]!
      lastHigh = powers[high]!
      lastLowPhase = lowPhase
      lastHighPhase = highPhase
    }
    if (!begins || key === current) return
    current = key
    silent = 0
    onKey(dtmfKeys[key]!)
  }

  return {
    push(samples: Int16Array): void {
      for (let index = 0; index < samples.length; index++) {
        block[filled++] = samples[index]!
        if (filled === size) {
          filled = 0
          endBlock()
        }
      }
    },
    reset(): void {
      ;[filled, current, silent, lastKey] = [0, -1, 0, -1]
    },
  }
}
