import { cellsOf, subjectOf } from '#answer/cells.ts'
import { contradictionOf } from '#answer/contradiction.ts'
import { meetsText } from '#answer/coverage.ts'
import { type Evidence, isList } from '#answer/evidence.ts'
import type { Question } from '#answer/question.ts'
import { patterns } from '#answer/question-patterns.ts'
import { isFigureOf, kindsOf } from '#answer/figure-fit.ts'
import { speaksOfEnough } from '#answer/leniency.ts'
import { focusOf, isPriceList } from '#answer/focus.ts'
import { frameOf, pricedLater, type Ranked } from '#answer/rank.ts'
import { quoteIn, type Said, sentenceOf } from '#answer/said.ts'
import { focusText, passageText } from '#answer/passage-answers.ts'
import { findValues, type ValueKind } from '#answer/values.ts'
import { weights } from '#answer/weights.ts'
import { say } from '#answer/wording/sentences.ts'

/** Score of an answer that gives both sides of a contradiction. */
const contradicted = 0.7

/** Answers with a price, a share, a time span, a date or a number, taken from the row or sentence that is about the thing asked for. */
export function answerValue(question: Question, ranked: readonly Ranked[]): Said | null {
  const { asks } = question
  const usable = ranked.filter(
    (entry) =>
      entry.shaped &&
      standsAlone(entry) &&
      !(asks === 'number' && isOfRow(question, entry.piece)) &&
      (entry.piece.item.label !== 'years_in_business' || question.concepts.has('experience') || question.concepts.has('found')) &&
      !((asks === 'number' || asks === 'price' || asks === 'percent') && !speaksOfEnough(question, entry.coverage)) &&
      !entry.coverage.missing.some((term) => term.kind === 'name' || term.kind === 'number') &&
      entry.score >= weights.least - 0.08 &&
      isFigureOf(question, entry.piece) &&
      !(asks === 'price' && isPolicyOnly(entry.piece, question)),
  )
  const first = usable[0]
  if (!first || first.score < weights.least) return null
  if (question.extreme && (asks === 'price' || asks === 'number') && !extremeWords[question.extreme].test(first.piece.text)) {
    const extreme = extremeOf(question, usable)
    if (extreme) return extreme
  }
  const contradiction = contradictionOf(question, first, usable)
  if (contradiction) {
    const { one, other } = contradiction
    return { text: say('disagree', question.language, { value: one.value, other: other.value }), pieces: [one.piece, other.piece], score: contradicted }
  }
  const row = first.piece.kind === 'row' || first.piece.kind === 'fact' ? rowAnswer(question, first) : null
  return { text: row ?? quoteIn(question.language, clipped(question, first, ranked)), pieces: [first.piece], score: first.score }
}

/** The sentence with the value; of several clauses with values the one that speaks of the thing asked, if there is just one. */
function clipped(question: Question, entry: Ranked, ranked: readonly Ranked[]): string {
  const kinds = kindsOf[question.asks] ?? []
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.5)
  const whole = entry.piece.kind === 'sentence' && entry.coverage.ownShare >= 0.6 && !/^(?:it|this|that|they|these)\b/i.test(entry.piece.text)
  if (question.asks === 'number') return whole ? sentenceOf(entry.piece.text) : passageText(question, entry, ranked)
  const clauses = entry.piece.text.split(/;\s|,\s(?!\d{3}\b)|\s(?:and|but|और|এবং|ও)\s/)
  const holding = clauses.filter((clause) => kinds.some((kind) => findValues(clause, kind).length > 0))
  const names = topical.filter((term) => term.kind === 'name')
  const named = names.length > 0 ? holding.filter((clause) => names.every((term) => meetsText(term, clause))) : []
  if (holding.length > 1 && named.length === 1 && named[0] && named[0].split(/\s+/).length >= 4 && question.asks === 'price')
    return sentenceOf(named[0].slice(0, 1).toUpperCase() + named[0].slice(1))
  const about = holding.filter((clause) => topical.length > 0 && topical.every((term) => meetsText(term, clause)))
  if (holding.length > 1 && about.length === 1 && about[0] && about[0].split(/\s+/).length >= 4)
    return sentenceOf(about[0].slice(0, 1).toUpperCase() + about[0].slice(1))
  return whole ? sentenceOf(entry.piece.text) : passageText(question, entry, ranked)
}

