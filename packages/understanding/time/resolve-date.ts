import {
  addMonths,
  type Civil,
  civilDate,
  civilOf,
  dayMs,
  daysInMonth,
  hourMs,
  minuteMs,
  monthOf,
  startOfDay,
  startOfWeek,
  weekdayOf,
  yearOf,
} from '#time/civil.ts'
import { seasons } from '#time/day-parts.ts'
import type { Amount, Frame } from '#time/frame.ts'
import { holidayIn } from '#time/holidays.ts'
import { wholeAmounts } from '#time/parse-amount.ts'
import type { TimeGrain } from '#entity.ts'

/** When and where something is said: as an instant and as its clock shows. `past` says that times not told apart lie behind. */
export type Moment = { instant: number; zone: string; country: string; now: Civil; past: boolean }

/** A stretch of the calendar; `to` is not included. */
export type Stretch = { from: Civil; to: Civil; grain: TimeGrain }

const days = (from: Civil, count = 1): Stretch => ({ from, to: from + count * dayMs, grain: 'day' })
const weeks = (monday: Civil, count = 1): Stretch => ({ from: monday, to: monday + count * 7 * dayMs, grain: 'week' })
const months = (year: number, month: number, count = 1): Stretch => ({ from: civilDate(year, month, 1), to: civilDate(year, month + count, 1), grain: 'month' })
const years = (year: number, count = 1): Stretch => ({ from: civilDate(year, 1, 1), to: civilDate(year + count, 1, 1), grain: 'year' })
const quarters = (year: number, quarter: number, count = 1): Stretch => ({
  from: civilDate(year, quarter * 3 - 2, 1),
  to: civilDate(year, (quarter + count) * 3 - 2, 1),
  grain: 'quarter',
})

const today = (at: Moment) => startOfDay(at.now)

/** The one of this and the neighbouring years that is meant: the last, or the next that is not over. */
function inYears(frame: Frame, at: Moment, make: (year: number) => Stretch | null): Stretch | null {
  const year = yearOf(at.now)
  if (frame.year !== undefined) return make(frame.year)
  if (frame.yearRel !== undefined) return make(year + frame.yearRel)
  const pick = frame.pick ?? (at.past ? -1 : 1)
  const all = [-1, 0, 1, 2].map((more) => make(year + more))
  if (pick === -1) return all.findLast((it) => it !== null && it.to <= (at.past && frame.pick === undefined ? at.now + dayMs : at.now)) ?? null
  const ahead = all.filter((it) => it !== null && it.to > at.now && !(frame.pick === 1 && it.from <= at.now))
  return ahead[pick === 2 ? 1 : 0] ?? null
}

/** The period in which `first Monday`, `15th` or `end` stand, when one is named. */
function periodOf(frame: Frame, at: Moment): Stretch | null {
  const year = yearOf(at.now)
  const { month, quarter } = frame
  if (month !== undefined) return inYears(frame, at, (it) => months(it, month))
  if (frame.monthRel !== undefined) return months(year, monthOf(at.now) + frame.monthRel)
  if (quarter !== undefined)
    return frame.year === undefined && frame.yearRel === undefined ? quarters(year, quarter) : inYears(frame, at, (it) => quarters(it, quarter))
  if (frame.quarterRel !== undefined) return quarters(year, Math.ceil(monthOf(at.now) / 3) + frame.quarterRel)
  if (frame.weekend === true) {
    const saturday = startOfWeek(at.now) + ((frame.weekRel ?? 0) * 7 + 5) * dayMs
    return frame.month === undefined ? days(saturday, 2) : null
  }
  if (frame.weekNumber !== undefined) return weeks(startOfWeek(civilDate(frame.year ?? year + (frame.yearRel ?? 0), 1, 4)) + (frame.weekNumber - 1) * 7 * dayMs)
  if (frame.years !== undefined) return years(frame.years.from, frame.years.count)
  if (frame.weekRel !== undefined) return weeks(startOfWeek(at.now) + frame.weekRel * 7 * dayMs)
  if (frame.year !== undefined) return years(frame.year)
  return frame.yearRel === undefined ? null : years(year + frame.yearRel)
}

/** `first three months`, `last two weeks` of a period. */
function nthSpan(count: number, unit: string, length: number, { from, to }: Stretch): Stretch | null {
  const grain: TimeGrain = unit === 'week' || unit === 'month' || unit === 'quarter' ? unit : 'day'
  const size = { count: length, unit: grain === 'day' ? ('day' as const) : grain }
  const begin = count > 0 ? (unit === 'week' ? startOfWeek(from + 6 * dayMs) : from) : addAmount(unit === 'week' ? startOfWeek(to) : to, size, -1)
  const end = addAmount(begin, size, 1)
  return begin >= from && end <= to + 7 * dayMs ? { from: begin, to: end, grain } : null
}

