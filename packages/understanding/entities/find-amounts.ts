import { stem } from '@myna/language'
import type { Entity } from '#entity.ts'
import { classifiers, currencyWords, timeWords, unitWords } from '#entities/amount-words.ts'
import { endsName, isFunctionWord } from '#entities/name-words.ts'
import { type Amount, currencyAt, isRangeWord, moneyMeant, readAmounts, timeMeant } from '#entities/read-amounts.ts'
import { freeWord, gapBefore, type Utterance } from '#entities/utterance.ts'
import { knownName } from '#entities/known-names.ts'
import { numeralOf } from '#number/numeral-tables.ts'

const articles = new Set(['one', 'ek', 'एक', 'এক', 'একটা', 'একটি', 'একজন'])
const isArticle = ({ forms }: Utterance, amount: Amount) => amount.to - amount.from === 1 && articles.has(forms[amount.from] ?? '')

function span(utterance: Utterance, from: number, to: number, signStart?: number, signEnd?: number): { text: string; start: number; end: number } {
  const start = signStart ?? utterance.words[from]?.start ?? 0
  const end = signEnd ?? utterance.words[to - 1]?.end ?? 0
  return { text: utterance.text.slice(start, end), start, end }
}

/** Two amounts that are the ends of one range: only a word like "to", or a dash, between them. */
function rangeOf(utterance: Utterance, low: Amount, high: Amount | undefined): boolean {
  if (high === undefined || high.value <= 0) return false
  const between = high.from - low.to
  const currency = currencyAt(utterance, low.from, low.to)
  const skip = (currency?.after ?? 0) + (currencyAt(utterance, high.from, high.to)?.before ?? 0)
  const dash = between === 0 && /^\s?[-–—]\s?[₹$€£৳]?\s?$/u.test(utterance.text.slice(utterance.words[low.to - 1]?.end, utterance.words[high.from]?.start))
  const word = between === 1 + skip && isRangeWord(utterance.forms[low.to + (currency?.after ?? 0)] ?? '')
  const joint = utterance.forms[low.to + (currency?.after ?? 0)] ?? ''
  const listed =
    /^(?:and|or|और|या|আর|ও|এবং)$/.test(joint) && !/^(?:between|बीच)$/.test(utterance.forms[low.from - 1] ?? '') && utterance.forms[low.from - 2] !== 'between'
  return (dash || (word && !listed)) && (high.value > low.value || high.scale > low.scale)
}

function moneyOf(utterance: Utterance, low: Amount, next: Amount | undefined): { entity: Entity; used: number; to: number } | null {
  const ranged = next !== undefined && rangeOf(utterance, low, next)
  const high = ranged ? next : undefined
  const last = high ?? low
  const ahead = currencyAt(utterance, low.from, low.to)
  const behind = high === undefined ? null : currencyAt(utterance, high.from, high.to)
  const currency = ahead ?? behind
  const meant = moneyMeant(utterance, low.from, last.to) && !unitAt(utterance, last) && utterance.text[utterance.words[last.to - 1]?.end ?? 0] !== '%'
  const limited =
    last.scale >= 1000 &&
    (limits.test(utterance.forms.slice(Math.max(0, low.from - 3), low.from).join(' ')) ||
      limitsAfter.test(utterance.forms.slice(last.to, last.to + 2).join(' '))) &&
    !unitAt(utterance, last)
  const scaled =
    last.scale >= 1000 &&
    (last.written || high !== undefined || last.scale >= 100_000 || (last.scale >= 1000 && last.value >= 100_000)) &&
    !unitAt(utterance, last)
  if (currency === null && !meant && !scaled && !limited) return null
  if (currency === null && (timeMeant(utterance, low.from, last.to) || isArticle(utterance, low))) return null
  const shares = high !== undefined && low.scale === 1 && high.scale > 1 && low.value < 1000
  const amount = shares ? Number((low.value * high.scale).toPrecision(15)) : low.value
  const closing = behind ?? ahead
  const to = last.to + (high === undefined || behind !== null ? (closing?.after ?? 0) : 0)
  const place = span(utterance, low.from, to, ahead?.signStart, closing?.signEnd)
  const value = { amount, currency: currency?.code ?? null, ...(high === undefined ? {} : { to: high.value }) }
  return { entity: { type: 'money', ...place, value }, used: high === undefined ? 1 : 2, to }
}

