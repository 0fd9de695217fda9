import { expect, test } from 'vitest'
import { withBelow } from './use-endless.ts'

const part = (ids: string, next?: string) => ({ items: ids.split(''), ...(next !== undefined && { next }) })
const idOf = (it: string) => it

test('what was loaded below a new head stays, and goes on where it ended', () => {
  expect(withBelow(part('xab', 'b'), part('abcdef', 'f'), idOf)).toEqual(part('xabcdef', 'f'))
})

test('what was deleted in the head is gone, and what is known of the head is new', () => {
  expect(withBelow(part('acd', 'd'), part('abcdef'), idOf)).toEqual({ ...part('acdef'), next: undefined })
})

test('a list begins again when so much is new that head and rest no longer meet, and when the head is all there is', () => {
  expect(withBelow(part('xyz', 'z'), part('abcdef', 'f'), idOf)).toEqual(part('xyz', 'z'))
  expect(withBelow(part('ab'), part('abcdef', 'f'), idOf)).toEqual(part('ab'))
  expect(withBelow(part('ab', 'b'), undefined, idOf)).toEqual(part('ab', 'b'))
})
