/** A local time without zone: milliseconds since 1970 as if the clock on the wall were UTC. */
export type Civil = number

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const options = { hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone })
  } catch {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
  if (formats.size > 500) formats.clear()
  formats.set(zone, format)
  return format
}

/** What a clock on the wall in an IANA zone shows at an instant, to the minute; UTC for a zone nobody knows. Null before the year 1000 or after 8000. */
export function civilOf(instant: number, zone: string): Civil | null {
  if (!(instant > -30_600_000_000_000 && instant < 190_000_000_000_000)) return null
  const parts = /(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)/.exec(formatOf(zone).format(instant))
  if (parts === null) return null
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** Midnight at which the day of a local time begins. */
export const startOfDay = (time: Civil): Civil => Math.floor(time / dayMs) * dayMs

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (time: Civil): number => ((((Math.floor(time / dayMs) + 3) % 7) + 7) % 7) + 1

/** The Monday on which the week of a local time begins. */
export const startOfWeek = (time: Civil): Civil => startOfDay(time) - (weekdayOf(time) - 1) * dayMs

export const yearOf = (time: Civil): number => new Date(time).getUTCFullYear()

/** 1 for January to 12. */
export const monthOf = (time: Civil): number => new Date(time).getUTCMonth() + 1

export const dayOfMonth = (time: Civil): number => new Date(time).getUTCDate()

/** Midnight of a date; months beyond 1–12 run into the years around. */
export const civilDate = (year: number, month: number, day: number): Civil => Date.UTC(year, month - 1, day)

/** How many days a month has. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day and time so many months on; the last day of the month when it has no such day. */
export function addMonths(time: Civil, months: number): Civil {
  const first = civilDate(yearOf(time), monthOf(time) + months, 1)
  const day = Math.min(dayOfMonth(time), daysInMonth(yearOf(first), monthOf(first)))
  return first + (day - 1) * dayMs + (time - startOfDay(time))
}

/** `2026-11-23`, or null outside the years 1000 to 9999. */
export function isoDay(time: Civil): string | null {
  const year = yearOf(time)
  return year >= 1000 && year <= 9999 ? new Date(time).toISOString().slice(0, 10) : null
}

/** `2026-11-23T15:30`, or null outside the years 1000 to 9999. */
export function isoMinute(time: Civil): string | null {
  const year = yearOf(time)
  return year >= 1000 && year <= 9999 ? new Date(time).toISOString().slice(0, 16) : null
}