const limitsAfter =
  /^(?:tak|ke andar|se kam|se neeche|denge|dunga|de sakte|de sakta|तक|के अंदर|से कम|से नीचे|देंगे|दूंगा|दे सकते|दे सकता|পর্যন্ত|এর মধ্যে|এর কম|মধ্যে|নিচে|দেব|দেবো|দিতে)(?: |$)/
const limits = /(?:^| )(?:less than|under|below|within|up to|upto|more than|afford|offer|spare|not exceed|do it for|give it for)$/

const plain = (form: string) => form.replace(/(?:গুলো|গুলি|টা|টি|ের|র)$/, '')

/** The unit after an amount, with the word after it. */
function unitAt(utterance: Utterance, amount: Amount): { unit: string; to: number } | null {
  const { forms } = utterance
  if (utterance.text[utterance.words[amount.to - 1]?.end ?? 0] === '%') return { unit: 'percent', to: amount.to }
  let at = amount.to
  if (!freeWord(utterance, at) || !/^[\s-]{0,2}$/.test(gapBefore(utterance, at))) return null
  if (classifiers.has(forms[at] ?? '') && freeWord(utterance, at + 1) && at + 1 < forms.length && (gapBefore(utterance, at) === '' || forms[at] === 'জন')) {
    if (forms[at] === 'জন' && !unitWords.has(forms[at + 1] ?? '')) return { unit: 'person', to: at + 1 }
    if (timeMeant(utterance, amount.from, at + 1)) return null
    at++
  } else if (timeMeant(utterance, amount.from, amount.to)) return null
  if (/^(?:sq|square)$/.test(forms[at] ?? '') && /^(?:ft|feet|foot)$/.test(forms[at + 1] ?? '')) return { unit: 'square foot', to: at + 2 }
  const adjective =
    /^(?:new|office|plastic|wooden|more|extra|additional|big|large|small|naye|aur|नए|और|নতুন|full|annual|user|premium)$/.test(forms[at] ?? '') &&
    unitWords.has(forms[at + 1] ?? '')
      ? 1
      : describes(utterance, at)
        ? 1
        : 0
  const form = forms[at + adjective] ?? ''
  if (/^[a-z]$/.test(form) && gapBefore(utterance, at + 1) === '-' && /^[a-z]{3,}s$/.test(forms[at + 1] ?? ''))
    return { unit: `${form}-${singular(forms[at + 1] ?? '')}`, to: at + 2 }
  const known = unitWords.get(form) ?? unitWords.get(plain(form))
  if (known !== undefined) return { unit: known, to: at + adjective + 1 }
  if (/^[a-z]{4,}s$/.test(form) && !form.endsWith('ss') && !endsName(form) && knownName(form) === null) return { unit: singular(form), to: at + 1 }
  if (
    /^[a-z]{3,}s$/.test(forms[at + 1] ?? '') &&
    /^[a-z]{3,}$/.test(form) &&
    !endsName(form) &&
    !endsName(forms[at + 1] ?? '') &&
    gapBefore(utterance, at + 1) === ' '
  )
    return { unit: singular(forms[at + 1] ?? ''), to: at + 2 }
  return null
}

const noAdjective =
  /^(?:for|of|in|at|on|to|the|a|an|and|or|with|from|by|is|are|was|my|your|our|per|as|than|ka|ki|ke|ko|se|mein|me|par|pe|aur|ya|hai|wala|wale|का|की|के|को|से|में|पर|और|या|है|वाला|वाले|এর|থেকে|আর|ও|এবং|কে|জন্য|number|no)$/

/** Whether a word only describes the counted thing after it: `3 meeting rooms`. */
function describes(utterance: Utterance, at: number): boolean {
  const form = utterance.forms[at] ?? ''
  const next = utterance.forms[at + 1] ?? ''
  const unit = unitWords.get(next)
  if (unit === undefined || unit === 'person' || unit === 'percent' || unit === 'time' || (/^[a-z]/.test(next) && !next.endsWith('s'))) return false
  return (
    form.length > 2 &&
    /^\p{L}/u.test(form) &&
    !noAdjective.test(form) &&
    !isFunctionWord(form) &&
    !unitWords.has(form) &&
    !currencyWords.has(form) &&
    !timeWords.has(form) &&
    numeralOf(form, utterance.situation.language) === null &&
    freeWord(utterance, at + 1) &&
    gapBefore(utterance, at + 1) === ' '
  )
}

