import { cellsOf, listedIn, subjectOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import { isList } from '#answer/evidence.ts'
import { speaksOfEnough } from '#answer/leniency.ts'
import { type Focus, focusOf } from '#answer/focus.ts'
import type { Question } from '#answer/question.ts'
import { isPersonCard, type Ranked } from '#answer/rank.ts'
import { quoteIn, type Said, sentenceOf } from '#answer/said.ts'
import { weights } from '#answer/weights.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

const longest = 330

/** What is said of a piece of evidence: its sentence, with its neighbours where they answer nearly as well, or the whole of a short answer. */
export function passageText(question: Question, first: Ranked, ranked: readonly Ranked[]): string {
  const { piece } = first
  const whole = piece.siblings.map(sentenceOf).join(' ')
  if (piece.item.kind === 'question' && whole.length <= longest) return whole
  if (piece.kind !== 'sentence') return sentenceOf(piece.text)
  const leads = /^(?:it|this|that|they|these|those|he|she|additional|also|however|otherwise|then|such)\b/i.test(piece.text)
  const wanted = new Set([piece.at])
  if (leads && piece.at > 0) wanted.add(piece.at - 1)
  for (const other of isList(piece.siblings) ? [] : ranked) {
    if (other.piece.item.id !== piece.item.id || other.piece === piece) continue
    const next = question.asks === 'procedure' && other.piece.at === piece.at + 1
    if (Math.abs(other.piece.at - piece.at) <= 2 && (other.score > first.score - weights.tie || next)) wanted.add(other.piece.at)
  }
  if (piece.text.length < 40 && piece.kind === 'sentence' && piece.siblings[piece.at + 1] !== undefined) wanted.add(piece.at + 1)
  const chosen: string[] = []
  let length = 0
  const order = [...wanted].sort((a, b) => Math.abs(a - piece.at) - Math.abs(b - piece.at))
  const kept = new Set<number>()
  for (const at of order) {
    const sentence = piece.siblings[at]
    if (sentence === undefined || (length + sentence.length > longest && kept.size > 0)) continue
    kept.add(at)
    length += sentence.length
  }
  for (const at of [...kept].sort((a, b) => a - b)) chosen.push(sentenceOf(piece.siblings[at] ?? ''))
  return chosen.length > 0 ? chosen.join(' ') : sentenceOf(piece.text)
}

/** Asks for somebody by name, not for who may or can. */
const byName =
  /\bwho(?:'s| is| are| was| were)(?! (?:allowed|eligible|it for|this for))\b|\bwho (?:runs?|owns?|founded|started|heads?|leads?|teaches|cooks|manages|handles|treats|trains|coaches|designs|looks after|takes care|takes|leads)\b|कौन (?:है|हैं|थे|था)|किसने|\bkaun (?:hai|hain|h|tha|the)\b|\bkisne\b|(?:^|\s)কে(?=[\s?।]|$)|কারা/i

const contactFacts = new Set(['email', 'phone', 'address', 'opening_hours', 'whatsapp', 'fax', 'price', 'years_in_business'])

/** Answers with the words of the site that speak of what was asked. */
export function answerPassage(question: Question, ranked: readonly Ranked[]): Said | null {
  const first =
    question.asks === 'person' && byName.test(question.text)
      ? ranked.find((it) => (it.shaped && !contactFacts.has(it.piece.item.label ?? '')) || it.piece.item.label === 'owner')
      : (ranked.slice(0, 4).find((it) => it.score > (ranked[0]?.score ?? 0) - 0.08 && !misses(question, it)) ?? ranked[0])
  if (!first || first.score < weights.least || misses(question, first)) return null
  const entry = question.asks === 'person' ? entryOf(question, first) : null
  if (entry !== null) return { text: quoteIn(question.language, entry), pieces: [first.piece], score: first.score }
  const whole = wholeOf(question, first, ranked)
  return { text: spoken(question, whole, ranked), pieces: [whole.piece], score: first.score }
}

/** What a passage does not speak of at all it does not answer; of a long question one everyday word may be said otherwise. */
function misses(question: Question, { coverage }: Ranked): boolean {
  if (speaksOfEnough(question, coverage)) return false
  const missing = coverage.missing.filter((term) => term.weight >= 1)
  if (question.asks === 'person') return true
  if (missing.some((term) => term.kind === 'name' || term.kind === 'number')) return true
  const topical = question.terms.filter((term) => term.weight >= 0.9 && term.kind !== 'name')
  if (question.terms.every((term) => term.weight < 0.9) && coverage.share < 0.7) return true
  return missing.length > (topical.length >= 4 ? 1 : 0)
}

/** Of a list of people the ones the question singles out; nothing when it means them all. */
function entryOf(question: Question, { piece }: Ranked): string | null {
  if (!piece.list) return null
  const terms = question.terms.filter((term) => term.weight >= 0.9)
  const met = piece.siblings.map((sibling) => terms.filter((term) => meetsText(term, sibling)).length)
  const most = Math.max(0, ...met)
  const few = piece.siblings.filter((_, at) => met[at] === most)
  return most > 0 && few.length < piece.siblings.length ? few.map(sentenceOf).join(' ') : null
}

/** Where cases differ ("what happens if …"), the short paragraph with all of them rather than its first sentence. */
function wholeOf(question: Question, first: Ranked, ranked: readonly Ranked[]): Ranked {
  if (question.asks !== 'procedure' && !/\bif\b|अगर|agar|যদি/i.test(question.text)) return first
  const near = ranked.slice(0, 12).filter(({ score }) => score > first.score - 0.15)
  const whole = near.find(
    ({ piece }) =>
      piece.kind !== 'sentence' &&
      piece.text.length <= longest &&
      piece.siblings.length > 1 &&
      piece.text !== first.piece.text &&
      piece.text.includes(first.piece.text),
  )
  if (whole) return whole
  for (const entry of near) {
    const text = entry.piece.siblings.map(sentenceOf).join(' ')
    if (entry.piece.kind === 'sentence' && entry.piece.item.kind === 'row' && text.length <= longest && text.includes(first.piece.text))
      return { ...entry, piece: { ...entry.piece, kind: 'row', text } }
  }
  return first
}

/** The cells a question is about, under the name of their row: `Users – Growth: 5`. */
export function focusText(question: Question, { name, cells }: Focus): string {
  const value = cells.map((cell) => `${cell.header}: ${cell.value}`).join(', ')
  return say('about', question.language, { subject: name, value })
}

/** A piece as said: rows with their subject, short lists as "We have …", sentences as they are. */
export function spoken(question: Question, entry: Ranked, ranked: readonly Ranked[]): string {
  const { piece } = entry
  if (piece.kind === 'row') {
    const focus = focusOf(question, piece)
    if (focus) return focusText(question, focus)
    const items = listedIn(piece)
    const cells = cellsOf(piece.text)
    if (items.length >= 2 && !/[₹$£€৳]/.test(piece.text) && cells.every((cell) => cell.header === null || cells.length === 1))
      return say('have', question.language, { value: joinList(items.slice(0, 14), question.language) })
    const subject = subjectOf(piece)
    const text = piece.text.toLowerCase().includes(subject.toLowerCase()) || subject === '' ? piece.text : `${subject}: ${piece.text}`
    return quoteIn(question.language, text)
  }
  const text = passageText(question, entry, ranked)
  const subject = subjectOf(piece)
  const person = question.asks === 'person' && isPersonCard(piece) && !text.toLowerCase().includes(subject.toLowerCase())
  const tellsSubject =
    !person &&
    (piece.kind === 'fact' ||
      (/[.!?।]["'”)]*$/.test(text) && text.split(/\s+/).length >= 4) ||
      subject === '' ||
      /[?？]$/.test(subject) ||
      text.length > 120 ||
      text.toLowerCase().includes(subject.toLowerCase()))
  return quoteIn(question.language, tellsSubject ? text : `${subject}: ${text}`)
}
