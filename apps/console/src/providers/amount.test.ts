import { expect, test } from 'vitest'
import { amount } from './amount.ts'

test('reads a sum with a point or a comma', () => {
  expect(amount(' 0.15 ', 100)).toBe(0.15)
  expect(amount('2,5', 100)).toBe(2.5)
  expect(amount('.5', 100)).toBe(0.5)
})
test('takes nothing typed for not known', () => {
  expect(amount('  ', 100)).toBeNull()
})
test.each(['-1', '1e5', 'many', '.', '101', '১২', '1 000', '\u0000'])('refuses %j', (typed) => {
  expect(amount(typed, 100)).toBeUndefined()
})
