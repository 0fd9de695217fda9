import { expect, test } from 'vitest'
import { isBare, sameSearch, viewPart } from './view-address.ts'

test('a view keeps filters and order, not what is open nor the tab', () => {
  expect(viewPart({ q: 'anna', sort: '-name', open: 'id', tab: 'members', view: 'id', role: undefined })).toEqual({ q: 'anna', sort: '-name' })
})

test('a list is opened as such only without filters, view or open row', () => {
  expect([{}, { tab: 'members' }].every(isBare)).toBe(true)
  expect([{ q: 'a' }, { view: 'all' }, { open: 'id' }].some(isBare)).toBe(false)
})

test('the order in which filters were chosen makes no other view', () => {
  expect(sameSearch({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
  expect(sameSearch({ a: '1' }, { a: '1', b: '2' })).toBe(false)
})
