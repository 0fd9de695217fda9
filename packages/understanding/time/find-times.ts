import type { Entity } from '#entity.ts'
import type { Situation } from '#situation.ts'
import { civilOf } from '#time/civil.ts'
import { isoDuration, parseAmounts, secondsOf } from '#time/parse-amount.ts'
import { type Frame, hasClock, hasDate, joinFrames } from '#time/frame.ts'
import { isRow, sharedRow } from '#time/rows.ts'
import { isClockNumber, monthAt, ordinalAt, yearAt } from '#time/parse-date.ts'
import { type FoundTime, parseTime } from '#time/parse-time.ts'
import { find, isMark, type Reading, readingOf, standsAlone } from '#time/reading.ts'
import type { Moment } from '#time/resolve-date.ts'
import { resolveTime } from '#time/resolve-time.ts'
import { isPastAt } from '#time/tense-of.ts'

/** Words that begin nothing by themselves. */
const isOpening = (reading: Reading, at: number) => {
  const word = reading.words[at]
  return word !== undefined && (word.digits !== '' || reading.meanings(at).length > 0 || reading.number(at) !== null || word.keys[0] === '½')
}

const isEither = (found: FoundTime): boolean => [found.frame, found.until, found.frame.shift?.base].some((it) => it?.eitherDay !== undefined)

type Timed = { entity: Entity & { type: 'time' }; end: number; frame: Frame | null; found: FoundTime; past: boolean }

function timeAt(reading: Reading, at: number, moment: Moment, day: Frame | null, before: Timed | null): Timed | null {
  const parsed = inRow(reading, at, before) ?? ofSaid(parseTime(reading, at), before)
  const found = parsed === null || day === null || hasDate(parsed.frame) || parsed.until !== undefined ? parsed : onDay(parsed, day)
  if (found === null || found.end <= at) return null
  const past = found.since || (isEither(found) && isPastAt(reading, at))
  const value = resolveTime(found, { ...moment, past })
  if (value === null) return null
  let begin = found.start
  if (found.until === undefined)
    while (begin < found.end - 1 && opening.test(reading.words[begin]?.keys[0] ?? '') && find(reading, begin, 'sep') === undefined) begin++
  const start = reading.words[begin]?.start ?? 0
  const end = reading.words[found.end - 1]?.end ?? start
  const frame = found.until === undefined && value.grain === 'day' && value.to === undefined && !hasClock(found.frame) ? found.frame : null
  return { entity: { type: 'time', text: reading.text.slice(start, end), start, end, value }, end: found.end, frame, found, past }
}

/** `3rd` in `Feb 2nd, 3rd or 4th`. */
function inRow(reading: Reading, at: number, before: Timed | null): FoundTime | null {
  const year = before?.found.frame.year !== undefined && before.entity.value.grain === 'year' && isRow(reading, before.end, at) ? yearAt(reading, at) : null
  if (year !== null && before?.end !== at && standsAlone(reading, year.end))
    return { start: at, end: year.end, frame: { year: year.year, strong: true }, since: false }
  if (before?.found.frame.dayOfMonth === undefined || before.found.until !== undefined || !isRow(reading, before.end, at)) return null
  const number = reading.number(at)
  const digits = number !== null && !number.named && number.length === 1 && Number.isInteger(number.value) && number.value >= 1
  const listed =
    digits && before.found.frame.month !== undefined && (at > before.end || /^(?:,|and|or|aur|ya|और|या)$/.test(reading.words[at + 1]?.keys[0] ?? ''))
  const lone = listed && reading.words[at - 1]?.keys[0] !== 'at' && !isClockNumber(reading, at) && reading.number(at + 2)?.value !== undefined
  const last = listed && at > before.end && !isClockNumber(reading, at) && reading.words[at - 1]?.keys[0] !== ','
  const ordinal = ordinalAt(reading, at) ?? (lone || last ? { value: number.value, end: at + 1, digits: true } : null)
  if (ordinal?.digits !== true || ordinal.value > 31 || monthAt(reading, ordinal.end) !== null || isMark(reading, ordinal.end, 'of')) return null
  if (!standsAlone(reading, ordinal.end) && ordinalAt(reading, ordinal.end) === null) return null
  return { start: at, end: ordinal.end, frame: { ...monthOfRow(before.found.frame), dayOfMonth: ordinal.value, strong: true }, since: false }
}

