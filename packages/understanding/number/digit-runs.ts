import type { LanguageCode } from '@myna/language'
import type { CutWord } from '#number/cut-words.ts'
import { repeatOf } from '#number/number-words.ts'
import { numeralOf } from '#number/numeral-tables.ts'

/** Digits one word, or `double five`, or `ninety eight`, stands for. */
export type DigitPiece = { digits: string; start: number; end: number; written: boolean }
/** Pieces that stand together; `plus` when a plus sign, written or spoken, is before them; `from` and `to` are word indexes. */
export type DigitRun = { pieces: DigitPiece[]; plus: boolean; from: number; to: number }

const noughts = new Set(['oh', 'o', 'ओ', 'ओह', 'ও'])
const pluses = new Set(['plus', 'प्लस', 'প্লাস'])
const wordGap = /^[\s,.\-–()]{0,4}$/u
const writtenGap = /^[\s.\-–()/]{0,3}$/u

function pieceAt(words: readonly CutWord[], at: number, language: LanguageCode): { digits: string; length: number; written: boolean } | null {
  const word = words[at]?.form ?? ''
  if (/^\d/.test(word)) return word.includes(',') || word.length > 40 ? null : { digits: word.replace(/\./g, ''), length: 1, written: true }
  const repeat = repeatOf(word)
  if (repeat !== undefined) {
    const next = pieceAt(words, at + 1, language)
    return next !== null && next.digits.length === 1 ? { digits: next.digits.repeat(repeat), length: next.length + 1, written: false } : null
  }
  if (word === 'saath' || word === 'sath') return language === 'en' ? null : { digits: '7', length: 1, written: false }
  const numeral = numeralOf(word, language)
  if (numeral === null || numeral.hundred || !['unit', 'teen', 'ten', 'small'].includes(numeral.numeral.kind)) return null
  if (numeral.numeral.kind !== 'ten') return { digits: String(numeral.numeral.value), length: 1, written: false }
  const unit = numeralOf(words[at + 1]?.form ?? '', language)?.numeral
  const joins = unit?.kind === 'unit' && unit.value > 0
  return { digits: String(numeral.numeral.value + (joins ? unit.value : 0)), length: joins ? 2 : 1, written: false }
}

/** Whether a digit stands here, after two noughts more at most. */
function digitFollows(words: readonly CutWord[], at: number, language: LanguageCode): boolean {
  let pos = at
  while (pos < at + 2 && noughts.has(words[pos]?.form ?? '')) pos++
  return pieceAt(words, pos, language) !== null
}

/** Runs of digits, written in any grouping or spoken in any of the languages, of at least `least` digits. */
export function digitRuns(text: string, words: readonly CutWord[], language: LanguageCode, least: number): DigitRun[] {
  const runs: DigitRun[] = []
  let at = 0
  while (at < words.length) {
    const pieces: DigitPiece[] = []
    let count = 0
    let pos = at
    while (pos < words.length) {
      const word = words[pos]
      if (word === undefined) break
      const last = pieces.at(-1)
      const gap = last === undefined ? '' : text.slice(last.end, word.start)
      const nought =
        noughts.has(word.form) && (((pieces.length > 0 || word.form === 'oh') && digitFollows(words, pos + 1, language)) || (count >= 7 && word.form === 'oh'))
      const piece = nought ? { digits: '0', length: 1, written: false } : pieceAt(words, pos, language)
      if (piece === null || (last !== undefined && !(last.written && piece.written ? writtenGap : wordGap).test(gap))) break
      pieces.push({ digits: piece.digits, start: word.start, end: words[pos + piece.length - 1]?.end ?? word.end, written: piece.written })
      count += piece.digits.length
      pos += piece.length
    }
    if (count >= least) {
      const first = pieces[0]?.start ?? 0
      const plus = /\+[\s(]{0,2}$/.test(text.slice(Math.max(0, first - 4), first)) || pluses.has(words[at - 1]?.form ?? '')
      runs.push({ pieces, plus, from: at, to: pos })
    }
    at = Math.max(pos, at + 1)
  }
  return runs
}
