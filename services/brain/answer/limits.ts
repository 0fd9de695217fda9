import { numbersInDigits } from '@myna/language'
import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import { clausesOf } from '#answer/negation.ts'
import type { Question } from '#answer/question.ts'
import type { Ranked } from '#answer/rank.ts'
import { amountOf, findValues } from '#answer/values.ts'
import { weights } from '#answer/weights.ts'

/** Numbers against a limit: "after 45 days?" against "within 30 days", "for 50 people?" against "up to 40 guests". */
export function limitFor(question: Question, ranked: readonly Ranked[]): { entry: Ranked; fits: boolean } | null {
  const found = freeFrom(question, ranked) ?? countedWithin(question, ranked)
  if (found) return found
  const asked = [
    ...question.text
      .replace(spanInWords, (found) => numerals(found))
      .matchAll(
        /(\d[\d,]*)\s?(?:-\s?)?(days?|hours?|weeks?|months?|years?|people|persons?|guests?|seats?|seater|passengers?|kg|kgs|kilos?|km|kms|kilometers?|units?|pieces?|pcs|students?|दिन|लोग|लोगों|किलो|घंटे|साल|दिनों|din|log|logon|kilo|saal|জন|দিন|কেজি|বছর)/gi,
      ),
  ]
  const one = asked[0]
  if (!one) return null
  const amount = Number((one[1] ?? '').replace(/,/g, ''))
  const unit = unitOf(one[2] ?? '')
  const limits: { entry: Ranked; kind: 'most' | 'least'; amount: number }[] = []
  for (const entry of ranked.slice(0, 12)) {
    const missing = entry.coverage.missing.filter((term) => !/\d/.test(term.word) && unitOf(term.word) !== unit)
    const ruled = unit === 'year' && whose.test(question.text) && ofEverybody.test(entry.piece.text) && missing.every((term) => term.kind === 'concept')
    if (!ruled && (missing.length > 0 || measuredShare(question, entry) < 0.5)) continue
    const limit =
      limitIn(entry.piece, unit) ?? (question.concepts.has('age') || (unit === 'year' && whose.test(question.text)) ? ageLimitIn(entry.piece) : null)
    if (limit) limits.push({ entry, ...limit })
  }
  const widest = limits.sort((a, b) => (a.kind === 'most' ? b.amount - a.amount : a.amount - b.amount))[0]
  if (!widest) return null
  const fits = widest.kind === 'most' ? amount <= widest.amount : amount >= widest.amount
  const entry = { ...widest.entry, score: Math.max(weights.leastPolar, widest.entry.score + 0.1) }
  return { entry, fits }
}

/** A span of time in words: `three months`. */
const spanInWords = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:days?|hours?|weeks?|months?|years?)\b/gi
/** Small numbers in words as digits: `under four months`. */
const numerals = (text: string) =>
  text.replace(/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi, (word) => String(amountOf(word) ?? word))

/** A rule of age for all who come. */
const ofEverybody = /\b(?:guests?|visitors?|participants?|customers?|learners?|members?|everyone|anybody|you) must\b|\bmust be (?:at least |over )?\d/i

/** Whose years are meant: a person's. */
const whose =
  /\b(?:year|years)[- ]olds?\b|\bI'?m \d|\b(?:son|daughter|child|kid|boy|girl|mother|father|baby)\b|बच्च|बेट|बेटी|साल (?:का|की|के)|\b(?:saal k[aie]|bachch|bacch|bet[aie])|বছরের|বছর বয়স|ছেলে|মেয়ে|বাচ্চা/i

const units: [string, RegExp][] = [
  ['day', /^(?:days?|दिन|दिनों|din|দিন)$/i],
  ['hour', /^(?:hours?|hrs?|घंटे|ghante|ঘণ্টা|ঘন্টা)$/i],
  ['week', /^weeks?$/i],
  ['month', /^months?$/i],
  ['year', /^(?:years?|yrs?|साल|saal|বছর)$/i],
  ['person', /^(?:people|persons?|guests?|seats?|seater|passengers?|students?|pax|लोग|लोगों|log|logon|জন|covers|capacity)$/i],
  ['kilo', /^(?:kgs?|kilos?|kilograms?|किलो|কেজি)$/i],
  ['kilometre', /^(?:kms?|kilomet(?:er|re)s?)$/i],
  ['piece', /^(?:units?|pieces?|pcs)$/i],
]
const unitOf = (word: string) => units.find(([, pattern]) => pattern.test(word))?.[0] ?? null

