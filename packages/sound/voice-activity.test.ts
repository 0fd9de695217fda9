import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createVoiceActivity, warmVoiceActivity } from '#voice-activity.ts'
import { createNoise, createSine, createVowels } from '#test/speech-like.ts'

/** Share of the frames in which someone is heard. */
function heardShare(detector: ReturnType<typeof createVoiceActivity>, sound: Int16Array, frameSamples: number): number {
  let [heard, frames] = [0, 0]
  for (let at = 0; at + frameSamples <= sound.length; at += frameSamples, frames++) if (detector.hears(sound.subarray(at, at + frameSamples))) heard++
  return heard / frames
}

describe.each([8000, 16_000] as const)('voice activity at %i Hz', (rate) => {
  const frameSamples = rate / 50

  it('goes by loudness before it is warm, even where WebRTC hears no voice', async () => {
    vi.resetModules()
    const cold = (await import('#voice-activity.ts')).createVoiceActivity(rate)
    heardShare(cold, createNoise(rate, 1, -70), frameSamples)
    expect(heardShare(cold, createSine(rate, 50, 0.5, -20), frameSamples)).toBeGreaterThan(0.8)
    cold.close()
  })

  describe('once it is warm', () => {
    beforeAll(warmVoiceActivity)

    it('hears a voice and not the silence around it', () => {
      const detector = createVoiceActivity(rate)
      expect(heardShare(detector, createNoise(rate, 2, -70), frameSamples)).toBe(0)
      expect(heardShare(detector, createVowels(rate, 2, -20), frameSamples)).toBeGreaterThan(0.8)
      heardShare(detector, createNoise(rate, 0.3, -70), frameSamples)
      expect(heardShare(detector, createNoise(rate, 2, -70), frameSamples)).toBeLessThan(0.1)
      detector.close()
    })

    it('gets used to a steady noise', () => {
      const detector = createVoiceActivity(rate)
      heardShare(detector, createNoise(rate, 10, -35), frameSamples)
      expect(heardShare(detector, createNoise(rate, 5, -35), frameSamples)).toBe(0)
      detector.close()
    })

    it('gets used to a noise again after the line fell silent', () => {
      const detector = createVoiceActivity(rate)
      heardShare(detector, new Int16Array(rate), frameSamples)
      heardShare(detector, createNoise(rate, 10, -40), frameSamples)
      expect(heardShare(detector, createNoise(rate, 2, -40), frameSamples)).toBe(0)
      expect(detector.floorDb).toBeGreaterThan(-45)
      detector.close()
    })

    it('tells the level of what it heard, whatever the offset', () => {
      const detector = createVoiceActivity(rate)
      for (let frame = 0; frame < 20; frame++) detector.hears(createSine(rate, 1000, 0.02, -20).map((it) => it + 5000))
      expect(detector.levelDb).toBeCloseTo(-20, 0)
      detector.close()
    })

    it('keeps detectors apart, and a reset forgets what was heard', () => {
      const [used, reset] = [createVoiceActivity(rate), createVoiceActivity(rate)]
      const fresh = createVoiceActivity(rate)
      heardShare(used, createNoise(rate, 3, -20), frameSamples)
      heardShare(reset, createNoise(rate, 3, -20), frameSamples)
      reset.reset()
      const sound = new Int16Array([...createNoise(rate, 0.5, -60), ...createVowels(rate, 1, -30)])
      const expected: boolean[] = []
      const got: boolean[] = []
      for (let at = 0; at + frameSamples <= sound.length; at += frameSamples) {
        expected.push(fresh.hears(sound.subarray(at, at + frameSamples)))
        got.push(reset.hears(sound.subarray(at, at + frameSamples)))
      }
      expect(got).toEqual(expected)
      for (const detector of [used, reset, fresh]) detector.close()
    })

    it('bears frames of odd lengths, and use after it is closed', () => {
      const detector = createVoiceActivity(rate)
      for (const length of [0, 1, 77, 160, 480, 481, 5000]) detector.hears(new Int16Array(length).fill(9))
      detector.close()
      detector.close()
      detector.reset()
      expect(detector.hears(new Int16Array(frameSamples))).toBe(false)
    })
  })
})

it('goes on hearing after tens of thousands of detectors, closed or forgotten', async () => {
  await warmVoiceActivity()
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const frame = new Int16Array(160)
  for (let round = 0; round < 20; round++) {
    for (let index = 0; index < 2000; index++) {
      const detector = createVoiceActivity(8000)
      detector.hears(frame)
      if (index % 2 === 0) detector.close()
    }
    collect()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const detector = createVoiceActivity(8000)
  heardShare(detector, createNoise(8000, 0.5, -70), 160)
  expect(heardShare(detector, createVowels(8000, 1, -20), 160)).toBeGreaterThan(0.8)
  detector.close()
})
