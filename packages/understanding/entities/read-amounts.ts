import { currencySigns, currencyWords, moneyCues, rangeWords, timeWords } from '#entities/amount-words.ts'
import { freeWord, gapBefore, type Utterance } from '#entities/utterance.ts'
import { numeralOf } from '#number/numeral-tables.ts'
import { readNumber } from '#number/number-words.ts'

/** An amount of an utterance: word indexes (`to` not included), and whether it is written in digits or scaled by thousand or more. */
export type Amount = { value: number; from: number; to: number; written: boolean; scale: number }

const short: Record<string, number> = { m: 1e6, l: 1e5, b: 1e9, cr: 1e7, k: 1e3 }

const scaleOf = (utterance: Utterance, to: number): number => {
  const form = utterance.forms[to - 1] ?? ''
  const numeral = numeralOf(form, utterance.situation.language)?.numeral
  return numeral?.kind === 'scale' && numeral.value >= 1000 ? numeral.value : /^k$/.test(form) ? 1000 : 1
}

/** Amounts told without a numeral: `a dozen`, `a pair`, `half a dozen`, `a couple of`. */
function fewAt(forms: readonly string[], at: number): { value: number; length: number } | null {
  const form = forms[at] ?? ''
  const next = forms[at + 1] ?? ''
  if (/^(?:a|ek)$/.test(form) && /^(?:dozen|darjan|pair)$/.test(next)) return { value: 1, length: 1 }
  if (/^(?:half|aadha|adha|आधा|আধা|আধ)$/.test(form)) {
    const skip = next === 'a' ? 2 : 1
    return /^(?:dozen|darjan|दर्जन|ডজন|kilo|kg|किलो|কেজি|কিলো|litre|liter|लीटर|লিটার)$/.test(forms[at + skip] ?? '') ? { value: 0.5, length: skip } : null
  }
  const couple = form === 'couple' ? 1 : form === 'a' && next === 'couple' ? 2 : 0
  return couple > 0 && forms[at + couple] === 'of' && !timeWords.has(forms[at + couple + 1] ?? '') ? { value: 2, length: couple + 1 } : null
}

/** Every number of the utterance that nothing else has taken, left to right. */
export function readAmounts(utterance: Utterance): Amount[] {
  const { forms, situation } = utterance
  const amounts: Amount[] = []
  for (let at = 0; at < forms.length; at++) {
    if (!freeWord(utterance, at) || /^(?:double|triple)$/.test(forms[at] ?? '')) continue
    const read = fewAt(forms, at) ?? readNumber(forms, at, situation.language)
    if (read === null) continue
    let to = at + read.length
    while (to > at + 1 && !freeWord(utterance, to - 1)) to--
    if (to !== at + read.length) {
      at = to - 1
      continue
    }
    const extra = /^\d/.test(forms[at] ?? '') && read.length === 1 && gapBefore(utterance, to) === '' ? short[forms[to] ?? ''] : undefined
    const letters = extra !== undefined && (forms[to] ?? '').length < 3
    amounts.push({
      value: letters ? Number((read.value * extra).toPrecision(15)) : read.value,
      from: at,
      to: letters ? to + 1 : to,
      written: /^\d/.test(forms[at] ?? ''),
      scale: letters ? extra : scaleOf(utterance, to),
    })
    at = (letters ? to + 1 : to) - 1
  }
  return spelledOut(utterance, amounts)
}

/** Three single digits and more, one after the other, are one number told digit by digit. */
function spelledOut(utterance: Utterance, amounts: readonly Amount[]): Amount[] {
  const single = (it: Amount | undefined) => it !== undefined && it.to - it.from === 1 && Number.isInteger(it.value) && it.value < 10
  const joined: Amount[] = []
  for (let at = 0; at < amounts.length; at++) {
    const first = amounts[at]
    if (first === undefined) break
    let end = at
    while (
      single(amounts[end]) &&
      single(amounts[end + 1]) &&
      amounts[end + 1]?.from === amounts[end]?.to &&
      gapBefore(utterance, amounts[end + 1]?.from ?? 0) === ' ' &&
      end - at < 14
    )
      end++
    const digits = amounts.slice(at, end + 1)
    if (digits.length >= 3) joined.push({ ...first, value: Number(digits.map((it) => it.value).join('')), to: digits.at(-1)?.to ?? first.to })
    else joined.push(...digits)
    at = end
  }
  return joined
}

