import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAllowance } from '#domain/allowance.ts'

describe('an allowance', () => {
  it('is used up at once and comes back with time', () => {
    const it = createAllowance(2, 1)
    expect([0, 0, 0, 500, 1000, 1500, 9000, 9000, 9000].map((ms) => it.take(ms))).toEqual([true, true, false, false, true, false, true, true, false])
  })

  it('never gives more than the burst and the rate together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 100 }), (gaps) => {
        const it = createAllowance(5, 2)
        let nowMs = 0
        let given = 0
        for (const gap of gaps) if (it.take((nowMs += gap))) given++
        expect(given).toBeLessThanOrEqual(5 + (nowMs * 2) / 1000 + 1e-6)
      }),
    )
  })
})
