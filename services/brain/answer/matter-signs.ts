import { scriptOf, stem } from '@myna/language'
import { nearnessOf, numberOfStem } from '@myna/understanding/kinship'
import type { WordSet } from '#answer/evidence.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import type { Question, Term } from '#answer/question.ts'

/** How many of the best pieces each is held against. */
const heldAgainst = 20
/** Of a term in another language, as many of its English stems are looked at. */
const mostStems = 8
/** What a title's words count beside those of the piece itself. */
const titled = 0.8

type Read = { term: Term; met: number; near: number }
type Row = { reads: Read[]; soft: number }

/**
 * How near the best pieces are to the matter of a question, word by word, where they do not say it in its own words or any known to mean the same: of each of the
 * first `count` the share of the question met softly, how near the words that are lacking are on average and at worst, how many nobody knows, how that stands
 * against the other pieces, and whether what is lacking here is said elsewhere.
 */
export function matterSigns(question: Question, ranked: readonly Ranked[], count: number): number[][] {
  const frame = frameOf(question)
  const topical = question.terms
    .filter((term) => term.weight >= 0.3 && term.kind !== 'number' && !frame.has(term))
    .map((term) => ({ term, numbers: numbersOfTerm(term) }))
  const rows = ranked.slice(0, Math.max(count, heldAgainst)).map((entry) => rowOf(entry, topical))
  return rows.slice(0, count).map(({ reads, soft }, at) => {
    const lacking = reads.filter((it) => it.met < 0.4)
    const nearness = lacking.filter((it) => it.near >= 0).map((it) => it.near)
    const others = rows.filter((_, other) => other !== at)
    return [
      soft,
      nearness.length === 0 ? 1 : nearness.reduce((sum, it) => sum + it, 0) / nearness.length,
      Math.min(1, ...nearness),
      Math.min(3, lacking.length - nearness.length) / 3,
      soft - Math.max(-0.2, ...others.map((it) => it.soft)),
      Math.max(0, ...reads.map((it, place) => (it.met < 0.4 ? Math.max(0, ...rows.map((row) => row.reads[place]!.met)) : 0))),
    ]
  })
}

function rowOf({ piece, coverage }: Ranked, topical: readonly { term: Term; numbers: readonly number[] }[]): Row {
  const [own, title] = [numbersOf(piece.own), numbersOf(piece.title)]
  const reads = topical.map(({ term, numbers }) => ({
    term,
    met: coverage.met.get(term) ?? 0,
    near: numbers.length === 0 ? -1 : Math.max(nearest(numbers, own), titled * nearest(numbers, title)),
  }))
  const whole = reads.reduce((sum, it) => sum + it.term.weight, 0) || 1
  return { reads, soft: reads.reduce((sum, it) => sum + it.term.weight * Math.max(it.met, it.near), 0) / whole }
}

function nearest(some: readonly number[], others: readonly number[]): number {
  let best = 0
  for (const one of some) for (const other of others) best = Math.max(best, nearnessOf(one, other))
  return best
}

/** The numbers of a term's stems: of an English word its own, of others those of the English words it stands for. */
function numbersOfTerm(term: Term): number[] {
  const own = scriptOf(term.word) === 'latin' ? numberOfStem(stem(term.word)) : -1
  if (own >= 0 && term.concepts.length === 0) return [own]
  const meant = [...term.stems].filter(([it, degree]) => degree >= 0.7 && /^[a-z]+$/.test(it)).map(([it]) => numberOfStem(it))
  return [own, ...meant].filter((it) => it >= 0).slice(0, mostStems)
}

const known = new WeakMap<WordSet, number[]>()

function numbersOf(set: WordSet): readonly number[] {
  const found = known.get(set)
  if (found) return found
  const numbers = [...set.stems].map(numberOfStem).filter((it) => it >= 0)
  known.set(set, numbers)
  return numbers
}
