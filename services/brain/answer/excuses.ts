import { conceptOf } from '@myna/language'
import { type Coverage, meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import type { Question, Term } from '#answer/question.ts'
import { namesSibling } from '#answer/siblings.ts'

/** What the whole site is about, such as dogs at a vet's: of weighty things of a question those that much of what was found speaks of. */
export function commonTerms(question: Question, evidence: readonly Evidence[], frame: ReadonlySet<Term>): Set<Term> {
  const asked = question.terms.filter((term) => term.weight >= 0.9 && !frame.has(term) && !term.firm && (term.kind === 'concept' || term.kind === 'word'))
  if (asked.length < 2) return new Set()
  const items = new Set(evidence.map((piece) => piece.item.id))
  const common = asked.filter((term) => {
    const forms = new Set([...term.stems].filter(([, degree]) => degree >= 0.8).map(([form]) => form))
    const holding = new Set(evidence.filter((piece) => speaksOf(forms, piece)).map((piece) => piece.item.id))
    return holding.size >= commonLeast && holding.size >= commonShare * items.size
  })
  return new Set(common.length === asked.length ? [] : common)
}
const commonLeast = 5
const commonShare = 0.25

const speaksOf = (forms: ReadonlySet<string>, { own, title }: Evidence) => !own.stems.isDisjointFrom(forms) || !title.stems.isDisjointFrom(forms)

/** What is done with a thing: a line with its price says that in words of its own, `Brake adjustment: ₹150` for mending it. */
const acts = new Set(
  'repair clean install cut_off cut_deduct trim service treatment make_order design bathe laundry change exchange replace fill_up paint print examine confirm stitch measure_take build_make buy order'.split(
    ' ',
  ),
)
/** Whether a term is only what is done with a thing. */
export const isAct = (term: Term): boolean => term.concepts.length > 0 && term.concepts.every((id) => acts.has(id))

/** A noun of doing: `adjustment`, `truing`, `trim`. */
const actNoun = /\p{L}{3}(?:ing|ment|tion|sion)s?\b|\b(?:trim|bath|wash|cut|groom|overhaul|service|refill|set-?up)\b/iu
let actStems: Map<string, string[]> | undefined

/** Forgives a price or a span that it names the thing but not what is done with it, unless it names another act. */
function actExcused(question: Question, coverage: Coverage, piece: Evidence, frame: ReadonlySet<Term>): Coverage {
  const [only, ...more] = coverage.missing
  if (!only || more.length > 0 || (question.asks !== 'price' && question.asks !== 'duration') || piece.text.length > 70) return coverage
  if (only.concepts.length === 0 || !only.concepts.every((id) => acts.has(id))) return coverage
  const things = question.terms.filter((term) => term !== only && term.weight >= 0.9 && !frame.has(term))
  if (things.length === 0 || !things.every((term) => meetsText(term, piece.text)) || !actNoun.test(piece.text)) return coverage
  actStems ??= new Map([...acts].map((id) => [id, conceptOf(id)?.stems ?? []]))
  for (const [id, stems] of actStems) if (!only.concepts.includes(id) && stems.some((it) => piece.own.stems.has(it))) return coverage
  return { ...coverage, missing: [] }
}

/** Evidence of something rarer that a question names need not repeat what the whole site is about; `figured`: a figure is asked, which must stand with the thing itself. */
export function excused(
  question: Question,
  covered: Coverage,
  piece: Evidence,
  frame: ReadonlySet<Term>,
  common: ReadonlySet<Term>,
  figured: boolean,
): Coverage {
  const coverage = actExcused(question, covered, piece, frame)
  if (common.size === 0 || ![...coverage.missing, ...coverage.beside].some((term) => common.has(term))) return coverage
  const rare = question.terms.filter((term) => term.weight >= 0.9 && !frame.has(term) && !common.has(term))
  if (rare.length === 0 || !rare.every((term) => (coverage.met.get(term) ?? 0) >= 0.8)) return coverage
  if (figured) {
    const about = piece.kind === 'fact' ? (piece.text.split(':')[0] ?? '') : piece.kind === 'sentence' ? piece.text : piece.subject
    if (!rare.every((term) => meetsText(term, about))) return coverage
  }
  const kept = (terms: readonly Term[]) => terms.filter((term) => !common.has(term) || namesSibling(term, piece))
  return { ...coverage, share: Math.min(1, coverage.share + excusedShare), missing: kept(coverage.missing), beside: kept(coverage.beside) }
}
/** What an excused thing adds to the share that is met. */
const excusedShare = 0.15
