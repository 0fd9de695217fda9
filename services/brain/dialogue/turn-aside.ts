import type { Goal } from '@myna/contracts/dialogue'
import { smallTalk } from '#answer/small-talk.ts'
import { readQuestion } from '#answer/question.ts'
import { promptOf } from '#dialogue/ask.ts'
import { type Filling, fillSlots } from '#dialogue/fill-slots.ts'
import { findGoal, findHandOff, phrasedGoal } from '#dialogue/find-goal.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { asksForChange, noLead, yesLead } from '#dialogue/reply-words.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { sayOf } from '#dialogue/wording.ts'

type Start = (goal: BuiltInGoal, heard: Heard, state: DialogueState, setting: Setting) => Step

/** Wishes that are said much like an answer to a question about a time or a person. */
const nearAnswers: readonly Goal['intents'][number][] = ['create_lead', 'update_lead', 'find_lead', 'schedule_meeting', 'reschedule', 'cancel']

/** A question is answered and a different goal or agent turned to, before the goal goes on; what is asked for in free text is taken as it is. */
export function turnAside(frame: Frame, goal: BuiltInGoal, heard: Heard, state: DialogueState, setting: Setting, start: Start): Step | undefined {
  const asked = goal.slots.find((slot) => slot.name === frame.asked)
  const words = heard.text.trim().split(/\s+/).length
  if (frame.stage === 'filling' && asked?.type === 'text') {
    const human =
      goal.name !== 'talk_to_human' && means(heard, 'talk_to_human') && heard.confidence >= 0.9 && words <= 8 ? findGoal(heard, setting.policy) : undefined
    return human ? start(human, heard, state, setting) : undefined
  }
  const chat = smallTalk(heard.text, heard.language)
  if (chat === 'wellbeing' || chat === 'identity') return { do: 'answer', state, afterwards: promptOf(goal, frame, heard), offTopic: false }
  const fits = fillSlots(goal.slots, frame.stage === 'filling' ? frame.asked : null, frame.slots, heard, frame.partial)
  const handOff = findHandOff(heard, setting.policy)
  if (handOff) return { do: 'hand_off', to: handOff, sentence: sayOf('handOver', heard.language, { agent: handOff.name }), state: { ...state, frames: [] } }
  const other = findGoal(heard, setting.policy)
  const answered = answersTheAsked(fits, frame.stage === 'filling' ? frame.asked : null) && !(asked?.type !== 'time' && asksOutright(heard))
  const near =
    nearAnswers.includes(heard.intent) &&
    (fits.size > 0 || noLead.test(heard.text) || frame.stage !== 'filling') &&
    phrasedGoal(heard, setting.policy)?.name !== other?.name
  const switches =
    other && other.name !== goal.name && !near && !answered && (heard.confidence >= 0.6 || phrasedGoal(heard, setting.policy)?.name === other.name)
  if (switches && !(means(heard, 'cancel') && frame.goal !== 'cancel_meeting')) return start(other, heard, state, setting)
  if (asksSomething(heard, setting) && !answered && !(frame.stage !== 'filling' && fits.size > 0 && asksForChange.test(heard.text)))
    return { do: 'answer', state, afterwards: promptOf(goal, frame, heard), offTopic: false }
  return undefined
}

/** Whether the caller asks something, by intent, by the mark, or by a question word the answer engine knows. */
export function asksSomething(heard: Heard, { businessName }: Setting): boolean {
  if (means(heard, 'ask_question') && !noLead.test(heard.text)) return true
  if (heard.entities.length > 0 || heard.confidence >= 0.8 || noLead.test(heard.text)) return heard.entities.length === 0 && /\?\s*$/.test(heard.text)
  if (yesLead.test(heard.text) && !/\?\s*$/.test(heard.text)) return false
  return /\?\s*$/.test(heard.text) || readQuestion(heard.text, businessName).asks !== 'open'
}

/** Something asked outright is a question, whatever in it could be a name or a number. */
const asksOutright = (heard: Heard) => means(heard, 'ask_question') && heard.confidence >= 0.85

const answersTheAsked = (fits: ReadonlyMap<string, Filling>, asked: string | null) => asked !== null && fits.has(asked)
