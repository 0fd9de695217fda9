import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pitchOf, rateOf } from './prosody.ts'

describe('pace and height', () => {
  it('leave the voice as it is at 1', () => {
    expect(rateOf(1)).toBe(175)
    expect(pitchOf(1)).toBe(50)
  })

  it('stay within what espeak-ng can do, and never fall when more is asked', () => {
    const factor = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(rateOf(less)).toBeLessThanOrEqual(rateOf(more))
        expect(pitchOf(less)).toBeLessThanOrEqual(pitchOf(more))
        expect(rateOf(less)).toBeGreaterThanOrEqual(80)
        expect(rateOf(more)).toBeLessThanOrEqual(450)
        expect(pitchOf(less)).toBeGreaterThanOrEqual(0)
        expect(pitchOf(more)).toBeLessThanOrEqual(99)
      }),
    )
  })
})
