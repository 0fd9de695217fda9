import { beforeAll, expect, test } from 'vitest'
import { startWords } from '#words/language.ts'
import { shownValue } from './shown-value.ts'

const show = (type: Parameters<typeof shownValue>[0]['type'], value: Record<string, unknown>) =>
  shownValue({ type, text: 'as said', start: 0, end: 7, value }, (_, word) => word)

beforeAll(async () => {
  ;(globalThis as { document?: unknown }).document ??= { documentElement: { lang: 'en' } }
  await startWords()
})

test.each([
  ['money', { amount: 250_000, currency: 'INR' }, '₹2,50,000'],
  ['money', { amount: 1.5, currency: null, to: 2 }, '1.5 – 2'],
  ['quantity', { amount: 20, unit: 'chair' }, '20 chair'],
  ['phone', { e164: null, digits: '12345', country: null }, '12345'],
  ['duration', { seconds: 5400, iso: 'PT90M' }, '1 hour 30 minutes'],
  ['priority', { level: 'high' }, 'high'],
] as const)('shows %s as people write it', (type, value, shown) => {
  expect(show(type, value)).toBe(shown)
})
test('shows times as they are meant where they are said, and leaves out the end of a span', () => {
  expect(show('time', { from: '2026-11-22T15:00', grain: 'hour' })).toMatch(/22 Nov.*2026.*15:00/)
  expect(show('time', { from: '2026-11-23', to: '2026-11-28', grain: 'day' })).toMatch(/23.*27 Nov/)
  expect(show('time', { from: '2026-12-01', grain: 'month' })).toMatch(/^Dec 2026$/)
})
test('falls back on the words of the caller', () => {
  expect(show('money', {})).toBe('as said')
  expect(show('time', { from: 'soon', grain: 'day' })).toBe('soon')
})
