import type { Frame, PartName, Unit } from '#time/frame.ts'
import { parseAmounts } from '#time/parse-amount.ts'
import { monthAt, ordinalAt, parseDate } from '#time/parse-date.ts'
import { find, type Found, isMark, type Reading, skip, skipGlue } from '#time/reading.ts'

const found = (frame: Omit<Frame, 'strong'>, end: number, strong = true): Found => ({ frame: { ...frame, strong }, end })

const periodFrame = (unit: string, count: number): Omit<Frame, 'strong'> | null => {
  switch (unit) {
    case 'day':
      return { day: count }
    case 'week':
      return { weekRel: count }
    case 'workday':
      return count === 0 ? null : { shift: { amounts: [{ count: Math.abs(count), unit: 'workday' }], direction: count > 0 ? 1 : -1 } }
    case 'weekend':
      return { weekend: true, weekRel: count }
    case 'month':
      return { monthRel: count }
    case 'quarter':
      return { quarterRel: count }
    case 'year':
      return { yearRel: count }
    case 'hour':
    case 'minute':
      return Math.abs(count) === 1 ? { span: { count: 1, unit, direction: count === 1 ? 1 : -1 } } : null
    default:
      return null
  }
}

const asPick = (count: number): -1 | 0 | 1 | 2 => (count < 0 ? -1 : count === 0 ? 0 : count === 1 ? 1 : 2)

const partAt = (reading: Reading, at: number) => {
  const part = find(reading, at, 'part')
  return part === undefined ? null : { part: part.value as PartName, end: at + part.length }
}

/** `first Monday`, `last day`, `পঞ্চম দিন`, `third quarter`, `Q3`: within a period named beside it. */
function nth(reading: Reading, at: number, frame: Frame | null): Found | null {
  const quarter = reading.words[at]
  if (quarter?.keys[0] === 'q' && /^[1-4]$/.test(reading.words[at + 1]?.digits ?? '') && reading.words[at + 1]?.tight === true)
    return found({ quarter: Number(reading.words[at + 1]?.digits) }, at + 2)
  const ordinal = ordinalAt(reading, at)
  if (ordinal === null) return null
  const several = Math.abs(ordinal.value) === 1 ? reading.number(ordinal.end) : null
  const unitOf = several === null ? undefined : find(reading, ordinal.end + several.length, 'unit')
  if (several !== null && unitOf !== undefined && Number.isInteger(several.value) && several.value > 1 && several.value < 100 && unitOf.value !== 'hour') {
    const after = ordinal.end + several.length + unitOf.length
    const within =
      /^(?:of|in)$/.test(reading.words[after]?.keys[0] ?? '') ||
      (frame !== null && (frame.month ?? frame.monthRel ?? frame.year ?? frame.yearRel) !== undefined)
    if (within && ['day', 'week', 'month', 'quarter'].includes(unitOf.value))
      return found({ nth: { count: ordinal.value, unit: unitOf.value as Unit, length: several.value } }, after)
  }
  const weekday = find(reading, ordinal.end, 'weekday') ?? find(reading, ordinal.end, 'weekday?')
  const unit = find(reading, ordinal.end, 'unit')
  const end = ordinal.end + ((weekday ?? unit)?.length ?? 0)
  const lastDate = ordinal.value === -1 ? find(reading, ordinal.end, 'date-word') : undefined
  if (lastDate !== undefined) return found({ nth: { count: -1, unit: 'day' } }, ordinal.end + lastDate.length)
  if (weekday === undefined && unit === undefined) return firstOfTwo(reading, ordinal)
  if (
    ordinal.value === -1 &&
    find(reading, at, 'rel') !== undefined &&
    (frame?.month ?? frame?.monthRel) === undefined &&
    !/^(?:of|in)$/.test(reading.words[end]?.keys[0] ?? '')
  )
    return null
  if (weekday !== undefined) return ordinal.value > 5 ? null : found({ weekday: Number(weekday.value), nth: { count: ordinal.value, unit: 'weekday' } }, end)
  if (unit?.value === 'quarter' && ordinal.value > 0) return ordinal.value <= 4 ? found({ quarter: ordinal.value }, end) : null
  if (!['day', 'week', 'weekend', 'month', 'workday'].includes(unit?.value ?? '')) return null
  return found({ nth: { count: ordinal.value, unit: unit?.value as Unit } }, end)
}

