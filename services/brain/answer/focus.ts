import { readConcepts, tokensOf } from '@myna/language'
import { type Cell, cellsOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import type { Asks, Question } from '#answer/question.ts'
import { kindsOf } from '#answer/figure-fit.ts'
import { pricedLater } from '#answer/rank.ts'
import { findValues } from '#answer/values.ts'

/** The one cell of a row that a question is about: `Growth` of `Feature: Users; Starter: 1; Growth: 5`. */
export type Focus = { name: string; cells: Cell[] }

/** Concepts of the column that holds what a kind of question asks for. */
const columnsOf: Partial<Record<Asks, string[]>> = {
  price: ['price', 'money', 'rent'],
  date: ['day', 'date', 'time', 'hours', 'weekday'],
  hours: ['hours', 'time', 'day'],
  duration: ['duration', 'time'],
  phone: ['phone', 'contact'],
  address: ['address', 'area', 'branch', 'hospital', 'city'],
}

const headerConcepts = (header: string) =>
  readConcepts(
    tokensOf(header).map((it) => it.word),
    false,
  ).flatMap((it) => it.concepts)

/** The cells of a row under the headers a question names, or under the header that holds what it asks for; nothing when the question means the whole row. */
export function focusOf(question: Question, piece: Evidence): Focus | null {
  if (piece.kind !== 'row' || piece.list) return null
  const [first, ...rest] = cellsOf(piece.text)
  if (!first || rest.length < 2 || rest.some((cell) => cell.header === null)) return null
  if (isPriceList([first, ...rest])) return null
  const name = first.value
  const kinds = kindsOf[question.asks]?.filter((kind) => kind !== 'percent' && kind !== 'number')
  const priced = kinds?.length ? rest.filter((cell) => kinds.some((kind) => findValues(cell.value, kind).length > 0) || pricedLater.test(cell.value)) : rest
  const unit = wholeUnit.find(([asked]) => asked.test(question.text))?.[1]
  const whole = unit === undefined ? [] : priced.filter((cell) => unit.test(cell.header ?? ''))
  if (whole.length > 0 && whole.length < rest.length) return { name, cells: whole }
  const named = priced.filter((cell) => question.terms.some((term) => term.weight >= 0.35 && meetsText(term, cell.header ?? '') && !meetsText(term, name)))
  if (named.length > 0 && named.length < rest.length) return { name, cells: sharpest(question, named) }
  const paid = question.asks === 'number' && howDear.test(question.text) ? rest.filter((cell) => findValues(cell.value, 'money').length > 0) : []
  if (paid.length > 0 && paid.length < rest.length && named.length === 0) return { name, cells: paid }
  const sized = question.sized ? rest.filter((cell) => findValues(cell.value, 'measure').length > 0) : []
  if (sized.length > 0 && sized.length < rest.length) return { name, cells: sized }
  const wanted = columnsOf[question.asks] ?? []
  const held = rest.filter((cell) => headerConcepts(cell.header ?? '').some((id) => wanted.includes(id)))
  return held.length > 0 && held.length < rest.length ? { name, cells: held } : null
}

/** Whether the parts of a row are things with their prices, each of its own. */
export const isPriceList = (cells: readonly Cell[]): boolean => cells.length >= 3 && cells.every((cell) => findValues(cell.value, 'money').length > 0)

/** `How much is the stitching?` in Hindi asks the price without a word for it. */
const howDear = /कितन[ीाे] (?:है|हैं|होगी)|\bkitn[iae] (?:hai|hain|hogi)\b|কত\s?[?।]*$/iu

/** Of several headers the ones that meet most of what the question names: `Large 12 inch` rather than `Small 9 inch`. */
function sharpest(question: Question, cells: Cell[]): Cell[] {
  const met = cells.map((cell) => question.terms.reduce((sum, term) => sum + (meetsText(term, cell.header ?? '') ? term.weight : 0), 0))
  const most = Math.max(...met)
  return cells.filter((_, at) => (met[at] ?? 0) > most - 0.3)
}

/** Days that are a whole of another unit: seven of them are a week. */
const wholeUnit: [asked: RegExp, header: RegExp][] = [
  [/(?<![\d.,])(?:7|seven|सात|সাত|saat) (?:days?|दिन|दिनों|din|দিন)/i, /week|हफ्त|सप्ताह|সপ্তাহ/i],
  [/(?<![\d.,])(?:30|thirty|तीस|তিরিশ) (?:days?|दिन|दिनों|din|দিন)/i, /month|महीन|মাস/i],
  [/(?<![\d.,])(?:12|twelve|बारह|বারো) (?:months?|महीने|mahine|মাস)/i, /year|साल|বছর/i],
]

/** Whether a cell only says that something is not there: `No`, `–`, `Not included`. */
export const isNay = (value: string): boolean =>
  /^(?:no|nil|none|0|full|sold out|closed|n\/?a|not (?:included|available|offered)|[-–—✗✘×❌]|x|नहीं|না|নেই)\.?$/iu.test(value.trim())

/** Whether a cell only says that something is there: `Yes`, a tick. */
export const isYea = (value: string): boolean => /^(?:yes|included|available|[✓✔✅]|y|हाँ|हां|হ্যাঁ|আছে)\.?$/iu.test(value.trim())
