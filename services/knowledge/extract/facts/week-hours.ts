import { type HourToken, hourTokens } from './week-time.ts'

/** When it is open on one day: spans in minutes from midnight (an end past 1440 is after midnight), `closed`, or open all day. */
export type DayHours = { spans: [number, number][]; closed: boolean; always: boolean }

/** What a line says of opening hours; `spare` holds times that no day was named for. */
export type LineHours = { days: Map<number, DayHours>; spare: [number, number][]; always: boolean; appointment: boolean; from: number; to: number }

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Reads opening hours from one line with digits as 0–9; null when it names neither days with times nor "24/7". */
export function readHours(line: string): LineHours | null {
  if (!/\d|closed|clock|appointment|बंद|বন্ধ|ছুটি|अवकाश|चौबीस|band|off|holiday/i.test(line)) return null
  const tokens = hourTokens(line)
  const days = new Map<number, DayHours>()
  const spare: [number, number][] = []
  let named: number[] = []
  let fresh = true
  let always = false
  let appointment = false
  let from = -1
  let to = -1
  const touch = (token: HourToken) => {
    if (from < 0) from = token.from
    to = Math.max(to, token.to)
  }
  const dayOf = (day: number) => {
    const known = days.get(day)
    if (known) return known
    const made: DayHours = { spans: [], closed: false, always: false }
    days.set(day, made)
    return made
  }
  // A day said to be closed is closed, also where every day was named before.
  const close = (day: number) => {
    const hours = dayOf(day)
    hours.closed = true
    hours.spans = []
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    if (token.kind === 'day' || token.kind === 'days') {
      if (fresh) named = []
      fresh = false
      const end = token.kind === 'day' && tokens[at + 1]?.kind === 'to' ? tokens[at + 2] : undefined
      if (token.kind === 'day' && end?.kind === 'day') {
        named.push(...rangeOf(token.day, end.day))
        touch(token)
        touch(end)
        at += 2
        if (spare.length > 0 && days.size === 0 && isEnd(tokens, at)) assign(spare, named, dayOf)
        continue
      }
      named.push(...(token.kind === 'day' ? [token.day] : token.days))
      touch(token)
      if (spare.length > 0 && days.size === 0 && isEnd(tokens, at) && tokens[at + 1]?.kind !== 'closed') assign(spare, named, dayOf)
      continue
    }
    if (token.kind === 'time') {
      const end = joined(tokens, at)
      if (!end) continue
      const span = spanOf(token, end.token)
      at = end.at
      if (!span) continue
      touch(token)
      touch(end.token)
      if (named.length === 0) spare.push(span)
      else for (const day of named) dayOf(day).spans.push(span)
      fresh = true
      continue
    }
    if (token.kind === 'always') {
      touch(token)
      always = true
      for (const day of named) dayOf(day).always = true
      fresh = true
    } else if (token.kind === 'closed') {
      const late = named.length === 0 || fresh
      const following = late ? daysAfter(tokens, at) : []
      if (following.length > 0) {
        for (const day of following) close(day)
        const last = tokens.findLast((each) => each.kind === 'day')
        if (last) touch(last)
        touch(token)
        break
      }
      if (named.length > 0 && !fresh) for (const day of named) close(day)
      touch(token)
      fresh = true
    } else if (token.kind === 'appointment') {
      appointment = true
      touch(token)
    } else if (token.kind === 'gap' && token.to - token.from > 60) {
      named = []
    }
  }
  const told = [...days.values()].some((day) => day.spans.length > 0 || day.closed || day.always)
  for (const [day, hours] of days) if (hours.spans.length === 0 && !hours.closed && !hours.always) days.delete(day)
  if (!told && !always && spare.length === 0 && !appointment) return null
  return { days, spare: told ? [] : spare, always, appointment, from: Math.max(0, from), to: Math.max(to, 0) }
}

function isEnd(tokens: HourToken[], at: number): boolean {
  return !tokens.slice(at + 1).some((token) => token.kind === 'time')
}