/** `How many rooms?` is not answered by a figure of one room: what is counted must not be the name of the row alone. */
function isOfRow(question: Question, piece: Evidence): boolean {
  const [first, ...rest] = cellsOf(piece.text)
  if (
    question.sized ||
    !patterns.howMany.test(question.text) ||
    piece.kind !== 'row' ||
    piece.list ||
    !first ||
    rest.length < 2 ||
    rest.some((cell) => cell.header === null)
  )
    return false
  const topical = question.terms.filter((term) => term.weight >= 0.9)
  const named = (cell: { header: string | null }) => question.terms.some((term) => term.weight >= 0.3 && meetsText(term, cell.header ?? ''))
  return (
    topical.length > 0 &&
    !rest.some(named) &&
    topical.every((term) => meetsText(term, `${first.header ?? ''} ${first.value}`) && !rest.some((cell) => meetsText(term, `${cell.header} ${cell.value}`)))
  )
}

/** A figure answers only what its own row, entry or fact is about; in running text the sentences around may say what it is about. */
function standsAlone({ piece, coverage }: Ranked): boolean {
  if ((piece.list && piece.item.kind !== 'row') || isPriceList(cellsOf(piece.text))) return false
  return coverage.beside.length === 0 || (piece.kind === 'sentence' && !isList(piece.siblings))
}

const extremeWords = {
  most: /\bmax(?:imum)?\b|largest|biggest|highest|most|longest|up to|अधिकतम|সর্বোচ্চ/i,
  least: /\bmin(?:imum)?\b|smallest|lowest|least|cheapest|start(?:s|ing)? (?:at|from)|\bless than\b|न्यूनतम|সর্বনিম্ন|ন্যূনতম/i,
}

/** A price row says the price; only its cells that hold one are said, and of several those the question names. */
function rowAnswer(question: Question, entry: Ranked): string | null {
  const focus = focusOf(question, entry.piece)
  if (focus) return focusText(question, focus)
  const kinds = kindsOf[question.asks] ?? []
  const cells = cellsOf(entry.piece.text).filter(
    (cell) => kinds.some((kind) => findValues(cell.value, kind).length > 0) || (question.asks === 'price' && /\bfree\b/i.test(cell.value)),
  )
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term))
  const named = cells.filter((cell) => cell.header !== null && topical.some((term) => meetsText(term, cell.header ?? '')))
  const met = cells.map((cell) => topical.filter((term) => meetsText(term, `${cell.header ?? ''} ${cell.value}`)).length)
  const most = Math.max(0, ...met)
  const few = cells.filter((_, at) => met[at] === most)
  const asked =
    most > 0 && few.length < cells.length
      ? few
      : named.length > 0 && named.length < cells.length
        ? named
        : question.asks === 'price' && cells.length > 1
          ? cells.filter((cell) => findValues(cell.value, 'money').length > 0)
          : cells
  if (entry.piece.kind === 'fact') return factAnswer(question, entry.piece)
  const subject = subjectOf(entry.piece)
  const value = asked
    .map((cell) => (cell.header !== null && (asked.length > 1 || named.length > 0) && cell.header !== subject ? `${cell.header} ${cell.value}` : cell.value))
    .join(', ')
  if (value === '' || value.length > 160) return null
  if (entry.piece.text.length <= 60 && /[.!?।]$/.test(entry.piece.text)) return null
  const priced = question.asks === 'price' && /^(?:our )?(?:price|rate|fee|cost|charge|tariff)s?(?: list| chart)?$/i.test(subject) ? pricedThing(value) : null
  if (priced) return say('price', question.language, priced)
  if (question.asks === 'price' && subject !== '' && !value.toLowerCase().includes(subject.toLowerCase()) && !/free|contact|call/i.test(value))
    return say('price', question.language, { subject, value })
  return subject !== '' && !value.toLowerCase().includes(subject.toLowerCase())
    ? say('about', question.language, { subject, value })
    : quoteIn(question.language, value)
}

