import { bengaliFunctionWords, type LanguageCode, matchForm } from '@myna/language'
import { plainDigits, writtenAmount } from '#number/digits.ts'
import { type Numeral, numeralOf } from '#number/numeral-tables.ts'
import { englishOrdinal, ordinalOf, ordinalSuffixes } from '#number/ordinal-words.ts'

/** A number read from words: `length` counts the words it takes. */
export type NumberReading = { value: number; length: number }

const imperatives = new Set(
  `kar karke karwa karva kara bata de bhej dikha bana banwa mila laga lagwa hata rakh likh bol sun suna kha la le chhod chod khol chala bula samjha padh padha dilwa dila
  mangwa nikal daal dal jod mita badal jaane jane hone rehne rahne karne cancel add book schedule reschedule create set update delete send save call remind reminder mark close
  open note confirm change assign fix forward remove log transfer connect arrange move shift mail email message`.split(/\s+/),
)
const afterImperative = new Set(
  'na please plz pls ji jee you not we i they it this that mujhe mujhko humein hume kal aaj abhi jaldi ki ke ka aur yaar bhai thank thanks ok okay'.split(' '),
)
const chosen = new Set(['option', 'number', 'press', 'choice', 'vikalp', 'room', 'विकल्प', 'नंबर', 'ऑप्शन', 'कमरा', 'level', 'table', 'no'])
const joined = new Set(['and'])
const points = new Set(['point', 'पॉइंट', 'पॉइन्ट', 'प्वाइंट', 'पॉइट', 'दशमलव', 'dashamlav', 'dashamlava', 'দশমিক', 'পয়েন্ট', 'doshomik'].map(matchForm))
const repeats: Record<string, number> = { double: 2, triple: 3, डबल: 2, ट्रिपल: 3, ডাবল: 2, ডবল: 2, ট্রিপল: 3 }

/** How often `double` and `triple`, in any script, say the digit after them; undefined for any other word. */
export const repeatOf = (word: string): number | undefined => repeats[word.toLowerCase()]

/** Words spelt as numerals are none here: an imperative (`bata do`), with (`ke saath`), is not (`ঠিক নয়`). */
function isOtherWord(words: readonly string[], at: number): boolean {
  const word = (words[at] ?? '').toLowerCase()
  const before = (words[at - 1] ?? '').toLowerCase()
  const after = (words[at + 1] ?? '').toLowerCase()
  if (word === 'do' || word === 'दो') {
    const imperativeBefore =
      word === 'do'
        ? imperatives.has(before)
        : /^(?:कर|बता|दे|भेज|दिखा|बना|मिला|लगा|हटा|रख|लिख|बोल|सुना|ला|ले|छोड़|खोल|चला|बुला|करवा|कैंसिल|बुक|डाल|जोड़|बदल|होने|करने)$/.test(before)
    const last = at > 0 && (after === '' || afterImperative.has(after)) && !chosen.has(before) && !numberBefore(words, at)
    return imperativeBefore || last
  }
  if (word === 'saath') return /^(?:ke|mere|uske|unke|humare|hamare|apne|aapke|iske|tumhare|inke)$/.test(before) || words.length === 1 || after === ''
  if (matchForm(word) === matchForm('নয়'))
    return at > 0 && (after === '' || (bengaliFunctionWords.has(after) && !countedBy.test(after))) && !numberBefore(words, at)
  return false
}

/** Endings that only stand on what is counted: `নয়টা` is nine. */
const countedBy = /^(?:টা|টি|টে|খানা|জন)$/

const numberBefore = (words: readonly string[], at: number) => {
  const before = words[at - 1] ?? ''
  return /^\p{Nd}+$/u.test(before) || numeralOf(before, 'hinglish') !== null
}

const numeralAt = (words: readonly string[], at: number, language: LanguageCode) => {
  const word = words[at]
  return word === undefined || isOtherWord(words, at) ? null : numeralOf(word, language)
}

/** Nought to ninety-nine in names, or undefined. */
function readSmall(words: readonly string[], at: number, language: LanguageCode): (NumberReading & { english: boolean; hundred: boolean }) | undefined {
  const first = numeralAt(words, at, language)
  if (first === null || !['unit', 'teen', 'ten', 'small'].includes(first.numeral.kind)) return undefined
  const { numeral, hundred } = first
  if (numeral.kind !== 'ten') return { value: numeral.value, length: 1, english: numeral.english, hundred }
  const second = numeralAt(words, at + 1, language)?.numeral
  const joins = second?.kind === 'unit' && second.value > 0
  return { value: numeral.value + (joins ? second.value : 0), length: joins ? 2 : 1, english: true, hundred }
}

const scaleAt = (words: readonly string[], at: number, language: LanguageCode) => {
  const numeral = numeralAt(words, at, language)?.numeral
  return numeral?.kind === 'scale' ? numeral.value : undefined
}

type Group = NumberReading & { written: boolean }

