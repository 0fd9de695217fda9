import { cellsOf, listedIn } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import { limitFor } from '#answer/limits.ts'
import { speaksOfEnough } from '#answer/leniency.ts'
import { excludingOnly, neededFrom } from '#answer/only-answers.ts'
import { focusOf, isNay, isYea } from '#answer/focus.ts'
import { isAct } from '#answer/excuses.ts'
import { isLeftOut, isPaidApart } from '#answer/left-out.ts'
import { clausesOf, denies, soundsNegative } from '#answer/negation.ts'
import { spoken } from '#answer/passage-answers.ts'
import type { Question, Term } from '#answer/question.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import { quoteIn, type Said, sentenceOf } from '#answer/said.ts'
import { namesSibling } from '#answer/siblings.ts'
import { findValues } from '#answer/values.ts'
import { weights } from '#answer/weights.ts'
import { say } from '#answer/wording/sentences.ts'

/** Answers yes or no from evidence that speaks of everything asked; says what it has where the evidence stops short of the thing asked. */
export function answerPolar(question: Question, all: readonly Ranked[]): Said | null {
  const reached = ['phone', 'email', 'address', 'call', 'whatsapp', 'fax', 'contact'].some((id) => question.concepts.has(id))
  const ranked = reached ? all : all.filter(({ piece }) => piece.kind !== 'fact' || !contactLabels.has(piece.item.label ?? ''))
  const limited = answerWithin(question, ranked) ?? answerByNeed(question, ranked) ?? answerByRange(question, ranked)
  if (limited) return limited
  const first = hadElsewhere(question, ranked) ?? ranked.find(({ piece }) => !/[?？]$/.test(piece.text))
  if (!first || question.terms.some((term) => term.weight >= 0.3 && trades(term) && namesSibling(term, first.piece))) return null
  const frame = frameOf(question)
  const topical = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.3)
  const scattered = first.coverage.ownShare < 0.3 && first.piece.kind === 'sentence'
  if (first.score >= weights.leastPolar && speaksOfEnough(question, first.coverage) && !scattered && !isThin(question, first))
    return decide(question, first, topical, ranked)
  return answerByOnly(question, ranked) ?? fallShort(question, ranked)
}

/** What is sold is no proof that it is bought as well. */
const trades = (term: Term) => term.concepts.includes('buy') || term.concepts.includes('sell')

/** Of several things asked in Hindi or Bengali the evidence speaks of one alone, as of the house where food is sent to. */
function isThin({ language, terms, polar }: Question, { coverage, piece }: Ranked): boolean {
  if (language === 'en' || !polar || piece.kind === 'question') return false
  const asked = terms.filter((term) => term.weight >= 0.45)
  return asked.length >= 2 && asked.filter((term) => (coverage.met.get(term) ?? 0) >= 0.4).length <= 1
}

/** `Tickets do not include lockers` says nothing against there being lockers where a line of their own names them. */
function hadElsewhere(question: Question, ranked: readonly Ranked[]): Ranked | null {
  const [first, ...rest] = ranked.filter(({ piece }) => !/[?？]$/.test(piece.text))
  if (!first || question.concepts.has('include') || !leavesOut.test(first.piece.text)) return null
  return (
    rest.find(
      ({ piece, score, coverage }) =>
        score > first.score - 0.08 && speaksOfEnough(question, coverage) && !soundsNegative(piece.text) && piece.kind !== 'question',
    ) ?? null
  )
}
const leavesOut = /\bnot (?:include|cover|contain)|\bnot (?:included|covered)\b|\b(?:excludes?|excluding)\b/i

/** What is for others only is not for the one asked about. */
function answerByOnly(question: Question, ranked: readonly Ranked[]): Said | null {
  const entry = excludingOnly(question, ranked)
  return entry ? no(question, { ...entry, score: weights.leastPolar + 0.05 }, ranked) : null
}

