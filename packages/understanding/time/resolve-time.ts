import type { TimeValue } from '#entity.ts'
import { addMonths, type Civil, dayMs, hourMs, isoDay, isoMinute, minuteMs, startOfDay, weekdayOf } from '#time/civil.ts'
import { businessHour, dayParts, hourInPart } from '#time/day-parts.ts'
import { dateKeys, type Frame, hasDate, type PartName } from '#time/frame.ts'
import type { FoundTime } from '#time/parse-time.ts'
import { fromZone } from '#time/zone-names.ts'
import { type Moment, resolveDate, type Stretch } from '#time/resolve-date.ts'

const isBare = (frame: Frame) => frame.hour !== undefined && frame.half === undefined && frame.part === undefined

/** The hour of 24 a frame names; from 24 on, of the day after. */
function hourOf(frame: Frame): number {
  const { hour = 0, half, part } = frame
  if (half === 'am') return hour === 12 ? 0 : hour
  if (half === 'pm') return hour === 12 ? 12 : hour + 12
  const nightly = part === 'night' || part === 'evening' || part === 'late'
  if (half === 'exact') return hour === 0 && frame.minute === undefined && (nightly || frame.day === 0) ? 24 : hour === 12 && nightly ? 24 : hour
  if (part !== undefined) return hourInPart(hour, part)
  return businessHour(hour)
}

/** `early in the morning`, `late in the evening`. */
function sharpened(frame: Frame): Frame {
  if (frame.edge === undefined || frame.part === undefined) return frame
  const { edge, part, ...rest } = frame
  const named: PartName = edge === 'start' && part === 'morning' ? 'early' : edge === 'end' && (part === 'night' || part === 'evening') ? 'late' : part
  return { ...rest, part: named }
}

function withClock(frame: Frame, date: Stretch | null, at: Moment): Stretch | null {
  const today = startOfDay(at.now)
  const day = date === null ? today : startOfDay(date.from)
  if (frame.hour === undefined) {
    const part = dayParts[frame.part ?? 'morning']
    let start = day
    if (date === null && !at.past && day + part.to * hourMs <= at.now) start += dayMs
    if (date === null && at.past && day + part.from * hourMs > at.now) start -= dayMs
    return { from: start + part.from * hourMs, to: start + part.to * hourMs, grain: 'hour' }
  }
  const hour = hourOf(frame)
  const offset = hour * hourMs + (frame.minute ?? 0) * minuteMs
  let time = day + offset
  if (date === null) {
    if (at.past) time -= time > at.now ? dayMs : 0
    else if (time <= at.now) time += dayMs
    else if (time - dayMs > at.now) time -= dayMs
  } else if (isBare(frame) && frame.day === 0 && !at.past && time <= at.now && hour < 12) time += 12 * hourMs
  return { from: time, to: time, grain: frame.minute === undefined ? 'hour' : 'minute' }
}

/** Bare weekdays are never today, unless at a time of today that is yet to come. */
function weekdayToday(frame: Frame, at: Moment): boolean {
  const bare =
    frame.weekday !== undefined &&
    frame.weekday === weekdayOf(at.now) &&
    (frame.pick ?? 0) === 0 &&
    dateKeys.every((key) => key === 'weekday' || key === 'pick' || frame[key] === undefined)
  if (!bare || frame.hour === undefined || at.past) return false
  return startOfDay(at.now) + hourOf(frame) * hourMs + (frame.minute ?? 0) * minuteMs > at.now
}

function resolve(given: Frame, at: Moment): Stretch | null {
  const frame = sharpened(given)
  const clock = frame.hour !== undefined || frame.part !== undefined
  if (!hasDate(frame)) return clock ? withClock(frame, null, at) : null
  const date = weekdayToday(frame, at)
    ? { from: startOfDay(at.now), to: startOfDay(at.now) + dayMs, grain: 'day' as const }
    : resolveDate(frame, at, (it) => resolve(it, at))
  if (date === null || !clock) return date
  return withClock(frame, date, at)
}

const contextKeys = ['year', 'yearRel', 'month', 'monthRel', 'weekRel'] as const

