import type { CutWord } from '#number/cut-words.ts'
import type { DigitRun } from '#number/digit-runs.ts'
import { spokenExpiries } from '#redact/spoken-expiries.ts'
import type { Secret, SecretKind } from '#redact/secret.ts'
import { cardCues, type CuedSecret, expiryCues, noPassword, openNumbers, secretCues, secretFillers, secretShapes } from '#redact/secret-words.ts'

/** A text as secrets are looked for: marks of earlier ones masked, its words, and its runs of three digits and more. */
export type Reading = { text: string; words: readonly CutWord[]; runs: readonly DigitRun[]; awaiting: 'otp' | 'card' | 'id' | undefined }

const phrase = (words: readonly CutWord[], from: number, to: number) =>
  words
    .slice(Math.max(0, from), to)
    .map((it) => it.form)
    .join(' ')

const postal = /^(?:code|कोड|কোড)$/

const places = new Set(['delivery', 'area', 'postal', 'shipping', 'address', 'location', 'डिलीवरी', 'এলাকার', 'ডেলিভারি'])

/** Whether a phrase of the cue ends at word `to`, or begins at word `from` when `ahead`. */
function cueAt({ words }: Reading, at: number, cue: ReadonlySet<string>, ahead: boolean): boolean {
  for (let length = 3; length > 0; length--) {
    const from = ahead ? at : at - length
    if (from < 0 || from + length > words.length) continue
    if (cue.has(phrase(words, from, from + length)))
      return (
        !places.has(words[from - 1]?.form ?? '') &&
        !(/^(?:pin|पिन|পিন)$/.test(words[from + length - 1]?.form ?? '') && postal.test(words[from + length]?.form ?? ''))
      )
  }
  return false
}

const barred = (text: string, from: number, to: number) =>
  text.slice(from, Math.min(to, from + 80)).includes('\ue000') || /[.?!।\n]\s/.test(text.slice(from, Math.min(to, from + 80)))

/** Whether the cue stands before the run, or behind it, with nothing but fillers between. */
function cuedBy(reading: Reading, from: number, to: number, cue: ReadonlySet<string>): boolean {
  const { words, text } = reading
  const start = words[from]?.start ?? 0
  const end = words[to - 1]?.end ?? 0
  for (let at = from; at > 0 && from - at <= 8; at--) {
    if (cueAt(reading, at, cue, false)) return !barred(text, words[at - 1]?.end ?? 0, start)
    if (!secretFillers.has(words[at - 1]?.form ?? '')) break
  }
  for (let at = to; at < words.length && at - to <= 4; at++) {
    if (cueAt(reading, at, cue, true))
      return !barred(text, end, words[at]?.start ?? end) && !openNumbers.has(words[from - 1]?.form ?? '') && !openNumbers.has(words[from - 2]?.form ?? '')
    if (!secretFillers.has(words[at]?.form ?? '')) break
  }
  return false
}

/** Whether words near a run, before or behind, speak of cards or of Aadhaar. */
export function cueNear({ words }: Reading, run: DigitRun, kind: 'card' | 'aadhaar'): boolean {
  const cue: ReadonlySet<string> = kind === 'card' ? cardCues : secretCues.aadhaar
  const around = [...words.slice(Math.max(0, run.from - 5), run.from), ...words.slice(run.to, run.to + 3)]
  return around.some((it) => cue.has(it.form))
}

/** Whether a run is said to be the number of a bank account. */
export const isAccount = (reading: Reading, run: DigitRun): boolean => cuedBy(reading, run.from, run.to, secretCues.bank_account)

const behind = new Set(['back', 'behind', 'reverse', 'peeche', 'piche', 'pichhe', 'peechhe', 'पीछे', 'পেছনে', 'পিছনে', 'পেছনের', 'পিছনের'])

/** Whether a run is said to stand on the back of a card. */
function behindCard({ words }: Reading, run: DigitRun): boolean {
  const before = words.slice(Math.max(0, run.from - 8), run.from).map((it) => it.form)
  return before.some((it) => behind.has(it)) && before.some((it) => cardCues.has(it.replace(/ের$/, '')) || cardCues.has(it))
}

const order: CuedSecret[] = ['otp', 'cvv', 'upi_pin', 'ssn', 'national_id', 'passport', 'aadhaar', 'bank_account']
const awaited: Readonly<Record<'otp' | 'card' | 'id', [SecretKind, RegExp]>> = {
  otp: ['otp', /^\d{4,8}$/],
  card: ['card', /^\d{12,19}$/],
  id: ['national_id', /^\d{9,17}$/],
}

function runSecret(reading: Reading, run: DigitRun): SecretKind | null {
  const digits = run.pieces.map((it) => it.digits).join('')
  if (reading.text.slice(run.pieces[0]?.start, run.pieces.at(-1)?.end).includes('/')) return null
  for (const kind of order)
    if (secretShapes[kind].test(digits) && cuedBy(reading, run.from, run.to, secretCues[kind]) && !(kind === 'aadhaar' && run.plus))
      return kind === 'pan' ? null : kind
  if (/^\d{3,4}$/.test(digits) && behindCard(reading, run)) return 'cvv'
  if (reading.awaiting === undefined || run.plus) return null
  const [kind, shape] = awaited[reading.awaiting]
  const before = reading.words[run.from - 1]?.form ?? ''
  return shape.test(digits) && !openNumbers.has(before) ? kind : null
}

