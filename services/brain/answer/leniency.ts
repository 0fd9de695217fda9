import type { Coverage } from '#answer/coverage.ts'
import type { Question } from '#answer/question.ts'
import { frameOf } from '#answer/rank.ts'

/** Kinds of questions that a figure answers: one of the wrong thing is worse than none. */
const figures = new Set(['price', 'number', 'percent', 'duration'])

/** Whether evidence speaks of enough: of everything asked, or of a long question all but one word that is not the thing itself. */
export function speaksOfEnough(question: Question, coverage: Coverage): boolean {
  const [only, ...more] = coverage.missing
  if (!only) return true
  if (more.length > 0 || only.strict || only.kind === 'name' || only.kind === 'number') return false
  if (question.language !== 'en' && figures.has(question.asks)) return false
  const frame = question.language === 'en' ? null : frameOf(question)
  const met = question.terms.filter((term) => term.weight >= 0.9 && !frame?.has(term) && (coverage.met.get(term) ?? 0) >= 0.8)
  return met.length >= 2
}
