import type { Frame } from '#time/frame.ts'
import { isCued, isEitherHour, isOwned } from '#time/clock-cues.ts'
import { find, type Found, isMark, type Reading, skip, standsAlone } from '#time/reading.ts'

const isHour = (value: number) => Number.isInteger(value) && value >= 0 && value <= 24

/** am, pm, or o'clock after a time, and where they end. */
function halfAt(reading: Reading, at: number): { half?: 'am' | 'pm'; end: number } | null {
  let end = at
  const oclock = find(reading, end, 'oclock')
  if (oclock !== undefined) end += oclock.length
  if (isMark(reading, end, '-') && find(reading, end + 1, 'ish') !== undefined) end += 2
  else end = skip(reading, end, 'ish')
  const half = find(reading, end, 'half')
  if (half !== undefined) return { half: half.value === 'am' ? 'am' : 'pm', end: skip(reading, end + half.length, 'oclock') }
  const letter = find(reading, end, 'letter-half')
  if (letter !== undefined && reading.words[end]?.tight === true && reading.words[end - 1]?.digits !== '')
    return { half: letter.value === 'am' ? 'am' : 'pm', end: end + 1 }
  return end === at ? null : { end }
}

const framed = (hour: number, minute: number | undefined, half: Frame['half'], strong: boolean): Frame => ({
  hour,
  ...(minute === undefined ? {} : { minute }),
  ...(half === undefined ? {} : { half }),
  strong,
})

/** An hour and minute with what stands after them; null when they are no time of day. */
function finish(reading: Reading, hour: number, minute: number | undefined, end: number, strong: boolean): Found | null {
  if (!isHour(hour) || (minute ?? 0) > 59 || (hour === 24 && (minute ?? 0) > 0)) return null
  const mark = halfAt(reading, end)
  if (mark?.half !== undefined && (hour > 12 || hour === 0)) return { frame: framed(hour, minute, 'exact', true), end: mark.end }
  const half = mark?.half ?? (hour > 12 || hour === 0 ? 'exact' : undefined)
  return { frame: framed(hour, minute, half, strong || mark !== null), end: mark?.end ?? end }
}

/** `15:30`, `3.30 pm`, `3:30:15`. */
function written(reading: Reading, at: number, bare: boolean): Found | null {
  const [hour, mark, minute] = [reading.words[at], reading.words[at + 1], reading.words[at + 2]]
  if (hour === undefined || minute === undefined || !/^\d{1,2}$/.test(hour.digits) || !/^\d\d$/.test(minute.digits)) return null
  const sign = mark?.keys[0]
  const spaced = hour.end !== mark?.start || mark.end !== minute.start
  if (
    (sign !== ':' && sign !== '.' && !(sign === 'h' && Number(hour.digits) > 12)) ||
    spaced ||
    (hour.tight && /^[.:/$₹€£]$/.test(reading.words[at - 1]?.keys[0] ?? '') && (reading.words[at - 2]?.digits ?? '') !== '')
  )
    return null
  let end = at + 3
  if (sign === ':' && isMark(reading, end, ':') && reading.words[end]?.tight === true && /^\d\d$/.test(reading.words[end + 1]?.digits ?? '')) end += 2
  const after = reading.words[end]
  if (after?.tight === true && /^[:/.]$/.test(after.keys[0] ?? '') && reading.words[end + 1]?.tight === true && reading.words[end + 1]?.digits !== '')
    return null
  const clock = finish(reading, Number(hour.digits), Number(minute.digits), end, sign !== '.')
  if (clock === null) return null
  if (sign === '.' && !clock.frame.strong && !(bare && standsAlone(reading, end))) return null
  if (hour.digits.startsWith('0') && clock.frame.half === undefined) clock.frame.half = 'exact'
  const struck = find(reading, clock.end, 'clf')
  return { frame: { ...clock.frame, strong: true }, end: clock.end + (struck?.length ?? 0) }
}