/** `second and fourth Saturday of December`: the first ordinal takes all but its number from the second. */
function firstOfTwo(reading: Reading, ordinal: { value: number; end: number }): Found | null {
  const joined = /^(?:or|या|ya|বা)$/.test(reading.words[ordinal.end]?.keys[0] ?? '') ? 1 : (find(reading, ordinal.end, 'and')?.length ?? 0)
  const second = joined === 0 ? null : ordinalAt(reading, ordinal.end + joined)
  const weekday = second === null ? undefined : find(reading, second.end, 'weekday')
  if (second === null || weekday === undefined || ordinal.value > 5 || second.value > 5) return null
  const place = skipGlue(reading, second.end + weekday.length)
  const month = monthAt(reading, place)
  const period = month === null ? relative(reading, place)?.frame.monthRel : undefined
  if (month === null && period === undefined) return null
  const when = month === null ? { monthRel: period ?? 0 } : { month: month.month }
  return found({ weekday: Number(weekday.value), nth: { count: ordinal.value, unit: 'weekday' }, ...when }, ordinal.end)
}

/** The weekend that comes is the one of this week, the next one the one after. */
const coming = /^(?:coming|upcoming|forthcoming|this|आने|आनेवाला|आनेवाले|aane|aanewale|আসছে|আসন্ন|সামনের|samner|ashche)$/

/** `next week`, `अगले तीन दिन`, `last night`, `এই শুক্রবার`, `this March`. */
function relative(reading: Reading, at: number): Found | null {
  for (const rel of reading.meanings(at)) {
    if (rel.kind !== 'rel') continue
    const count = Number(rel.value)
    let start = skip(reading, at + rel.length, 'more')
    if (isMark(reading, start, "'") || isMark(reading, start, '-')) start++
    const comes = count === 1 && find(reading, start, 'unit')?.value === 'weekend' && coming.test(reading.words[at]?.keys[0] ?? '')
    const read = relativeTo(reading, start, comes ? 0 : count)
    if (read !== null) return read
  }
  return null
}

function relativeTo(reading: Reading, start: number, count: number): Found | null {
  const amounts =
    Math.abs(count) === 1 &&
    (reading.number(start) !== null ||
      find(reading, start, 'few') !== undefined ||
      find(reading, start, 'half-word') !== undefined ||
      find(reading, start, 'half-unit') !== undefined ||
      find(reading, start, 'fixed') !== undefined)
      ? parseAmounts(reading, start)
      : null
  if (amounts !== null) {
    const [given] = amounts.amounts
    const first = given?.unit === 'hour' && given.count % 1 !== 0 ? { count: Math.round(given.count * 60), unit: 'minute' as Unit } : given
    if (first !== undefined && amounts.amounts.length === 1 && Number.isInteger(first.count) && first.count > 0)
      return found({ span: { count: first.count, unit: first.unit, direction: count === 1 ? 1 : -1 } }, amounts.end)
  }
  const weekday = find(reading, start, 'weekday') ?? find(reading, start, 'weekday?')
  if (weekday !== undefined) return found({ weekday: Number(weekday.value), pick: asPick(count) }, start + weekday.length)
  const part = partAt(reading, start)
  if (part !== null && count < 2) return found({ day: count, part: part.part }, part.end)
  const holiday = find(reading, start, 'holiday')
  const unit = find(reading, start, 'unit')
  if (holiday !== undefined && (unit === undefined || holiday.length > 1)) return found({ holiday: holiday.value, pick: asPick(count) }, start + holiday.length)
  const period = unit === undefined ? null : periodFrame(unit.value, count)
  if (period !== null && unit !== undefined && !(unit.value === 'day' && count === 0)) return found(period, start + unit.length)
  const month = monthAt(reading, start)
  if (month !== null) return found({ month: month.month, pick: asPick(count) }, find(reading, month.end, 'unit')?.value === 'month' ? month.end + 1 : month.end)
  const season = find(reading, start, 'season') ?? find(reading, start, 'season?')
  return season === undefined ? null : found({ season: season.value, pick: asPick(count) }, start + season.length)
}

/** `Friday after next`, `Monday week`, `week after next`, `year before last`, `tomorrow week`. */
function withAfter(reading: Reading, at: number): Found | null {
  const weekday = find(reading, at, 'weekday') ?? find(reading, at, 'weekday?')
  const day = find(reading, at, 'day')
  const named = weekday ?? day
  const unit = find(reading, at, 'unit')
  if (named !== undefined) {
    const end = at + named.length
    const after = find(reading, end, 'after-next')
    if (after !== undefined && weekday !== undefined) return found({ weekday: Number(weekday.value), pick: 2 }, end + after.length)
    const last = find(reading, end, 'before-last')
    if (last !== undefined && weekday !== undefined) return found({ weekday: Number(weekday.value), pick: -1, weeksMore: -1 }, end + last.length)
    const week = reading.words[end]?.keys[0] === 'week' ? 1 : reading.words[end]?.keys[0] === 'fortnight' ? 2 : 0
    if (week === 0 || (reading.words[end + 1]?.digits !== '' && reading.words[end + 1] !== undefined)) return null
    return found({ ...(weekday === undefined ? { day: Number(day?.value) } : { weekday: Number(weekday.value) }), weeksMore: week }, end + 1)
  }
  const month = monthAt(reading, at)
  const later = month === null ? undefined : find(reading, month.end, 'after-next')
  if (month !== null && later !== undefined) return found({ month: month.month, pick: 2 }, month.end + later.length)
  if (unit === undefined) return null
  const end = at + unit.length
  const after = find(reading, end, 'after-next') ?? find(reading, end, 'before-last')
  const period = after === undefined ? null : periodFrame(unit.value, Number(after.value))
  return after === undefined || period === null ? null : found(period, end + after.length)
}

