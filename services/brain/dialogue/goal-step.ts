import type { Slot } from '@myna/contracts/dialogue'
import { readQuestion } from '#answer/question.ts'
import { type Filling, fillSlots } from '#dialogue/fill-slots.ts'
import { findGoal, findHandOff, goalsOf } from '#dialogue/find-goal.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { readBack } from '#dialogue/read-back.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { sayOf } from '#dialogue/wording.ts'

/** After this many vain tries for the same slot the goal is left. */
const mostTries = 3
/** Goals that may wait while another is talked about. */
const mostFrames = 3

const leave =
  /\b(?:cancel|forget (?:it|about it)|leave it|never ?mind|drop it|stop it)\b|रहने (?:दो|दीजिए|दें)|छोड़ (?:दो|दीजिए)|कैंसल|रद्द|\b(?:rehne do|rahne do|rehne dijiye|chhod do|chodo|chhodo|jaane do)\b|থাক|বাদ (?:দিন|দাও)|বাতিল/iu

/** Begins a goal with what was said already and what is known of the caller. */
export function startGoal(goal: BuiltInGoal, heard: Heard, state: DialogueState, setting: Setting): Step {
  const slots: Record<string, Filled> = {}
  if (goal.name === 'take_message' && state.unanswered !== null) slots['message'] = textValue(state.unanswered)
  if (goal.opening !== undefined) slots[goal.opening] = textValue(heard.text)
  return startFilled(goal, slots, heard, state, setting)
}

/** Begins a goal of which some slots are known already. */
export function startFilled(goal: BuiltInGoal, given: Readonly<Record<string, Filled>>, heard: Heard, state: DialogueState, setting: Setting): Step {
  const slots: Record<string, Filled> = { ...given }
  for (const slot of goal.slots) {
    const known = state.known[slot.name]
    if (known && (slot.name === 'name' || slot.name === 'phone' || slot.name === 'email') && goal.name !== 'create_lead') slots[slot.name] ??= known
  }
  const frame: Frame = { goal: goal.name, slots, asked: null, tries: 0, stage: 'filling', ...(isMade(goal, setting) ? { made: goal } : {}) }
  const begun: DialogueState = { ...state, unanswered: null, frames: [...state.frames.slice(-(mostFrames - 1)), frame] }
  return advance(goal, fillSlots(goal.slots, null, slots, heard), heard, begun)
}

/** Goes on with the goal talked about: it is filled, corrected, confirmed, left, or set aside for something else. */
export function goOn(heard: Heard, state: DialogueState, setting: Setting): Step {
  const frame = state.frames.at(-1)
  const goal = frame && goalOf(frame, setting)
  if (!frame || !goal) return { do: 'answer', state: { ...state, frames: [] }, offTopic: false }
  if (isLeft(heard)) return leaveGoal(heard, state, setting)
  const namesSlot = heard.entities.some((entity) => goal.slots.some((slot) => slot.type === entity.type))
  if (frame.stage === 'confirming' && means(heard, 'affirm') && !namesSlot) return { do: 'run', goal, slots: frame.slots, confirmed: true, state }
  const aside = turnAside(frame, goal, heard, state, setting)
  if (aside) return aside
  const asked = frame.stage === 'filling' ? frame.asked : null
  const fillings = fillSlots(goal.slots, asked, frame.slots, heard)
  if (frame.stage !== 'filling' && fillings.size === 0 && means(heard, 'deny')) {
    if (frame.stage === 'changing') return leaveGoal(heard, state, setting)
    return { do: 'say', kind: 'asked', sentence: sayOf('change', heard.language), goal: goal.name, state: withFrame(state, { ...frame, stage: 'changing' }) }
  }
  return advance(goal, fillings, heard, state)
}

/** A question is answered and a different goal or agent turned to, before the goal goes on; what is asked for in free text is taken as it is. */
function turnAside(frame: Frame, goal: BuiltInGoal, heard: Heard, state: DialogueState, setting: Setting): Step | undefined {
  const asked = goal.slots.find((slot) => slot.name === frame.asked)
  if (frame.stage === 'filling' && asked?.type === 'text') return undefined
  const fits = fillSlots(goal.slots, frame.asked, frame.slots, heard)
  const handOff = findHandOff(heard, setting.policy)
  if (handOff) return { do: 'hand_off', to: handOff, sentence: sayOf('handOver', heard.language, { agent: handOff.name }), state: { ...state, frames: [] } }
  if (asksSomething(heard, setting) && !answersTheAsked(fits, frame.asked) && !(frame.stage === 'confirming' && fits.size > 0))
    return { do: 'answer', state, afterwards: promptOf(goal, frame, heard), offTopic: false }
  const other = findGoal(heard, setting.policy)
  const switches = other && other.name !== goal.name && heard.confidence >= 0.6 && !means(heard, 'cancel') && !answersTheAsked(fits, frame.asked)
  return switches ? startGoal(other, heard, state, setting) : undefined
}

/** Whether the caller asks something, by intent, by the mark, or by a question word the answer engine knows. */
const asksSomething = (heard: Heard, { businessName }: Setting) =>
  means(heard, 'ask_question') || (heard.entities.length === 0 && (/\?\s*$/.test(heard.text) || readQuestion(heard.text, businessName).asks !== 'open'))

const answersTheAsked = (fits: ReadonlyMap<string, Filling>, asked: string | null) => asked !== null && fits.has(asked)