/** The currency that stands right before the words from `from` or right after those to `to`, as an ISO code, with how many words it takes there. */
export function currencyAt(
  utterance: Utterance,
  from: number,
  to: number,
): { code: string; before: number; after: number; signStart?: number; signEnd?: number } | null {
  const { text, words, forms, situation } = utterance
  const start = words[from]?.start ?? 0
  const end = words[to - 1]?.end ?? 0
  const named = (code: string) => (code === 'taka' ? (situation.country.toUpperCase() === 'BD' || situation.language === 'en' ? 'BDT' : 'INR') : code)
  const lead = /(?:([₹₨$€£৳¥])|(?:^|[^\p{L}])(us\$|rs\.?|inr|usd|aed|eur|gbp|bdt|tk\.?|रु\.?|টাকা))\s{0,2}$/iu.exec(text.slice(Math.max(0, start - 6), start))
  if (lead !== null) {
    const sign = lead[1]
    const code = sign === undefined ? (currencyWords.get((lead[2] ?? '').toLowerCase().replace(/[.$]/g, '')) ?? 'USD') : (currencySigns[sign] ?? '')
    const mark = lead[1] ?? lead[2] ?? ''
    const signStart = text.toLowerCase().lastIndexOf(mark.toLowerCase(), start)
    return { code: named(code), before: sign === undefined ? 1 : 0, after: 0, signStart }
  }
  const tail = /^\s?([₹₨$€£৳¥])/u.exec(text.slice(end, end + 2))
  if (tail?.[1] !== undefined) return { code: named(currencySigns[tail[1]] ?? ''), before: 0, after: 0, signEnd: end + tail[0].length }
  const skip = /^(?:us|indian|american)$/.test(forms[to] ?? '') ? 1 : 0
  const code = currencyWords.get(forms[to + skip] ?? '')
  return code === undefined || !freeWord(utterance, to + skip) ? null : { code: named(code), before: 0, after: 1 + skip }
}

const numberers =
  /^(?:number|no|nambar|id|code|pin|order|invoice|ticket|reference|ref|नंबर|नम्बर|आईडी|कोड|पिन|ऑर्डर|इनवॉइस|टिकट|নম্বর|নাম্বার|আইডি|কোড|পিন|অর্ডার|ইনভয়েস|ইনভযেস|টিকিট)$/

/** Whether the amount is the number of something, such as an invoice, and no price. */
function numbered(forms: readonly string[], from: number): boolean {
  let at = from - 1
  while (at > from - 3 && /^(?:is|hai|है|হলো|হল)$/.test(forms[at] ?? '')) at--
  return numberers.test(forms[at] ?? '')
}

/** Whether words around, or the `/-` of Indian bills, say that a bare amount is money. */
export function moneyMeant({ forms, text, words }: Utterance, from: number, to: number): boolean {
  if (/^\s?\/[-=–]/.test(text.slice(words[to - 1]?.end ?? 0).slice(0, 3))) return true
  if (numbered(forms, from)) return false
  for (let back = 1; back <= 5; back++)
    if (moneyCues.has(forms[from - back] ?? '') && !/^(?:it|this|us|them|me)$/.test(forms[from - back + 1] ?? '')) return true
  for (let on = 0; on < 3; on++) if (moneyCues.has(forms[to + on] ?? '') && (on === 0 || /^(?:ka|ki|ke|का|की|के|এর|র|is|in)$/.test(forms[to] ?? ''))) return true
  return false
}

/** Whether the amount belongs to a time: a unit of time behind it, or a clock before it. */
export const timeMeant = ({ forms, text, words }: Utterance, from: number, to: number): boolean =>
  timeWords.has(forms[to] ?? '') ||
  /^:\d/.test(text.slice(words[to - 1]?.end ?? 0).slice(0, 2)) ||
  /\d:$/.test(text.slice(Math.max(0, (words[from]?.start ?? 0) - 2), words[from]?.start ?? 0))

/** Whether the word stands between two ends of a range. */
export const isRangeWord = (form: string): boolean => rangeWords.has(form)
