import { isDay24, isWorkday } from '#time/clock-cues.ts'
import { type Frame, hasDate, joinFrames } from '#time/frame.ts'
import { minuteAt, parseClock } from '#time/parse-clock.ts'
import { parseDate } from '#time/parse-date.ts'
import { parseNamed } from '#time/parse-named.ts'
import { parsePeriod } from '#time/parse-period.ts'
import { parseRelative } from '#time/parse-relative.ts'
import { find, type Found, isMark, type Reading, skip, skipGlue, standsAlone } from '#time/reading.ts'
import { zoneAt } from '#time/parse-zone.ts'

/** A time found in a text: the words it stands on, what they say, and of a span its end. `since` points to the past. */
export type FoundTime = { start: number; end: number; frame: Frame; until?: Frame; since: boolean }

type Options = { bare: boolean; inRange: boolean; depth: number }

const periodKeys = ['month', 'monthRel', 'weekRel', 'yearRel', 'year', 'quarter', 'quarterRel', 'weekend'] as const

/** Whether a frame by itself is a time, and not an everyday word. */
const isStrong = (frame: Frame): boolean =>
  frame.strong ||
  ((frame.edge ?? frame.nth ?? frame.portion) !== undefined && periodKeys.some((key) => frame[key] !== undefined)) ||
  (frame.season !== undefined && (frame.year ?? frame.yearRel) !== undefined) ||
  (frame.hour !== undefined && frame.part !== undefined)

const follows = (reading: Reading, at: number) => {
  if (reading.words[at - 1]?.keys[0] === 'to' && isMoved(reading, at)) return true
  const before = find(reading, at - 1, 'at')
  return before !== undefined && reading.words[at - 1]?.keys[0] !== 'of'
}

/** A number with nothing after it but a part of a day: `8 tonight`, `five in the evening`. */
function beforePart(reading: Reading, at: number): Found | null {
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 12) return null
  const minute = minuteAt(reading, at + number.length)
  const end = minute?.end ?? at + number.length
  const place = skipGlue(reading, end)
  const named = parseNamed(reading, place, null)
  const dated = named !== null && named.frame.part === undefined && (named.frame.day ?? named.frame.eitherDay ?? named.frame.weekday) !== undefined
  const later = dated ? parseNamed(reading, skipGlue(reading, named.end), null) : null
  const part =
    named !== null && later?.frame.part !== undefined ? { ...named, frame: { ...named.frame, part: later.frame.part, day: named.frame.day ?? 0 } } : named
  if (part?.frame.part === undefined || (place === end && part.frame.day === undefined)) return null
  return /^(?:for|-|and|,)$/.test(reading.words[place - 1]?.keys[0] ?? '')
    ? null
    : { frame: { hour: number.value, ...(minute === null ? {} : { minute: minute.value }), strong: false }, end }
}

/** Hour and minute in words after a day: `tomorrow ten thirty`. */
function spoken(reading: Reading, at: number, frame: Frame | null, options: Options): Found | null {
  const dated = frame !== null && (frame.day ?? frame.eitherDay ?? frame.weekday ?? frame.dayOfMonth) !== undefined
  const clock = dated && reading.number(at)?.named === true ? parseClock(reading, at, true, options.inRange) : null
  return clock?.frame.minute === undefined ? null : clock
}

/** The longest piece of a time at a word. */
function pieceAt(reading: Reading, at: number, frame: Frame | null, options: Options): Found | null {
  if (reading.words[at] === undefined) return null
  const bare = options.bare || frame?.part !== undefined || follows(reading, at)
  const base = (place: number) => (options.depth > 1 ? null : parseChunk(reading, place, { bare: false, inRange: false, depth: options.depth + 1 }))
  const clock = frame?.hour === undefined ? (parseClock(reading, at, bare, options.inRange) ?? spoken(reading, at, frame, options)) : null
  const before = clock === null && frame?.hour === undefined ? beforePart(reading, at) : null
  let best: Found | null =
    clock === null || clock.frame.strong || !follows(reading, at) ? (clock ?? before) : { ...clock, frame: { ...clock.frame, strong: true } }
  const others = [
    parsePeriod(reading, at),
    parseDate(reading, at),
    parseNamed(reading, at, frame),
    frame === null ? parseRelative(reading, at, null, base) : null,
  ]
  for (const other of others)
    if (other !== null && (best === null || other.end > best.end || (other.end === best.end && other.frame.strong && !best.frame.strong))) best = other
  return best
}

