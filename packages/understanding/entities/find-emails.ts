import { latinOf } from '@myna/language'
import type { Entity } from '#entity.ts'
import { addressCues, atWords, markWords, noLocalPart, rateWords, spelledParts, topDomains } from '#entities/email-words.ts'
import { endsName } from '#entities/name-words.ts'
import { latinNameOf } from '#entities/known-names.ts'
import { gapBefore, isFree, type Utterance } from '#entities/utterance.ts'
import { readNumber } from '#number/number-words.ts'

const localMark = /[\p{L}\p{N}._%+-]/u
const houseMark = /[\p{L}\p{N}.-]/u

function writtenEmails(utterance: Utterance): Entity[] {
  const { text } = utterance
  const found: Entity[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && localMark.test(text[start - 1] ?? '')) start--
    let end = at + 1
    while (end < text.length && end - at < 200 && houseMark.test(text[end] ?? '')) end++
    while (start < at && /[.%-]/.test(text[start] ?? '')) start++
    while (end > at && /[.-]/.test(text[end - 1] ?? '')) end--
    const address = text.slice(start, end).toLowerCase()
    if (start < at && /^[^@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(address))
      found.push({ type: 'email', text: text.slice(start, end), start, end, value: { address } })
  }
  return found
}

/** One spoken word as it is spelt in an address. */
function spelt(form: string): string {
  const known = spelledParts.get(form)
  if (known !== undefined) return known
  if (/^[a-z0-9]+$/.test(form)) return form
  for (let cut = 2; cut <= form.length - 2 && form.length < 24; cut++) {
    const head = spelledParts.get(form.slice(0, cut)) ?? ''
    const tail = spelledParts.get(form.slice(cut)) ?? ''
    if (head.length > 2 && tail.length > 2) return head + tail
  }
  return (latinNameOf(form) ?? latinOf(form).replace(/ph/g, 'f').replace(/aa/g, 'a').replace(/ee/g, 'i').replace(/oo/g, 'u'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** As `spelt`, but with the `z` that only the dot under a letter tells from `j`. */
function speltAt({ forms, words, text }: Utterance, at: number): string {
  const dotted = /\u091c\u093c|\u095b/.test(text.slice(words[at]?.start, words[at]?.end))
  const part = spelt(forms[at] ?? '')
  return dotted ? part.replace(/j/g, 'z') : part
}

const isSpelled = (part: string) => /^(?:[a-z]|\d+)$/.test(part)

/** The number spoken at a word, as digits: `ninety nine` is 99, `double five` 55. */
function digitsAt(utterance: Utterance, at: number): { digits: string; length: number } | null {
  const form = utterance.forms[at] ?? ''
  if (/^\d+$/.test(form)) return { digits: form, length: 1 }
  if (spelledParts.has(form) || form.length < 2 || form === 'das') return null
  const read = readNumber(utterance.forms, at, utterance.situation.language)
  return read !== null && Number.isInteger(read.value) && form !== 'a' ? { digits: String(read.value), length: read.length } : null
}

function houseAfter(utterance: Utterance, at: number): { house: string; to: number } | null {
  const { forms } = utterance
  let house = ''
  let pos = at
  let label = ''
  let words = 0
  while (pos < forms.length && pos - at < 24) {
    const form = forms[pos] ?? ''
    const mark = markWords.get(form) ?? (pos > at && gapBefore(utterance, pos) === '.' ? '.' : undefined)
    if (markWords.has(form) && (mark === '.' || mark === '-')) {
      if (label === '') return null
      house += label + mark
      label = ''
      words = 0
      pos++
      continue
    }
    if (mark === '.' && label !== '') {
      house += `${label}.`
      label = ''
      words = 0
    }
    const ended = house.includes('.') && words > 0
    const digits = digitsAt(utterance, pos)
    const part = digits === null ? speltAt(utterance, pos) : digits.digits
    if (part === '') break
    if (ended && !(isSpelled(part) && isSpelled(label.slice(-1)) && !topDomains.has(label))) break
    if (words > 0 && !house.includes('.') && words >= (isSpelled(part) ? 16 : 3)) return null
    label += part
    words++
    pos += digits?.length ?? 1
  }
  const top = label
  return house.includes('.') && /^[a-z]{2,12}$/.test(top) && (topDomains.has(top) || /dot|डॉट|ডট/.test(forms.slice(at, pos).join(' ')))
    ? { house: house + label, to: pos }
    : null
}

function localBefore(utterance: Utterance, at: number): { local: string; from: number } | null {
  const { forms } = utterance
  const parts: string[] = []
  let pos = at - 1
  let wantsMore = true
  while (pos >= 0 && at - pos < 24) {
    const form = forms[pos] ?? ''
    const mark = markWords.get(form)
    if (mark !== undefined && parts.length > 0 && !wantsMore) {
      parts.unshift(mark)
      wantsMore = true
      pos--
      continue
    }
    const part = numberEnding(utterance, pos) ?? { digits: speltAt(utterance, pos), length: 1 }
    if (part.digits === '') break
    const first = parts[0] ?? ''
    const joins =
      wantsMore || /^\d+$/.test(first) || (isSpelled(part.digits) && isSpelled(first) && form !== 'a') || (/^[a-z]$/.test(first) && isSpelled(part.digits))
    if (!joins || (!wantsMore && addressCues.has(form)) || (parts.length === 0 && noLocalPart.has(form) && !cueBefore(forms, pos))) break
    parts.unshift(part.digits)
    wantsMore = false
    pos -= part.length
  }
  if (wantsMore) parts.shift()
  const wholeName = parts.length > 0 && !isSpelled(parts[0] ?? '') ? nameFromCue(utterance, pos) : null
  if (wholeName !== null) return { local: wholeName.local + parts.join(''), from: wholeName.from }
  return parts.length === 0 ? null : { local: parts.join(''), from: pos + 1 }
}

const pronouns = /^(?:me|us|him|her|them|you|it|we|they|at)$/
const cueBefore = (forms: readonly string[], at: number) => addressCues.has(forms[at - 1] ?? '') && !pronouns.test(forms[at] ?? '')

/** A number that ends at this word: `ninety nine` from its second word. */
function numberEnding(utterance: Utterance, at: number): { digits: string; length: number } | null {
  for (let length = 4; length > 0; length--) {
    const read = at - length + 1 >= 0 ? digitsAt(utterance, at - length + 1) : null
    if (read !== null && read.length === length) return { digits: read.digits, length }
  }
  return null
}

/** Words between "my email is" and the rest of the name: said apart, written as one. */
function nameFromCue(utterance: Utterance, at: number): { local: string; from: number } | null {
  const { forms } = utterance
  let pos = at
  let local = ''
  while (pos >= 0 && at - pos < 3 && !addressCues.has(forms[pos] ?? '')) {
    if (endsName(forms[pos] ?? '')) return null
    local = spelt(forms[pos] ?? '') + local
    pos--
  }
  return local !== '' && pos >= 0 && addressCues.has(forms[pos] ?? '') ? { local, from: pos + 1 } : null
}

function spokenEmails(utterance: Utterance): Entity[] {
  const { forms, words, text } = utterance
  const found: Entity[] = []
  let last = -1
  for (let at = 1; at < forms.length; at++) {
    if (!atWords.has(forms[at] ?? '')) continue
    let right = at + 1
    while (right < at + 3 && rateWords.has(forms[right] ?? '')) right++
    const house = houseAfter(utterance, right)
    if (house === null) continue
    const local = localBefore(utterance, at)
    const start = words[local?.from ?? 0]?.start ?? 0
    const end = words[house.to - 1]?.end ?? 0
    if (local === null || local.from <= last || !/[a-z0-9]/.test(local.local)) continue
    found.push({ type: 'email', text: text.slice(start, end), start, end, value: { address: `${local.local}@${house.house}` } })
    last = house.to - 1
    at = house.to - 1
  }
  return found
}

/** E-mail addresses, written, or spoken word by word and letter by letter in any of the languages. */
export function findEmails(utterance: Utterance): Entity[] {
  const written = writtenEmails(utterance)
  const clear = (it: Entity) => written.every((other) => it.end <= other.start || it.start >= other.end) && isFree(utterance, it.start, it.end)
  return [...written.filter((it) => isFree(utterance, it.start, it.end)), ...spokenEmails(utterance).filter(clear)]
}
