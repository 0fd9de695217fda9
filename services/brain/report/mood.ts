import type { CallReport } from '@myna/contracts/calls-report'
import type { Facts } from '#report/facts.ts'
import { asksRather, contrary, moodSigns } from '#report/mood-words.ts'

type Sentiment = CallReport['sentiment']

/** From here on, either way, a mood is told; below it nobody is sure. */
const sure = 2
/** Letters of one utterance that are looked at. */
const longest = 2_000
/** Letters beside a sign in which a contrary is looked for. */
const beside = 14

/**
 * The mood of one utterance: the weights of its signs, strongest first, each stretch of words counted once. A pleased sign with a contrary beside it is none, and half a
 * complaint; in a question only anger counts.
 */
export function moodOf(utterance: string): number {
  const text = utterance.slice(0, longest).normalize('NFC').replace(/[’‘]/g, "'")
  const asks = asksRather.test(text)
  const taken: [number, number][] = []
  let mood = 0
  for (const { weight, pattern } of moodSigns) {
    for (const found of text.matchAll(pattern)) {
      const [from, to] = [found.index, found.index + found[0].length]
      if (taken.some(([start, stop]) => from < stop && to > start)) continue
      taken.push([from, to])
      if (weight > 0) {
        if (asks) continue
        const before = text.slice(Math.max(0, from - beside), from)
        const after = text.slice(to, to + beside)
        const isContrary = contrary.test(clauseEnd(before)) || contrary.test(clauseStart(after))
        mood += isContrary ? (weight > 1 ? -1 : -1.5) : weight
      } else if (!asks || weight <= -3) mood += weight
    }
  }
  return mood
}

/** What a sentence by itself shows of its speaker's mood; neutral when unsure. */
export const sentimentOfText = (text: string): Sentiment => named(moodOf(text))

/**
 * The mood of a conversation: that of its words, each turn by 3 at most either way and the last third half as much again, and its signs: a third refusal and each
 * after it −1, each third interruption −1, asking to be left alone −2. Neutral when unsure; who was angry is pleased only by more than he was angry.
 */
export function sentimentOf(facts: Facts): Sentiment {
  const late = Math.floor((facts.said.length * 2) / 3)
  const moods = facts.said.map((text, at) => Math.max(-3, Math.min(3, moodOf(text))) * (at >= late && facts.said.length > 2 ? 1.5 : 1))
  const courtesies = moods.filter((it) => it > 0 && it < sure).length
  const words = moods.reduce((sum, it) => sum + it, 0)
  const refused = facts.asked.filter((it) => it.answer === null).length
  const optedOut = facts.wishes.some((it) => it.end === 'done' && it.goal === 'opt_out')
  const signs = -Math.max(0, refused - 2) - Math.floor(facts.interruptions / 3) - (optedOut ? 2 : 0)
  const mood = words + signs
  // Courtesies alone, however many, are manners.
  return named(mood > 0 && moods.every((it) => it < sure) && courtesies > 0 ? 0 : mood)
}

const named = (mood: number): Sentiment => (mood >= sure ? 'positive' : mood <= -sure ? 'negative' : 'neutral')

/** What stands in the same clause just before, and just after. */
const clauseEnd = (text: string) => text.split(/[,.;!?।]/).at(-1) ?? ''
const clauseStart = (text: string) => text.split(/[,.;!?।]/)[0] ?? ''