const isSpelled = (form: string) => /^(?:[a-z]|\d{1,9})$/.test(form)

/** Letters and digits behind a cue that are one document's number, said in one piece or letter by letter. */
function lettered(reading: Reading): Secret[] {
  const { words, text, awaiting } = reading
  const secrets: Secret[] = []
  for (const [kind, shape] of letteredShapes)
    for (let at = 0; at < words.length; at++) {
      if (kind !== awaiting && !cueAt(reading, at, kind === 'id' ? secretCues.national_id : secretCues[kind], false)) continue
      let from = at
      while (from < at + 5 && from < words.length && secretFillers.has(words[from]?.form ?? '') && !/^a$/.test(words[from]?.form ?? '')) from++
      let joined = ''
      for (let to = from; to < Math.min(from + 12, words.length); to++) {
        const form = words[to]?.form ?? ''
        if (to > from && !/^[\s.-]{0,3}$/.test(text.slice(words[to - 1]?.end, words[to]?.start))) break
        if (to > from && !isSpelled(form) && !isSpelled(words[from]?.form ?? '') && joined.length > 2) break
        joined += form
        if (!/^[a-z0-9]{1,12}$/.test(joined)) break
        const after = words[to + 1]
        if (shape.test(joined) && !(after !== undefined && after.start === words[to]?.end)) {
          secrets.push({ kind: kind === 'id' ? 'national_id' : kind, start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 })
          at = to
          break
        }
      }
      if (kind === awaiting) at = Math.max(at, from)
    }
  return secrets
}

const letteredShapes: ['pan' | 'passport' | 'id', RegExp][] = [
  ['pan', /^[a-z]{5}\d{4}[a-z]$/],
  ['passport', /^[a-z]{1,2}\d{6,8}$/],
  ['id', /^(?:[a-z]{1,5}\d{6,10}[a-z]?)$/],
]

function expiries(reading: Reading): Secret[] {
  const { text, words, awaiting } = reading
  if (awaiting !== 'card' && !words.some((it) => cardCues.has(it.form)) && !text.includes('\ue000')) return []
  const secrets: Secret[] = spokenExpiries(words)
  for (const match of text.matchAll(/(?<![\d/-])(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d(?![\d/-])/g)) {
    const before = text.slice(Math.max(0, match.index - 30), match.index)
    const cued = cutForms(before).some((it) => expiryCues.has(it))
    if (cued || awaiting === 'card') secrets.push({ kind: 'expiry', start: match.index, end: match.index + match[0].length })
  }
  return secrets
}

const cutForms = (text: string) => text.toLowerCase().split(/[^\p{L}\p{M}]+/u)

const sureJoint =
  /(?:password|passwd|pwd|passphrase)(?:\s+is\s*:?\s+|\s*[:=]\s*)([^\s\ue000]{3,64})|(?:पासवर्ड|পাসওয়ার্ড|পাসওয়ার্ড)\s*(?:[:=]|হলো|হল|হচ্ছে)\s*([^\s\ue000]{3,64})/giu
const verbLast = /(?:password|पासवर्ड|পাসওয়ার্ড|পাসওয়ার্ড)\s+([^\s\ue000]{4,64})(?=\s+(?:hai|he|है|হলো|হয়)(?![\p{L}\p{M}])|[\s.।]*$)/giu
const reversed = /([^\s\ue000]{4,64})\s+(?:is|hai|है|হলো)\s+(?:my|the|mera|meri|मेरा|আমার)?\s*(?:password|पासवर्ड|পাসওয়ার্ড|পাসওয়ার্ড)/giu
const made = (token: string) => /[\p{Nd}@#$%^&*!_+=~]/u.test(token) && /[\p{L}@#$%^&*!_+=~]/u.test(token)

function passwords({ text }: Reading): Secret[] {
  const secrets: Secret[] = []
  const add = (match: RegExpExecArray, token: string, sure: boolean) => {
    const bare = token.replace(/[.,;!?।]+$/u, '')
    const start = match.index + match[0].lastIndexOf(token)
    if (bare.length >= 3 && (made(bare) || (sure && !noPassword.has(bare.toLowerCase())))) secrets.push({ kind: 'password', start, end: start + bare.length })
  }
  for (const match of text.matchAll(sureJoint)) add(match, match[1] ?? match[2] ?? '', true)
  for (const match of text.matchAll(verbLast)) add(match, match[1] ?? '', false)
  for (const match of text.matchAll(reversed))
    if (made(match[1] ?? '')) secrets.push({ kind: 'password', start: match.index, end: match.index + (match[1] ?? '').length })
  return secrets
}

/** Secrets that words beside them give away, and bare digits when they are awaited. */
export function cuedSecrets(reading: Reading): Secret[] {
  const secrets: Secret[] = []
  for (const run of reading.runs) {
    const kind = runSecret(reading, run)
    if (kind !== null) secrets.push({ kind, start: run.pieces[0]?.start ?? 0, end: run.pieces.at(-1)?.end ?? 0 })
  }
  return [...secrets, ...lettered(reading), ...expiries(reading), ...passwords(reading)]
}
