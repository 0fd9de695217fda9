import type { HandOff, Policy } from '@myna/contracts/dialogue'
import { say } from '#answer/wording/sentences.ts'
import { leaveGoal } from '#dialogue/ask.ts'
import { findGoal, findHandOff, goalsOf, phrasedGoal } from '#dialogue/find-goal.ts'
import { goOn } from '#dialogue/goal-step.ts'
import { startGoal } from '#dialogue/start-goal.ts'
import { overridesRules } from '#guard/speaks-to-machines.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { type Reply, readReply } from '#dialogue/read-reply.ts'
import { leaveMeAlone, noLead, nothingMore, refusal, stopping, waiting } from '#dialogue/reply-words.ts'
import { asksSomething } from '#dialogue/turn-aside.ts'
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
  | { do: 'answer'; state: DialogueState; afterwards?: string; offTopic: boolean /** What to look up where it is not all that was said. */; question?: string }
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
export function step(said: Heard, state: DialogueState, setting: Setting): Step {
  const { policy } = setting
  const heard = withoutWait(said)
  const retold = state.frames.length > 0 && noLead.test(heard.text) && heard.text.trim().split(/\s+/).length >= 5
  if (means(heard, 'repeat') && !retold && setting.lastSaid !== null && !readsAsAnswer(heard, state)) return sayAgain(setting.lastSaid, state)
  if (means(heard, 'wait') && (state.frames.length === 0 || waiting.test(heard.text)) && !readsAsAnswer(heard, state))
    return { do: 'say', kind: 'waited', sentence: sayOf('wait', heard.language), state }
  const stop = stopsContact(heard, setting)
  if (stop) return startGoal(stop, heard, { ...state, offered: null, frames: [] }, setting)
  if (isGoodbye(heard, state))
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
    return {
      do: 'say',
      kind: 'chatted',
      sentence: courtesy(heard.intent === 'greet' ? 'greeting' : 'thanks', heard, setting),
      state: heard.intent === 'greet' ? open : { ...open, offered: 'more' },
    }
  if (means(heard, ...wantsDone)) return cannot(heard, open, setting)
  const reply = readReply(heard)
  if (reply !== null && isShort(heard) && !asksSomething(heard, setting)) return bareYesOrNo(reply, heard, open, setting)
  return { do: 'answer', state: open, offTopic: isOutside(heard) }
}

/** Whether the words are surely none of the business's: what may as well be a question is one. */
const isOutside = (heard: Heard) => means(heard, 'out_of_scope') && (heard.ranked.find((it) => it.intent === 'ask_question')?.confidence ?? 0) < 0.2

/** What comes after a `wait` that is not all that is said. */
function withoutWait(heard: Heard): Heard {
  const rest = heard.text.replace(/^\s*(?:(?:oh )?wait|hold on|ruk(?:o|iye|iy)|ek minute?|रुको|रुकिए|एक मिनट|দাঁড়ান|একটু দাঁড়ান)(?![\p{L}\p{M}])[\s,.]*/iu, '')
  return rest !== heard.text && rest.split(/\s+/).length >= 4 ? heard.hear(rest) : heard
}

/** Whether words that may mean many things are the value that is asked for, such as digits that sound like `one moment`. */
function readsAsAnswer(heard: Heard, state: DialogueState): boolean {
  const frame = state.frames.at(-1)
  if (frame?.stage !== 'filling' || frame.asked === null) return false
  if (refusal.test(heard.text)) return true
  return heard.entities.length >= 3 || (heard.entities.length > 0 && heard.confidence < 0.9)
}

/** The goal of being left alone: surely meant, and not said of a time or about the number that was asked for. */
function stopsContact(heard: Heard, { policy }: Setting): BuiltInGoal | undefined {
  const surely = leaveMeAlone.test(heard.text) || (means(heard, 'opt_out') && heard.confidence >= 0.9 && stopping.test(heard.text) && !refusal.test(heard.text))
  const phrased = phrasedGoal(heard, policy)
  if (phrased && !phrased.intents.includes('opt_out')) return undefined
  if (!surely || heard.entities.some((it) => it.type === 'time') || means(heard, 'ask_question')) return undefined
  return goalsOf(policy).find((goal) => goal.intents.includes('opt_out'))
}

/** A parting in few words, or at the end of more; after "anything else?" also a no. */
function isGoodbye(heard: Heard, state: DialogueState): boolean {
  const words = heard.text.trim().split(/\s+/).length
  // Short names sound like partings.
  const answers = state.frames.at(-1)?.stage === 'filling' && state.frames.at(-1)?.asked !== null
  if (answers && heard.confidence < 0.85) return false
  if (state.frames.at(-1)?.stage === 'confirming' && readReply(heard) === 'yes') return false
  // Parting words in few words may be read as a name or a feast besides.
  const alone = heard.entities.length === 0 || (state.frames.length === 0 && heard.confidence >= 0.95 && words <= 3)
  if (means(heard, 'goodbye') && alone && words <= (heard.confidence >= 0.8 ? 12 : 6)) return true
  if (state.frames.length > 0) return false
  const more = state.offered === 'more'
  const nothing =
    nothingMore.test(heard.text) &&
    words <= 8 &&
    heard.entities.length === 0 &&
    (more || noLead.test(heard.text) || /^\s*(?:that|nothing|bas|बस|ব্যস|আর কিছু|और कुछ)/iu.test(heard.text))
  return nothing || (more && words <= 5 && heard.entities.length === 0 && (readReply(heard) === 'no' || means(heard, 'thanks')))
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
  const reply = readReply(heard)
  if (offered === null || reply === null || (reply === 'unclear' && offered !== 'more')) return undefined
  const open: DialogueState = { ...state, offered: null }
  const words = heard.text.trim().split(/\s+/).length
  if (offered === 'leave' && heard.entities.length > 0) return undefined
  if (offered === 'leave') return reply === 'yes' && words <= 5 ? leaveGoal(heard, open, setting) : undefined
  if (words > 3 && (asksSomething(heard, setting) || findGoal(heard, setting.policy))) return undefined
  if (offered === 'more') return words <= 4 ? { do: 'say', kind: 'chatted', sentence: sayOf('go', heard.language), state: open } : undefined
  const yes = reply === 'yes'
  if (offered === 'remember') {
    const consent = yes ? 'given' : 'refused'
    return { do: 'remember', consent, sentence: sayOf(yes ? 'remembered' : 'notRemembered', heard.language), state: { ...open, consent } }
  }
  if (!yes) return { do: 'say', kind: 'chatted', sentence: sayOf('anythingElse', heard.language), state: { ...open, unanswered: null, offered: 'more' } }
  const goal = findGoal({ ...heard, text: 'take a message', intent: 'out_of_scope', confidence: 0 }, setting.policy)
  const more = words > 5 && heard.entities.length === 0 ? `${state.unanswered ?? ''} – ${heard.text}`.replace(/^ – /, '') : state.unanswered
  return goal ? startGoal(goal, heard, { ...open, unanswered: more }, setting) : undefined
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

/** A yes or no to nothing in particular: after an answer it is a sign that the caller has it; after a question of the agent's an invitation to go on. */
function bareYesOrNo(reply: Reply, heard: Heard, state: DialogueState, { lastSaid }: Setting): Step {
  const asked = lastSaid === null || /\?\s*$/.test(lastSaid)
  const goes = reply !== 'no' && asked
  return { do: 'say', kind: 'chatted', sentence: sayOf(goes ? 'go' : 'anythingElse', heard.language), state: goes ? state : { ...state, offered: 'more' } }
}
