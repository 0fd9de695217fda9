import { expect, test } from 'vitest'
import { createResampler } from './resampler.ts'

function through(from: number, to: number, hertz: number, blockSize: number): Float32Array {
  const resample = createResampler(from, to)
  const out: number[] = []
  for (let start = 0; start < from; start += blockSize) {
    const block = Float32Array.from({ length: Math.min(blockSize, from - start) }, (_, i) => Math.sin((2 * Math.PI * hertz * (start + i)) / from))
    resample(block, (sample) => out.push(sample))
  }
  return Float32Array.from(out)
}
const loudness = (samples: Float32Array) => Math.sqrt(samples.slice(200, -200).reduce((sum, it) => sum + it * it, 0) / (samples.length - 400))

test.each([
  [48000, 128],
  [44100, 128],
  [8000, 160],
])('keeps the length and loudness of speech from %d Hz', (from, block) => {
  const out = through(from, 16000, 1000, block)
  expect(Math.abs(out.length - 16000)).toBeLessThan(60)
  expect(loudness(out)).toBeCloseTo(Math.SQRT1_2, 2)
})
test('removes what 16 kHz cannot hold instead of folding it back', () => {
  expect(loudness(through(48000, 16000, 11000, 128))).toBeLessThan(0.01)
})
test('gives the same samples whatever the size of the blocks', () => {
  expect(through(48000, 16000, 440, 128)).toEqual(through(48000, 16000, 440, 1000))
})
test('passes sound of the same rate through untouched', () => {
  const out: number[] = []
  createResampler(16000, 16000)(Float32Array.of(0.25, -0.5), (it) => out.push(it))
  expect(out).toEqual([0.25, -0.5])
})