/** A distance after the time it counts from, which `ke`, `से` or a Bengali ending says: `Christmas ke 3 din baad`, `বড়দিনের দুই দিন আগে`. */
function countedFrom(reading: Reading, end: number, glued: number, frame: Frame): Found | null {
  const joined = skip(reading, end, 'gen')
  const last = reading.words[end - 1]
  const inflected = last !== undefined && /\u09b0$|er$/i.test(reading.text.slice(last.start, last.end))
  for (const place of new Set([joined, glued])) {
    if (place === end && !inflected) continue
    if (place > end && find(reading, place - 1, 'gen') === undefined) continue
    const counted = parseRelative(reading, place, frame, () => null)
    if (counted !== null) return counted
  }
  return null
}

/** All pieces in a row that say one time, with small words between. */
export function parseChunk(reading: Reading, at: number, options: Options): Found | null {
  let frame: Frame | null = null
  let end = at
  for (let pieces = 0; pieces < 8; pieces++) {
    const glued: number = frame === null ? at : skipGlue(reading, end)
    const known = frame as Frame | null
    const counted: Found | null = known?.strong === true ? countedFrom(reading, end, glued, known) : null
    if (counted !== null) {
      frame = counted.frame
      end = counted.end
      continue
    }
    let joined: Frame | null = null
    for (const place of glued > end && frame !== null ? [end, glued] : [glued]) {
      const piece = pieceAt(reading, place, frame, options)
      if (piece === null || (frame !== null && (startsSpan(reading, piece, frame, place) || isEnd(reading, end, place, frame, piece.frame)))) continue
      joined = frame === null ? piece.frame : joinFrames(frame, piece.frame)
      if (joined === null) continue
      end = piece.end
      break
    }
    if (joined === null) break
    frame = joined
    const zone: ReturnType<typeof zoneAt> = frame.hour === undefined || frame.zone !== undefined ? null : zoneAt(reading, end)
    if (zone === null) continue
    frame = { ...frame, zone: zone.zone, strong: true }
    end = zone.end
  }
  return frame === null ? null : { frame, end }
}

/** `today until Sunday`: a day after such a word ends a span. */
function isEnd(reading: Reading, from: number, to: number, frame: Frame, piece: Frame): boolean {
  if ((frame.day ?? frame.weekday ?? frame.dayOfMonth ?? frame.eitherDay) === undefined || (piece.weekday ?? piece.dayOfMonth ?? piece.day) === undefined)
    return false
  for (let at = from; at < to; at++) if (/^(?:until|untill|till|til)$/.test(reading.words[at]?.keys[0] ?? '')) return true
  return false
}

/** A number that begins a span is no piece of what stands before it: `Dec 1 - 5`, `kal 3 se 5 baje`. */
const startsSpan = (reading: Reading, piece: Found, frame: Frame, place: number): boolean =>
  piece.frame.hour !== undefined &&
  hasDate(frame) &&
  sepAt(reading, piece.end, false) !== null &&
  reading.number(place) !== null &&
  piece.end - place <= 2 &&
  spanFrom(reading, place, frame, false) !== null

/** Where the word between the ends of a span ends: `to`, `-`, `से`, `থেকে`, after `between` also `and`. */
function sepAt(reading: Reading, at: number, between: boolean): number | null {
  const sep = find(reading, at, 'sep')
  if (sep !== undefined) return at + sep.length
  const joined = find(reading, at, 'and-sep') ?? find(reading, at, 'and')
  if (joined === undefined) return null
  if (between) return at + joined.length
  for (let i = 1; i < 7; i++) if (find(reading, at + i, 'between-end') !== undefined && find(reading, at, 'and-sep') !== undefined) return at + joined.length
  return null
}

/** `5 on Monday` at the end of `9 to 5 on Monday`. */
function hourBeforeDay(reading: Reading, at: number, alone: boolean): Found | null {
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 12) return null
  const place = skipGlue(reading, at + number.length)
  const day = alone ? parseNamed(reading, place, null) : parseChunk(reading, place, { bare: false, inRange: true, depth: 2 })
  if (day === null || (day.frame.weekday ?? day.frame.day ?? day.frame.eitherDay) === undefined || day.frame.hour !== undefined) return null
  const frame = joinFrames({ hour: number.value, strong: true }, day.frame)
  return frame === null ? null : { frame, end: day.end }
}

