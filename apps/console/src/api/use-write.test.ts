import { expect, test } from 'vitest'
import { patched } from './use-write.ts'

type Thing = { id: string; name: string }
const [a, b]: Thing[] = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
]
const rename = (shown: unknown) => patched<Thing>(shown, (it) => it.id === 'b', { name: 'New' })

test('changes one thing wherever it is shown, and leaves the others the same objects', () => {
  const list = rename([a, b]) as Thing[]
  expect(list).toEqual([a, { id: 'b', name: 'New' }])
  expect(list[0]).toBe(a)
  expect(rename({ items: [a, b], next: 'x' })).toEqual({ items: [a, { id: 'b', name: 'New' }], next: 'x' })
  expect(rename(b)).toEqual({ id: 'b', name: 'New' })
  expect(rename(a)).toEqual(a)
  expect(rename(null)).toBe(null)
})
