import { meetsText } from '#answer/coverage.ts'
import { clausesOf } from '#answer/negation.ts'
import type { Term } from '#answer/question.ts'

/** Whether a text names a thing only among those it does without: `cooked without meat, egg or nuts`. */
export function isLeftOut(term: Term, text: string): boolean {
  const without = /\bwithout (?:an? |the |any )?((?:[\p{L}-]+(?:, | or | and |,? nor )){0,6}[\p{L}-]+)/giu
  const lists = [...text.matchAll(without)].map((match) => match[1] ?? '')
  return lists.some((list) => meetsText(term, list)) && !meetsText(term, text.replace(without, ' '))
}

/** Whether the clause that speaks most of what is asked says that it is paid for by itself. */
export function isPaidApart(text: string, about: (clause: string) => number): boolean {
  const clauses = clausesOf(text)
  const most = Math.max(...clauses.map(about))
  const said = clauses.filter((clause) => about(clause) === most).join('; ')
  return paidApart.test(said) && !/\bincluded\b|\bfree\b|शामिल|অন্তর্ভুক্ত/i.test(said)
}

/** What is paid for by itself is not part of the rest. */
const paidApart =
  /अलग से|अतिरिक्त|আলাদা|অতিরিক্ত|\b(?:extra|separate(?:ly)?|in addition|on top|charged (?:by|at|per|extra)|billed|metered|by (?:the )?meter|not (?:included|covered|part))\b/i
