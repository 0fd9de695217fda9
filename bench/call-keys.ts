import { createDtmfDetector } from '../packages/sound/dtmf-detector.ts'
import { dtmfSequence } from '../packages/sound/dtmf.ts'
import { readPcm } from '../packages/sound/pcm.ts'
import { createChance, createNoise, createVowels } from '../packages/sound/test/speech-like.ts'
import { type Benchmark, figureOf, type Goal, type Wish } from './figure.ts'

const rate = 8000
const frameSamples = 160
const none: Goal = { of: 'value', atMost: 0 }
const keys = '0123456789*#'

/** Keys of a keypad that nobody pressed, heard in speech, and pressed ones that are not heard. Speech is syllables of many pitches: harder than people, who pause. */
export const callKeys: Benchmark = {
  summary: 'keys heard in minutes of speech where none is pressed, and pressed keys that are missed, in quiet and in noise',
  async *run({ minutes = 10 }: Wish) {
    let heard = 0
    const speech = createDtmfDetector(rate, () => heard++)
    for (let minute = 0; minute < minutes; minute++) {
      const noise = createNoise(rate, 60, minute % 2 === 0 ? -60 : -40, minute + 1)
      push(speech, mixed(createVowels(rate, 60, -16 - (minute % 3) * 4, minute + 1), noise))
    }
    yield figureOf({ name: `keys heard in ${minutes} min of speech in which none is pressed`, unit: 'keys', goal: none }, heard)
    for (const db of [-60, -40, -30]) {
      const { missed, wrong, pressed } = pressAll(db)
      yield figureOf({ name: `of ${pressed} keys pressed over noise of ${db} dBFS, missed`, unit: 'keys', goal: none }, missed)
      yield figureOf({ name: `of ${pressed} keys pressed over noise of ${db} dBFS, heard as another or more than once`, unit: 'keys', goal: none }, wrong)
    }
  },
}

/** Presses every key many times, in an order that does not repeat. */
function pressAll(db: number): { missed: number; wrong: number; pressed: number } {
  const chance = createChance(7)
  const wanted = Array.from({ length: 600 }, () => keys[Math.floor(chance() * keys.length)]!)
  let missed = 0
  let wrong = 0
  for (const [at, key] of wanted.entries()) {
    const heard: string[] = []
    const detector = createDtmfDetector(rate, (it) => heard.push(it))
    const bytes = dtmfSequence(key, 'pcm-8k')
    const tone = new Int16Array(bytes.byteLength / 2)
    readPcm(bytes, tone)
    const line = new Int16Array(tone.length + rate)
    line.set(tone, rate / 2)
    push(detector, mixed(line, createNoise(rate, line.length / rate, db, at + 1)))
    if (!heard.includes(key)) missed++
    if (heard.some((it) => it !== key) || heard.length > 1) wrong++
  }
  return { missed, wrong, pressed: wanted.length }
}

function push(detector: { push(frame: Int16Array): unknown }, sound: Int16Array): void {
  for (let at = 0; at + frameSamples <= sound.length; at += frameSamples) detector.push(sound.subarray(at, at + frameSamples))
}

const mixed = (one: Int16Array, other: Int16Array) => one.map((it, at) => Math.max(-32_768, Math.min(32_767, it + (other[at] ?? 0))))
