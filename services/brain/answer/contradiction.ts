import { englishFunctionWords, stem, tokensOf } from '@myna/language'
import type { Evidence } from '#answer/evidence.ts'
import { kindsOf } from '#answer/figure-fit.ts'
import type { Asks, Question } from '#answer/question.ts'
import type { Ranked } from '#answer/rank.ts'
import { isSoftWord } from '#answer/soft-words.ts'
import { findValues, type ValueKind } from '#answer/values.ts'

/** Two figures that the knowledge gives for one thing. */
export type Contradiction = { one: { value: string; piece: Evidence }; other: { value: string; piece: Evidence } }

/** How near to the best the other statement must score to be of the very thing asked. */
const reach = 0.22

/**
 * Another statement of the same thing with another figure, on another page or written by a person. Figures of different things, branches, plans or
 * years differ in their words or headings and contradict nothing; nor do statements with several figures.
 */
export function contradictionOf(question: Question, first: Ranked, ranked: readonly Ranked[]): Contradiction | null {
  const { asks } = question
  const mine = figureOf(first.piece, asks)
  if (!mine) return null
  const words = saidOf(first.piece)
  const heads = headsOf(first.piece)
  for (const entry of ranked.slice(0, 30)) {
    const { piece } = entry
    if (piece.item.id === first.piece.item.id || (piece.item.url !== null && piece.item.url === first.piece.item.url)) continue
    if (entry.score < first.score - reach || entry.coverage.missing.length > 0) continue
    const theirs = figureOf(piece, asks)
    if (!theirs || theirs.key === mine.key || theirs.unit !== mine.unit) continue
    const founded = isFounding(first.piece) && isFounding(piece)
    if (!founded && (!isSame(words, saidOf(piece)) || !mayBeSame(heads, headsOf(piece)))) continue
    return { one: { value: mine.text, piece: first.piece }, other: { value: theirs.text, piece } }
  }
  return null
}

const partOfBusiness =
  /\b(?:plant|branch|factory|unit|division|foundation|school|department|subsidiary|showroom|clinic|cent(?:re|er)|hospital|warehouse|workshop|hotel|partner|trust|second|third|new|oven|outlet)\b|शाखा|দ্বিতীয়|শাখা/iu
/** Tells when the business as a whole began. */
const isFounding = (piece: Evidence) => piece.kind === 'fact' && piece.item.label === 'founded' && !partOfBusiness.test(piece.text)

type Figure = { text: string; key: string; unit: string }

/** The one figure of a statement; nothing when it has several, a span or a lowest price. */
function figureOf(piece: Evidence, asks: Asks): Figure | null {
  const text = piece.kind === 'fact' && piece.item.label !== 'founded' && piece.item.value ? piece.item.value : piece.text
  if (piece.list || /\b(?:from|starting|starts|onwards|up ?to|approx|about|between|save|off)\b|\d\s?[-–]\s?[₹$£€]?\d/i.test(text)) return null
  for (const kind of kindsOf[asks] ?? []) {
    const found = findValues(text, kind)
    const [only, ...more] = found
    if (!only || more.some((it) => it.amount !== only.amount)) continue
    return { text: only.text, key: keyOf(only.text, only.amount, kind), unit: kind === 'duration' || kind === 'number' ? unitOf(only.text) : kind }
  }
  return null
}

const keyOf = (text: string, amount: number | null, kind: ValueKind) => (kind === 'date' || kind === 'time' ? text.toLowerCase() : String(amount ?? text))
const unitOf = (text: string) => (/\p{L}+$/u.exec(text)?.[0] ?? '').toLowerCase().replace(/s$/, '')

const figures =
  /price|cost|fee|rate|charge|tariff|fare|kimat|keemat|daam|कीमत|क़ीमत|दाम|शुल्क|मूल्य|फीस|फ़ीस|किराया|খরচ|দাম|মূল্য|ফি|ভাড়া|^rs$|^inr$|only|founded|since|establish|start|begin|open/i
const tellsNothing = (word: string) =>
  /\d/.test(word) ||
  word.length < 2 ||
  englishFunctionWords.has(word) ||
  isSoftWord(word) ||
  figures.test(word) ||
  /^(?:है|हैं|का|की|के|में|টাকা|रुपये|है|हैं|হয়)$/.test(word)

const contentOf = (text: string) =>
  new Set(
    tokensOf(text)
      .map(({ word }) => word)
      .filter((word) => !tellsNothing(word))
      .map(stem),
  )

/** What a statement is of, without its figure: `The consultation fee is ₹500` is of a consultation. */
const saidOf = (piece: Evidence) => contentOf(piece.kind === 'row' ? `${piece.subject} ${piece.text}` : piece.text)
/** The headings a statement stands under that name something, the page's own left out. */
const headsOf = (piece: Evidence) => contentOf(piece.item.title.split('›').slice(1).join(' '))

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) => one.size > 0 && one.size === other.size && [...one].every((it) => other.has(it))
/** Headings part two statements when each names what the other does not. */
const mayBeSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].every((it) => other.has(it)) || [...other].every((it) => one.has(it))
