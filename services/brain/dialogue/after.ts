import type { LanguageCode } from '@myna/language'
import { shownIn } from '#dialogue/read-back.ts'
import { resume } from '#dialogue/ask.ts'
import { speakValue } from '#dialogue/show-value.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { DialogueState, Filled } from '#dialogue/state.ts'
import type { Setting } from '#dialogue/step.ts'
import { fillPlaces, sayOf } from '#dialogue/wording.ts'

/** How the use of a tool went. */
export type RunOutcome = { status: 'done' | 'failed' | 'unsure'; result: unknown }

/** `more` asks whether there is anything else, where nothing waits. */
export type Told = { sentence: string; more: string; state: DialogueState }

/** What is said once a goal was carried out, or could not be, and how the dialogue stands then. */
export function afterRun(
  goal: BuiltInGoal,
  slots: Readonly<Record<string, Filled>>,
  outcome: RunOutcome,
  state: DialogueState,
  setting: Setting,
  language: LanguageCode,
): Told {
  const frames = state.frames.slice(0, -1)
  const { sentence: back, frames: waiting } = resume(frames, { language }, setting, state.known)
  const asksMore = waiting.length === 0 && goal.name !== 'opt_out'
  const over: DialogueState = { ...state, frames: waiting, offered: asksMore ? 'more' : null }
  const more = asksMore ? sayOf('more', language) : ''
  if (outcome.status === 'done') {
    const done = fillPlaces(goal.done[language] ?? goal.done.en, placesOf(slots, outcome.result, language))
      .trim()
      .replace(/টা-এর/g, 'টার')
      .replace(/টা-এ(?=\s)/g, 'টায়')
    return {
      sentence: [/[.!?।…]$/u.test(done) || done === '' ? done : `${done}${language === 'hi' || language === 'bn' ? '।' : '.'}`, back].filter(Boolean).join(' '),
      more,
      state: over,
    }
  }
  if (outcome.status === 'unsure') return { sentence: [sayOf('unsure', language), back].filter(Boolean).join(' '), more, state: over }
  const mayTakeMessage = goal.tool !== 'take_message' && setting.policy.standardGoals.includes('take_message')
  if (!mayTakeMessage) return { sentence: [sayOf('failedPlainly', language), back].filter(Boolean).join(' '), more: '', state: { ...over, offered: null } }
  const said = Object.values(slots).map((it) => it.shown)
  return { sentence: sayOf('failed', language), more: '', state: { ...over, offered: 'take_message', unanswered: [goal.title, ...said].join(', ') } }
}

/** After an answer: what nobody could answer is offered as a message, unless it was none of the business's matters. */
export function afterAnswer(answer: { refused: boolean }, question: string, offTopic: boolean, state: DialogueState, setting: Setting): DialogueState {
  if (!answer.refused || offTopic || state.frames.length > 0 || !setting.policy.standardGoals.includes('take_message')) return state
  return { ...state, offered: 'take_message', unanswered: question }
}

/** Values for `{slot}` and, of what the tool answered, `{result.name}`: only plain values, a few words each. */
function placesOf(slots: Readonly<Record<string, Filled>>, result: unknown, language: LanguageCode): Record<string, string> {
  const places: Record<string, string> = {}
  for (const [name, filled] of Object.entries(slots)) places[name] = speakValue(shownIn(filled, language), language)
  if (typeof result === 'object' && result !== null)
    for (const [name, value] of Object.entries(result))
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') places[`result.${name}`] = String(value).slice(0, 300)
  if (typeof result === 'string' || typeof result === 'number') places['result'] = String(result).slice(0, 300)
  return places
}
