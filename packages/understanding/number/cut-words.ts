import { matchForm } from '@myna/language'
import { plainDigits } from '#number/digits.ts'

/** A word of a text as given: `form` as it is compared, digits as 0–9; UTF-16 offsets into the text, `end` not included. */
export type CutWord = { form: string; start: number; end: number }

const pattern = /\p{Nd}+(?:,\p{Nd}{2,3})*(?:\.\p{Nd}+)?|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}\u200c\u200d]|['’](?=\p{L}))*/gu

/** The words of a text without tidying it first, so that offsets stay. Digits part from letters behind them (`10kg`), not from letters before (`b2b`). */
export function cutWords(text: string): CutWord[] {
  const words: CutWord[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match[0].length > 80 ? match[0].slice(0, 80) : match[0]
    const form = /^\p{Nd}/u.test(raw) ? plainDigits(raw) : matchForm(raw.replace(/[\u200c\u200d]/g, '').replace(/’/g, "'"))
    if (form !== '') words.push({ form, start: match.index, end: match.index + match[0].length })
  }
  return words
}
