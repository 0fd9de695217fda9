import type { Slot } from '@myna/contracts/dialogue'
import type { LanguageCode } from '@myna/language'
import { goalsOf } from '#dialogue/find-goal.ts'
import type { Heard } from '#dialogue/heard.ts'
import { readBack } from '#dialogue/read-back.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled, Frame } from '#dialogue/state.ts'
import type { Setting, Step } from '#dialogue/step.ts'
import { sayOf } from '#dialogue/wording.ts'

/** After this many vain tries for the same slot the goal is left. */
const mostTries = 3

/** How a slot is asked for: what stands before the question, whether a part of it is known, and whether something else was learnt meanwhile. */
type Asking = { troubles: readonly string[]; part: boolean; gained: boolean; lead?: string; heard: Heard }

/** Asks for a slot; after three vain tries a slot that can be done without is left out and any other goal is left. */
export function ask(goal: BuiltInGoal, slot: Slot, frame: Frame, { troubles, part, gained, lead, heard }: Asking, state: DialogueState): Step {
  const again = frame.asked === slot.name && !part && !gained
  const tries = again ? frame.tries + 1 : 0
  if (tries >= mostTries) return giveUp(goal, heard, state)
  const prompt = promptFor(slot, heard.language)
  const before = lead === undefined ? (troubles.length > 0 ? [...troubles] : again ? [sayOf('notUnderstood', heard.language)] : []) : [lead]
  const enough = part || frame.partial !== ''
  return {
    do: 'say',
    kind: 'asked',
    sentence: enough && lead === undefined ? (troubles.at(-1) ?? prompt) : [...before, prompt].join(' '),
    goal: goal.name,
    slot: slot.name,
    state: withFrame(state, { ...frame, asked: slot.name, tries, stage: 'filling' }),
  }
}

/** Reads back what is about to be done. After three rounds that brought neither a yes nor a change the goal is left. `lead` is said first. */
export function confirm(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, heard: Heard, state: DialogueState, again: boolean, lead = ''): Step {
  const frame = state.frames.at(-1)
  const tries = again ? (frame?.tries ?? 0) + 1 : 0
  if (!frame || tries >= mostTries) return giveUp(goal, heard, state)
  const sentence = readBack(goal, slots, heard.language, frame.skipped)
  const before = lead !== '' ? lead : again ? sayOf('notUnderstood', heard.language) : ''
  return {
    do: 'say',
    kind: 'confirming',
    goal: goal.name,
    sentence: `${before} ${sentence}`.trim(),
    state: withFrame(state, { ...frame, stage: 'confirming', tries }),
  }
}

function giveUp(goal: BuiltInGoal, heard: Heard, state: DialogueState): Step {
  return { do: 'say', kind: 'cancelled', goal: goal.name, sentence: sayOf('gaveUp', heard.language), state: { ...state, frames: state.frames.slice(0, -1) } }
}

/** A goal that is left on the caller's wish, and what is gone back to. */
export function leaveGoal(heard: Heard, state: DialogueState, setting: Setting): Step {
  const back = resume(state.frames.slice(0, -1), heard, setting)
  const sentence = sayOf(back.sentence === '' ? 'cancelled' : 'left', heard.language)
  return {
    do: 'say',
    kind: 'cancelled',
    goal: state.frames.at(-1)?.goal ?? '',
    sentence: [sentence, back.sentence].filter(Boolean).join(' '),
    state: { ...state, frames: back.frames, offered: back.sentence === '' ? 'more' : null },
  }
}

/** What is asked to go on with a goal that waited, and the frames as they stand then; nothing when none did. */
export function resume(
  frames: readonly Frame[],
  heard: Pick<Heard, 'language'>,
  setting: Setting,
  known: DialogueState['known'] = {},
): { sentence: string; frames: Frame[] } {
  const frame = frames.at(-1)
  const goal = frame && goalOf(frame, setting)
  if (!frame || !goal) return { sentence: '', frames: [] }
  const slots = knownSlots(goal, frame.slots, known)
  const missing = goal.slots.find((slot) => slot.required && slots[slot.name] === undefined && !frame.skipped.includes(slot.name))
  const isOpen = frame.asked !== null && (slots[frame.asked] === undefined || frame.slots[frame.asked] !== undefined)
  const begun: Frame =
    frame.stage === 'filling'
      ? { ...frame, slots, asked: isOpen ? frame.asked : (missing?.name ?? null), stage: isOpen || missing ? 'filling' : 'confirming' }
      : frame
  const lead = frame.asked === null && frame.stage === 'filling' ? sayOf('nowTo', heard.language) : sayOf('backTo', heard.language)
  return { sentence: `${lead} ${promptOf(goal, begun, heard)}`, frames: [...frames.slice(0, -1), begun] }
}

/** Slots with what the caller told of themselves before; another person's details are not theirs. */
export function knownSlots(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, known: DialogueState['known']): Record<string, Filled> {
  const filled: Record<string, Filled> = { ...slots }
  if (goal.name === 'create_lead') return filled
  for (const slot of goal.slots) {
    const told = known[slot.name]
    if (told && (slot.name === 'name' || slot.name === 'phone' || slot.name === 'email')) filled[slot.name] ??= told
  }
  return filled
}

/** What a goal waits for: the question asked last, or the read-back. */
export function promptOf(goal: BuiltInGoal, frame: Frame, { language }: Pick<Heard, 'language'>): string {
  const slot = goal.slots.find((it) => it.name === frame.asked)
  return frame.stage === 'filling' && slot ? promptFor(slot, language) : readBack(goal, frame.slots, language, frame.skipped)
}

/** The question for a slot; in English where the agent has no other. */
export const promptFor = (slot: Slot, language: LanguageCode): string => slot.prompt[language] ?? slot.prompt.en

/** The goal a frame is of; undefined when the policy has it no more. */
export const goalOf = (frame: Frame, { policy }: Setting): BuiltInGoal | undefined =>
  (frame.made as BuiltInGoal | undefined) ?? goalsOf(policy).find((goal) => goal.name === frame.goal)

/** The state with another frame talked about. */
export const withFrame = (state: DialogueState, frame: Frame): DialogueState => ({ ...state, frames: [...state.frames.slice(0, -1), frame] })
