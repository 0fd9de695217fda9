import { expect, test } from 'vitest'
import { lastDays, seriesOf, sumUsage } from './usage-sums.ts'

const day = (more: object) => ({
  day: '2026-11-21',
  providerId: null,
  turns: 1,
  failures: 0,
  inputTokens: 0,
  outputTokens: 0,
  cost: 0,
  firstTokenMs: null,
  ...more,
})

test('sums turns, tokens and cost, and weighs the time to first words by turns', () => {
  const a = day({ providerId: 'a', turns: 3, failures: 1, inputTokens: 10, outputTokens: 5, cost: 0.5, firstTokenMs: 100 })
  const b = day({ providerId: 'b', turns: 1, inputTokens: 1, cost: 0.25, firstTokenMs: 500 })
  expect(sumUsage([a, b, day({ turns: 4, firstTokenMs: 1 })])).toEqual({ turns: 8, failures: 1, tokens: 16, cost: 0.75, firstTokenMs: 200, builtInShare: 0.5 })
})
test('knows no share and no time of nothing', () => {
  expect(sumUsage([])).toEqual({ turns: 0, failures: 0, tokens: 0, cost: 0, firstTokenMs: null, builtInShare: null })
})
test('lists days in UTC up to today, across the end of a month', () => {
  expect(lastDays(3, Date.UTC(2026, 2, 1, 23, 59))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
})
test('draws the busiest apart and the rest together', () => {
  const days = [5, 1, 9, 2].map((turns, i) => day({ providerId: String(i), turns }))
  const { series, others } = seriesOf([day({}), ...days], 'turns', 3)
  expect(series).toEqual([null, '2', '0'])
  expect(others).toEqual(new Set(['3', '1']))
})
