import loadFvad, { type Fvad } from '@echogarden/fvad-wasm'
import { dbOfPower, powerOfDb } from '#level.ts'
import { createNoiseFloor } from '#noise-floor.ts'

/** A frame this much louder than the noise floor may begin a voice: 9 dB, as power. */
const beginsOverFloor = 10 ** 0.9
/** While someone speaks, 4 dB are enough: soft ends of words sink into noise. */
const staysOverFloor = 10 ** 0.4
/** Nothing quieter than this is ever voiced. */
const leastPower = powerOfDb(-50)
/** The strictest of the four modes of fvad. */
const strictest = 3
const longestFrame = 480

/** One detector for one voice. */
export type VoiceActivity = {
  /** Whether there is a voice in a frame of 20 ms; 10 and 30 ms also work, of any other length only the loudness counts. */
  hears(frame: Int16Array): boolean
  /** Level of the last frame in dBFS, without rumble and offset below 40 Hz. */
  readonly levelDb: number
  /** Level of the noise beneath, in dBFS. */
  readonly floorDb: number
  /** As if nothing had been heard. */
  reset(): void
  /** Gives its memory back; a detector that is forgotten gives it back when it is collected. */
  close(): void
}

let fvad: { module: Fvad; frame: number } | undefined
let loading: Promise<void> | undefined
const forgotten = new FinalizationRegistry((detector: number) => fvad?.module._fvad_free(detector))

/** Loads what all detectors of the process share. Detectors made before go by loudness alone until it is there. */
export function warmVoiceActivity(): Promise<void> {
  loading ??= loadFvad().then((module) => {
    fvad = { module, frame: module._malloc(longestFrame * 2) }
  })
  return loading
}

/**
 * Whether someone speaks: a frame is voiced when it is louder than the noise floor and WebRTC's detector hears a voice in it; someone begins to speak
 * when three of the last five frames are voiced, and speaks on while two are. Synchronous; allocates nothing.
 */
export function createVoiceActivity(rate: 8000 | 16_000): VoiceActivity {
  const noise = createNoiseFloor()
  const pole = 1 - 240 / rate
  let [power, floor, recent, detector] = [0, 0, 0, 0]
  let [lastSample, lastPassed] = [0, 0]
  let [speaks, isClosed] = [false, false]

  /** Mean square above 40 Hz, by a filter of one zero and one pole. */
  const powerWithoutRumble = (frame: Int16Array): number => {
    let sum = 0
    let passed = lastPassed
    let before = lastSample
    for (let index = 0; index < frame.length; index++) {
      const sample = frame[index]!
      passed = pole * (passed + sample - before)
      before = sample
      sum += passed * passed
    }
    lastPassed = Math.abs(passed) < 1e-6 ? 0 : passed
    lastSample = before
    return sum / frame.length
  }

  /** fvad is asked in every frame, as it learns from quiet ones too. */
  const soundsLikeVoice = (frame: Int16Array): boolean => {
    if (!fvad || isClosed || frame.length > longestFrame) return true
    const { module } = fvad
    if (detector === 0) {
      detector = module._fvad_new()
      if (detector === 0) return true
      module._fvad_set_mode(detector, strictest)
      module._fvad_set_sample_rate(detector, rate)
      forgotten.register(activity, detector, activity)
    }
    module.HEAP16.set(frame, fvad.frame >> 1)
    return module._fvad_process(detector, fvad.frame, frame.length) !== 0
  }

  const activity: VoiceActivity = {
    hears(frame) {
      if (frame.length === 0) return false
      power = powerWithoutRumble(frame)
      floor = noise.push(power)
      const voiced = soundsLikeVoice(frame) && power > leastPower && power > floor * (speaks ? staysOverFloor : beginsOverFloor)
      recent = ((recent << 1) | (voiced ? 1 : 0)) & 0b11111
      const voicedFrames = (recent & 1) + ((recent >> 1) & 1) + ((recent >> 2) & 1) + ((recent >> 3) & 1) + ((recent >> 4) & 1)
      speaks = voicedFrames >= (speaks ? 2 : 3)
      return speaks
    },
    get levelDb() {
      return dbOfPower(power)
    },
    get floorDb() {
      return dbOfPower(floor)
    },
    reset() {
      ;[power, floor, recent] = [0, 0, 0]
      ;[lastSample, lastPassed, speaks] = [0, 0, false]
      noise.reset()
      if (detector === 0 || !fvad) return
      // A reset also forgets mode and rate.
      fvad.module._fvad_reset(detector)
      fvad.module._fvad_set_mode(detector, strictest)
      fvad.module._fvad_set_sample_rate(detector, rate)
    },
    close() {
      isClosed = true
      forgotten.unregister(activity)
      if (detector !== 0) fvad?.module._fvad_free(detector)
      detector = 0
    },
  }
  return activity
}
