import { cellsOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import { type Evidence, isList } from '#answer/evidence.ts'
import type { Question, Term } from '#answer/question.ts'
import type { Ranked } from '#answer/rank.ts'
import { quoteIn, type Said } from '#answer/said.ts'
import { findValues } from '#answer/values.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

/** One thing among its like, with the figure by which they are compared. */
type Rival = { name: string; figure: string; amount: number; unit: string; piece: Evidence }

const tellingScore = 0.8

/** Answers which of several things has the most or the least of what is asked: of the columns of a row, or of rows and cards under one heading. */
export function answerExtreme(question: Question, ranked: readonly Ranked[]): Said | null {
  if (!question.extreme || !choosing.test(question.text)) return null
  const best = rivalsOf(question, ranked)
  if (best.length < 2) return null
  if (!eitherOr.test(question.text) && isAboutOne(question, best)) return null
  const sign = question.extreme === 'most' ? 1 : -1
  const named = !eitherOr.test(question.text)
    ? []
    : best.filter((rival) => topicalOf(question).some((term) => (term.kind === 'name' || term.weight >= 0.9) && meetsText(term, rival.name)))
  const pool = named.length >= 2 && named.length < best.length ? named : best
  const top = Math.max(...pool.map((it) => sign * it.amount))
  const winners = pool.filter((it) => sign * it.amount === top)
  const first = winners[0]
  if (!first || winners.length === pool.length) return null
  return {
    text: say('about', question.language, {
      subject: joinList(
        winners.map((it) => it.name),
        question.language,
      ),
      value: first.figure,
    }),
    pieces: [...new Set(winners.map((it) => it.piece))],
    score: tellingScore,
  }
}

/** Answers how two things differ by saying the same of both. */
export function answerDifference(question: Question, ranked: readonly Ranked[]): Said | null {
  if (!differing.test(question.text)) return null
  const terms = topicalOf(question)
  for (const { piece } of ranked.slice(0, 12)) {
    const [first, ...rest] = cellsOf(piece.text)
    if (piece.kind !== 'row' || piece.list || !first || rest.length < 2) continue
    const named = rest.filter(
      (cell) => cell.header !== null && terms.some((term) => term.weight > 0.5 && meetsText(term, cell.header ?? '') && !meetsText(term, first.value)),
    )
    if (named.length !== 2) continue
    const family = ranked.filter((it) => it.piece.kind === 'row' && parentOf(it.piece) === parentOf(piece) && cellsOf(it.piece.text).length === rest.length + 1)
    const attributes = terms.filter((term) => !named.some((cell) => meetsText(term, cell.header ?? '')))
    const asked = family.filter((it) => attributes.some((term) => meetsText(term, cellsOf(it.piece.text)[0]?.value ?? '')))
    const rows = (asked.length > 0 ? asked : family).slice(0, 6)
    const text = rows.map(({ piece: row }) => {
      const cells = cellsOf(row.text)
      return `${cells[0]?.value}: ${cells
        .filter((cell) => named.some((it) => it.header === cell.header))
        .map((cell) => `${cell.header} ${cell.value}`)
        .join(', ')}`
    })
    return { text: quoteIn(question.language, text.join('; ')), pieces: rows.map((it) => it.piece), score: tellingScore }
  }
  const rows: Ranked[] = []
  for (const entry of ranked.slice(0, 20)) {
    const { piece } = entry
    if ((piece.kind !== 'row' && piece.kind !== 'sentence') || rows.some((it) => it.piece.subject === piece.subject)) continue
    if (piece.kind === 'sentence' && piece.siblings.length > 1) continue
    if (terms.some((term) => meetsText(term, piece.subject) && !rows.some((it) => meetsText(term, it.piece.subject)))) rows.push(entry)
  }
  const [one, other] = rows
  if (!one || !other || parentOf(one.piece) !== parentOf(other.piece)) return null
  const told = [one, other].map(({ piece }) =>
    piece.text.toLowerCase().startsWith(piece.subject.toLowerCase()) ? piece.text : `${piece.subject}: ${piece.text}`,
  )
  return { text: told.map((it) => quoteIn(question.language, it)).join(' '), pieces: [one.piece, other.piece], score: tellingScore }
}

const differing = /\bdiffer(?:ence|s|ent)?\b|\bcompare\b|\bversus\b|\bvs\b|अंतर|फर्क|फ़र्क|\bantar\b|\bfark\b|\bfarq\b|পার্থক্য|তফাত|তফাৎ/i
/** Asks for one of several, not for a figure: `which`, `what is the cheapest …`, `the largest room`. */
const choosing =
  /\b(?:which|who|what|what's|cheapest|largest|biggest|smallest|heaviest|longest|shortest|highest|lowest|fastest|most|least)\b|कौन|किस|सबसे|\bkaun|\bkis|\bsabse\b|কোন|সবচেয়ে|সবচেয়ে/i

/** A question that names one of the things asks for its own figure: `the maximum head of the VP-80`. */
const isAboutOne = (question: Question, rivals: readonly Rival[]) =>
  question.terms.some((term) => {
    const met = term.kind === 'name' || term.kind === 'number' ? rivals.filter((rival) => meetsText(term, rival.name)).length : 0
    return met > 0 && met < rivals.length
  })

/** Names the things to choose from. */
const eitherOr = /\b(?:or|between|versus|vs|than|ya|aur)\b|(?:^|\s)(?:या|और|से|না|ও|আর|নাকি)(?=\s)/i
const topicalOf = (question: Question): Term[] => question.terms.filter((term) => term.weight >= 0.35)
const parentOf = (piece: Evidence) => `${piece.item.url}|${piece.item.title.split('›').slice(0, -1).join('›')}`

/** An entry of a plain list: `Fish thali – ₹250`. */
const isEntry = (piece: Evidence) => piece.kind === 'sentence' && piece.item.kind === 'passage' && isList(piece.siblings)

/** Cards and rows stand together under a heading; an attribute of each of several things under the heading of all. */
function familyOf(piece: Evidence): string {
  if (isEntry(piece)) return piece.item.id
  const cells = cellsOf(piece.text)
  if (cells.length !== 1 || !cells[0]?.header) return parentOf(piece)
  return `${piece.item.url}|${piece.item.title.split('›').slice(0, -2).join('›')}|${piece.subject}`
}

/** The things compared: columns of the row about the attribute asked for, else rows and cards of the family nearest to the question. */
function rivalsOf(question: Question, ranked: readonly Ranked[]): Rival[] {
  const terms = topicalOf(question)
  const priced = question.asks === 'price' || question.concepts.has('expensive') || question.concepts.has('cheap')
  for (const { piece } of ranked) {
    const [first, ...rest] = cellsOf(piece.text)
    if (piece.kind !== 'row' || piece.list || !first || rest.length < 2 || rest.some((cell) => cell.header === null)) continue
    const about = priced ? priceName.test(first.value) : terms.some((term) => meetsText(term, first.value)) && !isEntity(question, piece)
    if (!about) continue
    const rivals = rest.flatMap((cell) => rivalOf(cell.header ?? '', cell.value, piece, priced))
    if (sameUnit(rivals)) return rivals
  }
  const families = new Map<string, Ranked[]>()
  for (const entry of ranked) {
    const listed = isEntry(entry.piece)
    if (
      (entry.piece.list && entry.piece.item.kind === 'passage') ||
      entry.piece.kind === 'fact' ||
      entry.piece.item.kind === 'question' ||
      (entry.piece.kind === 'sentence' && entry.piece.siblings.length > 1 && !listed)
    )
      continue
    const key = familyOf(entry.piece)
    families.set(key, [...(families.get(key) ?? []), entry])
  }
  let best: { rivals: Rival[]; score: number } = { rivals: [], score: 0 }
  for (const members of families.values()) {
    const rivals = members.flatMap(({ piece }) => attributeOf(question, piece, terms))
    const score = Math.max(...members.map((it) => it.score)) + 0.02 * Math.min(5, rivals.length)
    const missing = Math.min(...members.map((it) => [...it.coverage.missing, ...it.coverage.beside].filter((term) => !ofComparison(term)).length))
    if (rivals.length >= 2 && sameUnit(rivals) && missing === 0 && score > best.score && score > 0.4) best = { rivals, score }
  }
  return best.rivals
}

const priceName = /price|cost|fee|rate|charge|per month|per year|monthly|tariff|rent|मूल्य|कीमत|दाम|शुल्क|फीस|দাম|মূল্য|খরচ|ফি/i
/** A word of comparison is not itself to be found: `biggest`, `long`. */
const ofComparison = (term: Term) =>
  term.concepts.some((id) =>
    ['maximum', 'minimum', 'cheap', 'expensive', 'big', 'small', 'weight', 'length', 'height', 'fast', 'size', 'capacity'].includes(id),
  )
const isEntity = (question: Question, piece: Evidence) => question.terms.some((term) => term.kind === 'name' && meetsText(term, piece.subject))

function rivalOf(name: string, text: string, piece: Evidence, priced: boolean): Rival[] {
  if (/unlimited|असीमित/i.test(text)) return [{ name, figure: text, amount: Number.MAX_SAFE_INTEGER, unit: '', piece }]
  const [found] = findValues(text, priced ? 'money' : 'number')
  if (!found || found.amount === null || name === '') return []
  const unit = priced ? 'money' : (/^\s?([\p{L}°%]+)/u.exec(text.slice(found.end))?.[1] ?? '').toLowerCase().replace(/s$/, '')
  return [{ name, figure: text.length <= 90 ? text : found.text, amount: found.amount * (scales[unit] ?? 1), unit: scales[unit] ? 'scaled' : unit, piece }]
}

const scales: Record<string, number> = { kb: 0.001, mb: 1, gb: 1000, tb: 1_000_000 }

const sameUnit = (rivals: readonly Rival[]) => rivals.length >= 2 && new Set(rivals.map((it) => it.unit).filter(Boolean)).size <= 1

const peopleHeld = /\b(?:large|big|small|people|guests|capacity)|बड़|छोट|लोग|\bbad[aie]|বড়|বড়|ছোট|জন/i
const headsHeader = /guests?|people|persons?|capacity|sleeps|seats|pax|कितने लोग|लोग|व्यक्ति|मेहमान|আসন|কতজন|অতিথি/i
const units: [asked: RegExp, unit: RegExp][] = [
  [
    /\b(?:large|big|small|spacious|roomy)|बड़|छोट|\bbad[aie]|\bchh?ot[aie]|বড়|বড়|ছোট/i,
    /(\d[\d,.]*)\s?(?:sq\.?\s?(?:ft|feet|m|metres)|square \w+|वर्ग\s?\S+|বর্গ\s?\S+)/iu,
  ],
  [
    /\b(?:large|big|small|people|guests|seats|capacity|accommodate)|बड़|छोट|\bbad[aie]|\bchh?ot[aie]|বড়|বড়|ছোট|लोग|জন/i,
    /(\d[\d,.]*)\s?(?:guests?|people|persons?|seats?|seater|pax|adults|लोग|मेहमान|জন|অতিথি|আসন)/iu,
  ],
  [/\b(?:heav|light|weigh)|भारी|हल्क|ভারী|হালকা/i, /(\d[\d,.]*)\s?(?:kgs?|grams?|g\b|tons?|tonnes?|किलो|কেজি)/iu],
  [
    /\b(?:long|short|duration)|लंब|छोट|\blamb|দীর্ঘ|লম্বা|ছোট/i,
    /(\d[\d,.]*)\s?(?:hours?|days?|weeks?|months?|years?|nights?|minutes?|min\b|km|metres?|meters?|m\b|दिन|घंटे|महीने|साल|দিন|ঘণ্টা|মাস|বছর)/iu,
  ],
  [/\b(?:fast|speed|quick)|तेज|\btez\b|দ্রুত/i, /(\d[\d,.]*)\s?(?:mbps|gbps|km\/h|kmph|mph|rpm|minutes?|hours?|days?)/iu],
]

/** The figure of a row or card that a comparison is about: its price, the cell the question names, or a measure of the kind asked for. */
function attributeOf(question: Question, piece: Evidence, terms: readonly Term[]): Rival[] {
  const name = isEntry(piece) ? (/^(.{2,60}?)\s*(?:[-–—:…]|[₹$£€৳]|Rs)/u.exec(piece.text)?.[1] ?? piece.subject) : piece.subject
  if (question.asks === 'price' || question.concepts.has('expensive') || question.concepts.has('cheap'))
    return rivalOf(name, findValues(piece.text, 'money')[0]?.text ?? '', piece, true)
  const cells = cellsOf(piece.text)
  const own = cells.find((cell) => cell.header !== null && terms.some((term) => meetsText(term, cell.header ?? '')) && /\d/.test(cell.value))
  if (own && cells.length > 1) return rivalOf(name, own.value, piece, false)
  const alone = cells.length === 1 && cells[0]?.header && terms.some((term) => meetsText(term, cells[0]?.header ?? ''))
  if (alone) return rivalOf(piece.item.title.split('›').at(-2)?.trim() ?? name, cells[0]?.value ?? '', piece, false)
  const heads = peopleHeld.test(question.text)
    ? cells.find((cell) => cell.header !== null && headsHeader.test(cell.header) && /^\d/.test(cell.value))
    : undefined
  if (heads) return rivalOf(name, heads.value, piece, false)
  for (const [asked, unit] of units) {
    const match = asked.test(question.text) ? unit.exec(piece.text) : null
    if (match) return rivalOf(name, match[0], piece, false)
  }
  return []
}
