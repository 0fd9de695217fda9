import { matchForm, tidyText } from '#normal-form.ts'

/** A word of a text: as compared, and where it stands in the tidied text. */
export type Token = { word: string; start: number; end: number }

const wordPattern = /24\s?(?:[x×*]|\/)\s?7|\d+(?:,\d{2,3})+(?:\.\d+)?|\d+\.\d+|\d+(?=[\u0900-\u09ff])|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/giu
const oneLetterPrefix =
  /(?<![\p{L}\p{N}])(e|x|t|wi|hi|o)-(mail|ray|rays|shirt|shirts|fi|commerce|ring|books?|tickets?|bikes?|rickshaws?|learning|paper|bill|gift)(?![\p{L}])/giu

/** The words of a text in order. `24/7` is one word, `e-mail` is `email`, `1,000` is `1000`; other hyphens part words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of withoutPrefixHyphens(text).matchAll(wordPattern)) {
    const raw = match[0]
    const word = wordFormOf(raw)
    if (word) tokens.push({ word, start: match.index, end: match.index + raw.length })
  }
  return tokens
}

/** The words of `tokensOf` without their places, for long texts read often. */
export function wordsIn(text: string): string[] {
  const words: string[] = []
  for (const raw of withoutPrefixHyphens(text).match(wordPattern) ?? []) {
    const word = wordFormOf(raw)
    if (word) words.push(word)
  }
  return words
}

function withoutPrefixHyphens(text: string): string {
  const tidy = tidyText(text)
  return tidy.includes('-') ? tidy.replace(oneLetterPrefix, '$1$2') : tidy
}

const wordFormOf = (raw: string) => (!beginsWithDigit(raw) ? matchForm(raw) : /^24\s?\D\s?7$/.test(raw) ? '24x7' : matchForm(raw.replace(/,/g, '')))

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
