import type { Slot } from '@myna/contracts/dialogue'
import { smallTalk } from '#answer/small-talk.ts'
import { ask, goalOf, leaveGoal, withFrame } from '#dialogue/ask.ts'
import { settle } from '#dialogue/confirm-step.ts'
import { fillSlots } from '#dialogue/fill-slots.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { fillerOnly, leaveWords, noLead, refusal, sameAsBefore, toldAlready, unknown, wanting, whyWords } from '#dialogue/reply-words.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import { advance, startGoal } from '#dialogue/start-goal.ts'
import type { DialogueState, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { turnAside } from '#dialogue/turn-aside.ts'
import { sayOf } from '#dialogue/wording.ts'

/** Goes on with the goal talked about: it is filled, corrected, confirmed, left, or set aside for something else. */
export function goOn(heard: Heard, state: DialogueState, setting: Setting): Step {
  const frame = state.frames.at(-1)
  const goal = frame && goalOf(frame, setting)
  if (!frame || !goal) return { do: 'answer', state: { ...state, frames: [] }, offTopic: false }
  if (isLeft(heard)) return leaveGoal(heard, state, setting)
  if (frame.stage !== 'filling') return settle(goal, frame, heard, state, setting)
  const asked = goal.slots.find((slot) => slot.name === frame.asked)
  const calls = means(heard, 'greet') && heard.confidence >= 0.8 && heard.entities.length === 0 && smallTalk(heard.text, heard.language) !== 'wellbeing'
  if (asked && calls && asked.type !== 'text' && asked.type !== 'person')
    return ask(goal, asked, frame, { troubles: [], part: false, gained: false, lead: sayOf('here', heard.language), heard }, state)
  if (asked) {
    if (fillerOnly.test(heard.text)) return { do: 'say', kind: 'waited', sentence: sayOf('wait', heard.language), goal: goal.name, slot: asked.name, state }
    const around = talkAround(goal, asked, frame, heard, state)
    if (around) return around
  }
  const aside = turnAside(frame, goal, heard, state, setting, startGoal)
  if (aside) return aside
  return advance(goal, fillSlots(goal.slots, frame.asked, frame.slots, heard, frame.partial), heard, state)
}

/** What is said about a question instead of an answer to it: why it is asked, that it was answered before, or that it will not be. */
function talkAround(goal: BuiltInGoal, asked: Slot, frame: Frame, heard: Heard, state: DialogueState): Step | undefined {
  const words = heard.text.trim().split(/\s+/).length
  if (words > 14 || heard.entities.some((it) => it.type === 'phone' || it.type === 'email')) return undefined
  const again = (lead: string, gained: boolean): Step => ask(goal, asked, frame, { troubles: [], part: false, gained, lead, heard }, state)
  if (asked.type !== 'text' && whyWords.test(heard.text) && (words <= 2 || wanting.test(heard.text))) {
    const why = asked.type === 'phone' || asked.type === 'email' ? 'whyPhone' : asked.type === 'person' ? 'whyName' : 'whyOther'
    return again(sayOf(why, heard.language), true)
  }
  if (words <= 8 && (toldAlready.test(heard.text) || (asked.type !== 'text' && sameAsBefore.test(heard.text)))) {
    const told = frame.slots[asked.name] ?? state.known[asked.name]
    if (told) return advance(goal, new Map([[asked.name, { filled: told }]]), heard, state)
    return again(sayOf(toldAlready.test(heard.text) ? 'sorryAgain' : 'noneBefore', heard.language), false)
  }
  const given = asked.type === 'text' || asked.type === 'yes_no' || asked.type === 'choice' || fillSlots([asked], null, frame.slots, heard).size > 0
  const short = words <= 3 && heard.entities.length === 0
  const refuses = !given && (refusal.test(heard.text) || (short && asked.type !== 'time' && noLead.test(heard.text)))
  const unsure = !given && words <= 6 && !heard.text.includes('?') && unknown.test(heard.text)
  if (!refuses && !unsure) return undefined
  if (goal.soft?.includes(asked.name) || !asked.required) {
    const without: Frame = { ...frame, skipped: [...frame.skipped, asked.name], partial: '', asked: null, tries: 0 }
    return advance(goal, new Map(), heard, withFrame(state, without), sayOf('allWithout', heard.language))
  }
  if (unsure && !refusal.test(heard.text)) return again(sayOf('allWithout', heard.language), false)
  const sentence = sayOf('cannotWithout', heard.language)
  const stays = withFrame(state, { ...frame, tries: frame.tries + 1 })
  return { do: 'say', kind: 'asked', goal: goal.name, slot: asked.name, sentence, state: { ...stays, offered: 'leave' } }
}

/** Whether the caller drops the matter: words of leaving, in few words or read as a cancellation, with nothing else named. */
const isLeft = (heard: Heard) =>
  heard.entities.length === 0 &&
  leaveWords.test(heard.text) &&
  !/\?\s*$/.test(heard.text) &&
  (heard.text.split(/\s+/).length <= 6 || means(heard, 'cancel', 'deny'))