function nthOf(nth: NonNullable<Frame['nth']>, weekday: number | undefined, period: Stretch): Stretch | null {
  const { count, unit } = nth
  if (nth.length !== undefined) return nthSpan(count, unit, nth.length, period)
  const inside = (it: Stretch) => (it.from >= period.from && it.from < period.to ? it : null)
  if (unit === 'month' || unit === 'quarter') {
    const size = unit === 'month' ? 1 : 3
    return inside({
      from: addMonths(count > 0 ? period.from : period.to, (count > 0 ? count - 1 : count) * size),
      to: addMonths(count > 0 ? period.from : period.to, (count > 0 ? count : count + 1) * size),
      grain: unit,
    })
  }
  if (unit === 'day') return inside(days(count > 0 ? period.from + (count - 1) * dayMs : period.to + count * dayMs))
  if (unit === 'workday') {
    const before = count > 0 ? period.from - dayMs : period.to
    return inside(days(addAmount(before, { count: Math.abs(count), unit }, count > 0 ? 1 : -1)))
  }
  const target = unit === 'weekday' ? (weekday ?? 1) : unit === 'weekend' ? 6 : 1
  const length = unit === 'week' ? 7 : unit === 'weekend' ? 2 : 1
  const first = period.from + ((target - weekdayOf(period.from) + 7) % 7) * dayMs
  const end = period.to - length * dayMs
  const last = end - ((weekdayOf(end) - target + 7) % 7) * dayMs
  const from = count > 0 ? first + (count - 1) * 7 * dayMs : last
  return inside(unit === 'week' ? weeks(from) : days(from, length))
}

function edgeOf(edge: 'start' | 'mid' | 'end', { from, to, grain }: Stretch): Stretch {
  const part = (begin: Civil, end: Civil, of: TimeGrain = 'day'): Stretch => ({ from: begin, to: end, grain: of })
  if (grain === 'week' || grain === 'day')
    return edge === 'start'
      ? part(from, from + 3 * dayMs)
      : edge === 'mid'
        ? part(from + 2 * dayMs, from + 4 * dayMs)
        : part(Math.max(from, to - 3 * dayMs), to)
  if (grain === 'month')
    return edge === 'start' ? part(from, from + 10 * dayMs) : edge === 'mid' ? part(from + 10 * dayMs, from + 20 * dayMs) : part(from + 20 * dayMs, to)
  const third = grain === 'quarter' ? [1, 2] : [3, 8]
  const [first = 1, second = 2] = third
  if (edge === 'start') return part(from, addMonths(from, first), 'month')
  return edge === 'end'
    ? part(addMonths(from, second), to, 'month')
    : part(addMonths(from, grain === 'quarter' ? 1 : 5), addMonths(from, grain === 'quarter' ? 2 : 7), 'month')
}

/** The first or second half: six months of a year, up to the 15th of a month. */
function halfOf(portion: 1 | 2, { from, to, grain }: Stretch): Stretch {
  const middle =
    grain === 'year'
      ? addMonths(from, 6)
      : grain === 'month'
        ? from + 15 * dayMs
        : grain === 'week'
          ? from + 3 * dayMs
          : from + Math.floor((to - from) / 2 / dayMs) * dayMs
  const of = grain === 'year' ? 'month' : 'day'
  return portion === 1 ? { from, to: middle, grain: of } : { from: middle, to, grain: of }
}

/** What is left of a period, what is left after today, or what of it lies behind with today. */
function restOf(rest: NonNullable<Frame['rest']>, { from, to }: Stretch, at: Moment): Stretch {
  const day = today(at)
  if (rest === 'so-far') return { from, to: day + dayMs, grain: 'day' }
  if (rest === 'rest' && to - from <= dayMs) return { from: at.now, to, grain: 'minute' }
  return { from: rest === 'later' ? Math.min(day + dayMs, to - dayMs) : day, to, grain: 'day' }
}

