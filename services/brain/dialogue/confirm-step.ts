import type { Slot } from '@myna/contracts/dialogue'
import { ask, confirm, leaveGoal, withFrame } from '#dialogue/ask.ts'
import { type Filling, fillSlots } from '#dialogue/fill-slots.ts'
import { advance, startGoal } from '#dialogue/start-goal.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { readReply } from '#dialogue/read-reply.ts'
import { changeWords, noLead, nowOnly, retells } from '#dialogue/reply-words.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { turnAside } from '#dialogue/turn-aside.ts'
import { sayOf } from '#dialogue/wording.ts'

/** After the read-back: the caller agrees to just that, changes something, refuses, or turns to something else. */
export function settle(goal: BuiltInGoal, frame: Frame, said: Heard, state: DialogueState, setting: Setting): Step {
  const heard: Heard = { ...said, entities: said.entities.filter((it) => it.type !== 'time' || !nowOnly.test(it.text)) }
  const changes = changesOf(fillSlots(goal.slots, null, frame.slots, heard), frame)
  const reply = readReply(heard)
  const asks = turnAside(frame, goal, heard, state, setting, startGoal)
  if (frame.stage === 'confirming' && reply === 'yes' && changes.size === 0 && !(asks?.do === 'answer' && heard.text.includes('?')))
    return { do: 'run', goal, slots: frame.slots, confirmed: true, state }
  if (frame.stage === 'confirming' && reply === 'unclear' && frame.tries < 2) {
    return {
      do: 'say',
      kind: 'confirming',
      goal: goal.name,
      sentence: sayOf('goAhead', heard.language),
      state: withFrame(state, { ...frame, tries: frame.tries + 1 }),
    }
  }
  const words = heard.text.trim().split(/\s+/).length
  const changing = isCorrecting(heard) || frame.stage === 'changing' || changeWords.test(heard.text)
  const named = changes.size === 0 && changing && words <= 10 ? slotNamed(goal, heard) : undefined
  if (named) return ask(goal, named, { ...frame, asked: null }, { troubles: [], part: false, gained: true, heard }, state)
  const told = goal.slots.find((slot) => slot.type === 'text' && slot.required)
  const rest = heard.text.replace(noLead, '').replace(/^[\s,.!।]+/u, '')
  const retold = told !== undefined && changing && rest.split(/\s+/).length >= 4
  if (told && retold && retells.test(rest.split(/\s+/).slice(0, 3).join(' '))) return advance(goal, new Map([[told.name, textFilling(rest)]]), heard, state)
  if (changes.size > 0 && !(asks && asks.do !== 'answer' && !isCorrecting(heard))) {
    const question = asks?.do === 'answer' && !changing && (means(heard, 'ask_question') || /\?\s*$/.test(heard.text))
    return question ? asks : advance(goal, changes, heard, state)
  }
  if (asks && !(isCorrecting(heard) && asks.do === 'answer')) return asks
  if (told && retold && reply !== 'yes' && (isCorrecting(heard) || frame.stage === 'changing'))
    return advance(goal, new Map([[told.name, textFilling(rest)]]), heard, state)
  if (reply === 'no' || (reply === null && means(heard, 'deny', 'correction'))) {
    if (frame.stage === 'changing') return leaveGoal(heard, state, setting)
    return { do: 'say', kind: 'asked', sentence: sayOf('change', heard.language), goal: goal.name, state: withFrame(state, { ...frame, stage: 'changing' }) }
  }
  return confirm(goal, frame.slots, heard, state, frame.stage === 'confirming')
}

/** What would be other than it was read back; what is said once more the same is no change. */
function changesOf(fillings: ReadonlyMap<string, Filling>, frame: Frame): Map<string, Filling> {
  return new Map(
    [...fillings].filter(
      ([name, filling]) => !(filling && 'filled' in filling && JSON.stringify(filling.filled.value) === JSON.stringify(frame.slots[name]?.value)),
    ),
  )
}

const textFilling = (text: string): Filling => ({ filled: { value: text, shown: text, text } })

const isCorrecting = (heard: Heard) => noLead.test(heard.text) || means(heard, 'correction', 'deny')

const slotWords: Readonly<Partial<Record<Slot['type'], RegExp>>> = {
  phone: /\b(?:phone|number|mobile|nambar)\b|नंबर|नम्बर|फ़ोन|फोन|নম্বর|নাম্বার|ফোন/iu,
  person: /\b(?:name|naam|spelling)\b|नाम|নাম(?!্বার)/iu,
  time: /\b(?:time|day|date|samay|din|tarikh|tareekh)\b|समय|टाइम|दिन|तारीख|সময়|দিন|তারিখ/iu,
  email: /\be-?mail\b|ईमेल|ইমেইল/iu,
}

/** The slot that is said to be wrong without a word on how it should be. */
function slotNamed(goal: BuiltInGoal, heard: Heard): Slot | undefined {
  return goal.slots.find((slot) => (slotWords[slot.type] ?? new RegExp(`\\b${slot.name.replace(/_/g, ' ')}\\b`, 'i')).test(heard.text))
}