/** `two Sundays from now`, `three Fridays ago`, `दो सोमवार बाद`. */
function weekdaysAway(reading: Reading, at: number): Found | null {
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 52) return null
  const weekday = find(reading, at + number.length, 'weekday')
  if (weekday === undefined) return null
  const end = at + number.length + weekday.length
  const ahead = find(reading, end, 'ahead')
  const back = find(reading, end, 'back')
  if (ahead !== undefined) return found({ weekday: Number(weekday.value), weeksMore: number.value - 1 }, end + ahead.length)
  return back === undefined ? null : found({ weekday: Number(weekday.value), pick: -1, weeksMore: 1 - number.value }, end + back.length)
}

/** A bare `month` or `week`: only beside what says which part of it, `end of the month`, `हफ्ते की शुरुआत`. */
function bareUnit(reading: Reading, at: number, frame: Frame | null): Found | null {
  const unit = find(reading, at, 'unit')
  if (unit === undefined) return null
  const end = at + unit.length
  if (unit.value === 'weekend') return found({ weekend: true }, end)
  const period = ['week', 'month', 'quarter', 'year'].includes(unit.value) ? periodFrame(unit.value, 0) : null
  if (period === null) return null
  if ((frame?.edge ?? frame?.nth ?? frame?.portion) !== undefined) return found(period, end, false)
  if (frame !== null) return null
  const next = skipGlue(reading, end)
  const beside =
    find(reading, next, 'edge') !== undefined ||
    find(reading, end, 'edge') !== undefined ||
    find(reading, next, 'portion') !== undefined ||
    nth(reading, next, null) !== null ||
    ordinalAt(reading, next)?.value === -1
  return beside ? found(period, end, false) : null
}

const greeting = /^(?:good|गुड|গুড|merry|हैप्पी|হ্যাপি|शुभ|শুভ|shubh|shubho|shuvo|per|a|happy)$/

