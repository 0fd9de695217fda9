import type { LanguageCode } from '@myna/language'
import { plainDigits } from '#number/digits.ts'
import { numeralOf } from '#number/numeral-tables.ts'

/** A word, a number or a mark of a text, and where it stands in it. */
export type Word = {
  /** The spellings it is looked up by, its own first; those that begin with `~` are of Indian words in Latin letters. */
  keys: string[]
  start: number
  end: number
  /** In digits 0–9, empty when it is no number written in digits. */
  digits: string
  /** No space before it. */
  tight: boolean
  letters: boolean
  capital: boolean
}

const pattern = /\p{Nd}+|[\p{L}\p{M}\u200c\u200d]+(?:['’](?=\p{L})[\p{L}\p{M}\u200c\u200d]+)*|[^\s]/gu
const classifier = /^(.+?)(টা(?:য়|য়|র|তে)?|টে(?:র|য়|য়)?|টো(?:র|য়|য়)?)$/u
const latinClassifier = /^([a-z]{2,})(ta|tay|tai|tar|te|ter|to|toy|tor)$/i
const bengaliEndings = ['যের', 'ের', 'র', 'ে', 'তে', 'কে', 'টার', 'টা', 'টি', 'ই', 'ও', 'য', 'গুলো']
const hindiEndings = ['को', 'से', 'तक', 'का', 'के', 'कि', 'में', 'हि', 'भी']
const latinEndings = ['er', 'e', 'te', 'ke', 'r', 'y', 'i']

/** An Indian word in Latin letters whatever its spelling: long vowels, doubled letters, `w` and `z` told apart no more. */
export const foldLatin = (word: string): string =>
  `~${word
    .replace(/aa+/g, 'a')
    .replace(/ee+|ii+/g, 'i')
    .replace(/oo+|uu+/g, 'u')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/([a-z])\1+/g, '$1')}`

/** A word of an Indian script whatever its spelling: without nuktas, nasal marks before a stop as a dot, long and short `i` and `u` alike. */
export const foldScript = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/[\u093c\u09bc\u0981\u200c\u200d]/g, '')
    .replace(/\u0901/g, '\u0902')
    .replace(/म्(?=[पफबभ])|न्(?=[कखगघचछजझटठडढतथदध])|ण्(?=[टठडढ])|ञ्(?=[चज])/g, 'ं')
    .replace(/ी/g, 'ि')
    .replace(/ू/g, 'ु')
    .replace(/ী/g, 'ি')
    .replace(/ূ/g, 'ু')
    .replace(/ণ/g, 'ন')

/** The spelling a word of the tables is kept under. `roman` for Indian words in Latin letters. */
export function keyOf(word: string, roman: boolean): string {
  const plain = word.toLowerCase().replace(/['’]/g, '')
  if (/^[\x20-\x7e]*$/.test(plain)) return roman && /^[a-z]+$/.test(plain) ? foldLatin(plain) : plain
  return foldScript(plain)
}

const withoutEndings = (key: string, endings: readonly string[], least: number): string[] => {
  const stems: string[] = []
  for (const ending of endings) if (key.endsWith(ending) && key.length - ending.length >= least) stems.push(key.slice(0, -ending.length))
  return stems
}

/** English words that would fold into Indian ones: `rate` is no `raate`. */
const neverIndian = new Set(['rate', 'rates', 'mass', 'pare', 'bare', 'shape', 'sales', 'sale'])

function keysOf(raw: string, language: LanguageCode): string[] {
  if (raw.length > 32) return [raw.slice(0, 8)]
  const plain = keyOf(raw, false)
  if (/^[a-z]+$/.test(plain)) {
    if (neverIndian.has(plain)) return [plain]
    const folded = foldLatin(plain)
    return language === 'bn' ? [plain, folded, ...withoutEndings(folded, latinEndings, 3)] : [plain, folded]
  }
  if (/[\u0980-\u09ff]/.test(plain)) {
    const stems = withoutEndings(plain, bengaliEndings, 2)
    return [plain, ...stems, ...(/[ইও]$/.test(plain) ? withoutEndings(plain.slice(0, -1), bengaliEndings, 2) : [])]
  }
  if (/[\u0900-\u097f]/.test(plain)) return [plain, ...withoutEndings(plain, hindiEndings, 2)]
  return [plain]
}

/** Cuts a text into words, numbers and marks; `3pm` is two, `তিনটায়` too, `p.m.` is one. Offsets are of the text as given. */
export function readWords(text: string, language: LanguageCode): Word[] {
  const words: Word[] = []
  let before = 0
  const push = (raw: string, start: number) => {
    const digits = /^\p{Nd}/u.test(raw) ? plainDigits(raw).replace(/\D/g, 'x') : ''
    const letters = digits === '' && /^\p{L}/u.test(raw)
    words.push({
      keys: digits === '' ? (letters ? keysOf(raw, language) : [raw === '‑' || raw === '−' ? '-' : raw]) : [digits],
      start,
      end: start + raw.length,
      digits: digits.includes('x') ? '' : digits,
      tight: start === before && start > 0,
      letters,
      capital: letters && raw[0] !== raw[0]?.toLowerCase(),
    })
    before = start + raw.length
  }
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const first = words.at(-1)
    if (/^[.]$/.test(raw) && joinsMeridiem(words)) {
      if (first !== undefined) first.end = match.index + 1
      before = match.index + 1
      continue
    }
    if (/^m$/i.test(raw) && first?.keys[0] === '.' && first.tight && /^[ap]$/.test(words.at(-2)?.keys[0] ?? '')) {
      words.pop()
      const letter = words.at(-1)
      if (letter !== undefined) Object.assign(letter, { keys: [`${letter.keys[0]}m`], end: match.index + 1 })
      before = match.index + 1
      continue
    }
    const cut = raw.length > 24 ? null : (classifier.exec(raw) ?? (language === 'en' ? null : latinClassifier.exec(raw)))
    const stem = cut?.[1]
    if (stem !== undefined && cut?.[2] !== undefined && isNumeral(stem)) {
      push(stem, match.index)
      push(cut[2], match.index + stem.length)
    } else push(raw, match.index)
  }
  return words
}

/** `p.m` waits for its second point. */
const joinsMeridiem = (words: readonly Word[]) => {
  const last = words.at(-1)
  return last !== undefined && last.end - last.start === 3 && /^[ap]m$/.test(last.keys[0] ?? '')
}

const isNumeral = (stem: string) => {
  const numeral = numeralOf(stem, 'bn')?.numeral
  return stem === 'ন' || /^dh?er$/i.test(stem) || (numeral !== undefined && (numeral.kind === 'small' || numeral.kind === 'fraction'))
}
