import type { Frame } from '#time/frame.ts'
import { ordinalAt } from '#time/parse-date.ts'
import { find, type Found, isMark, type Reading, skip, standsAlone } from '#time/reading.ts'

const found = (frame: Omit<Frame, 'strong'>, end: number, strong = true): Found => ({ frame: { ...frame, strong }, end })

const tens = (value: number) => value >= 20 && value <= 90 && value % 10 === 0

/** The first year of `the 1990s`, `the 80s`: two digits are of the last century, but the twenties of this. */
const decadeOf = (value: number) => (value < 100 ? (value < 30 ? 2000 : 1900) + value : value)

/** `the 1990s`, `the eighties`, `nineteen seventies`, `नब्बे के दशक`, `90 এর দশক`. */
function decade(reading: Reading, at: number): Found | null {
  const word = find(reading, at, 'decade')
  const before = reading.words[at - 1]?.keys[0] ?? ''
  const placed = /^(?:the|in|early|late|mid|since|of|during)$/.test(before)
  if (word !== undefined) return placed || word.length > 1 ? found({ years: { from: decadeOf(Number(word.value)), count: 10 } }, at + word.length) : null
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value)) return null
  const end = at + number.length
  const named = number.named && (number.value === 18 || number.value === 19) ? find(reading, end, 'decade') : undefined
  if (named !== undefined) return found({ years: { from: number.value * 100 + Number(named.value), count: 10 } }, end + named.length)
  const full = number.value >= 1800 && number.value <= 2100 && number.value % 10 === 0
  if (!full && !tens(number.value)) return null
  const dashak = find(reading, skip(reading, end, 'gen'), 'decade-word')
  const years = { from: decadeOf(number.value), count: 10 }
  if (dashak !== undefined) return found({ years }, skip(reading, end, 'gen') + dashak.length)
  const mark = isMark(reading, end, "'") || isMark(reading, end, '’') ? end + 1 : end
  const plural = reading.words[mark]?.keys[0] === 's' && reading.words[mark]?.tight === true
  const lone = reading.language === 'en' ? undefined : (find(reading, mark + 1, 'mein') ?? find(reading, mark + 1, 'gen'))
  return plural && !number.named && (full || placed || lone !== undefined) ? found({ years }, mark + 1 + (lone?.length ?? 0)) : null
}

/** `the 21st century`, `इक्कीसवीं सदी`: the twenty-first begins with 2000. */
function century(reading: Reading, at: number): Found | null {
  const word = find(reading, at, 'century')
  if (word !== undefined) return found({ years: { from: (Number(word.value) - 1) * 100, count: 100 } }, at + word.length)
  const ordinal = ordinalAt(reading, at)
  if (ordinal === null || ordinal.value < 10 || ordinal.value > 30) return null
  const named = find(reading, isMark(reading, ordinal.end, '-') ? ordinal.end + 1 : ordinal.end, 'century-word')
  return named === undefined ? null : found({ years: { from: (ordinal.value - 1) * 100, count: 100 } }, ordinal.end + named.length)
}

/** `week 32`, `week number 5 of 2027`: as ISO 8601 counts them. */
function weekNumber(reading: Reading, at: number): Found | null {
  if (find(reading, at, 'unit')?.value !== 'week' || find(reading, at - 1, 'rel') !== undefined || reading.number(at - 1) !== null) return null
  const start = /^(?:no|number|#|नंबर|নম্বর|nambar)$/.test(reading.words[at + 1]?.keys[0] ?? '') ? at + 2 : at + 1
  const number = reading.number(start)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 53) return null
  const end = start + number.length
  return standsAlone(reading, end) || /^\d{4}$/.test(reading.words[end]?.digits ?? '') ? found({ weekNumber: number.value }, end) : null
}

/** `H1`, `H2 2027`. */
function halfYear(reading: Reading, at: number): Found | null {
  const [letter, digit] = [reading.words[at], reading.words[at + 1]]
  if (letter?.keys[0] !== 'h' || digit?.tight !== true || !/^[12]$/.test(digit.digits)) return null
  return standsAlone(reading, at + 2) || /^\d{4}$/.test(reading.words[at + 2]?.digits ?? '') ? found({ portion: digit.digits === '1' ? 1 : 2 }, at + 2) : null
}

const periods: Record<string, Omit<Frame, 'strong'>> = {
  day: { day: 0 },
  week: { weekRel: 0 },
  month: { monthRel: 0 },
  quarter: { quarterRel: 0 },
  year: { yearRel: 0 },
}

/** `the rest of the week`, `later this month`, `so far this year`. */
function rest(reading: Reading, at: number): Found | null {
  const whole = find(reading, at, 'to-date')
  if (whole !== undefined) return found({ ...periods[whole.value], rest: 'so-far' }, at + whole.length)
  const word = find(reading, at, 'rest-of')
  if (word === undefined) return null
  let end = at + word.length
  if (isMark(reading, end, 'the')) end++
  const rel = find(reading, end, 'rel')
  if (word.value === 'so-far' && rel === undefined) return found({ rest: 'so-far' }, at + word.length, false)
  if (word.value !== 'rest' && rel === undefined) return null
  if (rel !== undefined && rel.value !== '0') return null
  end += rel?.length ?? 0
  const day = find(reading, end, 'day')
  if (day?.value === '0' && word.value === 'rest') return found({ day: 0, rest: 'rest' }, end + day.length)
  const unit = find(reading, end, 'unit')
  const period =
    unit?.value === 'day' && find(reading, at, 'rest-of') !== undefined && !/^[a-z]+$/.test(reading.words[at]?.keys[0] ?? '')
      ? undefined
      : periods[unit?.value ?? '']
  return unit === undefined || period === undefined ? null : found({ ...period, rest: word.value as 'rest' }, end + unit.length)
}

/** Periods with a number or a share: decades, centuries, weeks of the year, halves, what is left of a week. */
export function parsePeriod(reading: Reading, at: number): Found | null {
  const portion = find(reading, at, 'portion')
  if (portion !== undefined) return found({ portion: portion.value === '1' ? 1 : 2 }, at + portion.length, false)
  return decade(reading, at) ?? century(reading, at) ?? weekNumber(reading, at) ?? halfYear(reading, at) ?? rest(reading, at)
}
