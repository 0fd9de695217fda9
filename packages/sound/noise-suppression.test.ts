import { beforeAll, describe, expect, it, vi } from 'vitest'
import { levelDbOf } from '#level.ts'
import { createNoiseSuppression, warmNoiseSuppression } from '#noise-suppression.ts'
import { createNoise, createVowels } from '#test/speech-like.ts'

function processed(suppression: ReturnType<typeof createNoiseSuppression>, sound: Int16Array, frameSamples: number): Int16Array {
  const out = new Int16Array(sound.length)
  for (let at = 0; at + frameSamples <= sound.length; at += frameSamples) out.set(suppression.process(sound.subarray(at, at + frameSamples)), at)
  return out
}

describe.each([8000, 16_000] as const)('suppression of noise at %i Hz', (rate) => {
  const frameSamples = rate / 50

  it('hands sound on as it is before it is warm', async () => {
    vi.resetModules()
    const cold = (await import('#noise-suppression.ts')).createNoiseSuppression(rate)
    const loud = createNoise(rate, 1, -30)
    expect(processed(cold, loud, frameSamples)).toEqual(loud)
    cold.close()
  })

  describe('once it is warm', () => {
    beforeAll(warmNoiseSuppression)

    it('hands sound on as it is while it is quiet around', () => {
      const suppression = createNoiseSuppression(rate)
      const quiet = Int16Array.from([...createNoise(rate, 1, -65), ...createVowels(rate, 3, -20), ...createNoise(rate, 1, -65)])
      expect(processed(suppression, quiet, frameSamples)).toEqual(quiet)
      expect(suppression.isOn).toBe(false)
      suppression.close()
    })

    it('takes a steady noise out and leaves the voice', () => {
      const suppression = createNoiseSuppression(rate)
      const noise = createNoise(rate, 5, -38)
      const calm = processed(suppression, noise, frameSamples).subarray(-rate)
      expect(suppression.isOn).toBe(true)
      expect(suppression.floorDb).toBeGreaterThan(-45)
      expect(levelDbOf(calm)).toBeLessThan(-50)
      const voice = createVowels(rate, 3, -18)
      const mixed = voice.map((it, index) => Math.max(-32_768, Math.min(32_767, it + noise[index]!)))
      expect(levelDbOf(processed(suppression, mixed, frameSamples))).toBeGreaterThan(-26)
      suppression.close()
    })

    it('goes off again, softly, when the noise has gone', () => {
      const suppression = createNoiseSuppression(rate)
      processed(suppression, createNoise(rate, 2, -38), frameSamples)
      expect(suppression.isOn).toBe(true)
      processed(suppression, createNoise(rate, 4, -65), frameSamples)
      expect(suppression.isOn).toBe(false)
      const quiet = createNoise(rate, 1, -65, 7)
      expect(processed(suppression, quiet, frameSamples)).toEqual(quiet)
      suppression.close()
    })

    it('bears frames of other lengths, full scale, and use after it is closed', () => {
      const suppression = createNoiseSuppression(rate)
      for (const length of [0, 1, frameSamples + 1]) {
        const odd = new Int16Array(length)
        expect(suppression.process(odd)).toBe(odd)
      }
      const square = Int16Array.from({ length: rate * 2 }, (_, index) => (index % 40 < 20 ? 32_767 : -32_768))
      processed(suppression, square, frameSamples)
      suppression.close()
      suppression.close()
      processed(suppression, square.subarray(0, rate), frameSamples)
      suppression.close()
    })

    it('gives memory back: hundreds may come and go', () => {
      const noise = createNoise(rate, 0.8, -30)
      for (let round = 0; round < 300; round++) {
        const suppression = createNoiseSuppression(rate)
        if (round % 100 === 0) processed(suppression, noise, frameSamples)
        else for (let frame = 0; frame < 26; frame++) suppression.process(noise.subarray(0, frameSamples))
        suppression.close()
      }
    })
  })
})
