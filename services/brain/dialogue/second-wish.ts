import { findGoal } from '#dialogue/find-goal.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { joins } from '#dialogue/reply-words.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { Setting } from '#dialogue/step.ts'

/** A sentence that holds two wishes: the words of the first, and the other, which is a goal or, without one, a question. */
type OtherWish = { first: Heard; heard: Heard; goal: BuiltInGoal | undefined }

/** A part of a sentence must be meant this surely to be a wish of its own. */
const surely = 0.75

/** Whether words only say who is calling, which wants nothing yet. */
const introduces = ({ entities }: Heard) => entities.some((it) => it.type === 'person' || it.type === 'phone')

/** The second wish of a sentence whose first is known; undefined when it holds but one. */
export function otherWish(heard: Heard, goal: BuiltInGoal, { policy }: Setting): OtherWish | undefined {
  const every = new RegExp(joins.source, 'giu')
  for (const join of heard.text.slice(0, 500).matchAll(every)) {
    const [first, second] = [heard.hear(heard.text.slice(0, join.index)), heard.hear(heard.text.slice(join.index + join[0].length))]
    if (second.text.trim().split(/\s+/).length < 3) continue
    const begun = findGoal(first, policy)
    const introduced = begun === undefined && goal.name === 'create_lead' && introduces(first)
    if (begun?.name !== goal.name && !introduced) continue
    if (!introduced && means(second, 'ask_question') && second.confidence >= surely) return { first, heard: second, goal: undefined }
    const other = findGoal(second, policy)
    if (other && other.name !== goal.name && (second.confidence >= surely || other.phrases.length > 0)) return { first, heard: second, goal: other }
  }
  return undefined
}
