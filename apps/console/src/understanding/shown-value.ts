import type { Understanding } from '#api/shapes.ts'
import { number } from '#words/figures.ts'
import { currentLanguage } from '#words/language.ts'

type NamedThing = Understanding['entities'][number]
type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

const dayMs = 86_400_000
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** What a named thing stands for, as people write it; `wordOf` gives the words of levels and states. */
export function shownValue({ type, value, text }: NamedThing, wordOf: (kind: 'level' | 'stage', word: string) => string): string {
  const word = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined)
  const amount = typeof value['amount'] === 'number' ? value['amount'] : undefined
  switch (type) {
    case 'person':
    case 'company':
      return word('name') ?? text
    case 'phone':
      return word('e164') ?? word('digits') ?? text
    case 'email':
      return word('address') ?? text
    case 'money':
      return amount === undefined ? text : money(amount, value['to'], word('currency'))
    case 'quantity':
      return amount === undefined ? text : `${number(amount)} ${word('unit') ?? ''}`.trim()
    case 'number':
      return amount === undefined ? text : number(amount)
    case 'duration':
      return typeof value['seconds'] === 'number' ? duration(value['seconds']) : text
    case 'time':
      return word('from') ? time(word('from')!, word('to'), (word('grain') ?? 'minute') as Grain) : text
    case 'priority':
      return wordOf('level', word('level') ?? '') || text
    case 'status':
      return wordOf('stage', word('state') ?? '') || text
  }
}

function money(amount: number, to: unknown, currency: string | undefined): string {
  const style = currency ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 } as const) : {}
  const shown = (it: number) => number(it, { ...style, maximumFractionDigits: 2 })
  return typeof to === 'number' ? `${shown(amount)} – ${shown(to)}` : shown(amount)
}

function duration(seconds: number): string {
  let left = Math.round(seconds)
  const parts = units.flatMap(([unit, length]) => {
    const count = Math.floor(left / length)
    left -= count * length
    return count > 0 ? [number(count, { style: 'unit', unit, unitDisplay: 'long' })] : []
  })
  return parts.join(' ') || number(0, { style: 'unit', unit: 'second', unitDisplay: 'long' })
}

/** Local times without a zone: they are read and shown as if in UTC, so that nothing shifts. */
function time(from: string, to: string | undefined, grain: Grain): string {
  const read = (it: string) => new Date(it.includes('T') ? `${it}Z` : `${it}T00:00Z`)
  if (Number.isNaN(read(from).getTime())) return from
  const locale = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', bn: 'bn-IN-u-nu-latn' }[currentLanguage()] ?? 'en-IN'
  const clock = from.includes('T')
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(grain === 'year' ? {} : { month: 'short' }),
    ...(['year', 'month', 'quarter'].includes(grain) && !clock ? {} : { weekday: 'short', day: 'numeric' }),
    year: 'numeric',
    ...(clock && { hour: '2-digit', minute: '2-digit', hour12: false }),
  })
  if (!to || Number.isNaN(read(to).getTime())) return format.format(read(from))
  // A span does not include its end: of days, the last one is the day before.
  const end = to.includes('T') ? read(to) : new Date(read(to).getTime() - dayMs)
  return format.formatRange(read(from), end > read(from) ? end : read(from))
}
