import { amountOf } from '#answer/values.ts'

/** Opening hours of some days: `spans` in minutes after midnight (an end before its beginning runs past midnight), as written in `text`. */
export type DayHours = { days: Set<number>; spans: [number, number][]; closed: boolean; allDay: boolean; text: string }

const dayNames: [RegExp, number][] = [
  [/^(?:sundays?|sun|su|रविवार|इतवार|संडे|রবিবার|ravivar|raviwar|itwar)$/i, 0],
  [/^(?:mondays?|mon|mo|m|सोमवार|সোমবার|somvar|somwar)$/i, 1],
  [/^(?:tuesdays?|tues?|tu|मंगलवार|মঙ্গলবার|mangalvar|mangalwar)$/i, 2],
  [/^(?:wednesdays?|wed|we|w|बुधवार|বুধবার|budhvar|budhwar)$/i, 3],
  [/^(?:thursdays?|thurs?|thu|th|गुरुवार|बृहस्पतिवार|বৃহস্পতিবার|guruvar|guruwar)$/i, 4],
  [/^(?:fridays?|fri|fr|f|शुक्रवार|শুক্রবার|shukravar|shukrawar)$/i, 5],
  [/^(?:saturdays?|sat|sa|शनिवार|শনিবার|shanivar|shaniwar)$/i, 6],
]
const everyDay = /^(?:daily|every ?day|all days?|all week|7 days(?: a week)?|seven days(?: a week)?|रोज़|रोज|प्रतिदिन|हर दिन|প্রতিদিন|রোজ|সারা সপ্তাহ)$/i
const weekdays = /^(?:weekdays?|working days?|business days?)$/i
const weekend = /^(?:weekends?)$/i

const token =
  /24\s?(?:\/|x)\s?7|24\s?(?:hours?|hrs?)|\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?\s?m\.?|p\.?\s?m\.?)?(?![a-z\d])|noon|midnight|round the clock|open all day|7 days(?: a week)?|every ?day|all days?|all week|working days?|business days?|closed|rests?|shut|holiday|off|बंद|বন্ধ|[\p{L}\p{M}]+|[-–—]|[,;&|\n/]/giu

type Piece =
  | { kind: 'day'; days: number[]; at: number; end: number }
  | { kind: 'time'; minutes: number; half: 'am' | 'pm' | null /** Written as of 24 hours: `01:00`, `18.30`. */; military: boolean; at: number; end: number }
  | { kind: 'to' | 'join' | 'closed' | 'all_day' | 'break' | 'word'; at: number; end: number }

/** Days left out of the rest: `every day 10 to 7, except Tuesday`. */
const exception = /,?\s*\b(?:except|excluding|other than|but not|(?<=\b(?:days?|daily|week)\s+)but)(?: on| for)?\s((?:\p{L}+(?:,?\sand\s|,\s|\s?&\s?)?){1,3})/iu

/** Reads hours such as `Mon-Fri 10-6 pm, Sat 10-4 pm, Sunday closed` or `10 am to 6 pm on weekdays`; an empty list when there are none. */
export function readHours(text: string): DayHours[] {
  const left = exception.exec(text)
  if (left?.[1] !== undefined) {
    const days = piecesOf(left[1]).flatMap((it) => (it.kind === 'day' ? it.days : []))
    if (days.length > 0)
      return [
        ...readHours(`${text.slice(0, left.index)} ${text.slice(left.index + left[0].length)}`),
        { days: new Set(days), spans: [], closed: true, allDay: false, text: left[0].trim() },
      ]
  }
  const plain = text.replace(clockWord, (word) => String(amountOf(word) ?? word)).replace(/(?<=\p{L}[\p{L}\p{M}]{2,})\s*\|\s*(?=\d|closed|बंद|বন্ধ)/giu, ': ')
  return plain
    .split(
      /[;\n|]|\.(?=\s+\p{Lu})|,(?=\s*(?:and\s+)?closed)|(?<=\d\s?[ap]\.?m\.?|\d|खुला|खुली|खुलता|तक|খোলা|পর্যন্ত|টা|open),(?=\s*[\p{L}\p{M}]+\s(?:closed|को बंद|बंद|বন্ধ))/iu,
    )
    .flatMap(readSegment)
}

/** An hour in words: `noon to nine`. */
const clockWord =
  /(?<=\b(?:to|till|until|from|at|until about) )(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:days?|people|minutes?|hours?|weeks?|months?|years?))/gi

function readSegment(text: string): DayHours[] {
  const pieces = piecesOf(text)
  const first = pieces.find((it) => it.kind === 'day' || it.kind === 'time' || it.kind === 'all_day' || it.kind === 'closed')
  if (!first) return []
  const dayAt = pieces.findIndex((it) => it.kind === 'day')
  return first.kind !== 'day' && dayAt >= 0 ? timesThenDays(text, pieces, dayAt) : daysThenTimes(text, pieces)
}

