import { conceptOf, englishFunctionWords, stem } from '@myna/language'
import { cellsOf } from '#answer/cells.ts'
import { isFigureOf, kindsOf } from '#answer/figure-fit.ts'
import { isPriceList } from '#answer/focus.ts'
import { spoken } from '#answer/passage-answers.ts'
import { wordSetOf } from '#answer/evidence.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import type { Question, Term } from '#answer/question.ts'
import { matterSigns } from '#answer/matter-signs.ts'
import { namesSibling } from '#answer/siblings.ts'
import type { Said } from '#answer/said.ts'
import { chanceBy, type Trees } from '#answer/trees.ts'

/** How many of the best pieces are looked at again. */
export const looked = 8
/** Least chance of being right at which a passage is quoted: kept where nearly all unanswerable questions of businesses left out of learning are still refused. */
const leastChance = 0.6

const figures = new Set(['price', 'percent', 'duration', 'date', 'number', 'phone', 'email', 'fax', 'whatsapp', 'person', 'hours', 'address', 'list'])

/** What is told to the trees about each of the best pieces. */
export function signsOfAll(question: Question, ranked: readonly Ranked[]): number[][] {
  const matters = matterSigns(question, ranked, looked)
  return ranked.slice(0, looked).map((_, at) => [...signsOf(question, ranked, at), ...matters[at]!])
}

/**
 * What is told to the trees about a piece of evidence, each about 0 to 1: how much of the question it speaks of, what is missing and how sure we
 * are that it is (a word no table knows says less than one we know), and how it stands against the other pieces.
 */
export function signsOf(question: Question, ranked: readonly Ranked[], at: number): number[] {
  const entry = ranked[at]!
  const { piece, coverage, shaped } = entry
  const frame = frameOf(question)
  const english = question.language === 'en'
  const all = question.terms.reduce((sum, term) => sum + term.weight, 0) || 1
  const lacking = question.terms.filter((term) => !frame.has(term) && (coverage.met.get(term) ?? 0) < 0.4)
  const known = (term: Term) => term.concepts.length > 0
  const share = (terms: readonly Term[]) => Math.min(1, terms.reduce((sum, term) => sum + term.weight, 0) / all)
  const strong = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.5 && (coverage.met.get(term) ?? 0) >= 0.6)
  const total = ranked.length
  const rarity = (term: Term) => {
    const holding = ranked.filter((it) => (it.coverage.met.get(term) ?? 0) >= 0.6).length
    return Math.log((total + 1) / (holding + 0.5)) / Math.log(total + 2)
  }
  const rarest = strong.length === 0 ? 0 : Math.max(...strong.map(rarity))
  const rest = ranked.filter((it) => it.piece.item.id !== piece.item.id)
  const best = rest.length === 0 ? -0.2 : Math.max(...rest.slice(0, 3).map((it) => it.score))
  const wantsFigure = figures.has(question.asks)
  const subject = wordSetOf(piece.subject).words.filter((it) => !englishFunctionWords.has(it))
  const named = subject.filter((it) => question.terms.some((term) => (term.stems.get(stem(it)) ?? 0) >= 0.5)).length
  return [
    1,
    coverage.share,
    coverage.ownShare,
    Math.max(-0.3, Math.min(1.2, entry.score)),
    piece.nearness,
    wantsFigure && shaped ? 1 : 0,
    wantsFigure && !shaped ? 1 : 0,
    share(lacking.filter((it) => it.kind !== 'name' && it.kind !== 'number' && known(it) && english)),
    share(lacking.filter((it) => it.kind !== 'name' && it.kind !== 'number' && known(it) && !english)),
    share(lacking.filter((it) => it.kind === 'word' && !known(it) && english)),
    share(lacking.filter((it) => it.kind === 'word' && !known(it) && !english)),
    share(lacking.filter((it) => it.kind === 'name')),
    share(lacking.filter((it) => it.kind === 'number')),
    rarest,
    Math.min(3, strong.length) / 3,
    Math.max(-0.5, Math.min(0.5, entry.score - best)),
    subject.length === 0 ? 0 : named / subject.length,
    piece.kind === 'question' ? 1 : 0,
    piece.kind === 'fact' ? 1 : 0,
    piece.kind === 'row' ? 1 : 0,
    Math.log2(Math.max(1, piece.text.length / 60)) / 3,
    english ? 1 : 0,
    question.polar ? 1 : 0,
    share(question.terms.filter((it) => !known(it) && it.kind === 'word')),
    Math.min(8, at) / 8,
    question.polar && lacking.length > 0 ? 1 : 0,
    coverage.beside.length > 0 ? 1 : 0,
    question.asks === 'price' ? 1 : 0,
    Math.min(6, question.terms.filter((it) => it.weight >= 0.5).length) / 6,
    lacking.some((it) => it.concepts.some((id) => conceptOf(id)?.place)) ? 1 : 0,
    coverage.share * rarest,
  ]
}

const shapedOnly = new Set(['price', 'percent', 'duration', 'date', 'number', 'phone', 'email', 'fax', 'whatsapp', 'person', 'hours'])

/** Whether a piece may be quoted at all: a figure wanted stands in it, names and numbers asked about are spoken of, and so is the one thing asked for where we know words for it. */
export function mayAnswer(question: Question, { piece, coverage, shaped }: Ranked): boolean {
  if (shapedOnly.has(question.asks) && !shaped) return false
  const frame = frameOf(question)
  const lacking = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9 && (coverage.met.get(term) ?? 0) < 0.4)
  if (lacking.some((term) => term.kind === 'name' || term.kind === 'number') || question.terms.some((term) => namesSibling(term, piece))) return false
  const spokenOf = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9 && (coverage.met.get(term) ?? 0) >= 0.6)
  if (spokenOf.length === 0 || repeats(question.text, piece.siblings.join(' '))) return false
  const attribute = piece.kind === 'row' && figures.has(question.asks)
  if (lacking.some((term) => term.concepts.length > 0 && (attribute || (term.strict && (question.polar || question.terms.length <= 3))))) return false
  return !(question.asks in kindsOf && (!isFigureOf(question, piece) || piece.list || isPriceList(cellsOf(piece.text))))
}

/** Who only says what stands on a page asks nothing of it. */
const repeats = (asked: string, told: string) => asked.length >= repeated && told.toLowerCase().includes(asked.toLowerCase().slice(0, repeated))
const repeated = 40

/** Answers with the passage most likely to hold the answer where the rules found none sure enough; nothing when that is not likely either. */
export function lookAgain(question: Question, ranked: readonly Ranked[], trees: Trees): Said | null {
  if (!ranked.slice(0, looked).some((it) => mayAnswer(question, it))) return null
  const signs = signsOfAll(question, ranked)
  let best: { entry: Ranked; chance: number } | null = null
  for (let at = 0; at < signs.length; at++) {
    if (!mayAnswer(question, ranked[at]!)) continue
    const chance = chanceBy(trees, signs[at]!)
    if (!best || chance > best.chance) best = { entry: ranked[at]!, chance }
  }
  if (!best || best.chance < leastChance) return null
  return { text: quoteOf(question, best.entry, ranked), pieces: [best.entry.piece], score: 0.6 }
}

/** The words of a piece as they would be said. */
export const quoteOf = (question: Question, entry: Ranked, ranked: readonly Ranked[]): string => spoken(question, entry, ranked)