const monthOfRow = ({ month, monthRel, year, yearRel }: Frame): Partial<Frame> => ({
  ...(month === undefined ? {} : { month }),
  ...(monthRel === undefined ? {} : { monthRel }),
  ...(year === undefined ? {} : { year }),
  ...(yearRel === undefined ? {} : { yearRel }),
})

/** `an hour later` is counted from the time named before, if one is. */
function ofSaid(found: FoundTime | null, before: Timed | null): FoundTime | null {
  const shift = found?.frame.shift
  if (found === null || shift?.ofSaid !== true || before === null || before.entity.value.to !== undefined) return found
  const clocked = before.entity.value.grain === 'hour' || before.entity.value.grain === 'minute'
  const fine = shift.amounts.some((it) => it.unit === 'hour' || it.unit === 'minute' || it.unit === 'second')
  if (before.found.frame.now === true || before.found.frame.shift !== undefined || (fine && !clocked)) return found
  return { ...found, frame: { ...found.frame, shift: { ...shift, base: before.found.frame } } }
}

/** A time of day said later in the clause belongs to the day said before: `kal meeting 3 baje hai`. */
const onDay = (time: FoundTime, day: Frame): FoundTime => {
  const frame = hasClock(time.frame) ? joinFrames(day, time.frame) : null
  return frame === null ? time : { ...time, frame }
}

const opening = /^(?:from|since|on|at|the|starting|,)$/

function durationAt(reading: Reading, at: number): { entity: Entity; end: number } | null {
  const amounts = parseAmounts(reading, at)
  if (amounts === null || amounts.amounts.some((it) => it.unit === 'workday')) return null
  const seconds = secondsOf(amounts.amounts)
  const before = reading.words[at - 1]?.keys[0] ?? ''
  if (/^(?:once|twice|thrice|times)$/.test(before) || seconds <= 0 || !Number.isSafeInteger(seconds)) return null
  const start = reading.words[at]?.start ?? 0
  const end = reading.words[amounts.end - 1]?.end ?? start
  return {
    entity: { type: 'duration', text: reading.text.slice(start, end), start, end, value: { seconds, iso: isoDuration(amounts.amounts) } },
    end: amounts.end,
  }
}

/**
 * The times and durations an utterance names, in the order they stand, none over another; offsets are UTF-16 of the text as given. English, Hindi,
 * Bengali, the last two in Latin letters as well. What could be either is yet to come, unless its verb says otherwise.
 */
export function findTimes(text: string, situation: Situation): Entity[] {
  const instant = situation.reference.getTime()
  const now = civilOf(instant, situation.zone)
  if (now === null || text.trim() === '') return []
  const reading = readingOf(text, situation.language, situation.country)
  const moment: Moment = { instant, zone: situation.zone, country: situation.country, now, past: false }
  const entities: Entity[] = []
  let day: Frame | null = null
  let row: Timed[] = []
  let dayEnd = 0
  for (let at = 0; at < reading.words.length; ) {
    if (day !== null && (at > dayEnd + 10 || /^(?:instead|or|ya|nahi|not|या|नहीं|বা|না|[.।!;])$/.test(reading.words[at]?.keys[0] ?? ''))) day = null
    const time: ReturnType<typeof timeAt> = isOpening(reading, at) ? timeAt(reading, at, moment, day, row.at(-1) ?? null) : null
    const found = time ?? (isOpening(reading, at) ? durationAt(reading, at) : null)
    if (found === null) at++
    else {
      at = found.end
      if (time === null) {
        entities.push(found.entity)
        continue
      }
      const last = row.at(-1)
      row = last !== undefined && isRow(reading, last.end, time.found.start) ? [...row.slice(-5), time] : [time]
      entities.push(time.entity)
      if (row.length > 1) entities.splice(-row.length, row.length, ...sharedRow(row, moment))
      day = time.frame
      dayEnd = at
    }
  }
  return entities
}
