import type { CallReport } from '@myna/contracts/calls-report'
import type { Asked, Facts } from '#report/facts.ts'
import { notInterested } from '#report/mood-words.ts'
import { toolOf } from '#report/summary.ts'

/** Tools whose use leaves a message for people rather than a thing done. */
const messages: ReadonlySet<string> = new Set(['take_message', 'request_callback'])

/** Questions without an answer that no message to the team carries. */
export const openQuestions = ({ asked, wishes }: Facts): Asked[] =>
  asked.filter(
    ({ question, answer }) =>
      answer === null &&
      !wishes.some((it) => it.end === 'done' && toolOf(it) === 'take_message' && (it.slots['message'] ?? '').includes(question.slice(0, 100))),
  )

/** How a conversation came out, as far as its words tell: the gravest first, then what was done, then what was said. */
export function dispositionOf(facts: Facts): CallReport['disposition'] {
  if (facts.said.length === 0) return 'no-speech'
  const done = facts.wishes.filter((it) => it.end === 'done').map(toolOf)
  if (done.includes('opt_out')) return 'not-interested'
  if (done.some((tool) => !messages.has(tool))) return 'done'
  if (done.length > 0) return 'message-taken'
  if (facts.handedOffTo !== null) return 'transferred'
  if (facts.said.some((text) => notInterested.test(text))) return 'not-interested'
  if (facts.wishes.some((it) => it.end === 'failed' || it.end === 'unsure')) return 'unanswered-question'
  if (openQuestions(facts).length > 0 || facts.complaints.length > 0) return 'unanswered-question'
  if (facts.wishes.some((it) => it.end === 'left')) return 'abandoned'
  return facts.asked.length > 0 ? 'answered' : 'abandoned'
}
