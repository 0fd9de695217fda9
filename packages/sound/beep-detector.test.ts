import { describe, expect, it } from 'vitest'
import { type Beep, createBeepDetector } from '#beep-detector.ts'
import { dtmfKeys, dtmfTone } from '#dtmf.ts'
import { muLawToPcm, pcmToMuLaw } from '#g711.ts'
import { createNoise, createSine, createVowels } from '#test/speech-like.ts'

/** The beeps heard in sound that went through μ-law. */
function beepsIn(rate: 8000 | 16_000, sound: Int16Array, step = rate / 50): Beep[] {
  const codes = new Uint8Array(sound.length)
  pcmToMuLaw(sound, codes)
  const heard = new Int16Array(sound.length)
  muLawToPcm(codes, heard)
  const beeps: Beep[] = []
  const detector = createBeepDetector(rate, (beep) => beeps.push(beep))
  for (let at = 0; at < heard.length; at += step) detector.push(heard.subarray(at, at + step))
  return beeps
}

/** Sounds one after another, over noise. */
function over(rate: number, noiseDb: number, ...parts: Int16Array[]): Int16Array {
  const sound = Int16Array.from(parts.flatMap((part) => [...part]))
  const noise = createNoise(rate, sound.length / rate, noiseDb)
  return sound.map((it, index) => Math.max(-32_768, Math.min(32_767, it + noise[index]!)))
}
const twoTones = (rate: number) => {
  const other = createSine(rate, 480, 2, -20)
  return createSine(rate, 440, 2, -20).map((it, index) => it + other[index]!)
}
const pause = (rate: number, seconds: number) => new Int16Array(rate * seconds)

describe.each([8000, 16_000] as const)('a detector of beeps at %i Hz', (rate) => {
  it.each([425, 440, 500, 620, 850, 1000, 1100, 1400, 1800, 2200])('hears one at %i Hz, short and long, in quiet and in noise', (hertz) => {
    for (const seconds of [0.2, 0.3, 0.5, 1, 2]) {
      for (const noiseDb of [-60, -35]) {
        const beeps = beepsIn(rate, over(rate, noiseDb, pause(rate, 0.31), createSine(rate, hertz, seconds, -20), pause(rate, 0.3)))
        expect(beeps.length).toBe(1)
        expect(Math.abs(beeps[0]!.hertz - hertz)).toBeLessThan(8)
        expect(Math.abs(beeps[0]!.ms - seconds * 1000)).toBeLessThanOrEqual(40)
      }
    }
  })

  it('hears the beep that ends a greeting, and that alone', () => {
    const sound = over(rate, -55, createVowels(rate, 4, -22), pause(rate, 0.2), createSine(rate, 1000, 0.4, -18), pause(rate, 1))
    expect(beepsIn(rate, sound).length).toBe(1)
    expect(beepsIn(rate, sound, 77)).toEqual(beepsIn(rate, sound))
  })

  it('bears one frame that is lost', () => {
    const tone = createSine(rate, 1000, 0.5, -20)
    tone.fill(0, rate * 0.21, rate * 0.22)
    expect(beepsIn(rate, over(rate, -60, pause(rate, 0.1), tone, pause(rate, 0.2))).length).toBe(1)
  })

  it('hears none in 5 minutes of syllables, nor in noise', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 10; seed++) expect(beepsIn(rate, createVowels(rate, 30, -20, seed))).toEqual([])
    expect(beepsIn(rate, createNoise(rate, 60, -20))).toEqual([])
  })

  it.each([
    ['a click', createSine(rate, 1000, 0.1, -10)],
    ['a tone that never ends', createSine(rate, 1000, 5, -10)],
    ['a whistle that rises', Int16Array.from({ length: rate }, (_, index) => 8000 * Math.sin((2 * Math.PI * (500 + (500 * index) / rate) * index) / rate))],
    ['what is too low', createSine(rate, 200, 0.5, -10)],
    ['what is too faint', createSine(rate, 1000, 0.5, -60)],
    ['keys', Int16Array.from(dtmfKeys.split('').flatMap((key) => [...dtmfTone(key, rate, 300), ...pause(rate, 0.1)]))],
    ['a bell of two tones', twoTones(rate)],
  ])('takes no other thing for one: %s', (_name, sound) => {
    expect(beepsIn(rate, Int16Array.from([...pause(rate, 0.2), ...sound, ...pause(rate, 0.3)]))).toEqual([])
  })

  it('forgets a beep under way when it is reset', () => {
    const beeps: Beep[] = []
    const detector = createBeepDetector(rate, (beep) => beeps.push(beep))
    detector.push(createSine(rate, 1000, 0.5, -20))
    detector.reset()
    detector.push(pause(rate, 0.3))
    expect(beeps).toEqual([])
  })
})
