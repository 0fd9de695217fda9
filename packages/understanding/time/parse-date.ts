import { daysInMonth } from '#time/civil.ts'
import type { Frame } from '#time/frame.ts'
import { digitsAt, fullYear, plausible, writtenDate } from '#time/parse-written-date.ts'
import { find, type Found, isMark, type Reading, skip, standsAlone } from '#time/reading.ts'

const found = (frame: Omit<Frame, 'strong'>, end: number, strong = true): Found => ({ frame: { ...frame, strong }, end })

/** A year of four digits or named: `2027`, `two thousand twenty seven`, `'27`. */
export function yearAt(reading: Reading, at: number): { year: number; end: number } | null {
  if (isMark(reading, at, "'") || isMark(reading, at, '’')) {
    const short = digitsAt(reading, at + 1)
    return short.length === 2 && reading.words[at + 1]?.tight === true ? { year: fullYear(short), end: at + 2 } : null
  }
  const number = reading.number(at)
  if (number === null || number.length > 8 || !Number.isInteger(number.value) || !plausible(number.value)) return null
  return !number.named && digitsAt(reading, at).length !== 4 ? null : { year: number.value, end: at + number.length }
}

/** An ordinal: `15th`, `twenty third`, `पहला`, `১৫ই`, `last` as -1. */
export function ordinalAt(reading: Reading, at: number): { value: number; end: number; digits: boolean } | null {
  const word = find(reading, at, 'ordinal')
  if (word !== undefined) return { value: Number(word.value), end: at + word.length, digits: false }
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 366) return null
  const end = at + number.length
  if (!number.named)
    return find(reading, end, 'ordinal-end') !== undefined && reading.words[end]?.tight === true ? { value: number.value, end: end + 1, digits: true } : null
  const unit = number.value === 20 || number.value === 30 ? find(reading, isMark(reading, end, '-') ? end + 1 : end, 'ordinal') : undefined
  return unit !== undefined && Number(unit.value) > 0 && Number(unit.value) < 10
    ? { value: number.value + Number(unit.value), end: (isMark(reading, end, '-') ? end + 1 : end) + 1, digits: false }
    : null
}

/** A month by name; `sure` is false for what is an everyday word too. */
export function monthAt(reading: Reading, at: number): { month: number; end: number; sure: boolean } | null {
  const sure = find(reading, at, 'month')
  const name = sure ?? find(reading, at, 'month?')
  if (name === undefined) return null
  let end = at + name.length
  if (
    isMark(reading, end, '.') &&
    reading.words[end]?.tight === true &&
    reading.words[end - 1] !== undefined &&
    (reading.words[end - 1]?.end ?? 0) - (reading.words[end - 1]?.start ?? 0) <= 4 &&
    digitsAt(reading, end + 1) !== ''
  )
    end++
  return { month: Number(name.value), end, sure: sure !== undefined }
}

/** A day of the month as number or ordinal, for beside a month. */
function dayAt(reading: Reading, at: number): { day: number; end: number } | null {
  const start = isMark(reading, at, 'the') ? at + 1 : at
  if (find(reading, start, 'portion') !== undefined) return null
  const ordinal = ordinalAt(reading, start)
  const counts =
    ordinal !== null && (find(reading, ordinal.end, 'unit') !== undefined || (!ordinal.digits && find(reading, ordinal.end, 'weekday') !== undefined))
  if (counts) return null
  if (ordinal !== null && ordinal.value >= 1 && ordinal.value <= 31) return { day: ordinal.value, end: skip(reading, ordinal.end, 'date-word') }
  const number = reading.number(start)
  if (number === null || number.value < 1 || number.value > 31 || !Number.isInteger(number.value)) return null
  return { day: number.value, end: skip(reading, start + number.length, 'date-word') }
}

const small = /^(?:of|the|,|का|कि|के|ka|ki|ke|-|er)$/

const skipSmall = (reading: Reading, at: number) => {
  let end = at
  for (let i = 0; i < 2; i++) if (small.test(reading.words[end]?.keys[0] ?? '')) end++
  return end
}

/** Whether a number at a word is of the clock or counts something, so that it is no day of a month. */
export const isClockNumber = (reading: Reading, at: number): boolean => {
  const number = reading.number(at)
  if (number === null) return false
  const end = at + number.length
  const mark = reading.words[end]?.keys[0] ?? ''
  return (
    (mark === ':' && reading.words[end]?.tight === true) ||
    ['oclock', 'half', 'clf', 'unit', 'struck', 'striking'].some((kind) => find(reading, end, kind) !== undefined)
  )
}

