import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextTick, readCron } from '#jobs/cron.ts'

const next = (cron: string, after: string) => nextTick(readCron(cron), new Date(after)).toISOString()

test.each([
  ['* * * * *', '2026-11-21T10:00:00Z', '2026-11-21T10:01:00.000Z'],
  ['*/15 * * * *', '2026-11-21T10:00:01Z', '2026-11-21T10:15:00.000Z'],
  ['0 3 * * *', '2026-11-21T03:00:00Z', '2026-11-22T03:00:00.000Z'],
  ['30 9 * * 1-5', '2026-11-20T09:30:00Z', '2026-11-23T09:30:00.000Z'],
  ['0 0 1 */3 *', '2026-11-21T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ['0 0 29 2 *', '2026-11-21T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['0 0 29 2 *', '2096-03-01T00:00:00Z', '2104-02-29T00:00:00.000Z'],
  ['0 12 13 * 5', '2026-11-21T00:00:00Z', '2026-11-27T12:00:00.000Z'],
  ['0 12 * * 7', '2026-11-21T00:00:00Z', '2026-11-22T12:00:00.000Z'],
  ['5,10-12 22-23/1 * * *', '2026-11-21T22:10:00Z', '2026-11-21T22:11:00.000Z'],
])('%s after %s is %s', (cron, after, expected) => {
  expect(next(cron, after)).toBe(expected)
})

test.each([
  '',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '5-1 * * * *',
  '*/0 * * * *',
  'mon * * * *',
  '1.5 * * * *',
  '-1 * * * *',
  '* * * * * *',
])('refuses "%s"', (cron) => {
  expect(() => readCron(cron)).toThrow()
})

test('refuses a schedule that never comes', () => {
  expect(() => next('0 0 30 2 *', '2026-01-01T00:00:00Z')).toThrow('never comes')
})

test('the next time is later, matches, and nothing between matches', () => {
  const field = (min: number, max: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: 1, max: 20 }).map((step) => `*/${step}`),
      fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
    )
  const cron = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 7)).map((all) => all.join(' '))
  const after = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
  fc.assert(
    fc.property(cron, after, (text, from) => {
      const read = readCron(text)
      const found = nextTick(read, new Date(from)).getTime()
      expect(found).toBeGreaterThan(from)
      expect(found % 60_000).toBe(0)
      const matches = (at: Date) => {
        const day = read.days.has(at.getUTCDate())
        const weekday = read.weekdays.has(at.getUTCDay())
        const dayFits = text.split(' ')[2]!.startsWith('*') || text.split(' ')[4]!.startsWith('*') ? day && weekday : day || weekday
        return dayFits && read.minutes.has(at.getUTCMinutes()) && read.hours.has(at.getUTCHours()) && read.months.has(at.getUTCMonth() + 1)
      }
      expect(matches(new Date(found))).toBe(true)
      const lookBack = Math.min(3_000, Math.ceil((found - from) / 60_000) - 1)
      for (let back = 1; back <= lookBack; back++) expect(matches(new Date(found - back * 60_000))).toBe(false)
    }),
    { numRuns: 150 },
  )
})
