import { expect, test } from 'vitest'
import { type Past, suspicionsOf } from './suspicion.ts'

const now = new Date('2026-06-01T00:00:00Z')
const everyday: Past = { signIns: 9, lastAt: new Date('2026-05-31T00:00:00Z'), knowsDevice: true, knowsNetwork: true, failures: 0 }
const of = (it: Partial<Past>) => suspicionsOf({ ...everyday, ...it }, now)

test('a new device or a new network alone is everyday, both are not', () => {
  expect(of({})).toEqual([])
  expect(of({ knowsDevice: false })).toEqual([])
  expect(of({ knowsNetwork: false })).toEqual([])
  expect(of({ knowsDevice: false, knowsNetwork: false })).toEqual(['new_device', 'new_network'])
})

test('a success after many failures is told, a slip of the finger is not', () => {
  expect(of({ failures: 4 })).toEqual([])
  expect(of({ failures: 5 })).toEqual(['failures_before'])
})

test('a sign-in after three months is told', () => {
  expect(of({ lastAt: new Date('2026-02-01T00:00:00Z') })).toEqual(['long_absence'])
  expect(of({ lastAt: new Date('2026-04-01T00:00:00Z') })).toEqual([])
})

test('the first sign-in of all is never odd', () => {
  expect(of({ signIns: 0, knowsDevice: false, knowsNetwork: false, failures: 9, lastAt: undefined })).toEqual([])
})