function limitIn(piece: Evidence, unit: string | null): { kind: 'most' | 'least'; amount: number } | null {
  const text = numerals(piece.text)
  for (const match of text.matchAll(
    /(within|up to|upto|maximum(?: of)?|max\.?|not more than|no more than|at most|less than|under|minimum(?: of)?|min\.?|at least|no less than|over|above|from|seats|capacity(?: of)?|for)?\s*:?\s*(\d[\d,]*)(?:\s?[-/]\s?(\d[\d,]*))*\s?(?:-\s?)?(days?|hours?|weeks?|months?|years?|people|persons?|guests?|seats?|seater|passengers?|kgs?|kilos?|kms?|kilometers?|units?|pieces?|pcs|students?|pax)\b/gi,
  )) {
    if (unitOf(match[4] ?? '') !== unit) continue
    const numbers = [...match[0].matchAll(/\d[\d,]*/g)].map((it) => Number(it[0].replace(/,/g, '')))
    const denied = /^(?:under|less than)$/i.test(match[1] ?? '') && /\b(?:not|no|cannot|never)\b/i.test(text)
    const least = denied || /minimum|min|at least|no less|over|above|from/i.test(match[1] ?? '')
    if (!match[1] && unit !== 'person') continue
    return { kind: least ? 'least' : 'most', amount: least ? Math.min(...numbers) : Math.max(...numbers) }
  }
  return null
}

/** Share of the terms met that are no figures. */
function measuredShare(question: Question, entry: Ranked): number {
  const terms = question.terms.filter((term) => term.kind !== 'number')
  const all = terms.reduce((sum, term) => sum + term.weight, 0)
  return all === 0 ? 0 : terms.reduce((sum, term) => sum + term.weight * (entry.coverage.met.get(term) ?? 0), 0) / all
}

/** `You must be at least 16`, `18 or older`: years of age without saying so. */
function ageLimitIn(piece: Evidence): { kind: 'most' | 'least'; amount: number } | null {
  const text = numerals(piece.text)
  const least =
    /(?:at least|must be|minimum(?: age)?(?: of| is)?|over|above|from)\s:?\s?(\d{1,2})\b|(\d{1,2}) (?:or|and) (?:older|over|above)|(\d{1,2})\+/i.exec(text)
  if (least) return { kind: 'least', amount: Number(least[1] ?? least[2] ?? least[3]) }
  const most = /(?:up to|under|below|maximum(?: age)?(?: of| is)?)\s:?\s?(\d{1,2})\b/i.exec(text)
  if (most && /not (?:allowed|permitted|admitted|accepted)|cannot|\bno (?:children|kids|entry)\b/i.test(piece.text))
    return { kind: 'least', amount: Number(most[1]) }
  return most ? { kind: 'most', amount: Number(most[1]) } : null
}

/** `Two friends` against `one friend at the most`: as many of the thing itself as a line lets in. */
function countedWithin(question: Question, ranked: readonly Ranked[]): { entry: Ranked; fits: boolean } | null {
  const asked = countIn(question.text, question)
  if (!asked) return null
  for (const entry of ranked.slice(0, 6)) {
    if (entry.coverage.missing.some((term) => term !== asked.term && term.kind !== 'number')) continue
    for (const clause of clausesOf(entry.piece.text)) {
      const told = atMost.test(clause) ? countIn(clause, question) : null
      if (told?.term === asked.term) return { entry: { ...entry, score: Math.max(weights.leastPolar, entry.score) }, fits: asked.amount <= told.amount }
    }
  }
  return null
}

const atMost = /\b(?:at (?:the )?most|maximum|max\.?|up to|upto|no more than|not more than|only|limit(?:ed)?)\b|अधिकतम|ज़्यादा से ज़्यादा|सिर्फ|সর্বোচ্চ|বড়জোর/i
const counting =
  /(?<![\p{L}\p{M}\d.,₹$£])(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|दो|do|teen|দুজন|দু'জন) ((?:[\p{L}\p{M}'’-]+)(?: [\p{L}\p{M}'’-]+)?)/giu
const spoken: Record<string, number> = { दो: 2, do: 2, teen: 3, দুজন: 2, "দু'জন": 2 }

/** The first number in a text that counts a thing the question is about, with that thing. */
function countIn(text: string, question: Question): { term: Question['terms'][number]; amount: number } | null {
  for (const [, number = '', words = ''] of numbersInDigits(text).matchAll(counting)) {
    if (number === 'do' && question.language !== 'hinglish') continue
    const term = question.terms.find((it) => it.kind !== 'number' && it.weight >= 0.5 && unitOf(it.word) === null && meetsText(it, words))
    const amount = spoken[number.toLowerCase()] ?? amountOf(number)
    if (term && amount !== null) return { term, amount }
  }
  return null
}

/** `Free above ₹2,000` against an order of so much. */
function freeFrom(question: Question, ranked: readonly Ranked[]): { entry: Ranked; fits: boolean } | null {
  const [asked] = findValues(question.text, 'money')
  if (!asked || asked.amount === null || !question.concepts.has('free')) return null
  for (const entry of ranked.slice(0, 8)) {
    if (entry.coverage.missing.some((term) => term.kind !== 'number')) continue
    for (const from of findValues(entry.piece.text, 'money')) {
      const before = entry.piece.text.slice(Math.max(0, from.start - 24), from.start)
      const after = entry.piece.text.slice(from.end, from.end + 18)
      const least = /(?:above|over|more than|from|exceeding|of) $/i.test(before) || /^\s?(?:से ऊपर|से अधिक|se upar|se zyada|বেশি|উপরে|এর বেশি)/i.test(after)
      if (least && from.amount !== null) return { entry: { ...entry, score: Math.max(weights.leastPolar, entry.score) }, fits: asked.amount >= from.amount }
    }
  }
  return null
}