/** The hour after `half past` or `ten to`: a number, noon or midnight. */
function targetAt(reading: Reading, at: number): { hour: number; end: number; half?: Frame['half'] } | null {
  const noon = find(reading, at, 'noon')
  if (noon !== undefined) return { hour: 12, end: at + noon.length, half: 'exact' }
  const midnight = find(reading, at, 'midnight')
  if (midnight !== undefined) return { hour: 24, end: at + midnight.length, half: 'exact' }
  const number = reading.number(at)
  return number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 12 ? null : { hour: number.value, end: at + number.length }
}

function around(reading: Reading, minutes: number, target: { hour: number; end: number; half?: Frame['half'] }, strong: boolean): Found | null {
  const mark = halfAt(reading, target.end)
  let half = target.half ?? mark?.half
  let hour = target.hour
  if (minutes < 0) {
    if (hour === 12 && half === 'pm') half = 'am'
    hour = hour === 1 && half !== 'exact' ? 12 : hour - 1
    if (target.hour === 1 && half === 'pm') half = 'pm'
    else if (target.hour === 12 && half === 'am' && mark?.half === 'am') half = 'pm'
  }
  if (half === 'exact' && hour === 24) hour = 0
  return { frame: framed(hour, minutes < 0 ? 60 + minutes : minutes, half, strong || mark !== null), end: mark?.end ?? target.end }
}

/** `half past three`, `a quarter to five`, `ten past 4`, `20 minutes to noon`, `half three`. */
function pastOrTo(reading: Reading, at: number, bare: boolean, inRange: boolean): Found | null {
  const start = skip(reading, at, 'article')
  const half = find(reading, start, 'half-word')
  const quarter = find(reading, start, 'quarter-word')
  const number = half === undefined && quarter === undefined ? reading.number(at) : null
  const minutes = half !== undefined ? 30 : quarter !== undefined ? 15 : number !== null && Number.isInteger(number.value) ? number.value : 0
  if (minutes < 1 || minutes > 59) return null
  let end = number === null ? start + 1 : at + number.length
  const unit = find(reading, end, 'unit')
  const named = unit?.value === 'minute'
  if (named) end += 1
  const past = find(reading, end, 'past')
  const to = find(reading, end, 'to')
  const word = reading.words[end]?.keys[0] ?? ''
  if (past !== undefined) {
    const target = targetAt(reading, end + past.length)
    if (target === null || (word === 'after' && half !== undefined)) return null
    return around(reading, minutes, target, named || half !== undefined || quarter !== undefined || number?.named === true || word === 'past')
  }
  if (to !== undefined && half === undefined) {
    if (reading.words[at - 1]?.keys[0] === 'from') return null
    const target = targetAt(reading, end + to.length)
    if (target === null) return null
    const sure = named || quarter !== undefined || (number?.named === true && minutes % 5 === 0) || minutes > 12 || target.half === 'exact' || bare
    return sure && !inRange ? around(reading, -minutes, target, true) : null
  }
  if (half !== undefined && start === at) {
    const target = targetAt(reading, end)
    if (target === null || target.half === 'exact') return null
    const clock = around(reading, 30, target, false)
    const said = reading.number(end)?.named === true && reading.words[target.end] === undefined && reading.number(at - 1) === null
    return clock !== null && (clock.frame.strong || bare || standsAlone(reading, target.end))
      ? { ...clock, frame: { ...clock.frame, strong: clock.frame.strong || bare || said } }
      : null
  }
  return null
}