/** A day of a month: of the month named, or of the next that has it and fits the weekday. */
function monthDay(frame: Frame, day: number, at: Moment): Stretch | null {
  const { month, weekday } = frame
  const fits = (it: Stretch | null): it is Stretch => it !== null && (weekday === undefined || weekdayOf(it.from) === weekday)
  const make = (year: number, of: number) =>
    day <= daysInMonth(yearOf(civilDate(year, of, 1)), monthOf(civilDate(year, of, 1))) ? days(civilDate(year, of, day)) : null
  const year = yearOf(at.now)
  if (month !== undefined) {
    if (frame.year !== undefined || frame.yearRel !== undefined) return make(frame.year ?? year + (frame.yearRel ?? 0), month)
    const all = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((more) => make(year + more, month))
    const ahead = all.filter((it): it is Stretch => it !== null && it.to > at.now && !(frame.pick === 1 && it.from <= at.now))
    const behind = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((more) => make(year - more, month)).filter((it): it is Stretch => it !== null && it.to <= at.now)
    if (at.past || frame.pick === -1) return behind[0] ?? null
    if (weekday === undefined) return ahead[0] ?? null
    return ahead.slice(0, 2).find(fits) ?? behind.slice(0, 1).find(fits) ?? ahead.find(fits) ?? ahead[0] ?? null
  }
  if (frame.monthRel !== undefined) return make(year, monthOf(at.now) + frame.monthRel)
  if (frame.year !== undefined || frame.yearRel !== undefined || frame.quarter !== undefined) return null
  for (let more = 0; more < 40; more++) {
    const it = make(year, monthOf(at.now) + (at.past ? -more : more))
    if (fits(it) && (at.past ? it.from <= at.now : it.to > at.now)) return it
  }
  return null
}

/** A weekday: of the week named, or the next to come, never today. */
function weekdayDate(frame: Frame, weekday: number, at: Moment): Stretch | null {
  if (frame.weekRel !== undefined) return days(startOfWeek(at.now) + (frame.weekRel * 7 + weekday - 1) * dayMs)
  const period = periodOf(frame, at)
  if (period !== null) return nthOf({ count: 1, unit: 'weekday' }, weekday, period)
  const ahead = ((weekday - weekdayOf(at.now) + 6) % 7) + 1
  const behind = ((weekdayOf(at.now) - weekday + 6) % 7) + 1
  if (frame.pick === -1 || (at.past && frame.pick === undefined)) return days(today(at) - behind * dayMs)
  return days(today(at) + (ahead + (frame.pick === 2 ? 7 : 0)) * dayMs)
}

const unitStart = (unit: string, time: Civil): Civil =>
  unit === 'minute' || unit === 'second'
    ? Math.floor(time / minuteMs) * minuteMs
    : unit === 'hour'
      ? Math.floor(time / hourMs) * hourMs
      : unit === 'week' || unit === 'weekend'
        ? startOfWeek(time)
        : unit === 'month'
          ? civilDate(yearOf(time), monthOf(time), 1)
          : unit === 'quarter'
            ? civilDate(yearOf(time), Math.ceil(monthOf(time) / 3) * 3 - 2, 1)
            : unit === 'year'
              ? civilDate(yearOf(time), 1, 1)
              : startOfDay(time)

const monthsIn: Record<string, number> = { month: 1, quarter: 3, year: 12 }
const lengths: Record<string, number> = { second: 1000, minute: minuteMs, hour: hourMs, day: dayMs, week: 7 * dayMs, weekend: 7 * dayMs }

/** A local time so many whole units on or back. */
export function addAmount(time: Civil, { count, unit }: Amount, direction: 1 | -1): Civil {
  if (unit === 'workday') {
    let moved = time
    for (let left = Math.min(count, 10_000); left > 0; ) {
      moved += direction * dayMs
      if (weekdayOf(moved) < 6) left--
    }
    return moved
  }
  const size = monthsIn[unit]
  return size === undefined ? time + direction * count * (lengths[unit] ?? dayMs) : addMonths(time, direction * count * size)
}

/** `next 3 days` begins tomorrow, `last 2 weeks` ends with the last. */
function spanOf({ count, unit, direction }: NonNullable<Frame['span']>, at: Moment): Stretch {
  const start = unitStart(unit, at.now)
  const grain: TimeGrain = unit === 'second' ? 'minute' : unit === 'workday' || unit === 'weekend' ? 'day' : unit
  const from = direction === 1 ? addAmount(start, { count: 1, unit }, 1) : addAmount(start, { count, unit }, -1)
  return { from, to: direction === 1 ? addAmount(from, { count, unit }, 1) : start, grain }
}

const isClockUnit = (unit: string) => unit === 'second' || unit === 'minute' || unit === 'hour'

