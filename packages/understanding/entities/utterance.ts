import { type CutWord, cutWords } from '#number/cut-words.ts'
import type { Entity } from '#entity.ts'
import type { Situation } from '#situation.ts'

/** An utterance as the finders read it: its words, and which stretches are spoken for already. */
export type Utterance = { text: string; words: readonly CutWord[]; forms: readonly string[]; situation: Situation; covered: Uint8Array }

/** An utterance of at most 8,000 characters, cut once for every finder. */
export function readUtterance(text: string, situation: Situation, taken: readonly Entity[]): Utterance {
  const words = cutWords(text.slice(0, 8_000))
  const utterance: Utterance = { text, words, forms: words.map((it) => it.form), situation, covered: new Uint8Array(text.length + 1) }
  for (const entity of taken) take(utterance, entity)
  return utterance
}

/** Marks the stretch of an entity as spoken for. */
export function take({ covered }: Utterance, { start, end }: Entity): void {
  covered.fill(1, Math.max(0, start), Math.max(0, end))
}

/** Whether nothing taken overlaps the stretch. */
export const isFree = ({ covered }: Utterance, start: number, end: number): boolean => !covered.subarray(start, end).includes(1)

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
