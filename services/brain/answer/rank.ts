import { conceptOf, englishFunctionWords, matchForm, readConcepts, stem } from '@myna/language'
import { bridgeTerms, type Coverage, coverageOf, meetsText } from '#answer/coverage.ts'
import { listedIn } from '#answer/cells.ts'
import { type Evidence, wordSetOf } from '#answer/evidence.ts'
import { commonTerms, excused } from '#answer/excuses.ts'
import { addImplied } from '#answer/implied.ts'
import type { Asks, Question, Term } from '#answer/question.ts'
import { namesSibling } from '#answer/siblings.ts'
import { ageRule, endless, often, onceDone } from '#answer/told-spans.ts'
import { type Found, findValues, type ValueKind } from '#answer/values.ts'
import { weights } from '#answer/weights.ts'

/** Evidence with how well it answers a question. */
export type Ranked = { piece: Evidence; coverage: Coverage; score: number; shaped: boolean }

/** Concepts for the business itself. */
export const ownKinds = [
  'centre',
  'shop',
  'office',
  'hospital',
  'clinic',
  'gym',
  'bakery',
  'cafe',
  'restaurant',
  'hotel',
  'school',
  'salon',
  'company',
  'factory',
  'branch',
]
const spans = ['day', 'week', 'month', 'year', 'hour', 'minute']

/** Concepts that the kind of answer itself speaks of. */
const framesOf: Partial<Record<Asks, string[]>> = {
  phone: ['phone', 'call', 'contact', 'number_of', ...ownKinds, 'night', 'today', 'tomorrow', 'now', 'sunday', 'holiday', 'evening'],
  fax: ['fax', 'number_of', 'contact', 'phone'],
  whatsapp: ['whatsapp', 'phone', 'number_of', 'contact'],
  email: ['email', 'contact', 'address', 'number_of', 'company'],
  address: ['address', 'directions', 'map', ...ownKinds],
  hours: [
    'hours',
    'open',
    'close',
    'time',
    'begin_time',
    'end',
    'founded',
    'today',
    'tomorrow',
    'now',
    'weekday',
    'weekend',
    'day',
    'sunday',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'morning',
    'evening',
    'night',
    'late',
    ...ownKinds,
  ],
  price: ['begin_time', 'price', 'money', 'penalty', 'cheap', 'expensive', 'free', 'stock', 'number_of', 'appointment', 'pay', 'visit'],
  percent: ['price', 'number_of'],
  duration: ['duration', 'time', 'fast', 'number_of', 'date', 'frequency', ...spans],
  date: ['date', 'time', 'year', 'month', 'day'],
  number: ['number_of', 'capacity', 'duration', 'length', 'time', 'distance', 'big', 'small', 'maximum', 'minimum', 'stock'],
  person: ['name', 'staff'],
  list: ['name', 'stock', 'type', 'model', 'option'],
  procedure: ['process', 'need'],
  yes_no: ['stock', 'allow'],
  open: ['name', 'stock'],
}

/** The terms of a question that any answer of the kind asked for meets by itself. */
export function frameOf(question: Question, asks: Asks = question.asks): Set<Term> {
  const frame = new Set(framesOf[asks] ?? [])
  const framed = question.terms.filter((term) => term.concepts.some((id) => frame.has(id)))
  return new Set(framed.length === question.terms.length && !(asks in shapesOf) && asks !== 'hours' && asks !== 'address' ? [] : framed)
}

const shapesOf: Partial<Record<Asks, ValueKind[]>> = {
  phone: ['phone'],
  fax: ['phone'],
  whatsapp: ['phone'],
  email: ['email'],
  price: ['money', 'percent'],
  percent: ['percent'],
  duration: ['duration'],
  date: ['year', 'date', 'time'],
  number: ['number', 'percent'],
}

