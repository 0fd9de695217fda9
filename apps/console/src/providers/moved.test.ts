import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('moves one thing and keeps the others in order', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
})
test('takes a place outside for the nearest end', () => {
  expect(moved(['a', 'b', 'c'], 'b', -4)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 9)).toEqual(['a', 'c', 'b'])
})
