import type { Answer } from '@myna/contracts/brain'
import { tidyText } from '@myna/language'

/** A question to a site with what a right answer holds: one alternative of each row of `expect`, none of `forbid`. */
export type Question = {
  id: string
  site: string
  question: string
  language: 'en' | 'hi' | 'hinglish' | 'bn'
  expect?: string[][]
  forbid?: string[]
  yesno?: 'yes' | 'no'
  refuse?: true
}

const negative = /(?<![\p{L}])(?:no|not|cannot|never|nahi|band|closed)(?![\p{L}])|n't|नहीं|बंद|(?<![\p{L}\p{M}])না(?![\p{L}\p{M}])|নেই|নয়|বন্ধ/iu
const plain = (text: string) =>
  tidyText(text)
    .toLowerCase()
    .replace(/(\d),(?=\d{2,3}\b)/g, '$1')
const holds = (text: string, part: string) => {
  const wanted = plain(part)
  return /^\d+$/.test(wanted) ? new RegExp(`(?<![\\d.])${wanted}(?!\\d)`).test(plain(text)) : plain(text).includes(wanted)
}

/** Whether an answer is right, and if not why. */
export function mark(question: Question, answer: Pick<Answer, 'answer' | 'refused' | 'sources' | 'language'>): { right: boolean; why: string } {
  const { answer: said, refused } = answer
  const forbidden = (question.forbid ?? []).filter((it) => holds(said, it))
  if (forbidden.length > 0) return { right: false, why: `says ${forbidden.join(', ')}` }
  if (answer.language !== question.language) return { right: false, why: `took it for ${answer.language}` }
  if (question.refuse) return { right: refused, why: refused ? '' : 'invented an answer' }
  if (refused && (question.yesno !== 'no' || answer.sources.length === 0)) return { right: false, why: 'refused' }
  if (question.yesno && (negative.test(said) ? 'no' : 'yes') !== question.yesno) return { right: false, why: `not ${question.yesno}` }
  const missing = (question.expect ?? []).filter((row) => !row.some((it) => holds(said, it)))
  if (missing.length > 0) return { right: false, why: `lacks ${JSON.stringify(missing)}` }
  return refused || answer.sources.length > 0 ? { right: true, why: '' } : { right: false, why: 'names no source' }
}
