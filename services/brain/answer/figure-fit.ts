import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import type { Asks, Question } from '#answer/question.ts'
import { frameOf } from '#answer/rank.ts'
import { findValues, type ValueKind } from '#answer/values.ts'

/** The kinds of values that answer a kind of question. */
export const kindsOf: Partial<Record<Asks, ValueKind[]>> = {
  price: ['money', 'percent'],
  percent: ['percent'],
  duration: ['duration'],
  date: ['date', 'year', 'time'],
  number: ['number', 'percent'],
}

/** Whether the figure in a piece of evidence is one of the very thing asked for: not of a part of it, by another unit, or of its warranty. */
export function isFigureOf(question: Question, piece: Evidence): boolean {
  if (!isTied(question, piece) || (question.sized && isOtherSide(question, piece))) return false
  if (question.asks === 'price') return !isOfPart(question, piece) && !isOtherUnit(question, piece)
  return question.asks !== 'duration' || !isGuarantee(question, piece)
}

/** `A seal kit for VP-80 costs …` prices the kit, not the pump it is for. */
function isOfPart(question: Question, piece: Evidence): boolean {
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9)
  const models = topical.filter((term) => term.kind === 'name' || term.kind === 'number')
  if (models.length === 0) return false
  const clauses = piece.text
    .split(/;\s|(?<!\brs)[.।]\s/i)
    .filter((clause) => findValues(clause, 'money').length > 0 && models.some((term) => meetsText(term, clause)))
  return (
    clauses.length > 0 &&
    clauses.every((clause) => {
      const [, part = '', whole = ''] = /^(.{3,60}?)\s(?:for|of|to fit)\s(.{1,60}?)\s(?:costs?|is|are)\s/i.exec(clause) ?? []
      return part !== '' && models.some((term) => meetsText(term, whole)) && !topical.some((term) => meetsText(term, part)) && !priceWords.test(part)
    })
  )
}

const priceWords = /\b(?:prices?|costs?|fees?|charges?|rates?|fares?|rent|tickets?|entry|deposit|tariff|total)\b/i

/** A span that only says how long a warranty runs or how long somebody has worked. */
function isGuarantee(question: Question, piece: Evidence): boolean {
  if (otherSpans.test(question.text) || question.concepts.has('warranty')) return false
  const found = findValues(piece.text, 'duration')
  return found.length > 0 && found.every((it) => otherSpans.test(piece.text.slice(Math.max(0, it.start - 22), it.end + 24)))
}

const otherSpans = /warrant|guarantee|experience|\bold\b|वारंटी|गारंटी|अनुभव|ওয়ারেন্টি|গ্যারান্টি|অভিজ্ঞতা/i

const sides: [asked: RegExp, said: RegExp][] = [
  [/\bhow wide\b/i, /\bwide|width/i],
  [/\bhow (?:tall|high)\b/i, /\btall|\bhigh|height/i],
  [/\bhow heavy\b/i, /heavy|weigh|kg|kilo|ton/i],
]

const depthAsked = /\bhow deep\b|कितन[ाीे] गहर|\bkitn[aie] gehr|কত(?:টা)? গভীর/i
const depthTold = /\bdeep|depth|गहर|gehr|গভীর/i

/** The length of a pool is not its depth, which no page tells without a word for it. */
const isOtherSide = (question: Question, piece: Evidence) =>
  (depthAsked.test(question.text) && !depthTold.test(piece.text)) ||
  sides.some(
    ([asked, said]) => asked.test(question.text) && !said.test(piece.text) && /\b(?:long|length|wide|width|deep|depth|tall|high|height)\b/i.test(piece.text),
  )

const perUnit: [asked: RegExp, said: RegExp][] = [
  [/\b(?:per|a|each|every) month\b|\bmonthly\b|महीने|मासिक|\bmahin[ae]\b|মাসে|মাসিক|প্রতি মাস/i, /month|महीन|मासिक|mahin|মাস/i],
  [/\b(?:per|a|each|every) year\b|\b(?:yearly|annual(?:ly)?)\b|सालाना|वार्षिक|\bsalana\b|বছরে|বার্ষিক/i, /year|annual|annum|साल|वार्षिक|saal|বছর|বার্ষিক/i],
  [/\b(?:per|a|each|every) week\b|\bweekly\b|साप्ताहिक|हफ्ते|\bhafte\b|সপ্তাহে|সাপ্তাহিক/i, /week|हफ्त|सप्ताह|साप्ताहिक|haft|সপ্তাহ|সাপ্তাহিক/i],
  [/\b(?:per|an|each|every) hour\b|\bhourly\b|प्रति घंट|\bghante ka\b|প্রতি ঘণ্টা|ঘণ্টায়/i, /hour|hr\b|घंट|ghant|ঘণ্টা|ঘন্টা/i],
]

/** A price by the month is not answered with one by the night. */
const isOtherUnit = (question: Question, piece: Evidence) =>
  perUnit.some(([asked, said]) => asked.test(question.text) && !said.test(`${piece.item.title} ${piece.siblings.join(' ')} ${piece.text}`))

/** Of several sentences or lines together the one with the figure must itself speak of something asked. */
function isTied(question: Question, piece: Evidence): boolean {
  if (piece.siblings.length < 2 || piece.kind === 'sentence' || piece.kind === 'fact') return true
  const kinds = kindsOf[question.asks] ?? []
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9)
  if (topical.some((term) => meetsText(term, piece.subject))) return true
  const strangers = topical.filter((term) => !meetsText(term, piece.item.title))
  const holding = piece.siblings.filter((it) => kinds.some((kind) => findValues(it, kind).length > 0))
  if (piece.item.kind === 'row' && holding.length === 1 && piece.siblings.length <= 6) return true
  return strangers.length === 0 || holding.length === 0 || holding.some((it) => strangers.some((term) => meetsText(term, it)))
}