/** `Teeth whitening ₹4,500` under a heading that only says it is a price. */
function pricedThing(text: string): { subject: string; value: string } | null {
  const [money, ...others] = findValues(text, 'money')
  if (!money || others.length > 0) return null
  const subject = text
    .slice(0, money.start)
    .replace(/^(?:price|rate|fee)s?\s*:?\s+/i, '')
    .replace(/[\s:–—=.-]+$/, '')
    .trim()
  return /\p{L}{2}/u.test(subject) && subject.length <= 60 ? { subject, value: text.slice(money.start).trim() } : null
}

/** A fact such as `Gold facial: ₹1,800` names its own subject; one that is a sentence is said as it is. */
function factAnswer(question: Question, piece: Evidence): string | null {
  const match = /^(.{2,80}?):\s+(.{1,60})$/s.exec(piece.text.replace(/[.।]$/, ''))
  const [, subject = '', value = ''] = match ?? []
  if (subject === '' || /[.!?।]\s/.test(subject)) return null
  return say(question.asks === 'price' && value.length <= 30 ? 'price' : 'about', question.language, { subject, value })
}

function extremeOf(question: Question, usable: readonly Ranked[]): Said | null {
  const kind: ValueKind = question.asks === 'price' ? 'money' : 'number'
  const sign = question.extreme === 'most' ? 1 : -1
  const top = usable[0]?.score ?? 0
  const family = (entry: Ranked) => entry.piece.item.title.split('›').slice(0, -1).join('›')
  const priced = usable.filter((it) => findValues(it.piece.text, kind).length > 0)
  const home = priced.find(
    (it) => it.piece.kind === 'row' && family(it) !== '' && priced.some((other) => other !== it && other.piece.kind === 'row' && family(other) === family(it)),
  )
  const pool = home && home.score > top - 0.15 ? priced.filter((it) => it.piece.kind === 'row' && family(it) === family(home)) : priced
  const entries = pool
    .filter((it) => it.score > top - 0.2)
    .flatMap((entry) => {
      const amounts = findValues(entry.piece.text, kind)
        .flatMap((it) => (it.amount === null ? [] : [it.amount]))
        .concat(kind === 'number' ? slashNumbers(entry.piece.text) : [])
      return amounts.length > 0 ? [{ entry, amount: sign * Math.max(...amounts.map((it) => sign * it)) }] : []
    })
  const best = entries.sort((a, b) => sign * (b.amount - a.amount) || b.entry.score - a.entry.score)[0]
  if (!best || best.entry.score < weights.least - 0.05) return null
  const { piece } = best.entry
  const text =
    cellsOf(piece.text).length > 0 && piece.kind !== 'sentence'
      ? (rowAnswer(question, best.entry) ?? quoteIn(question.language, piece.text))
      : quoteIn(question.language, piece.text)
  return { text, pieces: [piece], score: best.entry.score }
}

const slashNumbers = (text: string) => [...text.matchAll(/\d+(?=\s?[/-])|(?<=\/)\d+/g)].map((match) => Number(match[0]))

/** A share without any money answers "how much" only where a fee, a discount or a tax is asked for. */
function isPolicyOnly(piece: Evidence, question: Question): boolean {
  if (findValues(piece.text, 'money').length > 0 || pricedLater.test(piece.text)) return false
  const free = /\bfree\b|complimentary|no charge|no cost|मुफ्त|निशुल्क|বিনামূল্যে/i.test(piece.text)
  const shares =
    question.concepts.has('deposit') ||
    /fee|charge|penalt|discount|tax|gst|interest|commission|deposit|advance|surcharge/i.test(question.text) ||
    /शुल्क|छूट|चार्ज|ফি|ছাড়|চার্জ/.test(question.text)
  return !free && !shares
}