/** `तीन बजकर बीस मिनट`, `পাঁচটা বাজতে দশ`, and `3টা ৩০`. */
function struck(reading: Reading, hour: number, at: number): Found | null {
  const past = find(reading, at, 'struck')
  const before = find(reading, at, 'striking')
  const clf = find(reading, at, 'clf')
  if (past === undefined && before === undefined && clf === undefined) return null
  if (clf !== undefined) {
    const deeper = struck(reading, hour, at + clf.length)
    if (deeper !== null) return deeper
    const minute = reading.number(at + clf.length)
    const minuteEnd = at + clf.length + (minute?.length ?? 0)
    const unit = reading.words[minuteEnd]
    const named =
      minute !== null && unit !== undefined && find(reading, minuteEnd, 'unit')?.value === 'minute' && !/ের$|er$/.test(reading.text.slice(unit.start, unit.end))
    if (
      minute !== null &&
      Number.isInteger(minute.value) &&
      minute.value < 60 &&
      (named || (minute.value > 9 && find(reading, minuteEnd, 'unit') === undefined && standsAlone(reading, minuteEnd)))
    )
      return finish(reading, hour, minute.value, minuteEnd + (named ? 1 : 0), true)
    return null
  }
  const from = at + (past ?? before)!.length
  const minute = reading.number(from)
  if (minute === null || !Number.isInteger(minute.value) || minute.value > 59) return null
  let end = from + minute.length
  if (find(reading, end, 'unit')?.value === 'minute') end += 1
  if (past !== undefined) return finish(reading, hour, minute.value, end, true)
  return around(reading, -minute.value, { hour, end }, true)
}

/** Endings of Bengali hours that leave no doubt: টায়, টের, টার. */
const sureClassifier = /(?:য|ঘটিকা|ঘটিকায)$|^(?:tay|tai|toy)$/

/**
 * A time of day at a word. `bare` lets an hour stand without a mark, as after `at`; `inRange` reads `10 to 5` as a span.
 */
export function parseClock(reading: Reading, at: number, bare: boolean, inRange: boolean): Found | null {
  const noon = find(reading, at, 'noon')
  if (noon !== undefined) return { frame: framed(12, undefined, 'exact', true), end: at + noon.length }
  const midnight = find(reading, at, 'midnight')
  if (midnight !== undefined) return { frame: framed(0, undefined, 'exact', true), end: at + midnight.length }
  const exact = written(reading, at, bare) ?? pastOrTo(reading, at, bare, inRange)
  if (exact !== null) return exact
  const number = reading.number(at)
  if (number === null) return null
  let end = at + number.length
  const word = reading.words[at]
  if (number.length === 1 && word !== undefined && /^\d{3,4}$/.test(word.digits)) return military(reading, at, word.digits, bare)
  if (!Number.isInteger(number.value)) {
    if (!number.named) return null
    const hour = Math.floor(number.value)
    const clf = find(reading, end, 'clf')
    const clock = finish(reading, hour, Math.round((number.value - hour) * 60), end + (clf?.length ?? 0), clf !== undefined)
    if (clock === null || (hour > 12 && !clock.frame.strong)) return null
    const after = reading.words[clock.end]
    const placed = number.value > 3 && (after === undefined || find(reading, clock.end, 'till') !== undefined || /^(?:पर|पे|par|pe)$/.test(after.keys[0] ?? ''))
    if (placed) clock.frame.strong = true
    return clock.frame.strong || bare || standsAlone(reading, clock.end) ? clock : null
  }
  const hundreds = number.named && number.value >= 100 && number.value <= 2400 && number.value % 100 === 0 ? find(reading, end, 'hours') : undefined
  if (hundreds !== undefined) return finish(reading, number.value / 100, 0, end + hundreds.length, true)
  if (number.named && bare && number.value > 1000 && number.value < 2360 && number.value % 100 >= 10 && number.value % 100 < 60 && standsAlone(reading, end))
    return finish(reading, Math.floor(number.value / 100), number.value % 100, end, true)
  if (!isHour(number.value)) return null
  const marked = struck(reading, number.value, end)
  if (marked !== null) return marked
  const clf = find(reading, end, 'clf')
  if (clf !== undefined && (reading.words[end]?.keys[0] !== 'to' || reading.words[end]?.tight === true)) {
    end += clf.length
    const sure =
      isEitherHour(reading, end) ||
      sureClassifier.test(reading.words[end - 1]?.keys[0] ?? '') ||
      (clockFollows(reading, end) && !(number.value === 1 && /^~?(?:সময|s[h]?omo)/.test(reading.words[end]?.keys[0] ?? '')))
    const clock = finish(reading, number.value, undefined, end, sure)
    if (clock?.frame.strong === false && !bare && !inRange && (number.value === 1 || !standsAlone(reading, end))) return null
    return clock !== null && (clock.frame.strong || (number.value >= 1 && number.value <= 12)) ? clock : null
  }
  const minute = minuteAt(reading, end)
  if (minute !== null && number.value >= 1) {
    const clock = finish(reading, number.value, minute.value, minute.end, false)
    const spoken = number.named || word?.digits !== ''
    if (clock !== null && (clock.frame.strong || isOwned(reading, at, clock.end) || (bare && spoken && standsAlone(reading, clock.end))))
      return { ...clock, frame: { ...clock.frame, strong: true } }
  }
  const clock = finish(reading, number.value, undefined, end, false)
  if (clock === null) return null
  if (clock.frame.strong) return clock
  if (!inRange && isCued(reading, at, end, number.value)) return { ...clock, frame: { ...clock.frame, strong: true } }
  return bare && number.value >= 1 && standsAlone(reading, end) && !unitFollows(reading, end) ? clock : null
}