function assign(spare: [number, number][], named: number[], dayOf: (day: number) => DayHours): void {
  for (const day of named) dayOf(day).spans.push(...spare)
}

function daysAfter(tokens: HourToken[], at: number): number[] {
  const days: number[] = []
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next]
    if (token?.kind === 'time') return []
    if (token?.kind === 'day') days.push(token.day)
    else if (token?.kind === 'days') days.push(...token.days)
  }
  return days
}

/** The time a time is joined to: "9 to 5", "9 – 5", or in Hindi and Bengali "9 से 5 तक". */
function joined(tokens: HourToken[], at: number): { token: HourToken & { kind: 'time' }; at: number } | null {
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next]
    if (token?.kind !== 'to' && !(token?.kind === 'gap' && token.to - token.from <= 6)) return null
    const after = tokens[next + 1]
    if (after?.kind === 'time') return tokens.slice(at + 1, next + 1).some((each) => each.kind === 'to') ? { token: after, at: next + 1 } : null
  }
  return null
}

/** Days from one to another, over the end of the week if need be. */
export function rangeOf(first: number, last: number): number[] {
  const days: number[] = []
  for (let day = first; ; day = (day + 1) % 7) {
    days.push(day)
    if (day === last || days.length > 7) return days
  }
}

type Time = HourToken & { kind: 'time' }

/** A span from two times as written; a missing "am" or "pm" is what makes the business day: "10-6 pm" is 10:00–18:00, "9-5" is 9:00–17:00. */
function spanOf(first: Time, last: Time): [number, number] | null {
  const twelve = (time: Time) => (time.minutes >= 720 && time.minutes < 780 ? time.minutes - 720 : time.minutes)
  let start = first.minutes
  let end = last.minutes
  if (first.half === 'am') start = twelve(first)
  if (first.half === 'pm') start = start < 720 ? twelve(first) + 720 : start
  if (last.half === 'am') end = twelve(last)
  if (last.half === 'pm') end = end < 720 ? twelve(last) + 720 : end
  if (first.half === 'none' && last.half === 'pm' && start < 360 && start + 720 < end) start += 720
  if (first.half === 'none' && last.half === 'none' && start < 360 && first.minutes >= 60 && start < end && end <= 720) {
    start += 720
    end += 720
  }
  if (last.half === 'none' && end <= start && end <= 720) end += 720
  if (end <= start) end += 1440
  if (start >= 1440 || end - start < 30 || end - start > 1440) return null
  return [start, end]
}

const clock = (minutes: number) => `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`.replace(/^0:00$/, '0:00')
const spansText = (spans: [number, number][]) => spans.map(([start, end]) => `${clock(start)}–${end === 1440 ? '24:00' : clock(end)}`).join(' and ')

/** Opening hours in one wording: "Monday to Friday 9:00–18:00, Saturday 10:00–14:00, Sunday closed". */
export function hoursText(days: Map<number, DayHours>): string {
  const said = (day: number) => {
    const hours = days.get(day)
    if (!hours) return ''
    if (hours.always) return 'open 24 hours'
    if (hours.spans.length > 0) return spansText([...new Map(hours.spans.map((span) => [span.join(), span])).values()].sort((a, b) => a[0] - b[0]))
    return hours.closed ? 'closed' : ''
  }
  const parts: string[] = []
  for (let day = 0; day < 7; ) {
    const text = said(day)
    let last = day
    while (last < 6 && text !== '' && said(last + 1) === text) last++
    if (text !== '') {
      const name =
        day === 0 && last === 6
          ? 'Every day'
          : last === day
            ? names[day]
            : last === day + 1
              ? `${names[day]} and ${names[last]}`
              : `${names[day]} to ${names[last]}`
      parts.push(`${name} ${text}`)
    }
    day = last + 1
  }
  return parts.join(', ')
}

/** Spans that no day was named for, in the same wording. */
export const spareText = (spans: [number, number][]) => spansText(spans)