const titled = /\b(?:mr|mrs|ms|miss|dr|prof|shri|sri|smt|chef|maharaj|captain|capt)\b|\b[A-Z][a-z]+ (?:Family|Brothers|Sisters)\b|श्री|डॉ|सुश्री|শ্রী|ডা/iu
const named =
  /\p{Lu}[\p{Ll}'’]+(?:\s\p{Lu}\.?)*\s\p{Lu}[\p{Ll}'’]+|\p{Lu}\.\s\p{Lu}[\p{Ll}'’]+|[\u0900-\u097f]{2,}\s(?:ने|द्वारा)\s|[\u0900-\u09ff]{2,}\s[\u0900-\u09ff]{2,}\s?(?:[-–—:,(]|$)|[\u0900-\u09ff]{2,}\s?:\s?[\u0900-\u09ff.]+\s[\u0900-\u09ff]+|[\u0980-\u09ff]{2,}\s(?:প্রতিষ্ঠা|স্থাপন|শুরু)/u

/** A price that is told later: said as it stands. */
export const pricedLater =
  /\b(?:price|rate|cost|charge|fee|quote|quotation)s?\s(?:(?:is|are)\s)?(?:given\s|told\s|quoted\s)?(?:after|on|upon|depends?|as per|varies|vary)\b|\b(?:price|rate|quote)s? on request\b|^on request$|: on request\b|\b(?:out of stock|sold out|price: (?:ask|call|enquire))\b|\b(?:call|ask|contact us) for (?:a |the )?(?:price|quote|rate)/i

/** Whether evidence holds a value of the kind asked for; `null` when the kind has no particular shape. */
export function holdsShape(asks: Asks, piece: Pick<Evidence, 'text' | 'subject' | 'item' | 'kind'>): boolean | null {
  const kinds = shapesOf[asks]
  if (asks === 'list') return listedIn(piece).length >= 2 || (piece.text.match(/,\s|;\s|\s(?:and|or)\s/g) ?? []).length >= 2
  if (asks === 'person') return titled.test(piece.text) || named.test(piece.text) || isPersonCard(piece)
  if (!kinds) return null
  if (asks === 'duration' && (often.test(piece.text) || endless.test(piece.text))) return true
  if (asks === 'date' && onceDone.test(piece.text)) return true
  if (asks === 'price' && pricedLater.test(piece.text)) return true
  if (asks === 'price' && /\b(?:free|complimentary|no charge|no fines?|no penalty|at no cost|nil)\b|मुफ्त|निशुल्क|বিনামূল্যে|ফ্রি/i.test(piece.text)) return true
  if (
    asks === 'date' &&
    /\b(?:mon|tues?|wed|wednes|thurs?|thu|fri|sat|satur|sun)(?:days?)?\b|daily|every\b|(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)(?:वार)?(?=[\s,।;]|$)|(?:সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র|শনি|রবি)(?:বার)?(?=[\s,।;]|$)/i.test(
      piece.text,
    )
  )
    return true
  return kinds.some((kind) => findValues(piece.text, kind).some((it) => kind !== 'number' || !isYear(piece.text, it)))
}

/** A year counts nothing: `since 2012`. */
const isYear = (text: string, found: Found) =>
  /^(?:1[89]|20)\d\d$/.test(found.text) && /\b(?:since|in|from|by|of|year|est\.?)\s$/i.test(text.slice(0, found.start))

/** Whether a piece is part of a card or row about a person by name. */
export const isPersonCard = (piece: Pick<Evidence, 'subject' | 'item'>): boolean =>
  piece.item.kind === 'row' && piece.subject.length <= 40 && (titled.test(piece.subject) || named.test(piece.subject))

/** Ranks evidence for a question, the best first. */
export function rankEvidence(question: Question, evidence: readonly Evidence[], asks: Asks = question.asks): readonly Ranked[] {
  const known = ranked.get(question) ?? { evidence, orders: new Map<Asks, readonly Ranked[]>() }
  const order = known.evidence === evidence ? known.orders.get(asks) : undefined
  if (order) return order
  const made = rankAnew(question, evidence, asks)
  if (known.evidence === evidence) known.orders.set(asks, made)
  ranked.set(question, known)
  return made
}

/** Evidence in order for questions being answered: several kinds of answers look at the same. */
const ranked = new WeakMap<Question, { evidence: readonly Evidence[]; orders: Map<Asks, readonly Ranked[]> }>()

function rankAnew(question: Question, evidence: readonly Evidence[], asks: Asks): Ranked[] {
  bridgeTerms(question, evidence)
  addImplied(question, evidence)
  const frame = frameOf(question, asks)
  const common = commonTerms(question, evidence, frame)
  return evidence.map((piece) => rankOne(question, piece, asks, frame, common)).sort((a, b) => b.score - a.score)
}

function rankOne(question: Question, piece: Evidence, asks: Asks, frame: ReadonlySet<Term>, common: ReadonlySet<Term>): Ranked {
  const coverage = excused(question, strict(coverageOf(question.terms, piece, frame), piece), piece, frame, common, question.asks in shapesOf)
  let shape =
    asks === 'number' && question.sized
      ? findValues(piece.text, 'measure').length > 0 ||
        (question.concepts.has('group') && findValues(piece.text, 'number').length > 0) ||
        (question.concepts.has('distance') && findValues(piece.text, 'duration').length > 0) ||
        /\d\s?\/\s?\d/.test(piece.text)
      : holdsShape(asks, piece)
  if (asks === 'date' && clockAsked.test(question.text) && shape && !/\d\s?[:.]\d\d|\d\s?[ap]\.?m|noon|midnight|\d\s?(?:बजे|টা|baje)/i.test(piece.text))
    shape = false
  const spanned =
    asks === 'date' &&
    !shape &&
    (tillAsked.test(question.text) ||
      (/\bwithin\b|\bbefore\b|\bafter\b/i.test(piece.text) && /^when\b/i.test(question.text)) ||
      /\bafter\b|के बाद|\bke baad\b|পরে/i.test(question.text)) &&
    findValues(piece.text, 'duration').length > 0
  let score =
    weights.share * coverage.share +
    weights.ownShare * coverage.ownShare +
    weights.nearness * piece.nearness +
    (shape === null ? weights.shape * 0.75 : shape ? weights.shape : 0)
  for (const term of coverage.missing) score -= weights.missing[term.kind]
  for (const term of coverage.beside)
    score -=
      weights.missing[term.kind] * (term.kind === 'number' || asks === 'price' || asks === 'number' || asks === 'percent' ? weights.beside : weights.beside / 3)
  score -= weights.doubt * (1 - Math.min(1, piece.item.confidence + 0.3))
  score -= weights.sibling * question.terms.filter((term) => namesSibling(term, piece)).length
  if (piece.item.category === 'feedback_reviews' && !question.concepts.has('review') && !question.concepts.has('customer')) score -= weights.review
  score -= weights.length * Math.log2(Math.max(1, piece.text.length / 60))
  for (const order of orders) if (order.test(question.text)) score += order.test(piece.text) ? 0.08 : -0.06
  if (asks === 'price' && !question.concepts.has('rent') && hired.test(`${piece.text} ${piece.subject}`)) score -= 0.12
  score += weights.subject * tightness(question, piece)
  if (piece.kind === 'row' && !piece.list && isComplement(question, piece, frame)) score -= weights.complement
  if (asks === 'number' && shape && coverage.missing.length === 0 && countsTerm(question, piece, frame)) score += weights.counted
  if (asks === 'duration' && shape) for (const unit of spanUnits) if (unit.test(question.text)) score += unit.test(piece.text) ? 0.05 : -0.07
  if (asks === 'number' && shape && countsHead(question, piece)) score += weights.counted / 2
  if (asks === 'duration' && shape && untilAsked.test(question.text)) score += untilTold.test(piece.text) ? 0.06 : termTold.test(piece.text) ? -0.1 : 0
  if (asks === 'number' && shape && wholeTold.test(piece.text)) score += 0.05
  if (asks === 'number' && shape && question.concepts.has('age')) score += ageRule.test(piece.text) ? 0.1 : -0.1
  if (asks === 'number' && shape && peopleAsked.test(question.text)) score += peopleTold.test(piece.text) ? 0.06 : -0.06
  if (piece.kind === 'fact' && piece.item.label) score += labelFit(question, piece.item.label)
  if (piece.kind === 'question') score += weights.sameQuestion * likeness(question, piece)
  return { piece, coverage, score, shaped: shape === true || spanned }
}

/** What comes first and what after, in the four languages: an answer about the one is none about the other. */
const orders = [/\b(?:before|prior to|ahead|early|earlier|in advance|notice)\b|पहले|\bpehle\b|আগে/i, /\bafter(?!noon)\b|के बाद|\bke baad\b|পরে/i]
/** A price of hiring is not the price of the thing. */
const hired = /\b(?:hired? out|for hire|hire|rent(?:al|ed)?|lease)\b|किराए पर|ভাড়ায়/i
const clockAsked = /\bwhat time\b|कितने बजे|\bkitne baje\b|ক'?টায়|ক'?টায়/i
/** Until when something holds, which a span of time answers as well. */
const tillAsked = /कब तक|\bkab tak\b|\b(?:until|till) when\b|কতদিন পর্যন্ত|কবে পর্যন্ত/i
/** The number of all, not of a part. */
const wholeTold = /\b(?:work here|in all|altogether|in total|our team|we (?:have|employ|are)|a team of|strong team|all \d+)\b/i
/** Units of time, in the four languages. */
const spanUnits = [
  /minute|मिनट|মিনিট/i,
  /\bhours?\b|घंट|ghant|ঘণ্টা|ঘন্টা/i,
  /\bdays?\b|दिन|\bdin\b|দিন/i,
  /\bweeks?\b|हफ्त|सप्ताह|haft|সপ্তাহ/i,
  /\bmonths?\b|महीन|mahin|মাস/i,
  /\byears?\b|साल|वर्ष|\bsaal\b|বছর/i,
]
/** How long until something is there, rather than how long it lasts. */
const untilAsked = /\bhow (?:soon|quickly|fast)\b|कितन\S+ \S+ में|\bkitn\w+ \w+ (?:mein|me)\b|কত\S* ?\S* মধ্যে|কতক্ষণে|কত দিনে/i
const untilTold = /\b(?:within|ready|takes?|done|arrives?|after|reach(?:es)?|same day|decided|paid out|delivered)\b|में|মধ্যে/i
const termTold = /\b(?:term|tenure|validity|valid|period|up to)\b/i
const peopleAsked =
  /\bhow many (?:people|persons|guests|students|children|kids|pupils|members)\b|कितने (?:लोग|बच्चे|बच्चों|छात्र)|\bkitne (?:log|bachche|students)\b|কতজন|কত জন/i
const peopleTold =
  /\d\s?(?:\+\s?)?(?:people|persons|guests|students|children|kids|pupils|members|seats|pax|employees|staff|लोग|बच्चे|बच्चों|छात्र|log|जन|জন)|(?:people|persons|guests|students|children|kids)\D{0,12}\d/i

/** A name or a number that only another item speaks of is not spoken of: `the manager at Hosur` is not the one of the row above Hosur. */
function strict(coverage: Coverage, piece: Evidence): Coverage {
  if (piece.kind === 'sentence' && piece.siblings.length > 1) return coverage
  const elsewhere = coverage.beside.filter((term) => term.kind === 'name' || term.kind === 'number' || piece.kind === 'fact')
  if (elsewhere.length === 0) return coverage
  return { ...coverage, missing: [...coverage.missing, ...elsewhere], beside: coverage.beside.filter((term) => !elsewhere.includes(term)) }
}

/** Whether a number stands right before (or after) a word the question is about: `eleven plumbers`. */
function countsTerm(question: Question, piece: Evidence, frame: ReadonlySet<Term>): boolean {
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.3)
  return findValues(piece.text, 'number').some((found) => {
    const near = `${piece.text.slice(Math.max(0, found.start - 25), found.start)} ${piece.text.slice(found.end, found.end + 30)}`
    return /(?:#|no\.?\s?)$/i.test(piece.text.slice(0, found.start)) === false && topical.some((term) => meetsText(term, near))
  })
}

const countedHead = /(?:\bhow many|\bkitn[ei]|(?:^|\s)कितन[ेी]|কতগুলো|কতগুলি|কয়টা|কয়টি|কটা|কটি|কতটি)\s+([\p{L}\p{M}]+)/iu

/** Whether a number stands right before the very thing that is to be counted: `Four shows`. */
function countsHead(question: Question, piece: Evidence): boolean {
  const head = matchForm(countedHead.exec(question.text)?.[1] ?? '')
  const term = head === '' ? undefined : question.terms.find((it) => it.word.split(' ')[0] === head)
  if (!term) return false
  return findValues(piece.text, 'number').some(
    (it) => !isYear(piece.text, it) && meetsText(term, piece.text.slice(it.end).trim().split(/\s+/).slice(0, 2).join(' ')),
  )
}

/** Whether a labelled fact is labelled with what the question is about. */
function labelFit(question: Question, label: string): number {
  const concepts = readConcepts(label.split('_'), false).flatMap((it) => it.concepts)
  if (concepts.length === 0) return label === 'description' ? -weights.label : 0
  if (question.asks === 'person' && /found/.test(label)) return /founder/.test(label) ? weights.label : -weights.label
  const asked = question.terms.some(
    (term) => term.weight >= 0.5 && term.concepts.some((id) => concepts.includes(id) || conceptOf(id)?.related.some((other) => concepts.includes(other))),
  )
  return asked ? weights.label : -weights.label
}

/** How much of what a row or card is about the question names: `Sedan` is nearer to "which sedans" than `Luxury Sedan`. */
function tightness(question: Question, piece: Evidence): number {
  const subject = [...wordSetOf(piece.subject).stems]
  if (subject.length === 0 || subject.length > 8) return 0
  return subject.filter((it) => question.terms.some((term) => (term.stems.get(it) ?? 0) >= 0.8)).length / subject.length
}

/** Whether what is asked about is only what a row's thing is for or of: `Sofa for the stage` is no stage. */
function isComplement(question: Question, piece: Evidence, frame: ReadonlySet<Term>): boolean {
  const [head = '', rest] = piece.subject.split(/\s(?:for|of|with|without|in|to) /i)
  if (rest === undefined) return false
  const asked = question.terms.filter((term) => term.weight >= 0.9 && !frame.has(term))
  return asked.length > 0 && asked.every((term) => !meetsText(term, head)) && asked.some((term) => meetsText(term, piece.subject))
}

/** How much of a question of the site is in the question asked: FAQ titles that ask the very thing. */
function likeness(question: Question, piece: Evidence): number {
  const asked = new Set(question.terms.flatMap((term) => [...term.stems.keys()]))
  const topical = wordSetOf(piece.subject)
    .words.filter((it) => !englishFunctionWords.has(it))
    .map(stem)
  if (topical.length === 0) return 0
  return topical.filter((it) => asked.has(it)).length / topical.length
}
