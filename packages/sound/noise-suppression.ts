import loadRnnoise, { type Rnnoise } from '@echogarden/rnnoise-wasm'
import { dbOfPower, powerOf, powerOfDb } from '#level.ts'
import { createNoiseFloor } from '#noise-floor.ts'
import { createResampler } from '#resampler.ts'

/** RNNoise knows sound at this rate, in blocks of 10 ms. */
const innerRate = 48_000
const blockSamples = 480
/** It costs clean speech some of its quality: on above this floor, off again below the other. */
const [onPower, offPower] = [powerOfDb(-45), powerOfDb(-51)]
/** The floor stays there for so many frames before anything changes: half a second to on, two seconds to off. */
const [framesToOn, framesToOff] = [25, 100]
/** It listens for 200 ms before it is heard. */
const framesToLearn = 10

/** Takes the noise out of one voice. */
export type NoiseSuppression = {
  /**
   * A frame of 20 ms gives one of 20 ms: itself while it is quiet around, else a view that is valid until the next call. Frames of other lengths are handed on as they are.
   */
  process(frame: Int16Array): Int16Array
  /** Whether noise is being taken out. */
  readonly isOn: boolean
  /** How likely there is a voice in the last frame, 0 to 1, as RNNoise hears it; 1 while nothing is taken out. */
  readonly voiceChance: number
  /** Level of the noise beneath, in dBFS, before anything is taken out. */
  readonly floorDb: number
  /** As if nothing had been heard. */
  reset(): void
  /** Gives its memory back (some 20 KB); one that is forgotten gives it back when it is collected. */
  close(): void
}

let rnnoise: { module: Rnnoise; block: number } | undefined
let loading: Promise<void> | undefined
const forgotten = new FinalizationRegistry((state: number) => rnnoise?.module._rnnoise_destroy(state))

/** Loads what all of the process share. Sound is handed on as it is until it is there. */
export function warmNoiseSuppression(): Promise<void> {
  loading ??= loadRnnoise().then((module) => {
    rnnoise = { module, block: module._malloc(blockSamples * 4) }
  })
  return loading
}

/**
 * Takes noise out of a voice by RNNoise, and only while the noise floor is high. What comes out then is 16 ms late at 8 kHz, 13 ms at 16 kHz; each change fades over
 * one frame. Synchronous; allocates nothing once it has been on.
 */
export function createNoiseSuppression(rate: 8000 | 16_000): NoiseSuppression {
  const frameSamples = rate / 50
  const noise = createNoiseFloor()
  const up = createResampler(rate, innerRate, { steady: true })
  const down = createResampler(innerRate, rate, { steady: true })
  const wide = new Int16Array(blockSamples * 2)
  const faded = new Int16Array(frameSamples)
  let [floor, state, framesBeyond, framesHeard] = [0, 0, 0, 0]
  let isOn = false
  let voiceChance = 1

  const begin = (): boolean => {
    if (!rnnoise) return false
    if (state === 0) {
      state = rnnoise.module._rnnoise_create(0)
      if (state === 0) return false
      forgotten.register(suppression, state, suppression)
    }
    framesHeard = 0
    return true
  }

  const end = () => {
    if (state !== 0) rnnoise?.module._rnnoise_destroy(state)
    forgotten.unregister(suppression)
    up.flush()
    down.flush()
    state = 0
    isOn = false
    voiceChance = 1
    framesBeyond = 0
  }

  const clean = (frame: Int16Array): Int16Array => {
    const { module, block } = rnnoise!
    const raised = up.push(frame)
    voiceChance = 0
    for (let first = 0; first < wide.length; first += blockSamples) {
      const heap = module.HEAPF32
      const at = block >> 2
      for (let index = 0; index < blockSamples; index++) heap[at + index] = raised[first + index]!
      voiceChance = Math.max(voiceChance, module._rnnoise_process_frame(state, block, block))
      const cleaned = module.HEAPF32
      for (let index = 0; index < blockSamples; index++) {
        const sample = cleaned[at + index]!
        wide[first + index] = sample >= 32_767 ? 32_767 : sample <= -32_768 ? -32_768 : sample
      }
    }
    return down.push(wide)
  }

  /** From one sound to another over a frame. */
  const fade = (from: Int16Array, to: Int16Array): Int16Array => {
    for (let index = 0; index < frameSamples; index++) {
      const share = (index + 0.5) / frameSamples
      faded[index] = Math.round(from[index]! * (1 - share) + to[index]! * share)
    }
    return faded
  }

  const suppression: NoiseSuppression = {
    process(frame) {
      if (frame.length !== frameSamples) return frame
      floor = noise.push(powerOf(frame))
      if (state === 0) {
        framesBeyond = floor > onPower ? framesBeyond + 1 : 0
        if (framesBeyond < framesToOn || !begin()) return frame
        framesBeyond = 0
      }
      const cleaned = clean(frame)
      framesHeard++
      if (framesHeard < framesToLearn) return frame
      if (!isOn) {
        isOn = true
        return fade(frame, cleaned)
      }
      framesBeyond = floor < offPower ? framesBeyond + 1 : 0
      if (framesBeyond < framesToOff) return cleaned
      end()
      return fade(cleaned, frame)
    },
    get isOn() {
      return isOn
    },
    get voiceChance() {
      return isOn ? voiceChance : 1
    },
    get floorDb() {
      return dbOfPower(floor)
    },
    reset() {
      end()
      noise.reset()
      floor = 0
    },
    close: end,
  }
  return suppression
}