/** A number against a limit that the site sets. */
function answerWithin(question: Question, ranked: readonly Ranked[]): Said | null {
  const found = limitFor(question, ranked)
  if (!found) return null
  return found.fits ? yes(question, found.entry, question.terms, ranked) : no(question, found.entry, ranked)
}

function answerByNeed(question: Question, ranked: readonly Ranked[]): Said | null {
  const found = neededFrom(question, ranked)
  if (!found) return null
  const entry = { ...found.entry, score: Math.max(weights.leastPolar, found.entry.score) }
  return found.needed ? yes(question, entry, question.terms, ranked) : no(question, entry, ranked)
}

const contactLabels = new Set(['phone', 'email', 'address', 'whatsapp', 'fax', 'social', 'emergency_phone'])

function decide(question: Question, entry: Ranked, topical: readonly Term[], ranked: readonly Ranked[]): Said {
  const { piece } = entry
  const except = /\b(?:except|other than|excluding)(?: for)?\b(.*)$/is.exec(piece.text)?.[1]
  if (except && topical.some((term) => term.weight >= 0.9 && meetsText(term, except))) return no(question, entry, ranked)
  if (question.concepts.has('non-vegetarian') && onlyVegetarian.test(piece.text)) return no(question, entry, ranked)
  const focus = focusOf(question, piece)
  const [cell] = focus?.cells ?? []
  if (focus && cell && focus.cells.length === 1 && (isNay(cell.value) || isYea(cell.value))) {
    const value = `${focus.name}: ${cell.header} – ${cell.value}.`
    if (isNay(cell.value))
      return { text: say('no', question.language, { value: `${focus.name}: ${cell.header} – ${cell.value}.` }), pieces: [piece], score: entry.score }
    return { text: say('yes', question.language, { value }), pieces: [piece], score: entry.score }
  }
  const free = question.concepts.has('free')
  const needs = question.concepts.has('require') || /\b(?:need|have to|must|required|mandatory|necessary)\b/i.test(question.text)
  // In English the thing itself stands first after the verb; elsewhere it is the word that fewest pieces speak of.
  const main = question.language === 'en' ? topical[0] : rarestOf(topical, ranked)
  const about = (clause: string) => topical.reduce((sum, term) => sum + (meetsText(term, clause) ? (isAct(term) ? 0.5 : 1) + (term === main ? 0.25 : 0) : 0), 0)
  const sameQuestion = piece.item.kind !== 'question' || sharedWith(topical, piece.item.title) >= 0.5
  const firstSentence = sameQuestion ? /^\s*(yes|no)\b/i.exec(piece.text)?.[1]?.toLowerCase() : undefined
  const rest = piece.text.replace(/^\s*(?:yes|no)\b[,.!]?\s*/i, '')
  const soldOut = question.concepts.has('stock') && gone.test(piece.text)
  let negative = soldOut || (firstSentence ? firstSentence === 'no' : denies(rest, about, asksCost(question)))
  if (!negative && !firstSentence && sameQuestion && piece.item.kind === 'question' && piece.siblings[0] !== undefined) {
    const opening = /^\s*(yes|no)\b|^(?:हाँ|हां|जी हाँ|হ্যাঁ)|^(?:नहीं|না)/i.exec(piece.siblings[0])?.[0]?.trim().toLowerCase()
    if (opening !== undefined && piece.title.stems.size > 0) negative = opening === 'no' || opening === 'नहीं' || opening === 'না'
  }
  const left = firstSentence === undefined && excluding.test(piece.subject) ? leftOut(piece, about) : null
  if (left !== null) return { text: say('no', question.language, { value: quoteIn(question.language, left) }), pieces: [piece], score: entry.score }
  if (needs && !negative && bringing.test(question.text))
    negative = clausesOf(piece.text).some((clause) => about(clause) > 0 && given.test(clause) && !bringing.test(clause))
  if (needs && !negative)
    negative =
      /\b(?:optional|walk-?\s?ins? (?:are |is )?(?:welcome|accepted)|without (?:an? )?(?:appointment|booking|reservation))\b/i.test(piece.text) &&
      !/\b(?:required|must|mandatory|only by|by appointment only)\b/i.test(piece.text)
  if (
    !free &&
    !negative &&
    ['price', 'pay', 'money'].some((id) => question.concepts.has(id)) &&
    !question.concepts.has('include') &&
    !/\bwithout\b/i.test(question.text) &&
    findValues(piece.text, 'money').length === 0
  )
    negative = /\bfree\b|no charge|free of charge|मुफ्त|मुफ़्त|निशुल्क|বিনামূল্যে|ফ্রি/i.test(piece.text)
  if (!negative && !/\bwithout\b/i.test(question.text)) negative = topical.some((term) => term.weight >= 0.9 && isLeftOut(term, piece.text))
  if (!negative && question.concepts.has('include')) {
    const lacking = [...piece.text.matchAll(/\bwithout (?:an? |the |any )?(\p{L}+)/giu)].map((match) => match[1] ?? '')
    negative = lacking.some((word) => topical.some((term) => term.weight >= 0.9 && meetsText(term, word))) || isPaidApart(piece.text, about)
  }
  if (!negative && question.concepts.has('extra') && !free) negative = /\bincluded\b/i.test(piece.text) && !/\bextra\b|\bnot included\b/i.test(piece.text)
  if (!negative && asksCost(question))
    negative = piece.text
      .split(/[;,]\s/)
      .some((part) => about(part) > 0 && /\bfree\b|no (?:charge|extra)|मुफ्त|বিনামূল্যে/i.test(part) && findValues(part, 'money').length === 0)
  if (free && !negative)
    negative =
      !/\bfree\b|complimentary|no (?:extra |additional )?(?:charge|cost|fee)|मुफ्त|निशुल्क|फ्री|বিনামূল্যে|ফ্রি/i.test(piece.text) &&
      findValues(piece.text, 'money').length > 0
  return negative ? no(question, entry, ranked) : yes(question, entry, topical, ranked)
}

