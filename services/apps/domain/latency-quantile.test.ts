import { latencyEdgesMs } from '@myna/contracts/apps-shapes'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latencyQuantile } from './latency-quantile.ts'

const buckets = latencyEdgesMs.length + 1
const only = (index: number, count: number) => Array.from({ length: buckets }, (_, at) => (at === index ? count : 0))

it('is null when nothing was counted, and lies in the bucket that was', () => {
  expect(latencyQuantile(only(0, 0), 0.5)).toBeNull()
  expect(latencyQuantile(only(2, 10), 0.5)).toBe(15)
  expect(latencyQuantile(only(buckets - 1, 3), 0.95)).toBe(15_000)
})

it('grows with the quantile and stays within the edges', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: buckets, maxLength: buckets }), (counts) => {
      fc.pre(counts.some((it) => it > 0))
      const [low, middle, high] = [0.1, 0.5, 0.95].map((it) => latencyQuantile(counts, it)!)
      expect(low).toBeLessThanOrEqual(middle!)
      expect(middle).toBeLessThanOrEqual(high!)
      expect(high).toBeLessThanOrEqual(15_000)
    }),
  )
})
