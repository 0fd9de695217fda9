import { type LanguageCode, meaningsOf } from '@myna/language'
import { type Entity, understand } from '@myna/understanding'

/** What texts name by number: all of it in digits, clock times without the half of the day, days as `2026-11-24`. */
export type Figures = { numbers: Set<string>; long: Set<string>; clocks: Set<string>; days: Set<string>; people: Set<string> }

export type FigureSituation = { reference: Date; zone: string; country: string; language: LanguageCode }

const noFigures = (): Figures => ({ numbers: new Set(), long: new Set(), clocks: new Set(), days: new Set(), people: new Set() })
/** Digits from here on are one number however they are grouped, as those of telephones are. */
const longFrom = 7
const dayMs = 86_400_000
/** Numbers told in words up to here count nothing: "one of them", "two questions". */
const fewestInWords = 3

/** Reads the figures of a text into `figures`. Numbers in words count as the same in digits. */
export function readFigures(text: string, situation: FigureSituation, figures: Figures = noFigures()): Figures {
  const plain = westernDigits(text).replace(/(?<=\d),(?=\d)/g, '')
  const rest = plain.replace(/\d(?:[ -]?\d)*/g, (run) => {
    const digits = run.replace(/\D/g, '')
    if (digits.length < longFrom) return run
    figures.long.add(digits)
    return ' '
  })
  for (const [run] of rest.matchAll(/\d+(?:\.\d+)?/g)) figures.numbers.add(plainNumber(run))
  for (const entity of understand(text, situation).entities) readEntity(entity, figures)
  return figures
}

function readEntity(entity: Entity, figures: Figures): void {
  const amount = (it: number | undefined) => it !== undefined && it > fewestInWords && figures.numbers.add(String(it))
  switch (entity.type) {
    case 'money':
      amount(entity.value.amount)
      amount(entity.value.to)
      return
    case 'number':
    case 'quantity':
      amount(entity.value.amount)
      return
    case 'phone':
      figures.long.add(entity.value.digits)
      return
    case 'person':
      figures.people.add(entity.value.name.toLowerCase())
      return
    case 'time':
      for (const moment of [entity.value.from, entity.value.to]) if (moment !== undefined) readMoment(moment, figures)
  }
}

function readMoment(moment: string, figures: Figures): void {
  figures.days.add(moment.slice(0, 10))
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(moment) ?? []
  if (hour !== undefined) figures.clocks.add(`${Number(hour) % 12}:${minute}`)
}

/** Whether every number, time, amount and person that a text names is among the evidence. Digits of a time may stand for it otherwise written. */
export function bearsOut(evidence: Figures, text: string, words: ReadonlySet<string>, situation: FigureSituation): boolean {
  const named = readFigures(text, situation)
  const longs = [...evidence.long]
  for (const it of named.long) if (!longs.some((known) => known === it || (it.length >= longFrom && (known.endsWith(it) || it.endsWith(known))))) return false
  for (const it of named.clocks) if (!evidence.clocks.has(it)) return false
  for (const it of named.days)
    if (!evidence.days.has(it) && !(situation.language !== 'en' && evidence.days.has(mirrored(it, situation.reference)))) return false
  for (const it of named.numbers) if (!evidence.numbers.has(it) && !isOfTime(it, evidence)) return false
  for (const name of named.people) if (!name.split(/\s+/).some((part) => words.has(part))) return false
  return true
}

/** The day as far on the other side of today: yesterday and tomorrow are one word in Hindi and Bengali, told apart by a tense that a report has not. */
function mirrored(day: string, reference: Date): string {
  const today = reference.toISOString().slice(0, 10)
  const apart = (Date.parse(day) - Date.parse(today)) / dayMs
  return Math.abs(apart) <= 2 ? new Date(Date.parse(today) - apart * dayMs).toISOString().slice(0, 10) : day
}

/** `16` of `16:00` for what was said as `4 pm`, `24` of a Tuesday that is the 24th. */
function isOfTime(number: string, { clocks, days }: Figures): boolean {
  const value = Number(number)
  for (const clock of clocks) {
    const [hour, minute] = clock.split(':').map(Number)
    if (value === minute || (value <= 24 && value % 12 === hour)) return true
  }
  for (const day of days) if (value === Number(day.slice(8)) || number === day.slice(0, 4)) return true
  return false
}

/** What texts are about: concepts and stems, whatever their wording. */
export const topicsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => meaningsOf(text.slice(0, 1_000))))

const plainNumber = (digits: string) => (digits.includes('.') ? String(Number(digits)) : digits.replace(/^0+(?=\d)/, ''))

const westernDigits = (text: string) => text.replace(/[०-९০-৯]/g, (digit) => String((digit.codePointAt(0) ?? 0) - (digit >= '০' ? 0x09e6 : 0x0966)))