/** `3 March 2027`, `March 3rd`, `March 2027`, `15 तारीख मार्च`. */
function named(reading: Reading, at: number): Found | null {
  const day = dayAt(reading, at)
  if (day !== null) {
    const month = monthAt(reading, skipSmall(reading, day.end))
    if (month !== null && day.day <= daysInMonth(2024, month.month)) {
      const year = yearAt(reading, yearStart(reading, month.end))
      return dated(reading, { month: month.month, dayOfMonth: day.day }, year, month.end, /^(?:2[5-9]|[3-9]\d)$/)
    }
  }
  const month = monthAt(reading, at)
  if (month === null || (reading.words[at - 1]?.keys[0] === 'is' && reading.words[at - 2]?.keys[0] === 'name')) return null
  const start = skipSmall(reading, skipMonthWord(reading, month.end))
  const year = yearAt(reading, start)
  if (year !== null) return found({ month: month.month, year: year.year }, yearEnd(reading, year.end, true))
  const after = isClockNumber(reading, isMark(reading, start, 'the') ? start + 1 : start) ? null : dayAt(reading, start)
  if (
    after !== null &&
    after.day <= daysInMonth(2024, month.month) &&
    (month.sure || standsAlone(reading, after.end) || find(reading, after.end, 'sep') !== undefined || digitsAt(reading, after.end) !== '')
  ) {
    const later = yearAt(reading, yearStart(reading, after.end))
    return dated(reading, { month: month.month, dayOfMonth: after.day }, later, after.end, /^(?:3[2-9]|[4-9]\d)$/)
  }
  return found({ month: month.month }, skipMonthWord(reading, month.end), month.sure || isSureMonth(reading, at, month.end))
}

/** A day of a month with its year; after both, two digits too great for an hour are a year: `July 9 99`. */
function dated(reading: Reading, day: { month: number; dayOfMonth: number }, year: { year: number; end: number } | null, at: number, years: RegExp): Found {
  const short = digitsAt(reading, at)
  const lone = year === null && years.test(short) && standsAlone(reading, at + 1) && !isClockNumber(reading, at) && !isMark(reading, at + 1, '-')
  if (lone) return found({ ...day, year: fullYear(short) }, at + 1)
  return found({ ...day, ...(year === null ? {} : { year: year.year }) }, yearEnd(reading, year?.end ?? at, year !== null))
}

const yearStart = (reading: Reading, at: number) => skip(reading, skipSmall(reading, at), 'year-word')

const yearEnd = (reading: Reading, at: number, year: boolean) => {
  const after = year ? find(reading, at, 'year-after') : undefined
  return after === undefined || !/^(?:সাল|sal|খ্রি|~sal)/.test(reading.words[at]?.keys[0] ?? '') ? at : at + after.length
}

/** `मार्च महीने`, `মার্চ মাস`: the month's own word after its name. */
const skipMonthWord = (reading: Reading, at: number) => (find(reading, at, 'unit')?.value === 'month' ? at + 1 : at)

const beforeMonth = /^(?:in|of|by|since|until|till|from|next|last|this|during|every|before|after|early|late|mid|end|for|to|-|around)$/

/** `may` and `march` are months after a preposition, before a postposition, or with a capital inside a sentence. */
function isSureMonth(reading: Reading, at: number, end: number): boolean {
  const before = reading.words[at - 1]?.keys[0] ?? ''
  if (beforeMonth.test(before)) return true
  if (
    skipMonthWord(reading, end) > end ||
    find(reading, end, 'mein') !== undefined ||
    find(reading, end, 'gen') !== undefined ||
    find(reading, end, 'till') !== undefined
  )
    return true
  return at > 0 && reading.words[at]?.capital === true && reading.words[at - 1]?.letters === true && reading.words.some((word) => word.letters && !word.capital)
}

