import { expect, test } from 'vitest'
import { instantOf } from './instant-of.ts'

test.each([
  ['2026-11-21T15:00', 'Asia/Kolkata', '2026-11-21T09:30:00.000Z'],
  ['2026-11-21T00:10', 'UTC', '2026-11-21T00:10:00.000Z'],
  ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['2026-03-29T04:00', 'Europe/Berlin', '2026-03-29T02:00:00.000Z'],
])('reads %s in %s', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant)
})
test('takes what is no time for none', () => {
  expect(instantOf('soon', 'UTC')).toBeUndefined()
})
