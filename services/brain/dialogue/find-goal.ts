import type { Goal, HandOff, Policy } from '@myna/contracts/dialogue'
import { bengaliFunctionWords, englishFunctionWords, hindiFunctionWords, hinglishFunctionWords, readConcepts, stem, tokensOf } from '@myna/language'
import { type Heard, sureIntent } from '#dialogue/heard.ts'
import { type BuiltInGoal, standardGoalTable } from '#dialogue/standard-goals.ts'

/** From this likeness on an utterance counts as one of the phrases. */
const alike = 0.6

/** Goals an agent has, its own first. */
export function goalsOf(policy: Policy): BuiltInGoal[] {
  const own = policy.goals.filter((goal) => goal.name !== '')
  const names = new Set(own.map((goal) => goal.name))
  return [...own, ...policy.standardGoals.filter((name) => !names.has(name)).map((name) => standardGoalTable[name])]
}

/** The goal an utterance starts: one of whose phrases it is, else one for its intent. */
export function findGoal(heard: Heard, policy: Policy): BuiltInGoal | undefined {
  const goals = goalsOf(policy)
  return byPhrase(goals, heard.text) ?? (heard.confidence >= sureIntent ? goals.find((goal: Goal) => goal.intents.includes(heard.intent)) : undefined)
}

/** The other agent an utterance belongs to. */
export const findHandOff = (heard: Heard, policy: Policy): HandOff | undefined => byPhrase(policy.handOffs, heard.text)

function byPhrase<T extends { phrases: readonly string[] }>(from: readonly T[], text: string): T | undefined {
  if (from.every((it) => it.phrases.length === 0)) return undefined
  const said = meaningOf(text)
  let best: { it: T; likeness: number } | undefined
  for (const it of from)
    for (const phrase of it.phrases) {
      const likeness = likenessOf(said, meaningOf(phrase))
      if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { it, likeness }
    }
  return best?.it
}

/** What a text is about, whatever its language: concepts, and stems of words that carry meaning but have no concept. */
function meaningOf(text: string): Set<string> {
  const words = tokensOf(text.slice(0, 500)).map(({ word }) => word)
  const meaning = new Set<string>()
  const covered = new Set<number>()
  for (const { concepts, from, to } of readConcepts(words, true)) {
    const first = concepts[0]
    if (first !== undefined) meaning.add(`=${first}`)
    for (let at = from; at < to; at++) covered.add(at)
  }
  words.forEach((word, at) => {
    if (!covered.has(at) && !isFunctionWord(word)) meaning.add(stem(word))
  })
  return meaning
}

const isFunctionWord = (word: string) =>
  englishFunctionWords.has(word) || hindiFunctionWords.has(word) || hinglishFunctionWords.has(word) || bengaliFunctionWords.has(word)

/** How much of the phrase is in what was said (most), and how much else was said (a little). */
function likenessOf(said: ReadonlySet<string>, phrase: ReadonlySet<string>): number {
  if (phrase.size === 0 || said.size === 0) return 0
  const shared = [...phrase].filter((it) => said.has(it)).length
  return 0.8 * (shared / phrase.size) + 0.2 * (shared / said.size)
}