/** After the end of a span, words that bound it: `11 se 12 ke beech`, `3 থেকে 5 পর্যন্ত`. */
function isBound(reading: Reading, at: number): boolean {
  const number = at + (reading.number(at)?.length ?? 0)
  const end = number > at ? skip(reading, number, 'gen') : at
  return end > at && (find(reading, end, 'between-end') !== undefined || find(reading, end, 'till') !== undefined)
}

type Span = { frame: Frame; until: Frame; end: number }

/** The number after a span's sign, of the kind its beginning is: `9:30 - 11`, `Dec 1 - 5`. */
function likeBegin(reading: Reading, at: number, begin: Frame): Found | null {
  const number = reading.number(at)
  if (number === null || !Number.isInteger(number.value)) return null
  const end = at + number.length
  if (!standsAlone(reading, end) && find(reading, end, 'till') === undefined && reading.words[end]?.digits === '') return null
  if (begin.hour !== undefined && number.value >= 1 && number.value <= 24) return { frame: { hour: number.value, strong: false }, end }
  if (begin.dayOfMonth !== undefined && begin.hour === undefined && number.value >= 1 && number.value <= 31) {
    const suffix = find(reading, end, 'ordinal-end') ?? find(reading, end, 'date-word')
    return { frame: { dayOfMonth: number.value, strong: false }, end: end + (suffix?.length ?? 0) }
  }
  return begin.year !== undefined && begin.month === undefined && number.value >= 1900 && number.value < 2200
    ? { frame: { year: number.value, strong: false }, end }
    : null
}

/** A span that begins with a bare number: `3 to 5 pm`, `13-15 July`, `9 से 11 बजे`, `from 3 to 5`. */
function spanFrom(reading: Reading, at: number, context: Frame | null, open: boolean): Span | null {
  const clock = parseClock(reading, at, true, true)
  const number = reading.number(at)
  const ordinal = find(reading, at + (number?.length ?? 0), 'ordinal-end')
  const start = clock !== null ? clock.end : number === null ? -1 : at + number.length + (ordinal?.length ?? 0)
  const oneDay = (context?.day ?? context?.eitherDay ?? context?.weekday) !== undefined
  const day24 = isDay24(reading, at) || isWorkday(reading, at)
  const places = number === null ? [start] : [start, at + number.length + (ordinal?.length ?? 0)]
  for (const place of places) {
    const sep = place < 0 ? null : sepAt(reading, place, open)
    if (sep === null) continue
    const from = open || isBound(reading, sep)
    const until =
      parseChunk(reading, isMark(reading, sep, 'the') ? sep + 1 : sep, {
        bare: from || context?.part !== undefined || oneDay || day24,
        inRange: true,
        depth: 2,
      }) ?? hourBeforeDay(reading, sep, false)
    const sure =
      until !== null &&
      (((oneDay || day24) && until.frame.hour !== undefined) ||
        until.frame.strong ||
        from ||
        context?.part !== undefined ||
        find(reading, until.end, 'till') !== undefined)
    let begin: Frame | null = null
    if (until?.frame.hour !== undefined && sure)
      begin = clock !== null && clock.end === place ? clock.frame : number !== null && number.value <= 24 ? { hour: number.value, strong: false } : null
    else if (until?.frame.dayOfMonth !== undefined && number !== null && number.value >= 1 && number.value <= 31 && Number.isInteger(number.value))
      begin = { dayOfMonth: number.value, strong: true }
    else if (until?.frame.year !== undefined && number !== null && number.value >= 1900 && number.value < 2200 && from)
      begin = { year: number.value, strong: true }
    if (begin === null || until === null) {
      const later = clock !== null && (from || context?.part !== undefined || clock.frame.strong) ? likeBegin(reading, sep, clock.frame) : null
      if (later === null || clock === null) continue
      const joined = context === null ? clock.frame : joinFrames(context, clock.frame)
      if (joined !== null) return { frame: { ...joined, strong: true }, until: later.frame, end: later.end }
      continue
    }
    const joined = context === null ? begin : joinFrames(context, begin)
    if (joined !== null) return { frame: { ...joined, strong: true }, until: until.frame, end: until.end }
  }
  return null
}