/** `10 am to 6 pm, Monday to Friday`, `Closed on Sundays`. */
function timesThenDays(text: string, pieces: Piece[], dayAt: number): DayHours[] {
  const times = pieces.slice(0, dayAt)
  const listed = daysFrom(pieces, dayAt)
  const closed = times.some((it) => it.kind === 'closed')
  const allDay = times.some((it) => it.kind === 'all_day')
  const spans = closed ? [] : spansIn(times)
  if (!closed && !allDay && spans.length === 0) return daysThenTimes(text, pieces.slice(dayAt))
  const start = times.find((it) => it.kind === 'time' || it.kind === 'closed' || it.kind === 'all_day')?.at ?? 0
  const own: DayHours = { days: new Set(listed.days), spans, closed, allDay, text: text.slice(start, pieces[listed.next - 1]?.end ?? text.length).trim() }
  return [own, ...(listed.next < pieces.length ? daysThenTimes(text, pieces.slice(listed.next)).filter((it) => it.days.size < 7) : [])]
}

function spansIn(pieces: readonly Piece[]): [number, number][] {
  const spans: [number, number][] = []
  for (let at = 0; at + 2 < pieces.length; at++) {
    const [open, joiner, close] = [pieces[at], pieces[at + 1], pieces[at + 2]]
    if (open?.kind !== 'time' || joiner?.kind !== 'to' || close?.kind !== 'time') continue
    spans.push(spanOf(open, close))
    at += 2
  }
  return spans
}

/** `Mon-Fri 10-6 pm Sat 10-4 pm`. */
function daysThenTimes(text: string, pieces: Piece[]): DayHours[] {
  const found: DayHours[] = []
  let at = 0
  let carried: number[] = []
  while (at < pieces.length) {
    const from = pieces[at]?.at ?? 0
    let days: number[] = []
    while (pieces[at]?.kind === 'day') {
      const listed = daysFrom(pieces, at)
      days = [...days, ...listed.days]
      at = listed.next
      while (pieces[at]?.kind === 'join' || (pieces[at]?.kind === 'to' && pieces[at + 1]?.kind !== 'day')) at++
    }
    const begin = at
    while (at < pieces.length && pieces[at]?.kind !== 'day') at++
    const rest = pieces.slice(begin, at)
    const spans = spansIn(rest)
    const closed = spans.length === 0 && rest.some((it) => it.kind === 'closed')
    const allDay = spans.length === 0 && rest.some((it) => it.kind === 'all_day')
    if (spans.length === 0 && !closed && !allDay) {
      carried = [...carried, ...days]
      continue
    }
    const named = [...carried, ...days]
    carried = []
    const last = [...rest].reverse().find((it) => it.kind === 'time' || it.kind === 'closed' || it.kind === 'all_day')
    const start = named.length > 0 ? from : (rest.find((it) => it.kind === 'time' || it.kind === 'all_day')?.at ?? from)
    if (closed && named.length === 0) continue
    found.push({
      days: new Set(named.length > 0 ? named : [0, 1, 2, 3, 4, 5, 6]),
      spans,
      closed,
      allDay,
      text: text.slice(start, last?.end ?? text.length).trim(),
    })
  }
  return found
}

function daysFrom(pieces: Piece[], start: number): { days: number[]; next: number } {
  const first = pieces[start]
  if (first?.kind !== 'day') return { days: [], next: start + 1 }
  let days = [...first.days]
  let at = start + 1
  for (;;) {
    const joiner = pieces[at]
    const next = pieces[at + 1]
    if (joiner?.kind === 'to' && next?.kind === 'day') {
      const begin = days.at(-1) ?? 0
      const end = next.days[0] ?? begin
      for (let day = (begin + 1) % 7; ; day = (day + 1) % 7) {
        days.push(day)
        if (day === end || days.length > 8) break
      }
      at += 2
    } else if (joiner?.kind === 'join' && next?.kind === 'day') {
      days = [...days, ...next.days]
      at += 2
    } else return { days: [...new Set(days)], next: at }
  }
}

