import { expect, test } from 'vitest'
import { sortingOf, sortRows } from './sorting.ts'

const rows = [
  { name: 'Desk 10', calls: 2 },
  { name: 'desk 9', calls: 7 },
  { name: 'Anna', calls: 2 },
]
const keys = { name: (it: (typeof rows)[number]) => it.name, calls: (it: (typeof rows)[number]) => it.calls }
const names = (sort: string | undefined) => sortRows(rows, sort, keys, 'en').map((it) => it.name)

test('orders words as people do, numbers in them by value', () => {
  expect(names('name')).toEqual(['Anna', 'desk 9', 'Desk 10'])
  expect(names('-name')).toEqual(['Desk 10', 'desk 9', 'Anna'])
})

test('leaves equal rows, and an order it does not know, as they were', () => {
  expect(names('calls')).toEqual(['Desk 10', 'Anna', 'desk 9'])
  expect(names('-calls')).toEqual(['desk 9', 'Desk 10', 'Anna'])
  expect(names('colour')).toEqual(['Desk 10', 'desk 9', 'Anna'])
})

test('a head is pressed up, down, and back to the own order of the list', () => {
  const walked: (string | undefined)[] = []
  for (let sort: string | undefined, i = 0; i < 3; i++) {
    sortingOf(sort, (next) => (sort = next)).onSort('name')
    walked.push(sort)
  }
  expect(walked).toEqual(['name', '-name', undefined])
})
