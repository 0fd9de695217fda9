import type { Slot } from '@myna/contracts/dialogue'
import { ask, confirm, knownSlots, withFrame } from '#dialogue/ask.ts'
import { type Filling, fillSlots } from '#dialogue/fill-slots.ts'
import { goalsOf } from '#dialogue/find-goal.ts'
import type { Heard } from '#dialogue/heard.ts'
import { otherWish } from '#dialogue/second-wish.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { clockMissing } from '#dialogue/time-slot.ts'

/** Goals that may wait while another is talked about. */
const mostFrames = 3

/** Begins a goal with what was said already and what is known of the caller. A second wish of the same sentence waits until the first is over. */
export function startGoal(goal: BuiltInGoal, heard: Heard, state: DialogueState, setting: Setting): Step {
  const other = otherWish(heard, goal, setting)
  // Who introduces themselves first wants what they say next.
  if (goal.name === 'create_lead' && other?.goal) return startGoal(other.goal, heard, state, setting)
  const own = other?.first ?? heard
  const slots: Record<string, Filled> = {}
  if (goal.name === 'take_message' && state.unanswered !== null) slots['message'] = textValue(state.unanswered)
  if (goal.opening !== undefined) slots[goal.opening] = textValue(own.text)
  if (other === undefined) return startFilled(goal, slots, heard, state, setting)
  if (other.goal === undefined) {
    const begun = startFilled(goal, slots, own, state, setting)
    return begun.do === 'say' ? { do: 'answer', state: begun.state, afterwards: begun.sentence, question: other.heard.text, offTopic: false } : begun
  }
  const opening = other.goal.opening === undefined ? {} : { [other.goal.opening]: textValue(other.heard.text) }
  const later = filledFrom(fillSlots(other.goal.slots, null, {}, other.heard))
  for (const name of ['name', 'phone', 'email']) if (later[name]) slots[name] ??= later[name]
  const waiting = frameOf(other.goal, { ...opening, ...later }, setting)
  return startFilled(goal, slots, own, { ...state, frames: [...state.frames, waiting] }, setting)
}

/** Begins a goal of which some slots are known already. */
export function startFilled(goal: BuiltInGoal, given: Readonly<Record<string, Filled>>, heard: Heard, state: DialogueState, setting: Setting): Step {
  const slots = knownSlots(goal, given, state.known)
  const frame = frameOf(goal, slots, setting)
  const begun: DialogueState = { ...state, unanswered: null, frames: [...state.frames.slice(-(mostFrames - 1)), frame] }
  return advance(goal, fillSlots(goal.slots, null, slots, heard), heard, begun)
}

const frameOf = (goal: BuiltInGoal, slots: Record<string, Filled>, setting: Setting): Frame => ({
  goal: goal.name,
  slots,
  asked: null,
  tries: 0,
  stage: 'filling',
  partial: '',
  skipped: [],
  ...(isMade(goal, setting) ? { made: goal } : {}),
})

const filledFrom = (fillings: ReadonlyMap<string, Filling>): Record<string, Filled> =>
  Object.fromEntries([...fillings].flatMap(([name, it]) => (it && 'filled' in it ? [[name, it.filled]] : [])))

/** Takes in what was filled, then asks for the next slot, reads back, or acts. `lead` is said first. */
export function advance(goal: BuiltInGoal, fillings: ReadonlyMap<string, Filling>, heard: Heard, state: DialogueState, lead?: string): Step {
  const frame = state.frames.at(-1)
  if (!frame) return { do: 'answer', state, offTopic: false }
  const slots: Record<string, Filled> = { ...frame.slots }
  const troubles: string[] = []
  let part: string | undefined
  let refused: string | undefined
  let partial = ''
  for (const [name, filling] of fillings) {
    if (!filling) continue
    if ('filled' in filling) slots[name] = filling.filled
    else {
      troubles.push(filling.trouble)
      partial = filling.said ?? partial
      if (filling.part) {
        slots[name] = filling.part
        part = name
      } else if (slots[name] !== undefined) refused = name
    }
  }
  // What was said of a part of a number stays when something else was told in between.
  if (partial === '' && frame.asked !== null && slots[frame.asked] === undefined) partial = frame.partial
  const skipped = frame.skipped.filter((name) => slots[name] === undefined)
  const isMissing = (slot: Slot) =>
    slot.required && !skipped.includes(slot.name) && (slots[slot.name] === undefined || clockMissing(slot, slots[slot.name], heard.language) !== undefined)
  const missing = goal.slots.find((slot) => slot.name === part || slot.name === refused) ?? goal.slots.find(isMissing)
  const gained =
    Object.keys(slots).some((name) => name !== frame.asked && slots[name] !== frame.slots[name]) ||
    Object.keys(slots).length > Object.keys(frame.slots).length ||
    (partial !== '' && partial !== frame.partial)
  if (missing) {
    const asking = {
      troubles,
      part: part === missing.name || (partial !== '' && partial !== frame.partial),
      gained,
      heard,
      ...(lead === undefined ? {} : { lead }),
    }
    const clock = clockMissing(missing, slots[missing.name], heard.language)
    const open = clock !== undefined && missing.name !== refused ? { ...missing, prompt: { ...missing.prompt, [heard.language]: clock } } : missing
    return ask(goal, open, { ...frame, slots, partial: missing.name === frame.asked ? partial : '', skipped }, asking, state)
  }
  const known = { ...state.known }
  if (goal.name !== 'create_lead') for (const name of ['name', 'phone', 'email']) if (slots[name]) known[name] = slots[name]
  const ready: DialogueState = {
    ...withFrame(state, { ...frame, slots, asked: null, tries: frame.stage === 'filling' ? 0 : frame.tries, stage: 'confirming', partial: '', skipped }),
    known,
  }
  if (goal.askedIsYes) return { do: 'run', goal, slots, confirmed: true, state: ready }
  if (!goal.confirm) return { do: 'run', goal, slots, confirmed: false, state: ready }
  return confirm(goal, slots, heard, ready, frame.stage !== 'filling' && fillings.size === 0, lead ?? troubles.at(-1))
}

/** Whether a goal is none of the policy's: then it is kept with its frame. */
const isMade = (goal: BuiltInGoal, { policy }: Setting) => !goalsOf(policy).some((it) => it.name === goal.name)

const textValue = (text: string): Filled => ({ value: text, shown: text, text })
