import { currentLanguage } from './language.ts'

/** Latin digits and Indian grouping in all three languages, so that a column never mixes scripts. */
function locale(): string {
  return { en: 'en-IN', hi: 'hi-IN-u-nu-latn', bn: 'bn-IN-u-nu-latn' }[currentLanguage()] ?? 'en-IN'
}

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** A format of the language, made once: making one takes longer than all else in a row of a list. */
function once<F extends Intl.NumberFormat | Intl.DateTimeFormat>(kind: 'number' | 'date', options: object | undefined, make: () => F): F {
  const key = options ? `${kind} ${locale()} ${JSON.stringify(options)}` : `${kind} ${locale()}`
  const format = made.get(key) ?? make()
  made.set(key, format)
  return format as F
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once('date', options, () => new Intl.DateTimeFormat(locale(), options))
}

/** A number as people write it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return once('number', options, () => new Intl.NumberFormat(locale(), options)).format(value)
}

/** 0.87 → 87%. */
export function percent(value: number): string {
  return number(value, { style: 'percent', maximumFractionDigits: 0 })
}

/** 11:52. */
export function clock(moment: string | number | Date): string {
  return dates({ hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment))
}

/** 21 Nov 2026, 11:52; today only the time, this year without the year. */
export function moment(at: string | number | Date): string {
  const date = new Date(at)
  const now = new Date()
  if (date.toDateString() === now.toDateString()) return clock(date)
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return dates({ day: 'numeric', month: 'short', ...year, hour: '2-digit', minute: '2-digit', hour12: false }).format(date)
}

/** 21 November 2026 at 11:52:07, for tooltips and facts. */
export function fullMoment(at: string): string {
  return dates({ dateStyle: 'long', timeStyle: 'medium', hour12: false }).format(new Date(at))
}

/** Milliseconds as 2:41, or 1:02:41. */
export function length(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((it, i) => (i === 0 ? String(it) : String(it).padStart(2, '0'))).join(':')
}

/** Milliseconds as 640 ms or 1.2 s. */
export function wait(ms: number): string {
  return ms < 1000 ? `${number(Math.round(ms))} ms` : `${number(ms / 1000, { maximumFractionDigits: 1 })} s`
}

/** Days of the week by their own names, Sunday first, as the contract counts them. */
export function weekdays(): string[] {
  const format = dates({ weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2023, 0, 1 + day)))
}
