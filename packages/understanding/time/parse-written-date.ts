import { daysInMonth } from '#time/civil.ts'
import type { Frame } from '#time/frame.ts'
import { find, type Found, isMark, type Reading, standsAlone } from '#time/reading.ts'

const found = (frame: Omit<Frame, 'strong'>, end: number): Found => ({ frame: { ...frame, strong: true }, end })

/** The digits of a word, 0–9, or nothing. */
export const digitsAt = (reading: Reading, at: number) => reading.words[at]?.digits ?? ''

/** A year of two digits as one of this century up to 59, of the last from 60 on. */
export const fullYear = (digits: string) => (digits.length === 2 ? (Number(digits) < 60 ? 2000 : 1900) + Number(digits) : Number(digits))

const isDate = (year: number, month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Whether a country writes the month first. */
const monthFirst = (country: string) => country === 'US' || country === 'PH'

/** Whether a number is a year that people speak of. */
export const plausible = (year: number) => year >= 1900 && year <= 2199

/** Dates in digits: `2026-11-23`, `23/11/2026`, `23.11.26`, `23/11`, `11/2026`. */
export function writtenDate(reading: Reading, at: number): Found | null {
  const first = digitsAt(reading, at)
  if (first === '' || first.length > 4) return null
  const mark = reading.words[at + 1]?.keys[0] ?? ''
  if (!/^[-/.–]$/.test(mark)) return null
  const before = reading.words[at - 1]
  if (
    reading.words[at]?.tight === true &&
    before !== undefined &&
    (/^[-/.:,+$₹€£#]$/.test(before.keys[0] ?? '') || (before.letters && !/[\u0900-\u09ff]/.test(before.keys[0] ?? '')))
  )
    return null
  const second = digitsAt(reading, at + 2)
  const spaced = reading.words[at + 1]?.tight !== true
  if (!/^\d{1,4}$/.test(second) || (mark === '.' && (spaced || reading.words[at + 2]?.tight !== true))) return null
  const more = (end: number) => {
    const [sign, next] = [reading.words[end], reading.words[end + 1]]
    return sign?.tight === true && /^[-/.:]$/.test(sign.keys[0] ?? '') && next?.tight === true && next.digits !== ''
  }
  const third = isMark(reading, at + 3, mark) ? digitsAt(reading, at + 4) : ''
  if (/^(?:\d{2}|\d{4})$/.test(third) || (first.length === 4 && /^\d{1,2}$/.test(third))) {
    if (more(at + 5) || second.length > 2) return null
    if (first.length === 4)
      return isDate(Number(first), Number(second), Number(third))
        ? isoTime(reading, { year: Number(first), month: Number(second), dayOfMonth: Number(third), strong: true }, at + 5)
        : null
    if (first.length > 2) return null
    const year = fullYear(third)
    const [one, other] = [Number(first), Number(second)]
    const dayFirst = isDate(year, other, one) && !(monthFirst(reading.country) && isDate(year, one, other))
    const [month, day] = dayFirst ? [other, one] : [one, other]
    if (mark === '.' && third.length === 2 && !standsAlone(reading, at + 5)) return null
    return isDate(year, month, day) ? found({ year, month, dayOfMonth: day }, at + 5) : null
  }
  if (third !== '' || more(at + 3)) return null
  if (
    (mark === '/' || mark === '-') &&
    first.length <= 2 &&
    second.length === 4 &&
    Number(first) >= 1 &&
    Number(first) <= 12 &&
    plausible(Number(second)) &&
    (mark === '/' || !spaced)
  )
    return found({ month: Number(first), year: Number(second) }, at + 3)
  if (first.length === 4 && second.length === 2 && mark !== '.' && plausible(Number(first)) && Number(second) >= 1 && Number(second) <= 12 && !spaced)
    return found({ year: Number(first), month: Number(second) }, at + 3)
  if (first.length > 2 || second.length > 2 || mark === '.' || mark === '–') return null
  const [one, other] = [Number(first), Number(second)]
  const dayFirst = isDate(2024, other, one) && !(monthFirst(reading.country) && isDate(2024, one, other))
  const [month, day] = dayFirst ? [other, one] : [one, other]
  const on = find(reading, at - 1, 'glue') !== undefined && /^(?:on|dated|for|by)$/.test(reading.words[at - 1]?.keys[0] ?? '')
  if (!isDate(2024, month, day) || (one === 24 && other === 7 && !on)) return null
  const counted = find(reading, at + 3, 'unit') !== undefined || find(reading, at + 3, 'letter') !== undefined || find(reading, at + 3, 'half') !== undefined
  if (counted || find(reading, at + 3, 'oclock') !== undefined || find(reading, at + 3, 'clf') !== undefined) return null
  const sure = on || find(reading, at + 3, 'on') !== undefined || find(reading, at + 3, 'date-word') !== undefined
  if (mark === '-' && !sure) return null
  return sure || standsAlone(reading, at + 3) || digitsAt(reading, at + 3) !== '' ? found({ month, dayOfMonth: day }, at + 3) : null
}

/** `T15:30`, with seconds or not, after a date. */
function isoTime(reading: Reading, frame: Frame, at: number): Found {
  const mark = reading.words[at]
  const [hour, minute] = [digitsAt(reading, at + 1), digitsAt(reading, at + 3)]
  if (
    mark?.keys[0] !== 't' ||
    !mark.tight ||
    !/^\d\d$/.test(hour) ||
    !/^\d\d$/.test(minute) ||
    !isMark(reading, at + 2, ':') ||
    Number(hour) > 23 ||
    Number(minute) > 59
  )
    return { frame, end: at }
  let end = at + 4
  if (isMark(reading, end, ':') && /^\d\d$/.test(digitsAt(reading, end + 1))) end += 2
  if (isMark(reading, end, '.') && reading.words[end + 1]?.tight === true && digitsAt(reading, end + 1) !== '') end += 2
  if (reading.words[end]?.keys[0] === 'z' && reading.words[end]?.tight === true) end++
  return { frame: { ...frame, hour: Number(hour), minute: Number(minute), half: 'exact' }, end }
}
