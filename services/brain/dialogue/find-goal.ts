import type { Goal, HandOff, Policy } from '@myna/contracts/dialogue'
import { meaningsOf } from '@myna/language'
import { acts } from '@myna/understanding'
import { joins, moveWords, stopping } from '#dialogue/reply-words.ts'
import { type Heard, means, sureIntent } from '#dialogue/heard.ts'
import { type BuiltInGoal, standardGoalTable } from '#dialogue/standard-goals.ts'

/** Of an utterance so much is compared with phrases, in UTF-16 units. */
const longestSaid = 500
/** From this likeness on an utterance counts as one of the phrases. */
const alike = 0.6
/** From this likeness on a phrase was said, and little else. */
const nothingElse = 0.9
/** From this likeness on all of a phrase was said. */
const wholePhrase = 0.8

/** Goals an agent has, its own first. */
export function goalsOf(policy: Policy): BuiltInGoal[] {
  const own = policy.goals.filter((goal) => goal.name !== '')
  const names = new Set(own.map((goal) => goal.name))
  return [...own, ...policy.standardGoals.filter((name) => !names.has(name)).map((name) => standardGoalTable[name])]
}

/** The goal an utterance starts: one of the agent's own whose phrases it is, else one for its intent, else a built-in one by its phrases. */
export function findGoal(heard: Heard, policy: Policy): BuiltInGoal | undefined {
  const goals = goalsOf(policy)
  const own = byPhrase(policy.goals, heard.text)
  if (own) return own
  const phrased = phrasedGoal(heard, policy)
  if (phrased) return phrased
  // To move a meeting there must be a word of moving; without one a time is asked for anew.
  const intent = heard.intent === 'reschedule' && !moveWords.test(heard.text) ? 'schedule_meeting' : heard.intent
  const plain = intent !== 'opt_out' || stopping.test(heard.text)
  const meant = plain && heard.confidence >= sureIntent ? goals.find((goal: Goal) => goal.intents.includes(intent)) : undefined
  if (meant) return meant
  if (means(heard, ...acts)) return undefined
  // A question is looked up unless it holds all of a phrase.
  return byPhrase(goals, heard.text, means(heard, 'ask_question') ? wholePhrase : alike)
}

/** The goal of which an utterance is hardly more than one of the phrases. */
export const phrasedGoal = (heard: Heard, policy: Policy): BuiltInGoal | undefined =>
  byPhrase(goalsOf(policy), joins.test(heard.text) ? heard.text : withoutThings(heard), nothingElse)

/** An utterance without the times, names and numbers in it. */
const withoutThings = ({ text, entities }: Heard) =>
  [...entities].sort((a, b) => b.start - a.start).reduce((left, it) => `${left.slice(0, it.start)} ${left.slice(it.end)}`, text)

/** The other agent an utterance belongs to. */
export const findHandOff = (heard: Heard, policy: Policy): HandOff | undefined => byPhrase(policy.handOffs, heard.text)

function byPhrase<T extends { phrases: readonly string[] }>(from: readonly T[], text: string, least = alike): T | undefined {
  if (from.every((it) => it.phrases.length === 0)) return undefined
  const said = new Set(meaningsOf(text.slice(0, longestSaid)))
  let best: { it: T; likeness: number } | undefined
  for (const it of from)
    for (const phrase of it.phrases) {
      const likeness = likenessOf(said, new Set(meaningsOf(phrase)))
      if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { it, likeness }
    }
  return best?.it
}

/** How much of the phrase is in what was said (most), and how much else was said (a little). */
function likenessOf(said: ReadonlySet<string>, phrase: ReadonlySet<string>): number {
  // One meaning alone is too little to go by among many.
  if (phrase.size === 0 || said.size === 0 || (phrase.size === 1 && said.size > 2)) return 0
  const shared = [...phrase].filter((it) => said.has(it)).length
  return 0.8 * (shared / phrase.size) + 0.2 * (shared / said.size)
}
