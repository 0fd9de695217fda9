import fc from 'fast-check'
import { expect, test } from 'vitest'
import { humanName, humanValue } from './human-fields.ts'

test('names without words of their own become words', () => {
  expect(humanName('order_number')).toBe('Order number')
  expect(humanName('___')).toBe('___')
})
test('values read as people write them', () => {
  expect(humanValue(['Asha', 2, true])).toBe('Asha, 2, true')
  expect(humanValue({ text: 'tomorrow at 4', from: '2026-11-22T16:00' })).toBe('tomorrow at 4')
  expect(humanValue(null)).toBe('')
})
test('any value becomes a text', () => {
  fc.assert(fc.property(fc.jsonValue(), (it) => typeof humanValue(it) === 'string'))
})
