import type { Question } from '#answer/question.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import { amountOf } from '#answer/values.ts'

const only = /\b(?:only|solely|exclusively|nothing but|just)\b|सिर्फ|केवल|\b(?:sirf|keval)\b|শুধু|কেবল/iu

/** The evidence that keeps a matter to things other than the one asked for: `accepted at Kolkata and Howrah only`, asked for Siliguri. */
export function excludingOnly(question: Question, ranked: readonly Ranked[]): Ranked | null {
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9)
  if (topical.length < 2) return null
  return (
    ranked.slice(0, 8).find(({ piece, coverage }) => {
      const [missing, ...more] = coverage.missing
      if (
        !missing ||
        more.length > 0 ||
        piece.list ||
        !only.test(piece.text.replace(/\([^)]*\)/g, ' ')) ||
        (missing.kind === 'concept' && !missing.concepts.some((id) => kinds.has(id))) ||
        missing.kind === 'number' ||
        (missing.kind === 'word' && topical.length < 3)
      )
        return false
      return topical.every((term) => term === missing || (coverage.met.get(term) ?? 0) >= 0.8)
    }) ?? null
  )
}

/** Concepts of which one kind leaves out the others. */
const kinds = new Set([
  'man',
  'woman',
  'child',
  'adult',
  'student',
  'couple',
  'pet',
  'dog',
  'cat',
  'car',
  'bike',
  'cash',
  'card',
  'upi',
  'cheque',
  'vegetarian',
  'non-vegetarian',
  'family',
  'foreign',
])

const counted = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)'
const people = '(?:people|persons?|guests?|of us|diners|adults|लोग|लोगों|log|logon|জন)'

/** The evidence that needs something from a number on, and whether the number asked for reaches it: `tables of six or more need a booking`. */
export function neededFrom(question: Question, ranked: readonly Ranked[]): { entry: Ranked; needed: boolean } | null {
  const asked = new RegExp(`\\b${counted} ${people}`, 'iu').exec(question.text)
  const amount = asked?.[1] === undefined ? null : amountOf(asked[1])
  if (amount === null) return null
  for (const entry of ranked.slice(0, 8)) {
    const from = new RegExp(`\\b${counted} (?:${people} )?(?:or|and) (?:more|above|over)\\b`, 'i').exec(entry.piece.text)
    const least = from?.[1] === undefined ? null : amountOf(from[1])
    if (least === null || entry.coverage.missing.some((term) => term.kind !== 'number')) continue
    if (/\b(?:need|require|must|have to|advance|booking|deposit)\b/i.test(entry.piece.text)) return { entry, needed: amount >= least }
  }
  return null
}
