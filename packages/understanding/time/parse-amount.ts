import type { Amount, Unit } from '#time/frame.ts'
import { find, isMark, type Reading, skip, standsAlone } from '#time/reading.ts'

/** Lengths of time said one after the other, and the word after the last: `2 hours and 30 minutes`. */
export type Amounts = { amounts: Amount[]; end: number }

const counted = new Set(['second', 'minute', 'hour', 'day', 'workday', 'week', 'month', 'quarter', 'year'])

/** The unit at a word, and where it ends. */
export function unitAt(reading: Reading, at: number): { unit: Unit; end: number } | null {
  const meaning = reading.meanings(at).find((it) => it.kind === 'unit' && counted.has(it.value))
  return meaning === undefined ? null : { unit: meaning.value as Unit, end: at + meaning.length }
}

function countAt(reading: Reading, at: number): { count: number; end: number } | null {
  if (isMark(reading, at, '½')) return { count: 0.5, end: at + 1 }
  const number = reading.number(at)
  if (number !== null) {
    const end = at + number.length
    if (isMark(reading, end, '/') && reading.words[end]?.tight === true && number.length === 1) {
      const below = reading.number(end + 1)
      if (below !== null && below.length === 1 && below.value > 0 && below.value <= 10 && number.value < below.value)
        return { count: number.value / below.value, end: end + 2 }
      return null
    }
    if (isMark(reading, end, '½')) return { count: number.value + 0.5, end: end + 1 }
    if (number.value === 3 && find(reading, end, 'quarters-word') !== undefined) return { count: 0.75, end: end + 1 }
    if (isMark(reading, end, '-') && find(reading, end + 1, 'quarters-word') !== undefined && number.value === 3) return { count: 0.75, end: end + 2 }
    const joined = find(reading, end, 'and')
    const share = joined === undefined ? undefined : find(reading, skip(reading, end + joined.length, 'article'), 'quarter-word')
    if (joined !== undefined && share !== undefined && find(reading, skip(reading, end + joined.length, 'article') + 1, 'unit') !== undefined)
      return { count: number.value + 0.25, end: skip(reading, end + joined.length, 'article') + 1 }
    const half = find(reading, end, 'half-more')
    if (half !== undefined) return { count: number.value + 0.5, end: end + half.length }
    const classifier = find(reading, end, 'clf')
    return { count: number.value, end: classifier === undefined ? end : end + classifier.length }
  }
  const few = find(reading, at, 'few')
  if (few !== undefined) return { count: Number(few.value), end: at + few.length }
  const article = find(reading, at, 'article')
  const start = article === undefined ? at : at + 1
  if (article !== undefined) {
    const some = find(reading, start, 'few')
    if (some !== undefined) return { count: Number(some.value), end: start + some.length }
  }
  const half = find(reading, start, 'half-word')
  if (half !== undefined) return { count: 0.5, end: skip(reading, isMark(reading, start + 1, '-') ? start + 2 : start + 1, 'article') }
  const quarter = find(reading, start, 'quarter-word')
  if (quarter !== undefined) {
    const of = isMark(reading, start + 1, 'of') ? start + 2 : start + 1
    const end = skip(reading, of, 'article')
    return find(reading, end, 'unit')?.value === 'hour' ? { count: 0.25, end } : null
  }
  const part = find(reading, at, 'half-unit')
  if (part !== undefined) return { count: Number(part.value), end: at + part.length }
  if (article !== undefined) {
    const more = find(reading, start, 'half-more')
    return more === undefined ? { count: 1, end: start } : { count: 1.5, end: start + more.length }
  }
  return null
}

