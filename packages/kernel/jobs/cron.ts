/** Five cron fields as sets of matching numbers; `anyDay` and `anyWeekday` tell a star from a full list. */
export type Cron = Record<'minutes' | 'hours' | 'days' | 'months' | 'weekdays', Set<number>> & { anyDay: boolean; anyWeekday: boolean }

const dayMs = 86_400_000

/**
 * Reads `minute hour day-of-month month day-of-week` with `*`, lists, ranges and steps; weekdays 0–7, both ends Sunday.
 * Throws when a field is not of that form or out of range.
 */
export function readCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 5) throw new Error(`a schedule has five fields: "${text}"`)
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string]
  return {
    minutes: readField(minute, 0, 59),
    hours: readField(hour, 0, 23),
    days: readField(day, 1, 31),
    months: readField(month, 1, 12),
    weekdays: new Set([...readField(weekday, 0, 7)].map((it) => it % 7)),
    anyDay: day.startsWith('*'),
    anyWeekday: weekday.startsWith('*'),
  }
}

function readField(text: string, min: number, max: number): Set<number> {
  const found = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) throw new Error(`"${part}" is no part of a schedule`)
    const [, first, last, every] = match
    const from = first === undefined ? min : Number(first)
    const to = last !== undefined ? Number(last) : first === undefined || every !== undefined ? max : from
    const step = every === undefined ? 1 : Number(every)
    if (from < min || to > max || from > to || step < 1) throw new Error(`"${part}" is out of range ${min}–${max}`)
    for (let it = from; it <= to; it += step) found.add(it)
  }
  return found
}

/**
 * The first whole minute in UTC after `after` that matches. As in Vixie cron, when both days are given either may match.
 * Throws when nothing matches within 41 years, after which weekdays and leap days have met in every way.
 */
export function nextTick(cron: Cron, after: Date): Date {
  const start = Math.floor(after.getTime() / 60_000) * 60_000 + 60_000
  const firstDay = Math.floor(start / dayMs) * dayMs
  for (let day = firstDay; day <= firstDay + 41 * 366 * dayMs; day += dayMs) {
    if (!mayRunOn(cron, new Date(day))) continue
    const minuteOfDay = firstMinute(cron, day === firstDay ? (start - day) / 60_000 : 0)
    if (minuteOfDay !== undefined) return new Date(day + minuteOfDay * 60_000)
  }
  throw new Error('this schedule never comes')
}

function mayRunOn(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false
  const byDay = cron.days.has(day.getUTCDate())
  const byWeekday = cron.weekdays.has(day.getUTCDay())
  return cron.anyDay || cron.anyWeekday ? byDay && byWeekday : byDay || byWeekday
}

function firstMinute(cron: Cron, from: number): number | undefined {
  for (let it = from; it < 1_440; it++) if (cron.minutes.has(it % 60) && cron.hours.has(Math.floor(it / 60))) return it
  return undefined
}
