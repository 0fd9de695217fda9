import { bengaliFunctionWords, englishFunctionWords, hindiFunctionWords, hinglishFunctionWords, type LanguageCode } from '@myna/language'
import { readNumber } from '#number/number-words.ts'
import { numeralOf } from '#number/numeral-tables.ts'
import type { Frame } from '#time/frame.ts'
import { isSurelyRoman, type Meaning, meaningsAt } from '#time/lexicon.ts'
import { readWords, type Word } from '#time/read-words.ts'

/** A number at a word: in digits, or named; `words` is how many it takes. */
export type Numeral = { value: number; length: number; named: boolean }

/** A text being read: its words, and what stands at each, worked out once. */
export type Reading = {
  text: string
  words: readonly Word[]
  language: LanguageCode
  country: string
  /** What the words from one on say. */
  meanings: (at: number) => readonly Meaning[]
  number: (at: number) => Numeral | null
}

/** Part of a text understood: what it says and the word after its last. */
export type Found = { frame: Frame; end: number }

/** A text made ready to be read; Indian words in Latin letters count when the language or another word says so. */
export function readingOf(text: string, language: LanguageCode, country: string): Reading {
  const words = readWords(text, language)
  const roman = language !== 'en' || words.some(isSurelyRoman)
  const known: (readonly Meaning[] | undefined)[] = []
  const numbers: (Numeral | null | undefined)[] = []
  const plain = words.map((word) => (word.digits === '' ? text.slice(word.start, word.end) : word.digits))
  const languages: LanguageCode[] = roman ? [language === 'en' ? 'hinglish' : language, ...(language === 'bn' ? (['hinglish'] as const) : [])] : [language]
  const number = (at: number): Numeral | null => {
    const word = words[at]
    if (word === undefined) return null
    if (word.digits !== '') return writtenNumber(words, at)
    if (!word.letters || word.end - word.start > 24) return null
    if (language === 'bn' && /^(?:sh|s)aa?re$/i.test(plain[at] ?? '')) {
      const whole = number(at + 1)
      return whole === null ? null : { value: whole.value + 0.5, length: whole.length + 1, named: true }
    }
    if (language === 'bn' && /^dh?er$/i.test(plain[at] ?? '')) return { value: 1.5, length: 1, named: true }
    const share = language === 'bn' && plain[at + 1] === 'ন' ? shares[(plain[at] ?? '').normalize('NFC').replace(/\u09bc/g, '')] : undefined
    if (share !== undefined && /^(?:টা|টে|টো)/.test(plain[at + 2] ?? '')) return { value: 9 + share, length: 2, named: true }
    if (plain[at] === 'ন' && /^(?:টা|টে|টো)/.test(plain[at + 1] ?? '')) return { value: 9, length: 1, named: true }
    for (const it of languages) {
      if (numeralOf(plain[at] ?? '', it) === null) continue
      const read = readNumber(plain, at, it)
      if (read !== null) return { ...read, named: true }
    }
    return null
  }
  return {
    text,
    words,
    language,
    country,
    meanings: (at) => (known[at] ??= meaningsAt(words, at, roman)),
    number: (at) => {
      const memo = numbers[at]
      if (memo !== undefined) return memo
      const read = number(at)
      numbers[at] = read
      return read
    },
  }
}

/** What stands before an hour in Bengali adds: `সাড়ে নটা`. */
const shares: Record<string, number> = { সাডে: 0.5, সোযা: 0.25, সওযা: 0.25, পৌনে: -0.25 }

function writtenNumber(words: readonly Word[], at: number): Numeral | null {
  const whole = words[at]?.digits ?? ''
  if (whole.length > 9) return null
  const [point, part, after] = [words[at + 1], words[at + 2], words[at + 3]]
  const decimal = point?.keys[0] === '.' && point.tight && part?.tight === true && part.digits !== '' && part.digits.length < 4
  if (decimal && !(after?.keys[0] === '.' && after.tight && words[at + 4]?.tight === true && words[at + 4]?.digits !== ''))
    return { value: Number(`${whole}.${part.digits}`), length: 3, named: false }
  return { value: Number(whole), length: 1, named: false }
}

/** The longest meaning of a kind at a word. */
export const find = (reading: Reading, at: number, kind: string): Meaning | undefined => reading.meanings(at).find((it) => it.kind === kind)

/** Where the words of a kind end; the same place when there are none. */
export const skip = (reading: Reading, at: number, kind: string): number => at + (find(reading, at, kind)?.length ?? 0)

/** Whether one mark stands at a word. */
export const isMark = (reading: Reading, at: number, mark: string): boolean => reading.words[at]?.keys[0] === mark

/** Where the small words end that may stand inside one expression, four at most. */
export function skipGlue(reading: Reading, at: number): number {
  let end = at
  for (let i = 0; i < 4; i++) {
    const glue = find(reading, end, 'glue')
    if (glue === undefined) break
    end += glue.length
  }
  return end
}

const enders = new Set(
  'meeting call appointment schedule book please pls remind reminder set demo visit visits meet it again okay ok thanks thank slot booking confirm sharp works work possible instead both latest today office online'.split(
    ' ',
  ),
)

/**
 * Whether what ends before a word may be a bare number that means a time: the end of the text, a mark or a small word follows, not a thing that is counted.
 */
export function standsAlone(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  if (word === undefined) return true
  if (word.digits !== '') return false
  const key = word.keys[0] ?? ''
  if (!word.letters)
    return !(/[%/:$₹€£*×+=#°]/.test(key) || (/[.,-]/.test(key) && reading.words[at + 1]?.tight === true && reading.words[at + 1]?.digits !== ''))
  if (enders.has(key)) return true
  const kinds = reading.meanings(at)
  if (
    kinds.some((it) =>
      ['stop', 'glue', 'till', 'on', 'gen', 'day', 'either', 'weekday', 'rel', 'part', 'tonight', 'ahead', 'and', 'sep', 'in', 'mein', 'after', 'for'].includes(
        it.kind,
      ),
    )
  )
    return true
  return (
    englishFunctionWords.has(key) || hinglishFunctionWords.has(key) || hindiFunctionWords.has(key) || bengaliFunctionWords.has(key) || /(?:ing|ed)$/.test(key)
  )
}