function amountAt(reading: Reading, at: number): { amount: Amount; end: number } | null {
  const fixed = find(reading, at, 'fixed')
  if (fixed !== undefined) return fixedAmount(fixed.value, at + fixed.length)
  const bare = unitAt(reading, at)
  if (bare !== null) {
    const some = find(reading, bare.end, 'some')
    if (some !== undefined) return { amount: { count: Number(some.value), unit: bare.unit }, end: bare.end + some.length }
  }
  const count = countAt(reading, at)
  if (count === null || count.count > 100_000) return null
  let end = count.end
  if (isMark(reading, end, 'of')) end = skip(reading, end + 1, 'article')
  end = skip(reading, end, 'more')
  if (isMark(reading, end, '-') && reading.words[end]?.tight === true) end++
  const joined = find(reading, end, 'fixed')
  if (joined !== undefined) {
    const { amount, end: after } = fixedAmount(joined.value, end + joined.length)
    return { amount: { count: count.count * amount.count, unit: amount.unit }, end: after }
  }
  const unit = unitAt(reading, end)
  if (unit !== null) {
    if (
      unit.unit === 'second' &&
      find(reading, end, 'ordinal') !== undefined &&
      (count.count === 20 || count.count === 30 || ((count.count === 1 || reading.number(at)?.named === true) && !standsAlone(reading, unit.end)))
    )
      return null
    if (/^(?:old|olds)$/.test(reading.words[unit.end]?.keys[0] ?? '')) return null
    const half = find(reading, unit.end, 'half-more')
    if (half !== undefined && Number.isInteger(count.count)) return { amount: { count: count.count + 0.5, unit: unit.unit }, end: unit.end + half.length }
    const some = find(reading, unit.end, 'some')
    return { amount: { count: count.count, unit: unit.unit }, end: some === undefined ? unit.end : unit.end + some.length }
  }
  const letter = find(reading, end, 'letter')
  if (letter !== undefined && count.end - at <= 3 && reading.words[end - 1]?.digits !== '' && (reading.words[end]?.tight === true || letter.value === 'hour'))
    return { amount: { count: count.count, unit: letter.value as Unit }, end: end + 1 }
  return null
}

function fixedAmount(value: string, end: number): { amount: Amount; end: number } {
  const [count, unit] = value.split(',')
  return { amount: { count: Number(count), unit: unit as Unit }, end }
}

const sizes: Record<Unit, number> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  workday: 86_400,
  weekend: 172_800,
  week: 604_800,
  month: 2_592_000,
  quarter: 7_776_000,
  year: 31_536_000,
}

/** The lengths of time that begin at a word, each smaller than the one before, or null. */
export function parseAmounts(reading: Reading, at: number): Amounts | null {
  const first = amountAt(reading, at)
  if (first === null) return null
  const amounts = [first.amount]
  let end = first.end
  while (amounts.length < 4) {
    const last = amounts.at(-1)
    if (last === undefined) break
    if (last.unit === 'hour' && reading.words[end]?.tight === true && /^\d\d$/.test(reading.words[end]?.digits ?? '')) {
      const minutes = Number(reading.words[end]?.digits)
      if (minutes < 60) amounts.push({ count: minutes, unit: 'minute' })
      return { amounts, end: minutes < 60 ? (find(reading, end + 1, 'letter')?.value === 'minute' ? end + 2 : end + 1) : end }
    }
    const joined = find(reading, end, 'and')
    const next = amountAt(reading, joined === undefined ? (isMark(reading, end, ',') ? end + 1 : end) : end + joined.length)
    if (next === null || sizes[next.amount.unit] >= sizes[last.unit] || !Number.isInteger(last.count)) break
    amounts.push(next.amount)
    end = next.end
  }
  return { amounts, end }
}

/** How long lengths of time last together, in seconds; months count 30 days, years 365. */
export const secondsOf = (amounts: readonly Amount[]): number => Math.round(amounts.reduce((sum, it) => sum + it.count * sizes[it.unit], 0))

const finer: Partial<Record<Unit, [Unit, number]>> = {
  year: ['month', 12],
  quarter: ['month', 3],
  month: ['day', 30],
  week: ['day', 7],
  day: ['hour', 24],
  workday: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
}

/** Lengths of time in whole numbers: a year and a half as one year and six months. */
export function wholeAmounts(amounts: readonly Amount[]): Amount[] {
  const whole: Amount[] = []
  for (const { count, unit } of amounts) {
    let [rest, of] = [count, unit]
    for (;;) {
      const units = Math.floor(rest + 1e-9)
      if (units > 0) whole.push({ count: units, unit: of })
      const next = finer[of]
      rest -= units
      if (rest < 1e-6 || next === undefined) break
      rest *= next[1]
      of = next[0]
    }
  }
  return whole.length === 0 ? [{ count: 0, unit: amounts[0]?.unit ?? 'second' }] : whole
}

const letters: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  workday: 'D',
  weekend: 'D',
  week: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
}

/** Lengths of time as an ISO 8601 duration, in the units as said. */
export function isoDuration(amounts: readonly Amount[]): string {
  const whole = wholeAmounts(amounts).map((it) => (it.unit === 'quarter' ? { count: it.count * 3, unit: 'month' as Unit } : it))
  const isDate = (unit: Unit) => !['hour', 'minute', 'second'].includes(unit)
  const say = (it: Amount) => `${it.count}${letters[it.unit]}`
  const time = whole
    .filter((it) => !isDate(it.unit))
    .map(say)
    .join('')
  return `P${whole
    .filter((it) => isDate(it.unit))
    .map(say)
    .join('')}${time === '' ? '' : `T${time}`}`
}