/** The weighty term that the fewest pieces speak of. */
function rarestOf(terms: readonly Term[], ranked: readonly Ranked[]): Term | undefined {
  const spread = (term: Term) => ranked.filter((it) => (it.coverage.met.get(term) ?? 0) >= 0.6).length
  return terms.filter((term) => term.weight >= 0.9).sort((a, b) => spread(a) - spread(b))[0] ?? terms[0]
}

/** Whether something costs (extra): `no charge` is then a no. */
const asksCost = ({ concepts, text }: Question) =>
  !concepts.has('free') &&
  (/\b(?:extra|additional|any) (?:cost|charge|fee)s?\b|\bcosts? (?:extra|more|anything)\b|\b(?:charge|pay) (?:extra|more|anything)\b/i.test(text) ||
    (concepts.has('price') && (concepts.has('extra') || concepts.has('separate'))))

const onlyVegetarian =
  /\b(?:all|only|everything|entirely|exclusively|pure(?:ly)?|strictly|100 ?%)\b[^.]{0,30}\bveg(?:etarian)?\b|(?:सारा|पूरा|शुद्ध|सिर्फ|केवल)[^।]{0,30}शाकाहारी|(?:শুধু|সম্পূর্ণ|বিশুদ্ধ)[^।]{0,30}নিরামিষ/i
const gone = /\b(?:sold out|out of stock|fully booked|unavailable|discontinued|suspended)\b|बिक (?:गया|गई|चुक)|স্টক শেষ|শেষ হয়ে/i
/** Asks whether one must have something of one's own; what is given needs not be brought. */
const bringing = /\b(?:bring|carry|own)\b|लान[ाे]|\blaan[ae]\b|আন(?:তে|ব)/i
const given =
  /\b(?:provided|supplied|available|are here|is here|included|on loan|we (?:have|give|provide|lend|supply)|lent|can be (?:rented|borrowed|hired))\b|मिलत|दिए जात|দেওয়া হয়/i