/** What is named and no date in figures: today, weekdays, periods, holidays, parts of a day. `frame` is what stands before it. */
export function parseNamed(reading: Reading, at: number, frame: Frame | null): Found | null {
  if (reading.meanings(at).length === 0 && reading.number(at) === null) return null
  const tonight = find(reading, at, 'tonight')
  if (tonight !== undefined) return found({ day: 0, part: tonight.value === '1' ? 'late' : 'night' }, at + tonight.length)
  const longer = nth(reading, at, frame) ?? relative(reading, at) ?? withAfter(reading, at)
  const holiday = find(reading, at, 'holiday')
  if (holiday !== undefined && greeting.test(reading.words[at - 1]?.keys[0] ?? '') && !/^(?:a|per)$/.test(reading.words[at - 1]?.keys[0] ?? '')) return null
  if (holiday !== undefined && (longer === null || at + holiday.length >= longer.end)) {
    const week = find(reading, at + holiday.length, 'unit')?.value === 'week'
    return found({ holiday: holiday.value, ...(week ? { weekOf: true as const } : {}) }, at + holiday.length + (week ? 1 : 0))
  }
  const counted = longer ?? weekdaysAway(reading, at)
  if (counted !== null) return counted
  const weekOf = find(reading, at, 'week-of')
  if (weekOf !== undefined) {
    const date = parseDate(reading, skipGlue(reading, at + weekOf.length))
    const feast = find(reading, skipGlue(reading, at + weekOf.length), 'holiday')
    const weekend = weekOf.value === 'weekend' ? { weekend: true as const } : {}
    if (date !== null) return { frame: { ...date.frame, ...weekend, weekOf: true, strong: true }, end: date.end }
    if (feast !== undefined) return found({ holiday: feast.value, ...weekend, weekOf: true }, skipGlue(reading, at + weekOf.length) + feast.length)
  }
  const now = find(reading, at, 'now')
  if (now !== undefined) return isDenied(reading, at, at + now.length) ? null : found({ now: true }, at + now.length)
  const ofPeriod = find(reading, at, 'edge-of')
  if (ofPeriod !== undefined) {
    const [edge, unit] = ofPeriod.value.split(',')
    return found({ edge: edge as 'end', ...periodFrame(unit ?? 'month', 0) }, at + ofPeriod.length)
  }
  const part = partAt(reading, at)
  const day = find(reading, at, 'day')
  if (day !== undefined && day.length >= (part?.end ?? at) - at) return found({ day: Number(day.value) }, at + day.length)
  const either = find(reading, at, 'either')
  if (either !== undefined) return found({ eitherDay: Number(either.value) }, at + either.length)
  if (part !== null) {
    if (greeting.test(reading.words[at - 1]?.keys[0] ?? '')) return null
    if (/^(?:कितने|कितनि|kitne|kitni)$/.test(reading.words[at - 1]?.keys[0] ?? '')) return null
    const nights = frame === null && part.part === 'night' ? reading.number(at - 1) : null
    if (nights !== null && nights.value < 31) return null
    return found({ part: part.part }, part.end, part.part !== 'lunch')
  }
  const weekday = find(reading, at, 'weekday')
  if (weekday !== undefined && isWeekday(reading, at)) return found({ weekday: Number(weekday.value) }, at + weekday.length)
  const weak = find(reading, at, 'weekday?')
  if (weak !== undefined)
    return found({ weekday: Number(weak.value) }, isMark(reading, at + 1, '.') && frame === null ? at + 1 : at + 1, isSureWeekday(reading, at))
  const month = monthAt(reading, at)
  if (month !== null) return null
  const season = find(reading, at, 'season') ?? (/^(?:in|during)$/.test(reading.words[at - 1]?.keys[0] ?? '') ? find(reading, at, 'season?') : undefined)
  if (season !== undefined)
    return found(
      { season: season.value },
      at + season.length,
      /^(?:in|the|by|during)$/.test(reading.words[at - 1]?.keys[0] ?? '') && reading.words[at - 1]?.keys[0] !== 'the',
    )
  const unit = bareUnit(reading, at, frame)
  if (unit !== null) return unit
  const edge = find(reading, at, 'edge')
  if (edge !== undefined && frame?.edge === undefined && frame?.hour === undefined) return found({ edge: edge.value as 'start' }, at + edge.length, false)
  return null
}

const denial = /^(?:नहिं|नहि|ना|~?nahi[n]?|~?nai|না|নয়|নয|~?noy|~?na)$/

/** `not now`, `अभी नहीं`. */
const isDenied = (reading: Reading, at: number, end: number): boolean =>
  reading.words[at - 1]?.keys[0] === 'not' || reading.words[end]?.keys.some((it) => denial.test(it)) === true

const shortWeekday = /^(?:सोम|मंगल|बुध|शुक्र|शनि|रवि|बृहस्पति|সোম|মঙ্গল|বুধ|শুক্র|শনি|বৃহস্পতি|mangal|budh|shukra|shani)$/

/** `शनि` and `মঙ্গল` are also stars and luck: they are days between days only. */
const isWeekday = (reading: Reading, at: number): boolean => {
  const key = reading.words[at]?.keys[0] ?? ''
  if (!shortWeekday.test(key)) return true
  const near = (there: number) => find(reading, there, 'weekday') !== undefined || find(reading, there, 'rel') !== undefined
  return (
    near(at + 2) ||
    near(at - 2) ||
    near(at - 1) ||
    find(reading, at + 1, 'on') !== undefined ||
    near(at + 1) ||
    (find(reading, at + 1, 'gen') !== undefined && find(reading, at + 2, 'part') !== undefined)
  )
}

/** `sun`, `sat`, `mon`, `wed` are days after `on` or beside a date or a clock. */
const isSureWeekday = (reading: Reading, at: number): boolean => {
  const before = reading.words[at - 1]?.keys[0] ?? ''
  if (/^(?:on|by|every|until|till|since|this|next|last)$/.test(before)) return true
  const [mark, after] = [reading.words[at + 1], reading.words[at + 2]]
  const other = find(reading, at + 2, 'weekday') ?? find(reading, at + 2, 'weekday?') ?? find(reading, at - 2, 'weekday') ?? find(reading, at - 2, 'weekday?')
  return (
    other !== undefined &&
    after !== mark &&
    [at + 1, at - 1].some(
      (place) =>
        ['sep', 'and', 'and-sep'].some((kind) => find(reading, place, kind) !== undefined) || /^(?:or|ya|ba)$/.test(reading.words[place]?.keys[0] ?? ''),
    )
  )
}