function spanOf(open: Extract<Piece, { kind: 'time' }>, close: Extract<Piece, { kind: 'time' }>): [number, number] {
  const at = (it: typeof open, half: 'am' | 'pm' | null) =>
    half === 'pm' && it.minutes < 720 ? it.minutes + 720 : half === 'am' && it.minutes >= 720 ? it.minutes - 720 : it.minutes
  let end = at(close, close.half)
  let start = at(open, open.half)
  if (open.half === null && close.half === 'pm' && open.minutes < 720)
    start = open.minutes >= close.minutes || open.minutes >= 420 ? open.minutes : open.minutes + 720
  if (close.half === null && open.half === 'am' && close.minutes < 720 && close.minutes <= open.minutes) end = close.minutes + 720
  if (open.half === null && close.half === null && !close.military && close.minutes <= open.minutes && close.minutes < 720 && close.minutes > 0)
    end = close.minutes + 720
  return [start, end]
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(token)) {
    const raw = match[0]
    const at = match.index
    const end = at + raw.length
    const day = dayNames.find(([pattern]) => pattern.test(raw))
    const single = /^(?:m|w|f|th|tu|we|su|sa|mo|fr)$/i.test(raw)
    if (day && !(single && raw !== raw.toUpperCase() && raw.length < 2) && !(single && !/^(?:\s?[-–—/,&:]|\s?\d|$)/.test(text.slice(end, end + 3))))
      pieces.push({ kind: 'day', days: [day[1]], at, end })
    else if (everyDay.test(raw)) pieces.push({ kind: 'day', days: [1, 2, 3, 4, 5, 6, 0], at, end })
    else if (weekdays.test(raw)) pieces.push({ kind: 'day', days: [1, 2, 3, 4, 5], at, end })
    else if (weekend.test(raw)) pieces.push({ kind: 'day', days: [6, 0], at, end })
    else if (/^24|^round|^open all/i.test(raw)) pieces.push({ kind: 'all_day', at, end })
    else if (/^(?:closed|rests?|shut|off|बंद|বন্ধ)$/i.test(raw)) pieces.push({ kind: 'closed', at, end })
    else if (/^noon$/i.test(raw)) pieces.push({ kind: 'time', minutes: 720, half: 'pm', military: false, at, end })
    else if (/^midnight$/i.test(raw)) pieces.push({ kind: 'time', minutes: 1440, half: null, military: true, at, end })
    else if (/^\d/.test(raw)) {
      const [hour = 0, minute = 0] = (raw.match(/\d+/g) ?? []).map(Number)
      if (hour <= 24 && minute < 60)
        pieces.push({
          kind: 'time',
          minutes: hour * 60 + minute,
          half: /p/i.test(raw) ? 'pm' : /a/i.test(raw) ? 'am' : null,
          military: /^(?:0\d|1[3-9]|2\d)[:.]/.test(raw),
          at,
          end,
        })
    } else if (/^[-–—]$/.test(raw) || /^(?:to|till|until|through|thru|से|तक|থেকে|se)$/i.test(raw)) {
      if (pieces.at(-1)?.kind !== 'to') pieces.push({ kind: 'to', at, end })
    } else if (/^[,&/]$/.test(raw) || /^(?:and|और|ও|এবং|aur)$/i.test(raw)) pieces.push({ kind: 'join', at, end })
    else if (/^[;|\n]$/.test(raw)) pieces.push({ kind: 'break', at, end })
  }
  return pieces
}

/** What the hours say of a day, 0 for Sunday: undefined when they say nothing at all, `closed` also when other days alone are named. */
export function hoursOfDay(hours: readonly DayHours[], day: number): DayHours | 'not_named' | undefined {
  if (hours.length === 0) return undefined
  const named = hours.filter((it) => it.days.has(day))
  return named.find((it) => it.closed) ?? named.find((it) => it.days.size < 7) ?? named[0] ?? 'not_named'
}

/** Whether a moment of a day (minutes after midnight) lies within the hours of that day. */
export function isWithin(hours: DayHours, minutes: number): boolean {
  if (hours.closed) return false
  return hours.allDay || hours.spans.some(([open, close]) => (close > open ? minutes >= open && minutes < close : minutes >= open || minutes < close))
}

/** The days of the week on which hours that name days leave the business shut. */
export const closedDays = (hours: readonly DayHours[]) =>
  hours.some((it) => it.days.size < 7)
    ? [1, 2, 3, 4, 5, 6, 0].filter((day) => {
        const found = hoursOfDay(hours, day)
        return found === 'not_named' || (found?.closed ?? false)
      })
    : []

/** Whether hours differ on any day of the week. */
export function disagree(a: readonly DayHours[], b: readonly DayHours[]): boolean {
  const line = (hours: readonly DayHours[]) =>
    [1, 2, 3, 4, 5, 6, 0]
      .map((day) => {
        const found = hoursOfDay(hours, day)
        return found === undefined || found === 'not_named' || found.closed ? '-' : found.allDay ? '24' : found.spans.map((it) => it.join('-')).join('+')
      })
      .join('|')
  return line(a) !== line(b)
}
