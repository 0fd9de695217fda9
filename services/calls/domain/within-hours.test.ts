import { expect, it } from 'vitest'
import { withinHours } from '#domain/within-hours.ts'

const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:30', to: '18:00' }))
const bar = [{ day: 6, from: '20:00', to: '02:00' }]

it.each([
  // Friday, 20 November 2026; Kolkata is 5:30 ahead.
  ['opens at its minute', weekdays, 'Asia/Kolkata', '2026-11-20T04:00:00Z', true],
  ['is closed the minute before', weekdays, 'Asia/Kolkata', '2026-11-20T03:59:59Z', false],
  ['closes at its minute', weekdays, 'Asia/Kolkata', '2026-11-20T12:30:00Z', false],
  ['is closed on a day without hours', weekdays, 'Asia/Kolkata', '2026-11-21T06:00:00Z', false],
  ['knows the day of its own zone', weekdays, 'Asia/Kolkata', '2026-11-22T20:00:00Z', false],
  ['follows summer time', weekdays, 'Europe/London', '2026-07-01T08:30:00Z', true],
  ['is open on past midnight', bar, 'UTC', '2026-11-22T01:59:00Z', true],
  ['ends past midnight', bar, 'UTC', '2026-11-22T02:00:00Z', false],
  ['does not begin the night before', bar, 'UTC', '2026-11-21T01:00:00Z', false],
  ['is open all day from midnight to midnight', [{ day: 0, from: '00:00', to: '00:00' }], 'UTC', '2026-11-22T23:59:00Z', true],
  ['takes a zone that does not exist for UTC', weekdays, 'Nowhere/Else', '2026-11-20T09:30:00Z', true],
  ['is always open without hours', [], 'UTC', '2026-11-22T03:00:00Z', true],
] as const)('a business %s', (_what, hours, timeZone, now, open) => {
  expect(withinHours(hours, timeZone, new Date(now))).toBe(open)
})
