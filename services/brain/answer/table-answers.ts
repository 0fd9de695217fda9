import { type Cell, cellsOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import { isNay, isYea } from '#answer/focus.ts'
import type { Question, Term } from '#answer/question.ts'
import { patterns } from '#answer/question-patterns.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import type { Said } from '#answer/said.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

/** A row of a table: its name, and what its other columns say. */
type Row = { entry: Ranked; name: Cell; cells: Cell[] }

const tableScore = 0.75
const most = 10

/** Says the question means the rows for which something does not hold. */
const turnedRound = /\b(?:don't|doesn't|do not|does not|without|isn't|aren't|not)\b|नहीं|बिना|\b(?:nahi|nahin|bina)\b|নেই|ছাড়া|ছাড়া/i

/** Answers which rows of a table a question means: all of them when it names what they are, those whose cells hold what it asks otherwise. */
export function answerTable(question: Question, ranked: readonly Ranked[]): Said | null {
  if (question.polar || question.extreme || !(patterns.which.test(question.text) || patterns.list.test(question.text))) return null
  const frame = frameOf(question)
  const terms = question.terms.filter((term) => !frame.has(term) && (term.weight >= 0.5 || term.kind === 'number'))
  if (terms.length === 0) return null
  for (const rows of tablesOf(ranked)) {
    const said = answerFrom(question, rows, terms)
    if (said) return said
  }
  return null
}

/** The tables among the evidence, the one nearest to the question first. */
function tablesOf(ranked: readonly Ranked[]): Row[][] {
  const tables = new Map<string, Row[]>()
  for (const entry of ranked) {
    const { piece } = entry
    const [name, ...cells] = cellsOf(piece.text)
    if (piece.kind !== 'row' || piece.list || !name?.header || cells.length === 0 || cells.some((cell) => cell.header === null)) continue
    const key = `${piece.item.url}|${piece.item.title.split('›').slice(0, -1).join('›')}|${name.header}`
    tables.set(key, [...(tables.get(key) ?? []), { entry, name, cells }])
  }
  return [...tables.values()].filter((rows) => rows.length >= 2)
}

function answerFrom(question: Question, rows: readonly Row[], terms: readonly Term[]): Said | null {
  const header = rows[0]?.name.header ?? ''
  const heading = rows[0]?.entry.piece.item.title.split('›').at(-2) ?? ''
  const kinds = terms.filter((term) => meetsText(term, header))
  const others = terms.filter((term) => !kinds.includes(term))
  if (kinds.length === 0 && !others.some((term) => meetsText(term, heading))) return null
  const deciding: Cell[] = []
  let kept = [...rows]
  for (const term of others) {
    const fits = kept.map((row) => cellFor(term, row, turnedRound.test(question.text)))
    if (fits.every((it) => it === null)) {
      if (term.weight >= 0.9 && !meetsText(term, heading) && !kept.every(({ cells }) => cells.some((cell) => meetsText(term, cell.header ?? '')))) return null
      continue
    }
    if (fits.every((it) => it !== null)) continue
    const [first] = fits.flatMap((it) => it ?? [])
    if (first) deciding.push(first)
    kept = kept.filter((_, at) => fits[at] !== null)
  }
  if (kept.length === 0 || (kept.length === rows.length && kinds.length === 0)) return null
  if (kept.length === rows.length && !patterns.list.test(question.text)) return null
  if (deciding.length > 0 && deciding.every((it) => kept.some(({ name }) => name === it))) return null
  const names = [...new Set(kept.map(({ name }) => name.value))].slice(0, most)
  const subject = joinList(names, question.language)
  const text =
    deciding.length > 0 && names.length < rows.length
      ? say('about', question.language, { subject, value: deciding.map((it) => `${it.header}: ${it.value}`).join(', ') })
      : say('have', question.language, { value: subject })
  return { text, pieces: kept.slice(0, most).map(({ entry }) => entry.piece), score: tableScore }
}

/** The cell by which a row holds what a term asks; null when it does not. */
function cellFor(term: Term, { name, cells }: Row, turned: boolean): Cell | null {
  if (term.kind === 'number') return cells.find((cell) => /age|years?|उम्र|বয়স/i.test(cell.header ?? '') && isWithin(Number(term.word), cell.value)) ?? null
  const column = cells.find((cell) => meetsText(term, cell.header ?? '') && (isNay(cell.value) || isYea(cell.value)))
  if (column) return isNay(column.value) === turned ? column : null
  if (meetsText(term, name.value)) return name
  return cells.find((cell) => meetsText(term, cell.value)) ?? null
}

/** Whether a number lies in `6–12`, `10 and above` or `under 8`. */
function isWithin(asked: number, text: string): boolean {
  const [from = NaN, to = NaN] = (text.match(/\d+/g) ?? []).map(Number)
  if (!Number.isNaN(to)) return asked >= from && asked <= to
  if (/above|over|older|\+|up(?:wards)?|onwards/i.test(text)) return asked >= from
  return /under|below|up to|younger/i.test(text) ? asked <= from : asked === from
}