/** Takes in what was filled, then asks for the next slot, reads back, or acts. */
function advance(goal: BuiltInGoal, fillings: ReadonlyMap<string, Filling>, heard: Heard, state: DialogueState): Step {
  const frame = state.frames.at(-1)
  if (!frame) return { do: 'answer', state, offTopic: false }
  const slots: Record<string, Filled> = { ...frame.slots }
  const troubles: string[] = []
  let part: string | undefined
  for (const [name, filling] of fillings) {
    if (!filling) continue
    if ('filled' in filling) slots[name] = filling.filled
    else {
      troubles.push(filling.trouble)
      if (filling.part) {
        slots[name] = filling.part
        part = name
      } else delete slots[name]
    }
  }
  const missing = goal.slots.find((slot) => slot.name === part || (slot.required && slots[slot.name] === undefined))
  if (missing)
    return ask(
      goal,
      missing,
      { ...frame, slots },
      { troubles, part: part === missing.name, gained: Object.keys(slots).length > Object.keys(frame.slots).length, heard },
      state,
    )
  const known = { ...state.known }
  if (goal.name !== 'create_lead') for (const name of ['name', 'phone', 'email']) if (slots[name]) known[name] = slots[name]
  const ready: DialogueState = { ...withFrame(state, { ...frame, slots, asked: null, tries: 0, stage: 'confirming' }), known }
  if (goal.askedIsYes) return { do: 'run', goal, slots, confirmed: true, state: ready }
  if (!goal.confirm) return { do: 'run', goal, slots, confirmed: false, state: ready }
  return confirm(goal, slots, heard, ready, frame.stage !== 'filling' && fillings.size === 0)
}

type Asking = { troubles: string[]; part: boolean /** Something else was learnt meanwhile. */; gained: boolean; heard: Heard }

function ask(goal: BuiltInGoal, slot: Slot, frame: Frame, { troubles, part, gained, heard }: Asking, state: DialogueState): Step {
  const again = frame.asked === slot.name && !part && !gained
  const tries = again ? frame.tries + 1 : 0
  if (tries >= mostTries) {
    return { do: 'say', kind: 'cancelled', goal: goal.name, sentence: sayOf('gaveUp', heard.language), state: { ...state, frames: state.frames.slice(0, -1) } }
  }
  const prompt = slot.prompt[heard.language] ?? slot.prompt.en
  const sentence = part
    ? (troubles.at(-1) ?? prompt)
    : [...(troubles.length > 0 ? troubles : again ? [sayOf('notUnderstood', heard.language)] : []), prompt].join(' ')
  return {
    do: 'say',
    kind: 'asked',
    sentence,
    goal: goal.name,
    slot: slot.name,
    state: withFrame(state, { ...frame, asked: slot.name, tries, stage: 'filling' }),
  }
}

/** Reads back what is about to be done. After three rounds that brought neither a yes nor a change the goal is left. */
export function confirm(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, heard: Heard, state: DialogueState, again: boolean): Step {
  const frame = state.frames.at(-1)
  const tries = again ? (frame?.tries ?? 0) + 1 : 0
  if (!frame || tries >= mostTries)
    return { do: 'say', kind: 'cancelled', goal: goal.name, sentence: sayOf('gaveUp', heard.language), state: { ...state, frames: state.frames.slice(0, -1) } }
  const sentence = readBack(goal, slots, heard.language)
  return {
    do: 'say',
    kind: 'confirming',
    goal: goal.name,
    sentence: again ? `${sayOf('notUnderstood', heard.language)} ${sentence}` : sentence,
    state: withFrame(state, { ...frame, stage: 'confirming', tries }),
  }
}

function leaveGoal(heard: Heard, state: DialogueState, setting: Setting): Step {
  const frames = state.frames.slice(0, -1)
  const back = resume(frames, heard, setting)
  return {
    do: 'say',
    kind: 'cancelled',
    goal: state.frames.at(-1)?.goal ?? '',
    sentence: [sayOf('cancelled', heard.language), back].filter(Boolean).join(' '),
    state: { ...state, frames },
  }
}

/** What is asked to go on with a goal that waited; empty when none did. */
export function resume(frames: readonly Frame[], heard: Pick<Heard, 'language'>, setting: Setting): string {
  const frame = frames.at(-1)
  const goal = frame && goalOf(frame, setting)
  return frame && goal ? `${sayOf('backTo', heard.language)} ${promptOf(goal, frame, heard)}` : ''
}

function promptOf(goal: BuiltInGoal, frame: Frame, { language }: Pick<Heard, 'language'>): string {
  const slot = goal.slots.find((it) => it.name === frame.asked)
  if (frame.stage === 'filling' && slot) return slot.prompt[language] ?? slot.prompt.en
  return readBack(goal, frame.slots, language)
}

const goalOf = (frame: Frame, { policy }: Setting): BuiltInGoal | undefined =>
  (frame.made as BuiltInGoal | undefined) ?? goalsOf(policy).find((goal) => goal.name === frame.goal)

/** Whether a goal is none of the policy's: then it is kept with its frame. */
const isMade = (goal: BuiltInGoal, { policy }: Setting) => !goalsOf(policy).some((it) => it.name === goal.name)

/** Whether the caller drops the matter: words of leaving, in few words or read as a cancellation, with nothing else named. */
const isLeft = (heard: Heard) =>
  heard.entities.length === 0 && leave.test(heard.text) && (heard.text.split(/\s+/).length <= 5 || means(heard, 'cancel', 'deny'))

const withFrame = (state: DialogueState, frame: Frame): DialogueState => ({ ...state, frames: [...state.frames.slice(0, -1), frame] })

const textValue = (text: string): Filled => ({ value: text, shown: text, text })