/** Both ends of a span, each with what only the other says: `13 to 15 July`, `9 to 11 am on Thursday`. */
function shared(from: Frame, until: Frame): [Frame, Frame] {
  const dated = [hasDate(from), hasDate(until)]
  const pass = (to: Frame, other: Frame): Frame => {
    const more: Record<string, unknown> = {}
    for (const key of dateKeys) if (other[key] !== undefined) more[key] = other[key]
    return { ...to, ...more }
  }
  if (dated[0] === false) return [dated[1] === true ? pass(from, until) : from, until]
  if (dated[1] === false) return [from, pass(until, from)]
  const give = (to: Frame, other: Frame): Frame => {
    const more: Record<string, unknown> = {}
    for (const key of contextKeys) {
      if (to[key] !== undefined || other[key] === undefined) continue
      if (key === 'weekRel' ? to.weekday !== undefined : to.dayOfMonth !== undefined || (to.month !== undefined && key !== 'month' && key !== 'monthRel'))
        more[key] = other[key]
    }
    return { ...to, ...more }
  }
  return [give(from, until), give(until, from)]
}

/** Hours without a mark take the reading that makes the span: `9 to 5`, `11-1 pm`. */
function withHours(from: Frame, until: Frame): [Frame, Frame] {
  if (from.hour === undefined || until.hour === undefined) return [from, until]
  const minutes = (frame: Frame, hour: number) => hour * 60 + (frame.minute ?? 0)
  const exact = (frame: Frame, hour: number): Frame => ({ ...frame, hour, half: 'exact' })
  let first = from
  if (isBare(from) && !isBare(until) && from.hour <= 12) {
    const end = minutes(until, hourOf(until))
    const readings = [from.hour % 12, (from.hour % 12) + 12].filter((hour) => minutes(from, hour) < end)
    first = exact(from, readings.at(-1) ?? hourOf(from))
  }
  const start = minutes(first, hourOf(first))
  if (!isBare(until) || until.hour > 12) return [first, until]
  const next = [until.hour % 12, (until.hour % 12) + 12].find((hour) => minutes(until, hour) > start)
  return [first, exact(until, next ?? until.hour % 12)]
}

function resolveSpan(one: Frame, other: Frame, at: Moment): Stretch | null {
  const undated = !hasDate(other)
  const [first, last] = withHours(...shared(one, other))
  const from = resolve(first, at)
  if (from === null) return null
  const sameDay = undated && (last.hour !== undefined || last.part !== undefined)
  const day = startOfDay(from.from)
  const until = sameDay ? withClock({ ...last, day: 1 }, { from: day, to: day + dayMs, grain: 'day' }, at) : resolve(last, at)
  if (until === null) return null
  const minute = from.grain === 'minute' || until.grain === 'minute'
  const clock = minute || from.grain === 'hour' || until.grain === 'hour'
  let to: Civil = until.to
  if (to <= from.from) to += sameDay ? dayMs : last.weekday !== undefined ? 7 * dayMs : last.month !== undefined ? 365 * dayMs : 0
  if (to <= from.from && last.dayOfMonth !== undefined && last.monthRel === undefined) to = addMonths(to, 1)
  if (to <= from.from) return null
  return { from: from.from, to, grain: minute ? 'minute' : clock ? 'hour' : from.grain === until.grain ? from.grain : 'day' }
}

/** A stretch of another zone's clock on the speaker's. */
function inZone(given: Stretch, there: string, here: string): Stretch {
  if (given.grain !== 'hour' && given.grain !== 'minute') return given
  const from = fromZone(given.from, there, here)
  const to = given.to <= given.from ? from : fromZone(given.to, there, here)
  return { from, to, grain: from % hourMs === 0 && to % hourMs === 0 ? given.grain : 'minute' }
}

/** What a found time means at a moment, or null when it names no time there is: `30 February`. */
export function resolveTime(found: FoundTime, at: Moment): TimeValue | null {
  const there = found.frame.zone ?? found.until?.zone
  const named = found.until === undefined ? resolve(found.frame, at) : resolveSpan(found.frame, found.until, at)
  if (named === null) return null
  const stretch = there === undefined ? named : inZone(named, there, at.zone)
  const timed = stretch.grain === 'minute' || stretch.grain === 'hour'
  const iso = timed ? isoMinute : isoDay
  const from = iso(stretch.from)
  const to = iso(stretch.to)
  if (from === null) return null
  const point = timed
    ? stretch.to <= stretch.from || (stretch.grain === 'minute' && stretch.to - stretch.from === minuteMs)
    : stretch.grain === 'day' && stretch.to - stretch.from === dayMs
  return point || to === null || to <= from ? { from, grain: stretch.grain } : { from, to, grain: stretch.grain }
}
