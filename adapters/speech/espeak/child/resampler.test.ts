import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResampler } from './resampler.ts'

const from = 22_050
const to = 16_000

/** A second of a sine. */
function sine(hz: number, rate: number, length = rate): Float32Array {
  return Float32Array.from({ length }, (_, n) => 10_000 * Math.sin((2 * Math.PI * hz * n) / rate))
}

function power(samples: Float32Array): number {
  return samples.reduce((sum, it) => sum + it * it, 0) / samples.length
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio)
}

/** All of it, without the first and last 20 ms, where the filter hears the silence around. */
function resampled(input: Float32Array): Float32Array {
  const resampler = createResampler(from, to)
  const out = Float32Array.from([...resampler.process(input), ...resampler.flush()])
  return out.slice(320, -320)
}

describe('resampling 22.05 kHz to 16 kHz', () => {
  it.each([100, 1000, 3400, 6000, 6500])('keeps a sine of %i Hz in place and shape: noise 85 dB below', (hz) => {
    const out = resampled(sine(hz, from))
    const ideal = sine(hz, to).slice(320, -320)
    const noise = out.map((it, n) => it - ideal[n]!)
    expect(decibels(power(ideal) / power(noise))).toBeGreaterThan(85)
  })

  it.each([8100, 9000, 10_500])('lets nothing of %i Hz through as an alias: 85 dB below', (hz) => {
    expect(decibels(power(sine(hz, from)) / power(resampled(sine(hz, from))))).toBeGreaterThan(85)
  })

  it('gives the same sound however it is fed', () => {
    const input = sine(440, from, 3000)
    const whole = createResampler(from, to)
    const expected = [...whole.process(input), ...whole.flush()]
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }), (lengths) => {
        const resampler = createResampler(from, to)
        const out: number[] = []
        let at = 0
        for (const length of lengths) {
          out.push(...resampler.process(input.subarray(at, at + length)))
          at += length
        }
        out.push(...resampler.process(input.subarray(at)), ...resampler.flush())
        expect(out).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('gives as many samples as the ratio says, for any two rates', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000),
        fc.constantFrom(8000, 16_000, 48_000),
        fc.integer({ min: 0, max: 5000 }),
        (a, b, length) => {
          const resampler = createResampler(a, b, { tapsPerPhase: 8 })
          const count = resampler.process(new Float32Array(length)).length + resampler.flush().length
          expect(count).toBe(Math.ceil((length * b) / a))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is as new after a flush', () => {
    const resampler = createResampler(from, to)
    const once = [...resampler.process(sine(500, from, 1000)), ...resampler.flush()]
    expect([...resampler.process(sine(500, from, 1000)), ...resampler.flush()]).toEqual(once)
  })
})
