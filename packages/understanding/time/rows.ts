import type { Entity } from '#entity.ts'
import { dateKeys, type Frame, hasClock, hasDate } from '#time/frame.ts'
import type { FoundTime } from '#time/parse-time.ts'
import type { Reading } from '#time/reading.ts'
import type { Moment } from '#time/resolve-date.ts'
import { resolveTime } from '#time/resolve-time.ts'

type Member = { entity: Entity & { type: 'time' }; found: FoundTime; past: boolean }

const joint = /^(?:,|and|or|&|\/|the|on|aur|ya|ar|ba|और|या|व|ও|বা|এবং|আর|অথবা)$/

/** Whether only words that join a list stand between two places: `Monday, Thursday or Friday`. */
export function isRow(reading: Reading, from: number, to: number): boolean {
  if (to - from > 3 || to < from) return false
  for (let at = from; at < to; at++) if (!joint.test(reading.words[at]?.keys[0] ?? '')) return false
  return true
}

/** A time whose day stands after its hour: `4 pm tomorrow`. */
const clockFirst = /^(?:\p{Nd}|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/iu

const passed = ['month', 'monthRel', 'year', 'yearRel'] as const

/** What a day of a list takes over from another: the month of `the 22nd or 23rd of March`, the week of `Monday, Thursday or Friday next week`. */
function sharedWith(frame: Frame, other: Frame, after: boolean): Frame | null {
  const more: Record<string, unknown> = {}
  if (frame.dayOfMonth !== undefined && other.dayOfMonth !== undefined && frame.month === undefined && frame.monthRel === undefined) {
    for (const key of passed) if (other[key] !== undefined) more[key] = other[key]
  } else if (frame.weekday !== undefined && other.weekday !== undefined && frame.pick === undefined && other.weekRel !== undefined) {
    if (frame.weekRel === undefined && frame.dayOfMonth === undefined) more['weekRel'] = other.weekRel
  }
  if (hasClock(frame) && !hasDate(frame) && hasClock(other) && hasDate(other)) for (const key of dateKeys) if (other[key] !== undefined) more[key] = other[key]
  if (frame.hour !== undefined && frame.half === undefined && frame.part === undefined && !after) {
    if (other.half === 'am' || other.half === 'pm') more['half'] = other.half
    if (other.part !== undefined && other.hour !== undefined) more['part'] = other.part
  }
  return Object.keys(more).length === 0 ? null : { ...frame, ...more }
}

/** The times of a list, each with the month, year or week that only its first or last names. */
export function sharedRow(row: readonly Member[], at: Moment): (Entity & { type: 'time' })[] {
  const [first, last] = [row[0], row.at(-1)]
  return row.map((it) => {
    if (first === undefined || last === undefined || it.found.until !== undefined) return it.entity
    const back =
      hasClock(last.found.frame) && hasDate(last.found.frame) && !clockFirst.test(last.entity.text) ? null : sharedWith(it.found.frame, last.found.frame, false)
    const frame = back ?? sharedWith(it.found.frame, first.found.frame, true)
    const value = frame === null ? null : resolveTime({ ...it.found, frame }, { ...at, past: it.past })
    return value === null ? it.entity : { ...it.entity, value }
  })
}
