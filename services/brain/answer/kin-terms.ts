import { scriptOf, stem } from '@myna/language'
import { kinOf, type KinKind } from '@myna/understanding/kinship'
import type { Term } from '#answer/question-terms.ts'

/** Kin nearer than this stand for a word; the further ones only bring evidence nearer. */
const near: Record<KinKind, number> = { same: 0.28, derived: 0.3, narrower: 0.4, wider: 2 }
const degrees = { near: 0.62, far: 0.35 }

/** Gives the English words of a question those akin to them: `student` the pupil, `refuse` the refusal. A wider word (`dog` for `puppy`) never stands for the thing asked for. */
export function addKin(terms: readonly Term[]): void {
  for (const term of terms) {
    if (term.kind === 'name' || term.kind === 'number' || term.word.includes(' ') || scriptOf(term.word) !== 'latin') continue
    const own = stem(term.word)
    if (!term.stems.has(own)) continue
    for (const { stem: other, kind, nearness } of kinOf(own)) {
      if (term.stems.has(other)) continue
      term.stems.set(other, nearness >= near[kind] ? degrees.near : degrees.far)
    }
  }
}