const endsSpan = (begin: Frame, end: Frame): boolean =>
  end.now === undefined &&
  end.shift === undefined &&
  end.span === undefined &&
  (begin.hour !== undefined || begin.part !== undefined ? end.hour !== undefined || end.part !== undefined || hasDate(end) : hasDate(end))

/** `move it from Monday to Friday` names two days, no span. */
function isMoved(reading: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 10; i--)
    if (/^(?:mov|shift|chang|resched|slid|postpon|prepon|swap|push|bring)/.test(reading.words[i]?.keys[0] ?? '')) return true
  return false
}

/** The time that begins at a word, or null. */
export function parseTime(reading: Reading, at: number): FoundTime | null {
  const since = find(reading, at, 'since')
  const from = find(reading, at, 'from')
  const between = find(reading, at, 'between') !== undefined
  const start = at + (since?.length ?? from?.length ?? 0)
  const open = isMark(reading, start, 'the') && start > at ? start + 1 : start
  const number = reading.number(open)
  const toward = number === null || from !== undefined ? null : parseClock(reading, open, false, false)
  const isToward =
    toward?.frame.minute !== undefined && number !== null && sepAt(reading, open + number.length, false) !== null && toward.end > open + number.length + 1
  const moves = !between && reading.words[at - 1]?.keys[0] !== 'to' && (from !== undefined || number !== null) && isMoved(reading, at)
  const spanned = number === null || isToward || moves ? null : spanFrom(reading, open, null, from !== undefined)
  if (spanned !== null) return { start: at, end: spanned.end, frame: spanned.frame, until: spanned.until, since: false }
  const opened = from === undefined || number === null ? null : hourBeforeDay(reading, open, true)
  const chunk = opened ?? parseChunk(reading, open, { bare: moves && from !== undefined, inRange: from !== undefined, depth: 0 })
  if (chunk === null) return null
  if (moves)
    return isStrong(chunk.frame) || (from !== undefined && chunk.frame.hour !== undefined)
      ? { start: at, end: chunk.end, frame: chunk.frame, since: false }
      : null
  const context = skipGlue(reading, chunk.end)
  for (const place of context > chunk.end ? [chunk.end, context] : [chunk.end]) {
    const inner = find(reading, place, 'from')
    const begin = place + (inner?.length ?? 0)
    const later = chunk.frame.hour !== undefined || reading.number(begin) === null ? null : spanFrom(reading, begin, chunk.frame, inner !== undefined)
    if (later !== null) return { start: at, end: later.end, frame: later.frame, until: later.until, since: false }
    if (inner === undefined || chunk.frame.hour !== undefined) continue
    const clock = parseChunk(reading, begin, { bare: true, inRange: true, depth: 1 })
    const joined = clock?.frame.hour === undefined ? null : joinFrames(chunk.frame, clock.frame)
    if (clock !== null && joined !== null) return spanOrTime(reading, at, { frame: joined, end: clock.end }, between || inner !== undefined, false)
  }
  return spanOrTime(reading, at, chunk, between, since !== undefined)
}

function spanOrTime(reading: Reading, at: number, chunk: Found, between: boolean, since: boolean): FoundTime | null {
  const sep = since || chunk.frame.shift !== undefined || chunk.frame.span !== undefined ? null : sepAt(reading, chunk.end, between)
  if (sep !== null) {
    const place = isMark(reading, sep, 'the') || find(reading, sep, 'on') !== undefined ? sep + 1 : sep
    const later = parseChunk(reading, place, { bare: chunk.frame.hour !== undefined && (between || chunk.frame.part !== undefined), inRange: true, depth: 2 })
    const until = later !== null && endsSpan(chunk.frame, later.frame) ? later : likeBegin(reading, place, chunk.frame)
    if (until !== null && (isStrong(chunk.frame) || isStrong(until.frame)))
      return { start: at, end: until.end, frame: chunk.frame, until: until.frame, since: false }
    if (chunk.frame.hour !== undefined && !hasDate(chunk.frame) && chunk.end - at === 1 && reading.number(sep) !== null) return null
  }
  return isStrong(chunk.frame) ? { start: at, end: chunk.end, frame: chunk.frame, since } : null
}
