import { type DayHours, hoursText, rangeOf, readHours } from './facts/week-hours.ts'
import type { Thing } from './linked-data.ts'

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Opening hours of a schema.org business in one wording, from `openingHoursSpecification` or `openingHours` ("Mo-Fr 09:00-18:00"); empty when it states none. */
export function weekOf(thing: Thing): string {
  const days = new Map<number, DayHours>()
  const add = (day: number, hours: DayHours) => {
    const known = days.get(day)
    days.set(day, known ? { spans: [...known.spans, ...hours.spans], closed: known.closed && hours.closed, always: known.always || hours.always } : hours)
  }
  for (const each of thing.things('openingHoursSpecification')) {
    const opens = minutes(each.text('opens'))
    const closes = minutes(each.text('closes'))
    if (each.text('validFrom') !== '' && each.text('validThrough') !== '') continue
    const closed = opens === closes && opens !== 0
    const always = opens === 0 && (closes >= 1439 || closes === 0)
    const spans: [number, number][] = closed || always || opens < 0 || closes < 0 ? [] : [[opens, closes <= opens ? closes + 1440 : closes]]
    for (const name of each.names('dayOfWeek')) {
      const clean = name.replace(/^.*[/:#]/, '').toLowerCase()
      const range = clean.split(/\s*[-–]\s*/)
      const first = names.findIndex((known) => known.startsWith((range[0] ?? '').slice(0, 3)) && range[0] !== '')
      const last = range[1] ? names.findIndex((known) => known.startsWith((range[1] ?? '').slice(0, 3))) : first
      if (first >= 0 && last >= 0) for (const day of rangeOf(first, last)) add(day, { spans, closed, always })
    }
  }
  for (const line of thing.texts('openingHours')) {
    const read = readHours(
      line.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (short) => ({ Mo: 'Mon', Tu: 'Tue', We: 'Wed', Th: 'Thu', Fr: 'Fri', Sa: 'Sat', Su: 'Sun' })[short] ?? short),
    )
    if (read) for (const [day, hours] of read.days) add(day, hours)
  }
  return hoursText(days)
}

/** Minutes from midnight of "09:00" or "9:00 AM"; −1 when it is none. */
function minutes(time: string): number {
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?/i.exec(time.trim())
  if (!parts) return -1
  const hour = Number(parts[1]) % 24
  const half = parts[3]?.toLowerCase()
  return (half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour) * 60 + Number(parts[2])
}