/** Digits after a spoken point: `point two five`. */
function readDecimals(words: readonly string[], at: number, language: LanguageCode): { digits: string; length: number } | null {
  if (!points.has(matchForm(words[at] ?? ''))) return null
  let digits = ''
  let pos = at + 1
  while (digits.length < 9) {
    const word = words[pos] ?? ''
    if (/^\p{Nd}{1,9}$/u.test(word)) return digits === '' ? { digits: plainDigits(word), length: pos + 1 - at } : { digits, length: pos - at }
    const small = readSmall(words, pos, language)
    if (small === undefined || small.hundred || (small.value > 9 && digits !== '')) break
    digits += String(small.value)
    pos += small.length
    if (small.value > 9) break
  }
  return digits === '' ? null : { digits, length: pos - at }
}

const shifts: Partial<Record<Numeral['kind'], number>> = { 'half-more': 0.5, 'quarter-more': 0.25, 'quarter-less': -0.25 }

/** A fraction by name (`डेढ़`, `sawa do`, `सवा लाख`), without its scale. */
function readFraction(words: readonly string[], at: number, language: LanguageCode): Group | null {
  const first = numeralAt(words, at, language)
  if (first === null) return null
  if (first.numeral.kind === 'fraction') return { value: first.numeral.value * (first.hundred ? 100 : 1), length: 1, written: false }
  const shift = shifts[first.numeral.kind]
  if (shift === undefined) return null
  const written = writtenAmount(words[at + 1] ?? '')
  const whole = written === null ? readSmall(words, at + 1, language) : { value: written, length: 1, hundred: false }
  if (whole !== undefined) return { value: (whole.value + shift) * (whole.hundred ? 100 : 1), length: 1 + whole.length, written: written !== null }
  return scaleAt(words, at + 1, language) !== undefined && shift !== 0.5 ? { value: 1 + shift, length: 1, written: false } : null
}

/** Below a thousand in words, or whatever is written in digits; without the scales from thousand on. */
function readGroup(words: readonly string[], at: number, language: LanguageCode): Group | null {
  const fraction = readFraction(words, at, language)
  if (fraction !== null) {
    const hundred = scaleAt(words, at + fraction.length, language) === 100
    return hundred ? { ...fraction, value: fraction.value * 100, length: fraction.length + 1 } : fraction
  }
  const word = words[at] ?? ''
  const written = writtenAmount(word)
  const article = (word === 'a' || word === 'an') && language === 'en' && scaleAt(words, at + 1, language) !== undefined
  const bare = scaleAt(words, at, language)
  const small = written === null && !article ? readSmall(words, at, language) : undefined
  if (written === null && small === undefined && !article && bare === undefined) return null
  let value = written ?? small?.value ?? 1
  let pos = at + (written !== null || article ? 1 : (small?.length ?? 0))
  const decimals = written === null || Number.isInteger(written) ? readDecimals(words, pos, language) : null
  if (decimals !== null && !article && bare === undefined)
    return { value: Number(`${value}.${decimals.digits}`), length: pos + decimals.length - at, written: written !== null }
  const hundred = small?.hundred === true || scaleAt(words, pos, language) === 100
  if (hundred) {
    value *= 100
    if (small?.hundred !== true) pos++
    const skip = joined.has(words[pos] ?? '') ? 1 : 0
    const rest = readSmall(words, pos + skip, language)
    if (rest !== undefined && !rest.hundred && rest.value > 0 && scaleAt(words, pos + skip + rest.length, language) !== 100) {
      value += rest.value
      pos += skip + rest.length
    }
  } else if (small?.english === true && (value === 19 || value === 20) && language !== 'bn') {
    const year = readYearEnd(words, pos, language)
    if (year !== null) return { value: value * 100 + year.value, length: pos + year.length - at, written: false }
  }
  return { value, length: pos - at, written: written !== null }
}

/** The second half of a year as English says it: `ninety nine`, `twenty six`, `oh five`. */
function readYearEnd(words: readonly string[], at: number, language: LanguageCode): NumberReading | null {
  if (/^(?:oh|o)$/i.test(words[at] ?? '')) {
    const unit = readSmall(words, at + 1, language)
    return unit !== undefined && unit.value > 0 && unit.value < 10 ? { value: unit.value, length: 2 } : null
  }
  const end = readSmall(words, at, language)
  return end !== undefined && end.english && end.value >= 10 && !end.hundred && scaleAt(words, at + end.length, language) === undefined ? end : null
}

/** `and a half` after a number, or null. */
const halfAfter = (words: readonly string[], at: number) =>
  words[at]?.toLowerCase() === 'and' && words[at + 1]?.toLowerCase() === 'a' && words[at + 2]?.toLowerCase() === 'half' ? 3 : 0

const withScales = (words: readonly string[], at: number, language: LanguageCode) => {
  let scale = 1
  let pos = at
  for (let next = scaleAt(words, pos, language); next !== undefined && pos < at + 3 && scale * next <= 1e13; next = scaleAt(words, pos, language)) {
    scale *= next
    pos++
  }
  if (pos === at && /^k$/i.test(words[pos] ?? '')) return { scale: 1000, length: 1 }
  return { scale, length: pos - at }
}

