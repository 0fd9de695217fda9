type Span = { day: number; from: string; to: string }

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/**
 * Whether a moment lies within the hours of a business, by the clock of its time zone (UTC where there is no such zone). Without hours it always does. A span that ends at or before it begins goes on past
 * midnight; the minute it ends at is no part of it.
 */
export function withinHours(hours: readonly Span[], timeZone: string, now: Date): boolean {
  if (hours.length === 0) return true
  const { day, minutes } = clockIn(timeZone, now)
  return hours.some((it) => {
    const [from, to] = [minutesOf(it.from), minutesOf(it.to)]
    if (from < to) return day === it.day && minutes >= from && minutes < to
    return (day === it.day && minutes >= from) || (day === (it.day + 1) % 7 && minutes < to)
  })
}

function clockIn(timeZone: string, now: Date): { day: number; minutes: number } {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  )
  return { day: names.indexOf(parts.get('weekday')!), minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const options = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
  }
}
