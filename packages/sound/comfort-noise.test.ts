import { expect, it } from 'vitest'
import { createComfortNoise } from '#comfort-noise.ts'
import { muLawToPcm, pcmToMuLaw } from '#g711.ts'
import { levelDbOf } from '#level.ts'

it.each([-65, -60, -40])('comfort noise is as loud as it is wished: %i dBFS', (db) => {
  const frame = new Int16Array(16_000)
  createComfortNoise(db).fill(frame)
  expect(Math.abs(levelDbOf(frame) - db)).toBeLessThan(0.5)
})

it('comfort noise is still there after μ-law', () => {
  const frame = new Int16Array(8000)
  createComfortNoise().fill(frame)
  const codes = new Uint8Array(frame.length)
  pcmToMuLaw(frame, codes)
  muLawToPcm(codes, frame)
  expect(Math.abs(levelDbOf(frame) + 65)).toBeLessThan(3)
})

it('comfort noise has no offset, does not repeat from frame to frame, and is nothing at the level of silence', () => {
  const [one, other] = [new Int16Array(8000), new Int16Array(8000)]
  const noise = createComfortNoise()
  noise.fill(one)
  noise.fill(other)
  expect(other).not.toEqual(one)
  expect(Math.abs(one.reduce((sum, it) => sum + it, 0) / one.length)).toBeLessThan(2)
  createComfortNoise(-200).fill(one)
  expect(one.every((it) => it === 0)).toBe(true)
})
