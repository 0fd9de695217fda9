import { matchForm, tidyText } from '#normal-form.ts'

/** A word of a text: as compared, and where it stands in the tidied text. */
export type Token = { word: string; start: number; end: number }

const wordPattern = /24\s?(?:[x×*]|\/)\s?7|\d+(?:,\d{2,3})+(?:\.\d+)?|\d+\.\d+|\d+(?=[\u0900-\u09ff])|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/giu
const oneLetterPrefix =
  /(?<![\p{L}\p{N}])(e|x|t|wi|hi|o)-(mail|ray|rays|shirt|shirts|fi|commerce|ring|books?|tickets?|bikes?|rickshaws?|learning|paper|bill|gift)(?![\p{L}])/giu

/** The words of a text in order. `24/7` is one word, `e-mail` is `email`, `1,000` is `1000`; other hyphens part words. */
export function tokensOf(text: string): Token[] {
  const tidied = tidyText(text)
  const tidy = tidied.includes('-') ? tidied.replace(oneLetterPrefix, '$1$2') : tidied
  const tokens: Token[] = []
  for (const match of tidy.matchAll(wordPattern)) {
    const raw = match[0]
    const word = !beginsWithDigit(raw) ? matchForm(raw) : /^24\s?\D\s?7$/.test(raw) ? '24x7' : matchForm(raw.replace(/,/g, ''))
    if (word) tokens.push({ word, start: match.index, end: match.index + raw.length })
  }
  return tokens
}

const beginsWithDigit = (word: string) => {
  const code = word.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** The script most letters of a word belong to. */
export function scriptOf(word: string): 'latin' | 'devanagari' | 'bengali' | 'number' | 'other' {
  if (/[\u0980-\u09ff]/.test(word)) return 'bengali'
  if (/[\u0900-\u097f]/.test(word)) return 'devanagari'
  if (/[a-z]/i.test(word)) return 'latin'
  if (/\d/.test(word)) return 'number'
  return 'other'
}