/** A heading whose list is of what is left out. */
const excluding =
  /\bnot (?:included|covered|allowed|available|permitted|provided|accepted)\b|\bexclu(?:sions?|ded|des)\b|\bwe (?:do not|don't|cannot)\b|शामिल नहीं|অন্তর্ভুক্ত নয়|অন্তর্ভুক্ত নয়|shamil nahi/i

/** The entry of a list of what is left out that speaks of the thing asked, under its heading. */
function leftOut(piece: Evidence, about: (clause: string) => number): string | null {
  const entries = (piece.siblings.length > 0 ? piece.siblings : [piece.text]).filter((it) => about(it) > 0 && !/[.!?।]$/.test(it.trim()))
  return entries.length > 0 ? `${piece.subject}: ${entries.join('; ')}` : null
}

/** Weighted share of terms a text speaks of. */
function sharedWith(terms: readonly Term[], text: string): number {
  const all = terms.reduce((sum, term) => sum + term.weight, 0)
  return all === 0 ? 0 : terms.reduce((sum, term) => sum + (meetsText(term, text) ? term.weight : 0), 0) / all
}

function no(question: Question, entry: Ranked, ranked: readonly Ranked[]): Said {
  const value = withoutAnswerWord(spokenShort(question, entry, ranked))
  return { text: say('no', question.language, { value: capital(value) }), pieces: [entry.piece], score: entry.score }
}

/** A yes keeps clear of words of negation, which a listener would take for the answer. */
function yes(question: Question, entry: Ranked, topical: readonly Term[], ranked: readonly Ranked[]): Said {
  const full = withoutAnswerWord(yesText(question, entry, ranked))
  const said = (value: string): Said => ({ text: say('yes', question.language, { value: capital(value) }), pieces: [entry.piece], score: entry.score })
  if (!soundsNegative(full)) {
    const more = ranked.find(
      (it) =>
        it.piece.item.id !== entry.piece.item.id &&
        it.coverage.ownShare > 0.5 &&
        it.coverage.ownShare >= entry.coverage.ownShare - 0.02 &&
        it.piece.kind !== 'row' &&
        !soundsNegative(it.piece.text) &&
        !plain(full).includes(plain(it.piece.text).slice(0, 60)) &&
        !plain(it.piece.text).includes(plain(full)) &&
        it.piece.text.length + full.length < 460,
    )
    return more && entry.piece.kind !== 'row' ? { ...said(`${full} ${sentenceOf(more.piece.text)}`), pieces: [entry.piece, more.piece] } : said(full)
  }
  const pieces = full.split(/(?<=[.!?।])\s+/).filter((it) => !soundsNegative(it))
  const about = (text: string) => topical.filter((term) => meetsText(term, text)).length
  const sentence = pieces.sort((a, b) => about(b) - about(a))[0]
  if (sentence && about(sentence) > 0) return said(sentence)
  const clause = clausesOf(entry.piece.text)
    .filter((it) => !soundsNegative(it))
    .sort((a, b) => about(b) - about(a))[0]
  return clause && about(clause) > 0 ? said(sentenceOf(clause)) : saysYes(entry.piece) ? said('') : { text: full, pieces: [entry.piece], score: entry.score }
}

/** Whether the site's own answer to its question begins with a yes. */
const saysYes = (piece: Evidence) => piece.item.kind === 'question' && /^\s*(?:yes\b|हाँ|हां|जी हाँ|হ্যাঁ)/i.test(piece.siblings[0] ?? '')

function yesText(question: Question, entry: Ranked, ranked: readonly Ranked[]): string {
  const { piece } = entry
  if (piece.kind === 'row') {
    const items = listedIn(piece)
    const frame = frameOf(question)
    const named = items.filter((item) => question.terms.some((term) => !frame.has(term) && term.weight >= 0.9 && meetsText(term, item)))
    const cells = cellsOf(piece.text)
    if (named.length > 0 && named.length < items.length && cells.length <= 1) return sentenceOf(named.join(', '))
    return sentenceOf(piece.text.toLowerCase().includes(piece.subject.toLowerCase()) ? piece.text : `${piece.subject}: ${piece.text}`)
  }
  return spokenShort(question, entry, ranked)
}

/** One sentence is enough beside a yes or a no, unless it points back at the one before. */
function spokenShort(question: Question, entry: Ranked, ranked: readonly Ranked[]): string {
  const { piece } = entry
  const pointsBack = /^(?:it|this|that|they|these|those|he|she)\b/i.test(piece.text)
  return piece.kind === 'sentence' && !pointsBack && piece.text.split(/\s+/).length >= 4
    ? quoteIn(question.language, sentenceOf(piece.text))
    : spoken(question, entry, ranked)
}

/** The site's own yes or no comes off: it answers the site's question. */
const withoutAnswerWord = (text: string) => text.replace(/(^|likha hai: |लिखा है: |লেখা আছে: )(?:no|yes|नहीं|हाँ|हां|না|হ্যাঁ|nahi|haan)[,.।!]\s+/i, '$1')
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Round-the-clock service answers for any hour. */
function answerByRange(question: Question, ranked: readonly Ranked[]): Said | null {
  if (
    !/\b\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m|p\.?m)\b|\bmidnight\b|\blate (?:at )?night\b|\bat night\b|\bin the night\b|आधी रात|रात (?:को|में|के)|\braat (?:ko|mein|me|ke)\b|রাতে|(?:रात|सुबह|रात के|raat|subah|রাত|ভোর|সকাল)(?: ko| के| को| ke)?\s?\d|\d\s?(?:बजे|baje|টা)|\b(?:24x7|24\/7)\b/i.test(
      question.text,
    )
  )
    return null
  const entry = ranked
    .slice(0, 25)
    .find(
      ({ piece, coverage }) =>
        /24\s?[x/]\s?7|24 hours|round[- ]the[- ]clock|around the clock/i.test(piece.text) &&
        coverage.missing.filter((term) => !/\d/.test(term.word) && !term.concepts.includes('night')).length === 0,
    )
  return entry ? yes(question, { ...entry, score: Math.max(weights.leastPolar, entry.score) }, question.terms, ranked) : null
}