const joinedScales: Record<string, number> = { k: 1e3, lakh: 1e5, lac: 1e5, lakhs: 1e5, mn: 1e6, cr: 1e7, crore: 1e7, bn: 1e9 }

/**
 * The number that begins at word `at`, or null: digits of any script, names in English, Hindi and Bengali in their own and in Latin letters, hundreds to crores and
 * billions, fractions by name (`साढ़े तीन`, `dhai lakh`), spoken decimals, years (`nineteen ninety`), `double five` as 55. Words are as `tokensOf` cuts them;
 * those in Latin letters mean what `language` says: `do` is two in Hinglish, unless it is the imperative of `bata do`.
 */
export function readNumber(words: readonly string[], at: number, language: LanguageCode): NumberReading | null {
  const word = (words[at] ?? '').toLowerCase()
  const attached = /^([\p{Nd}.,]{1,30})([a-z]{1,5})$/u.exec(word)
  const attachedScale = joinedScales[attached?.[2] ?? '']
  const attachedAmount = attachedScale === undefined ? null : writtenAmount(attached?.[1] ?? '')
  if (attachedAmount !== null && attachedScale !== undefined) return { value: rounded(attachedAmount * attachedScale), length: 1 }
  const repeat = repeatOf(word)
  if (repeat !== undefined) {
    const digit = readSmall(words, at + 1, language)?.value ?? writtenAmount(words[at + 1] ?? '')
    return digit !== null && digit < 10 && Number.isInteger(digit) ? { value: Number(String(digit).repeat(repeat)), length: 2 } : null
  }
  if (word === 'quarter') {
    const { scale, length } = withScales(words, at + 1, language)
    if (scale >= 100_000) return { value: scale / 4, length: 1 + length }
  }
  if (word === 'half' || /^(?:aadha|adha|आधा|আধা|আধ)$/.test(word)) {
    const skip = words[at + 1] === 'a' ? 2 : 1
    const { scale, length } = withScales(words, at + skip, language)
    return length === 0 ? null : { value: scale / 2, length: skip + length }
  }
  let total = 0
  let below = Number.POSITIVE_INFINITY
  let pos = at
  for (;;) {
    const skip = pos > at && words[pos] === 'and' ? 1 : 0
    const group = readGroup(words, pos + skip, language)
    if (group === null) break
    const half = halfAfter(words, pos + skip + group.length)
    const value = group.value + (half > 0 ? 0.5 : 0)
    const { scale, length } = withScales(words, pos + skip + group.length + half, language)
    if (value * scale >= below || (group.written && pos > at && (scale === 1 || skip > 0))) break
    total += value * scale
    pos += skip + group.length + half + length
    below = scale
    if (scale === 1) break
  }
  return pos === at ? null : { value: rounded(total), length: pos - at }
}

const rounded = (value: number) => Number(value.toPrecision(15))

/**
 * The ordinal that begins at word `at`, or null: `twenty third`, `23rd`, `तीसरा`, `पाँचवीं`, `teesri`, `dasvaan`, `দ্বিতীয়`, `পঁচিশে`, `৫ই`. `second` is read whatever it
 * counts, and `पहले` is not read, for it mostly means "before": the reader of the words around decides.
 */
export function readOrdinal(words: readonly string[], at: number, language: LanguageCode): NumberReading | null {
  const raw = words[at]
  if (raw === undefined || raw.length > 24) return null
  const word = matchForm(raw)
  const written = /^(\d{1,4})(\P{Nd}{2,4})?$/u.exec(plainDigits(word))
  if (written !== null) {
    const attached = written[2]
    if (attached !== undefined) return ordinalSuffixes.has(attached) ? { value: Number(written[1]), length: 1 } : null
    return ordinalSuffixes.has(matchForm(words[at + 1] ?? '')) ? { value: Number(written[1]), length: 2 } : null
  }
  const plain = ordinalOf(word, language)
  if (plain !== null) return { value: plain, length: 1 }
  const tens = numeralOf(word, language)?.numeral
  if (tens?.kind === 'ten') {
    const last = englishOrdinal(matchForm(words[at + 1] ?? ''))
    return last !== undefined && last < 10 ? { value: tens.value + last, length: 2 } : null
  }
  if (tens === undefined || words.length - at < 2) return null
  const whole = readNumber(words, at, language)
  const end = whole === null ? undefined : matchForm(words[at + whole.length] ?? '')
  if (whole === null || whole.value < 100 || end === undefined) return null
  const skip = end === 'and' ? 1 : 0
  const last = englishOrdinal(skip === 1 ? matchForm(words[at + whole.length + 1] ?? '') : end)
  return last !== undefined && last < 100 && Number.isInteger(whole.value) && whole.value % 100 === 0
    ? { value: whole.value + last, length: whole.length + skip + 1 }
    : null
}