/** `in 3 days`, `2 hours ago`, `a week after Christmas`; hours and minutes count as they pass, whatever the clocks do. */
function shiftOf(shift: NonNullable<Frame['shift']>, at: Moment, resolve: (frame: Frame) => Stretch | null): Stretch | null {
  const long = shift.amounts.every((it) => !isClockUnit(it.unit) && it.unit !== 'day')
  const amounts = wholeAmounts(shift.amounts).filter((it) => !long || !isClockUnit(it.unit))
  const fine = amounts.some((it) => isClockUnit(it.unit))
  const base = shift.base === undefined ? null : resolve(shift.base)
  if (shift.base !== undefined && base === null) return null
  const timed = base !== null && (base.grain === 'minute' || base.grain === 'hour')
  let time = base?.from ?? (fine ? at.now : today(at))
  for (const it of amounts) if (!isClockUnit(it.unit)) time = addAmount(time, it, shift.direction)
  const passed = amounts.filter((it) => isClockUnit(it.unit)).reduce((sum, it) => sum + it.count * (lengths[it.unit] ?? 0), 0) * shift.direction
  if (passed !== 0) time = base === null && amounts.every((it) => isClockUnit(it.unit)) ? (civilOf(at.instant + passed, at.zone) ?? time) : time + passed
  if (shift.within === true && base === null) return { from: fine ? at.now : today(at), to: time, grain: fine ? 'minute' : 'day' }
  if (shift.through === true && base !== null && !fine) return { from: base.from, to: time, grain: 'day' }
  if (shift.weekday !== undefined && base !== null) {
    const gap = (shift.direction === 1 ? shift.weekday - weekdayOf(base.from) + 6 : weekdayOf(base.from) - shift.weekday + 6) % 7
    const first = startOfDay(base.from) + shift.direction * (gap + 1) * dayMs
    const more = ((shift.amounts[0]?.count ?? 1) - 1) * 7 * dayMs * shift.direction
    return days(first + more, shift.amounts[0]?.unit === 'weekend' ? 2 : 1)
  }
  if (fine || timed) return { from: time, to: time + minuteMs, grain: timed && !fine ? base.grain : 'minute' }
  return days(time)
}

/** The day or period the parts of a frame name together, or null when they name none. `resolve` reads whole frames. */
export function resolveDate(frame: Frame, at: Moment, resolve: (frame: Frame) => Stretch | null): Stretch | null {
  const { holiday, season } = frame
  if (frame.now === true) return { from: at.now, to: at.now + minuteMs, grain: 'minute' }
  if (frame.span !== undefined) return spanOf(frame.span, at)
  if (frame.shift !== undefined) return shiftOf(frame.shift, at, resolve)
  if (frame.rest !== undefined && frame.day === 0) return restOf(frame.rest, days(today(at)), at)
  if (frame.day !== undefined) return days(today(at) + (frame.day + (frame.weeksMore ?? 0) * 7) * dayMs)
  if (frame.eitherDay !== undefined) return days(today(at) + frame.eitherDay * (at.past ? -1 : 1) * dayMs)
  if (holiday !== undefined) {
    const day = inYears(frame, at, (year) => {
      const date = holidayIn(holiday, year, at.country)
      return date === null ? null : days(date)
    })
    if (day !== null && frame.weekOf === true && frame.weekend === undefined) return weeks(startOfWeek(day.from))
    return day === null || frame.weekend === undefined ? day : days(startOfWeek(day.from) + 5 * dayMs, 2)
  }
  if (season !== undefined) {
    const hours = seasons[season]
    return hours === undefined
      ? null
      : inYears(frame, at, (year) => ({
          from: civilDate(year, ...hours.from),
          to: civilDate(hours.to[0] < hours.from[0] ? year + 1 : year, ...hours.to),
          grain: 'day',
        }))
  }
  const { nth, weekday } = frame
  if (nth !== undefined) {
    const month = frame.month
    if (month !== undefined && frame.pick === undefined) return inYears(frame, at, (year) => nthOf(nth, weekday, months(year, month)))
    const period = periodOf(frame, at)
    return period === null ? null : nthOf(nth, weekday, period)
  }
  if (frame.dayOfMonth !== undefined) {
    const day = monthDay(frame, frame.dayOfMonth, at)
    return day !== null && frame.weekOf === true ? (frame.weekend === true ? days(startOfWeek(day.from) + 5 * dayMs, 2) : weeks(startOfWeek(day.from))) : day
  }
  if (weekday !== undefined) {
    const day = weekdayDate(frame, weekday, at)
    return day === null ? null : days(day.from + (frame.weeksMore ?? 0) * 7 * dayMs)
  }
  const period = periodOf(frame, at)
  if (period === null) return frame.portion === undefined ? null : halfOf(frame.portion, years(yearOf(at.now)))
  if (frame.portion !== undefined) return halfOf(frame.portion, period)
  if (frame.rest !== undefined) return restOf(frame.rest, period, at)
  return frame.edge === undefined || frame.years !== undefined ? period : edgeOf(frame.edge, period)
}
