import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs } from '#jobs/backoff.ts'

const failures = fc.integer({ min: 1, max: 10_000 })
const base = fc.integer({ min: 1, max: 3_600_000 })

test('waits twice as long after each failure, up to an hour', () => {
  fc.assert(
    fc.property(failures, base, (n, baseMs) => {
      const plain = backoffMs(n, baseMs, () => 0.5)
      expect(plain).toBe(Math.min(3_600_000, baseMs * 2 ** (n - 1)))
      expect(backoffMs(n + 1, baseMs, () => 0.5)).toBeGreaterThanOrEqual(plain)
    }),
  )
})

test('spreads by a fifth either way', () => {
  fc.assert(
    fc.property(failures, base, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (n, baseMs, luck) => {
      const plain = Math.min(3_600_000, baseMs * 2 ** (n - 1))
      const waited = backoffMs(n, baseMs, () => luck)
      expect(waited).toBeGreaterThanOrEqual(Math.floor(plain * 0.8))
      expect(waited).toBeLessThanOrEqual(Math.ceil(plain * 1.2))
    }),
  )
})