const unitFollows = (reading: Reading, at: number) => find(reading, at, 'unit') !== undefined || find(reading, at, 'letter') !== undefined

/** After a Bengali hour without case: `3টা থেকে`, `3টা পর্যন্ত`, `3টা নাগাদ`, `3টার সময়`. */
const clockFollows = (reading: Reading, at: number) => {
  const raw = reading.words[at]
  return (
    raw !== undefined &&
    /^(?:সময|নাগাদ|বাজে|পর্যন্ত|অবধি|থেকে|পর|পরে|আগে|দিকে|somoy|shomoy|nagad|baje|theke|porjonto|por|pore|age)/.test((raw.keys[0] ?? '').replace(/^~/, ''))
  )
}

/** Minutes after an hour: `thirty`, `oh five`, `45` apart from it. */
export function minuteAt(reading: Reading, at: number): { value: number; end: number } | null {
  const word = reading.words[at]
  if (word === undefined) return null
  if (word.digits !== '') return /^[0-5]\d$/.test(word.digits) && !word.tight ? { value: Number(word.digits), end: at + 1 } : null
  if (/^(?:oh|o)$/.test(word.keys[0] ?? '')) {
    const unit = reading.number(at + 1)
    return unit !== null && unit.value < 10 && unit.named ? { value: unit.value, end: at + 1 + unit.length } : null
  }
  const number = reading.number(at)
  return number !== null && number.named && Number.isInteger(number.value) && number.value >= 10 && number.value < 60
    ? { value: number.value, end: at + number.length }
    : null
}

/** `1530 hrs`, `330 pm`, `0900`, and `at 1530`. */
function military(reading: Reading, at: number, digits: string, bare: boolean): Found | null {
  const [hour, minute] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))]
  const hours = find(reading, at + 1, 'hours')
  if (hours !== undefined && digits.length === 4) {
    const clock = finish(reading, hour, minute, at + 1 + hours.length, true)
    return clock === null ? null : { ...clock, frame: { ...clock.frame, half: 'exact' } }
  }
  const clock = finish(reading, hour, minute, at + 1, false)
  if (clock === null || hour === 0) return null
  if (clock.frame.strong) return clock
  if (isOwned(reading, at, at + 1)) return { ...clock, frame: { ...clock.frame, strong: true } }
  const sure = bare && standsAlone(reading, at + 1) && (digits.length === 3 || minute % 5 === 0) && !(hour >= 19 && hour <= 20 && minute > 9)
  return sure ? { ...clock, frame: { ...clock.frame, strong: true } } : null
}
