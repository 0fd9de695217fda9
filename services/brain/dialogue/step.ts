import type { HandOff, Policy } from '@myna/contracts/dialogue'
import { say } from '#answer/wording/sentences.ts'
import { findGoal, findHandOff } from '#dialogue/find-goal.ts'
import { goOn, startGoal } from '#dialogue/goal-step.ts'
import { overridesRules } from '#guard/speaks-to-machines.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled } from '#dialogue/state.ts'
import { sayOf } from '#dialogue/wording.ts'

/** What surrounds a step besides the utterance. */
export type Setting = {
  policy: Policy
  businessName: string
  agentName: string
  /** What the agent said last, to be said again when asked for. */
  lastSaid: string | null
}

/** What a turn is to do. `state` is how the dialogue stands if it does just that. */
export type Step =
  | {
      do: 'say'
      kind: 'asked' | 'confirming' | 'cancelled' | 'chatted' | 'waited' | 'ended'
      sentence: string
      state: DialogueState
      goal?: string
      slot?: string
    }
  /** Look it up; `afterwards` is said after the answer. `offTopic`: the caller strayed from the business, so no message is offered for what cannot be answered. */
  | { do: 'answer'; state: DialogueState; afterwards?: string; offTopic: boolean }
  /** Use a tool; `confirmed` only if the caller said yes to these very arguments. */
  | { do: 'run'; goal: BuiltInGoal; slots: Readonly<Record<string, Filled>>; confirmed: boolean; state: DialogueState }
  | { do: 'hand_off'; to: HandOff; sentence: string; state: DialogueState }
  | { do: 'remember'; consent: 'given' | 'refused'; sentence: string; state: DialogueState }

/** Intents that want something done, whether or not the agent has a goal for it. */
const wantsDone = [
  'create_lead',
  'update_lead',
  'find_lead',
  'schedule_meeting',
  'reschedule',
  'cancel',
  'create_task',
  'complete_task',
  'list_tasks',
  'summarise_email',
] as const

/**
 * Decides what a turn does, by rule alone: an offer is taken up, a goal under way goes on, another begins, the call is handed over, or the words are a
 * question to be looked up. Pure: the same state and words give the same step.
 */
export function step(heard: Heard, state: DialogueState, setting: Setting): Step {
  const { policy } = setting
  if (means(heard, 'repeat') && setting.lastSaid !== null) return sayAgain(setting.lastSaid, state)
  if (means(heard, 'wait')) return { do: 'say', kind: 'waited', sentence: sayOf('wait', heard.language), state }
  if (means(heard, 'goodbye') && isShort(heard))
    return { do: 'say', kind: 'ended', sentence: courtesy('goodbye', heard, setting), state: { ...state, frames: [], offered: null } }
  const offered = takeUpOffer(heard, state, setting)
  if (offered) return offered
  const open = state.offered === null ? state : { ...state, offered: null }
  if (open.frames.length > 0) return goOn(heard, open, setting)

  if (overridesRules(heard.text)) return { do: 'answer', state: open, offTopic: true }
  const handOff = findHandOff(heard, policy)
  if (handOff) return { do: 'hand_off', to: handOff, sentence: sayOf('handOver', heard.language, { agent: handOff.name }), state: { ...open, frames: [] } }
  const goal = findGoal(heard, policy)
  if (goal) return startGoal(goal, heard, open, setting)
  if (means(heard, 'greet', 'thanks') && isShort(heard))
    return { do: 'say', kind: 'chatted', sentence: courtesy(heard.intent === 'greet' ? 'greeting' : 'thanks', heard, setting), state: open }
  if (means(heard, ...wantsDone)) return cannot(heard, open, setting)
  if (means(heard, 'affirm', 'deny')) return bareYesOrNo(heard, open, setting)
  return { do: 'answer', state: open, offTopic: means(heard, 'out_of_scope') }
}

/** Courtesies come in few words; with more there is something else to be heard. */
const isShort = (heard: Heard) => heard.entities.length === 0 && heard.text.trim().split(/\s+/).length <= 6

const courtesy = (name: 'greeting' | 'thanks' | 'goodbye', { language }: Heard, { agentName, businessName }: Setting) =>
  say(name, language, { agent: agentName, business: businessName })

/** The last words once more; what was asked is asked still. */
function sayAgain(sentence: string, state: DialogueState): Step {
  const frame = state.frames.at(-1)
  const kind = frame === undefined ? 'chatted' : frame.stage === 'confirming' ? 'confirming' : 'asked'
  return { do: 'say', kind, sentence, state, ...(frame?.asked ? { slot: frame.asked } : {}) }
}

function takeUpOffer(heard: Heard, state: DialogueState, setting: Setting): Step | undefined {
  const { offered } = state
  if (offered === null || !means(heard, 'affirm', 'deny')) return undefined
  const yes = heard.intent === 'affirm'
  const open: DialogueState = { ...state, offered: null }
  if (offered === 'remember') {
    const consent = yes ? 'given' : 'refused'
    return { do: 'remember', consent, sentence: sayOf(yes ? 'remembered' : 'notRemembered', heard.language), state: { ...open, consent } }
  }
  if (!yes) return { do: 'say', kind: 'chatted', sentence: sayOf('anythingElse', heard.language), state: { ...open, unanswered: null } }
  const goal = findGoal({ ...heard, text: 'take a message', intent: 'out_of_scope', confidence: 0 }, setting.policy)
  return goal ? startGoal(goal, { ...heard, entities: [] }, open, setting) : undefined
}

/** A thing the agent has no goal for: it says so, and offers a message if it can take one. */
function cannot(heard: Heard, state: DialogueState, { policy, businessName }: Setting): Step {
  const takes = policy.standardGoals.includes('take_message')
  return {
    do: 'say',
    kind: 'chatted',
    sentence: takes ? sayOf('cannotHere', heard.language) : sayOf('cannotPlainly', heard.language, { business: businessName }),
    state: { ...state, offered: takes ? 'take_message' : null, unanswered: takes ? heard.text : null },
  }
}

/** A yes or no to nothing in particular. Words that go on after it are looked up. */
function bareYesOrNo(heard: Heard, state: DialogueState, _setting: Setting): Step {
  if (heard.text.trim().split(/\s+/).length > 4) return { do: 'answer', state, offTopic: false }
  return { do: 'say', kind: 'chatted', sentence: sayOf(heard.intent === 'affirm' ? 'go' : 'anythingElse', heard.language), state }
}