/** `the 15th`, `15 तारीख`, `তারিখ ১৫`: a day of a month not named. */
function dayAlone(reading: Reading, at: number): Found | null {
  const ordinal = ordinalAt(reading, at)
  const number = reading.number(at)
  const value = ordinal?.value ?? number?.value ?? 0
  if (value >= 1 && isListed(reading, at)) return found({ dayOfMonth: value }, ordinal?.end ?? at + (number?.length ?? 1))
  if (Number.isInteger(value) && value >= 1 && value <= 31) {
    const end = ordinal?.end ?? at + (number?.length ?? 0)
    const word = find(reading, end, 'date-word')
    if (word !== undefined && reading.words[end]?.keys[0] !== 'date') return found({ dayOfMonth: value }, end + word.length)
    if (ordinal !== null) {
      const before = reading.words[at - 1]?.keys[0] ?? ''
      const on = /^(?:on|by|to|till|until|from|since|before|after|around|for)$/.test(before === 'the' ? (reading.words[at - 2]?.keys[0] ?? '') : before)
      const the = before === 'the'
      const latin = /^[a-z]/.test(reading.words[ordinal.end - 1]?.keys[0] ?? '')
      const enough = ordinal.digits
        ? the || on || !latin || find(reading, ordinal.end, 'on') !== undefined || find(reading, ordinal.end, 'gen') !== undefined
        : (on && (the || value > 3)) ||
          (the && value > 12) ||
          (the && isMark(reading, ordinal.end, 'of') && find(reading, ordinal.end + 1, 'rel') !== undefined)
      if (ordinal.digits || enough) return standsAlone(reading, ordinal.end) ? found({ dayOfMonth: value }, ordinal.end, enough) : null
    }
  }

  if (onDay(reading, at)) return found({ dayOfMonth: value }, at + 1)
  const word = find(reading, at, 'date-word')
  const after = word === undefined || reading.words[at]?.keys[0] === 'date' ? null : reading.number(at + word.length)
  return word !== undefined &&
    after !== null &&
    Number.isInteger(after.value) &&
    after.value >= 1 &&
    after.value <= 31 &&
    !isClockNumber(reading, at + word.length)
    ? found({ dayOfMonth: after.value }, at + word.length + after.length)
    : null
}

/** `3 और 5 तारीख`, `22nd, 23rd or 30th of March`: a number in a row that ends with a month or the word for dates. */
function isListed(reading: Reading, at: number): boolean {
  let end = at
  for (let i = 0; i < 5; i++) {
    const ordinal = ordinalAt(reading, end)
    const number = ordinal ?? reading.number(end)
    if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 31) return false
    end = ordinal?.end ?? end + (reading.number(end)?.length ?? 1)
    if (i > 0 && find(reading, end, 'date-word') !== undefined && reading.words[end]?.keys[0] !== 'date') return true
    const month = i > 0 ? monthAt(reading, skipSmall(reading, end)) : null
    if (month !== null && (month.sure || isMark(reading, end, 'of'))) return true
    let joined = 0
    while (joined < 3 && joins(reading, end + joined)) joined++
    if (joined === 0 && ordinal?.digits !== true) return false
    end += joined
  }
  return false
}

const joins = (reading: Reading, at: number): boolean =>
  find(reading, at, 'and') !== undefined || /^(?:,|or|the|या|ya|বা|ba|অথবা)$/.test(reading.words[at]?.keys[0] ?? '')

/** `22 को शाम 7 बजे`: a number that stands on a day, with a time of day after it. */
function onDay(reading: Reading, at: number): boolean {
  const number = reading.number(at)
  const value = number?.length === 1 && Number.isInteger(number.value) && (!number.named || number.value > 9) ? number.value : 0
  const on = find(reading, at + 1, 'on')
  if (value < 1 || value > 31 || on === undefined || /^(?:room|number|no|flat|नंबर|कमरा|रूम|नम्बर)$/.test(reading.words[at - 1]?.keys[0] ?? '')) return false
  return /^(?:को|ko)$/.test(reading.words[at + 1]?.keys[0] ?? '') || find(reading, at + 1 + on.length, 'part') !== undefined
}

/** `in 2027`, `2027 में`, `২০২৭ সালে`, `year 2027`. */
function yearAlone(reading: Reading, at: number): Found | null {
  const word = find(reading, at, 'year-word')
  const start = word === undefined ? at : at + word.length
  const year = yearAt(reading, start)
  if (year === null || reading.words[start]?.keys[0] === "'") return null
  const before = reading.words[at - 1]?.keys[0] ?? ''
  const after = find(reading, year.end, 'year-after') ?? (find(reading, year.end, 'unit')?.value === 'year' ? { length: 1 } : undefined)
  const calendar = after !== undefined && /^(?:সাল|~sal|sal|saal|साल|খ্রি|year)/.test(reading.words[year.end]?.keys[0] ?? '')
  const sure =
    word !== undefined ||
    calendar ||
    after !== undefined ||
    (/^(?:in|of|since|by|during|until|till|before|after|from|to)$/.test(before) && standsAlone(reading, year.end))
  return sure ? found({ year: year.year }, calendar ? year.end + 1 : year.end) : found({ year: year.year }, year.end, false)
}

/** A date at a word, by digits, names, ordinals or a year. */
export function parseDate(reading: Reading, at: number): Found | null {
  return writtenDate(reading, at) ?? named(reading, at) ?? dayAlone(reading, at) ?? yearAlone(reading, at)
}