const closedLists = ['delivery', 'ship', 'area', 'pay', 'payment_method', 'cash', 'card', 'upi', 'cheque', 'language', 'country', 'state', 'city']
const beyond = /\b(?:contiguous|lower 48|continental)\b/i
const far = new Set(['hawaii', 'alaska', 'guam', 'puerto', 'rico'])

/** Evidence that speaks of the matter but not of the very thing asked: said to be so, where a list of places or ways of paying was given. */
function fallShort(question: Question, ranked: readonly Ranked[]): Said | null {
  if (!closedLists.some((id) => question.concepts.has(id))) return null
  const entry = ranked.slice(0, 8).find(({ piece, coverage, shaped }) => {
    const [only] = coverage.missing
    const restricts =
      /\b(?:only|anywhere in|within|throughout|across|all over|contiguous|we accept|we deliver|we ship|accepted|payment|pay by|pay with)\b|लेते हैं|स्वीकार|lete hain|নিই|নেওয়া হয়|চলে\b/i.test(
        piece.text,
      )
    return (
      coverage.missing.length === 1 &&
      only &&
      (only.kind === 'name' || only.kind === 'word' || only.concepts.some((id) => closedLists.includes(id))) &&
      restricts &&
      !shaped &&
      coverage.ownShare >= 0.3
    )
  })
  if (!entry) return null
  if (beyond.test(entry.piece.text) && question.words.some((word) => far.has(word))) return no(question, { ...entry, score: weights.leastPolar }, ranked)
  const value = sentenceOf(entry.piece.text)
  return { text: say('notMentioned', question.language, { value }), pieces: [entry.piece], score: weights.leastPolar, unsettled: true }
}
