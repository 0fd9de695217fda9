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
 * Hears keys in sound: `onKey` is called once for each, about 30 ms after it begins. After ITU-T Q.24: level, twist, what else sounds, harmonics, and the frequency of
 * both tones, measured by how far their phases turn from one block to the next. Synchronous; allocates nothing.
 */
export function createDtmfDetector(rate: 8000 | 16_000, onKey: (key: string) => void) {
  const size = Math.round((rate * blockMs) / 1000)
  const block = new Float64Array(size)
  const turns = Float64Array.from(dtmfHertz, (hertz) => (2 * Math.PI * hertz) / rate)
  const cosines = turns.map((turn) => 2 * Math.cos(turn))
  const sines = turns.map(Math.sin)
  const harmonics = turns.map((turn, tone) => 2 * Math.cos((tone < 4 ? 3 : 2) * turn))
  const powers = new Float64Array(8)
  const phases = new Float64Array(8)
  // Of the last block: its key, and power and phases of its tones.
  let [lastKey, lastLow, lastHigh, lastLowPhase, lastHighPhase] = [-1, 0, 0, 0, 0]
  let [filled, current, silent] = [0, -1, 0]

  /** Power of a block at one frequency, where a sine of amplitude a has a² ÷ 2; `tone` keeps its phase at the end as well. */
  const measure = (cosine: number, tone: number): number => {
    let before = 0
    let beforeThat = 0
    for (let index = 0; index < size; index++) {
      const next = block[index]! + cosine * before - beforeThat
      beforeThat = before
      before = next
    }
    if (tone >= 0) phases[tone] = Math.atan2(beforeThat * sines[tone]!, before - beforeThat * cosines[tone]! * 0.5)
    return ((before * before + beforeThat * beforeThat - cosine * before * beforeThat) * 2) / (size * size)
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
      for (let tone = 0; tone < 8; tone++) powers[tone] = measure(cosines[tone]!, tone)
      low = loudestOf(0)
      high = loudestOf(4)
      if (low >= 0 && high >= 0) {
        const twist = powers[high]! / powers[low]!
        share = (powers[low]! + powers[high]!) / power
        if (twist < mostTwist && twist > leastTwist && share > shareToStay) key = low * 4 + high - 4
      }
    }
    if (key >= 0 && key === current) silent = 0
    else if (current >= 0 && ++silent >= blocksOfSilence) current = -1
    const mayBegin =
      key >= 0 &&
      share > shareToBegin &&
      measure(harmonics[low]!, -1) * overHarmonic < powers[low]! &&
      measure(harmonics[high]!, -1) * overHarmonic < powers[high]!
    const begins =
      mayBegin &&
      key === lastKey &&
      isSteady(powers[low]!, lastLow) &&
      isSteady(powers[high]!, lastHigh) &&
      isOnFrequency(low, phases[low]!, lastLowPhase) &&
      isOnFrequency(high, phases[high]!, lastHighPhase)
    lastKey = mayBegin ? key : -1
    if (mayBegin) {
      lastLow = powers[low]!
      lastHigh = powers[high]!
      lastLowPhase = phases[low]!
      lastHighPhase = phases[high]!
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
