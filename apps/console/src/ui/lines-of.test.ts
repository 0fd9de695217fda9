import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'

const before = new Map([
  ['a', 0],
  ['b', 1],
  ['c', 2],
])

test('a row keeps its line, and one that comes into view gets a new one', () => {
  expect([...linesOf(['b', 'c', 'd'], before, undefined)]).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ])
})

test('after a leap the lines show the new rows in their order', () => {
  expect([...linesOf(['x', 'y', 'z', 'w'], before, undefined)]).toEqual([
    ['x', 0],
    ['y', 1],
    ['z', 2],
    ['w', 3],
  ])
})

test('the row the keyboard stands on keeps its line even then', () => {
  expect([...linesOf(['b', 'x', 'y'], before, 'b')]).toEqual([
    ['b', 1],
    ['x', 0],
    ['y', 2],
  ])
})

test('lines whose cells keep something of their row are never given to another', () => {
  expect([...linesOf(['x', 'y'], before, false)]).toEqual([
    ['x', 3],
    ['y', 4],
  ])
})
