import type { Slot } from '@myna/contracts/dialogue'
import type { LanguageCode } from '@myna/language'
import type { Entity } from '@myna/understanding'
import type { Filling } from '#dialogue/fill-slots.ts'
import type { Heard } from '#dialogue/heard.ts'
import { plainValue } from '#dialogue/plain-value.ts'
import { showDay, showEntity } from '#dialogue/show-value.ts'
import type { Filled } from '#dialogue/state.ts'
import { sayOf } from '#dialogue/wording.ts'

type Time = Entity & { type: 'time' }

/** A span of more minutes than these that is named by words alone is a part of a day, not a time. */
const longestTime = 181

/** A time, joined with the day or the clock time said before where one of the two is new. A day or a part of it without a clock time is asked on. */
export function timeOf(slot: Slot, entity: Time, before: Filled | undefined, heard: Heard): Filling {
  const whole = joined(entity, before, heard)
  const { value } = whole
  const filled: Filled = { value: plainValue(whole), shown: showEntity(whole, heard.language), text: whole.text }
  if (!slot.future) return { filled }
  if (!isAhead(value.from, value.to, heard)) return { trouble: sayOf('timePast', heard.language) }
  if (!value.from.includes('T') || isPartOfDay(whole))
    return { trouble: sayOf('timeAndDay', heard.language, { day: showDay(value.from, heard.language) }), part: filled }
  return { filled }
}

/** What is still to be asked of a time that must lie ahead and has a day or a part of it only; nothing when it has a clock time. */
export function clockMissing(slot: Slot, filled: Filled | undefined, language: LanguageCode): string | undefined {
  if (!slot.future || slot.type !== 'time' || typeof filled?.value !== 'string') return undefined
  const [from = '', to] = filled.value.split('/')
  const entity: Time = { type: 'time', text: filled.text, start: 0, end: 0, value: { from, grain: 'hour', ...(to === undefined ? {} : { to }) } }
  return /^\d{4}-\d\d-\d\d/.test(from) && (!from.includes('T') || isPartOfDay(entity))
    ? sayOf('timeAndDay', language, { day: showDay(from, language) })
    : undefined
}

/** `in the evening`, `shaam ko`: hours that no figure bounds. */
function isPartOfDay({ text, value }: Time): boolean {
  if (value.to === undefined || /[\d०-९০-৯]/u.test(text)) return false
  return (Date.parse(`${value.to}Z`) - Date.parse(`${value.from}Z`)) / 60_000 > longestTime
}

function joined(entity: Time, before: Filled | undefined, heard: Heard): Time {
  const earlier = typeof before?.value === 'string' ? before.value : ''
  const [from = '', until = ''] = earlier.split('/')
  const [day, clock] = [from.slice(0, 10), /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(from)?.[1]]
  if (day === '') return entity
  if (!entity.value.from.includes('T')) {
    return clock === undefined || until !== '' || entity.value.grain !== 'day'
      ? entity
      : { ...entity, value: { from: `${entity.value.from}T${clock}`, grain: 'minute' } }
  }
  // A clock time alone merges with a day written before it into one time; one that names its own day does not.
  for (const written of [`${day} ${entity.text}`, `${day} at ${entity.text}`]) {
    const merged = heard.read(written)
    const only = merged.length === 1 ? merged[0] : undefined
    const isClock = only?.type === 'time' && only.start === 0 && only.value.from.startsWith(day) && only.value.from.slice(11) === entity.value.from.slice(11)
    if (isClock) return withinPart({ ...entity, value: only.value }, from, until)
  }
  return entity
}

/** A clock time of twelve hours falls into the part of the day said before: `9` after `at night` is 21:00. */
function withinPart(entity: Time, from: string, until: string): Time {
  if (until === '' || entity.value.to !== undefined || (entity.value.from >= from && entity.value.from < until)) return entity
  const other = `${entity.value.from.slice(0, 11)}${String((Number(entity.value.from.slice(11, 13)) + 12) % 24).padStart(2, '0')}${entity.value.from.slice(13)}`
  return other >= from && other < until ? { ...entity, value: { ...entity.value, from: other } } : entity
}

const counted = /(?<![\d০-৯])([\d০-৯]{1,2})(?:\s*টা(?:য়)?)?(?![\d০-৯\p{L}\p{M}])/u

/** `make it 10`, `১০টা`: a bare number as the hour of a day that is known, in the half of the day nearest to the hour before, or in the part of it that was named. */
export function bareHour(slot: Slot, before: Filled | undefined, asked: boolean, free: readonly Entity[], heard: Heard): Time | undefined {
  const earlier = typeof before?.value === 'string' ? before.value : ''
  const day = /^\d{4}-\d\d-\d\d/.exec(earlier)?.[0]
  const [known, until = ''] = [/T(\d\d):\d\d(?:$|\/)/.exec(earlier)?.[1], earlier.split('/')[1]]
  if (!slot.future || day === undefined || heard.text.trim().split(/\s+/).length > 10 || (known === undefined && !asked)) return undefined
  const numbers = free.filter((it) => it.type === 'number' || it.type === 'quantity')
  const [only] = numbers
  const found = counted.exec(heard.text)
  const amount =
    numbers.length === 1 && only?.type === 'number' ? only.value.amount : numbers.length === 0 && found ? Number(tidyDigits(found[1] ?? '')) : Number.NaN
  if (!Number.isInteger(amount) || amount < 1 || amount > 12) return undefined
  const near = until !== '' ? middleOf(earlier) : known === undefined ? 14 : Number(known)
  const hour = [amount % 12, (amount % 12) + 12].sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? amount
  const text = only?.text ?? found?.[0] ?? ''
  return { type: 'time', text, start: 0, end: text.length, value: { from: `${day}T${String(hour).padStart(2, '0')}:00`, grain: 'hour' } }
}

const tidyDigits = (text: string) => text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))

/** The hour in the middle of a span of one day. */
function middleOf(span: string): number {
  const [from = 0, to = 0] = span.split('/').map((it) => Date.parse(`${it}Z`))
  return new Date((from + to) / 2).getUTCHours()
}

/** Whether a local time lies ahead; of a day, whether it is today or later. */
function isAhead(from: string, to: string | undefined, heard: Heard): boolean {
  const now = localIso(heard.now, heard.zone)
  const last = to ?? from
  return last.includes('T') ? last > now : last >= now.slice(0, 10)
}

/** A moment as local ISO time to the minute. */
function localIso(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