const singular = (word: string) => (word.endsWith('ies') ? word.replace(/ies$/, 'y') : /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1))

function quantityOf(utterance: Utterance, amount: Amount, listed: boolean): { entity: Entity; to: number } | null {
  const { forms } = utterance
  const unit = unitAt(utterance, amount)
  const attached = /^[\u0980-\u09ff]+(জন)$/.test(forms[amount.to - 1] ?? '') ? { unit: 'person', to: amount.to } : null
  const counted = /^[\u0980-\u09ff]+(?:টি|টা|খানা|টে)$/.test(forms[amount.to - 1] ?? '') ? nounAfter(utterance, amount.to) : null
  const found = unit ?? attached ?? counted ?? indianNoun(utterance, amount)
  if (
    found === null ||
    (isArticle(utterance, amount) &&
      ((!measured.has(found.unit) && !(listed && /^(?:and|aur|और|আর|এবং|ও)$/.test(forms[amount.from - 1] ?? ''))) ||
        /^(?:ka|ki|का|की|এর)$/.test(forms[found.to] ?? '')))
  )
    return null
  return { entity: { type: 'quantity', ...span(utterance, amount.from, found.to), value: { amount: amount.value, unit: found.unit } }, to: found.to }
}

const measured = new Set([
  'kg',
  'gram',
  'ton',
  'quintal',
  'litre',
  'metre',
  'kilometre',
  'dozen',
  'percent',
  'box',
  'licence',
  'piece',
  'bottle',
  'packet',
  'acre',
  'seat',
  'ticket',
  'pair',
])

function nounAfter(utterance: Utterance, at: number): { unit: string; to: number } | null {
  const form = utterance.forms[at] ?? ''
  return freeWord(utterance, at) && /^[\u0980-\u09ff]{3,}$/.test(form) && !endsName(form) ? { unit: form, to: at + 1 } : null
}

const verbal = /(?:ओ|(?<!फोट|वीडिय|ऑट)ो|ना|ें|िए|िये|ूं|ूँ|ता|ते|ती|गा|गे|गी|एं|इए|इये|कर)$/

/** In Hindi a counted noun follows the number as it is: whatever word is neither function word nor name. */
function indianNoun(utterance: Utterance, amount: Amount): { unit: string; to: number } | null {
  const form = utterance.forms[amount.to] ?? ''
  const hindi =
    /^[\u0900-\u097f]{3,}$/.test(form) ||
    (utterance.situation.language === 'hinglish' &&
      /^[a-z]{4,}$/.test(form) &&
      /^(?:chahiye|chahie|bhejo|bhej|bhejna|lagenge|dena|dijiye|mangwao|kharidne)$/.test(utterance.forms[amount.to + 1] ?? ''))
  const open =
    freeWord(utterance, amount.to) && /^[\s]?$/.test(gapBefore(utterance, amount.to)) && !endsName(form) && !timeMeant(utterance, amount.from, amount.to)
  return hindi && open && stem(form).length > 1 && knownName(form) === null && !verbal.test(form) ? { unit: form, to: amount.to + 1 } : null
}

const pronounBefore = /^(?:this|that|which|the|each|every|no|any|another|some|wo|woh|ye|yeh|koi|kisi|phone|first|last)$/

/** Money, quantities, and numbers that are neither, of the words nothing else has taken. */
export function findAmounts(utterance: Utterance): Entity[] {
  const amounts = readAmounts(utterance)
  const found: Entity[] = []
  let used = 0
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at]
    if (amount === undefined || amount.from < used) continue
    const money = moneyOf(utterance, amount, amounts[at + 1])
    if (money !== null) {
      found.push(money.entity)
      used = money.to
      at += money.used - 1
      continue
    }
    const quantity = quantityOf(utterance, amount, found.at(-1)?.type === 'quantity')
    if (quantity !== null) {
      found.push(quantity.entity)
      used = quantity.to
      continue
    }
    const before = utterance.forms[amount.from - 1] ?? ''
    if (isArticle(utterance, amount) && (amount.to < utterance.forms.length || pronounBefore.test(before))) continue
    if (timeMeant(utterance, amount.from, amount.to)) continue
    found.push({ type: 'number', ...span(utterance, amount.from, amount.to), value: { amount: amount.value } })
  }
  return found
}
