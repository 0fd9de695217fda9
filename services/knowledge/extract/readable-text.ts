const blanks = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const invisible = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\ufffd]|(?![\t\n\f\r])\p{Cc}/gu
/** Dots that lead the eye from a name to its price. */
const leaders = /\.{4,}|(?:\s\.){4,}/g
const joiner = /[\u200c\u200d]/g
const plain = /^[\x20-\x7e]*$/
const indic = /[\u0900-\u0dff]/

/** Text as a reader sees it: runs of blanks and dot leaders as one space, no invisible marks, composed characters; joiners stay only in Indic scripts. */
export function readable(text: string): string {
  if (plain.test(text) && !text.includes('  ') && !text.includes('....')) return text
  let read = text.replace(invisible, '').replace(leaders, ' ').replace(blanks, ' ')
  if (!indic.test(read)) read = read.replace(joiner, '')
  return read.normalize('NFC')
}

const wordEnd = /[\p{L}\p{N}\p{M}]$/u
const wordStart = /^[\p{L}\p{N}]/u
const twoLetters = /[\p{L}\p{N}\p{M}]{2}$/u
const lower = /\p{Ll}$/u
const upper = /^\p{Lu}/u
const digit = /^\d/

/** Whether a space belongs between two stretches that touch where an inline element begins or ends; `siblings` when one element ends and the next begins there. */
export function needsSpace(before: string, after: string, siblings: boolean): boolean {
  if (/[:;,]$/.test(before) && wordStart.test(after)) return !(/\d[:,]$/.test(before) && digit.test(after))
  if (siblings && twoLetters.test(before) && /^[+₹$€£৳(]/.test(after)) return true
  if (!wordEnd.test(before) || !wordStart.test(after)) return false
  if (lower.test(before) && upper.test(after)) return twoLetters.test(before)
  if (!siblings) return false
  const long = twoLetters.test(before)
  if (digit.test(after)) return long && !/\d$/.test(before)
  return long && /^[\p{L}\p{N}]{2}/u.test(after)
}

const nonBlank = /\S/

/** Lines of a block's text, trimmed, none empty. */
export function linesOf(text: string): string[] {
  if (!text.includes('\n')) return [text]
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => nonBlank.test(line))
}
