import { type CutWord, cutWords } from '#number/cut-words.ts'
import type { Entity } from '#entity.ts'
import type { Situation } from '#situation.ts'

/** An utterance as the finders read it: its words, and which stretches are spoken for already. */
export type Utterance = { text: string; words: readonly CutWord[]; forms: readonly string[]; situation: Situation; taken: Entity[] }

/** An utterance of at most 8,000 characters, cut once for every finder. */
export function readUtterance(text: string, situation: Situation, taken: readonly Entity[]): Utterance {
  const words = cutWords(text.slice(0, 8_000))
  return { text, words, forms: words.map((it) => it.form), situation, taken: [...taken] }
}

/** Whether nothing taken overlaps the stretch. */
export const isFree = (utterance: Utterance, start: number, end: number): boolean => utterance.taken.every((it) => end <= it.start || start >= it.end)

/** Whether the word at this index is there and spoken for by nothing. */
export function freeWord(utterance: Utterance, at: number): boolean {
  const word = utterance.words[at]
  return word !== undefined && isFree(utterance, word.start, word.end)
}

/** What stands between a word and the one before it, at most 12 characters; empty before the first. */
export function gapBefore(utterance: Utterance, at: number): string {
  const before = utterance.words[at - 1]
  const word = utterance.words[at]
  return before === undefined || word === undefined ? '' : utterance.text.slice(before.end, Math.min(word.start, before.end + 12))
}
