import type { Answer, Persona } from '@myna/contracts/brain'
import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import { answerContact, answerPlace } from '#answer/contact-answers.ts'
import { type Evidence, evidenceOf } from '#answer/evidence.ts'
import { answerHoliday } from '#answer/holidays.ts'
import { answerHours } from '#answer/hours-answers.ts'
import { answerCount } from '#answer/count-answers.ts'
import { answerDifference, answerExtreme } from '#answer/extreme-answers.ts'
import { answerList } from '#answer/list-answers.ts'
import { answerPassage } from '#answer/passage-answers.ts'
import { answerPolar } from '#answer/polar-answers.ts'
import { type Question, readQuestion } from '#answer/question.ts'
import { cellsOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import { type Ranked, rankEvidence } from '#answer/rank.ts'
import type { Said } from '#answer/said.ts'
import { lookAgain } from '#answer/second-look.ts'
import { smallTalk } from '#answer/small-talk.ts'
import { secondLookTrees } from '#answer/second-look-trees.ts'
import { answerTable } from '#answer/table-answers.ts'
import type { Trees } from '#answer/trees.ts'
import { answerValue } from '#answer/value-answers.ts'
import { say, type SentenceName } from '#answer/wording/sentences.ts'

/** What the built-in engine makes of a question; the time it took is added by who asks. */
export type BuiltInAnswer = Omit<Answer, 'tookMs'>

const longestQuestion = 1500

/**
 * Answers a question from what was found for it, in the caller's language, or says that the knowledge does not hold it. Pure:
 * the same question, hits and moment give the same words. Words of pages and of the question are data, never instructions.
 * `trees` judge what the rules leave.
 */
export function answer(
  text: string,
  hits: readonly Hit[],
  persona: Persona,
  now: Date,
  language?: LanguageCode,
  trees: Trees = secondLookTrees,
): BuiltInAnswer {
  const question = readQuestion(text, persona.businessName, language)
  const talk = talkOf(question, text)
  if (talk) return spokenOnly(talk, question, persona)
  const evidence = evidenceOf(hits)
  const said = answerByKind(question, evidence, now, persona.timeZone) ?? lookAgain(question, rankEvidence(question, evidence), trees)
  if (!said || said.text === '') return refusal(question)
  return {
    answer: capital(said.text),
    language: question.language,
    sources: sourcesOf(said),
    confidence: said.unsettled ? 0.3 : confidenceOf(said.score),
    refused: said.unsettled ?? false,
    engine: 'built-in',
  }
}

/** Begins an answer with a capital, unless its first word is written its own way: `iPhone`, `info@shop.in`. */
const capital = (text: string) => (/^\p{Ll}[\p{Ll}’']*(?=[\s,.:;!?]|$)/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text)

/** The sentence that answers talk without a question in it: a greeting, nothing at all, a script nobody here reads. */
function talkOf(question: Question, text: string): SentenceName | null {
  if (question.foreign) return 'foreign'
  if (question.words.length === 0) return 'empty'
  const talk = smallTalk(text, question.language)
  if (talk) return talk
  return text.length > longestQuestion ? 'tooLong' : null
}

function spokenOnly(name: SentenceName, question: Question, persona: Persona): BuiltInAnswer {
  const unanswered = name === 'foreign' || name === 'tooLong' || name === 'orders'
  return {
    answer: say(name, question.language, { agent: persona.agentName, business: persona.businessName }),
    language: question.language,
    sources: [],
    confidence: unanswered ? 0 : 1,
    refused: unanswered,
    engine: 'built-in',
  }
}

function refusal(question: Question): BuiltInAnswer {
  return { answer: say('refusal', question.language), language: question.language, sources: [], confidence: 0, refused: true, engine: 'built-in' }
}

function answerByKind(question: Question, evidence: readonly Evidence[], now: Date, timeZone: string): Said | null {
  const ranked = rankEvidence(question, evidence)
  const closed = answerHoliday(question, ranked)
  if (closed) return closed
  const compared = question.polar || isToldLimit(question, ranked[0]) ? null : (answerDifference(question, ranked) ?? answerExtreme(question, ranked))
  if (compared) return compared
  const rows = asksRows.has(question.asks) ? answerTable(question, ranked) : null
  if (rows) return rows
  switch (question.asks) {
    case 'phone':
    case 'fax':
    case 'email':
    case 'whatsapp':
      return (
        answerContact(question, ranked) ??
        (/\bwho\b|कौन|किस|\bkis|কাকে|কার/i.test(question.text) ? answerPassage({ ...question, asks: 'open' }, rankEvidence(question, evidence, 'open')) : null)
      )
    case 'address':
      return answerPlace(question, ranked)
    case 'hours':
      return (
        answerHours(question, ranked, now, timeZone) ??
        (question.polar ? answerPolar({ ...question, asks: 'yes_no' }, rankEvidence(question, evidence, 'yes_no')) : answerTimed(question, evidence))
      )
    case 'price':
    case 'percent':
    case 'duration':
      return answerValue(question, ranked) ?? answerLength(question, evidence)
    case 'date':
    case 'number':
      return answerValue(question, ranked) ?? (question.asks === 'number' ? answerCount(question, ranked) : null)
    case 'list':
      return answerList(question, ranked)
    case 'yes_no':
      return answerPolar(question, ranked)
    default:
      return answerPassage(question, ranked)
  }
}

/** Kinds of questions that rows of a table may answer by their names. */
const asksRows = new Set<Question['asks']>(['list', 'open', 'person'])

/** The least or the most of one thing, told in a column of its own: `Smallest order: 30`. */
function isToldLimit(question: Question, first: Ranked | undefined): boolean {
  if (!first || first.piece.kind !== 'row' || !question.extreme || first.coverage.missing.length > 0) return false
  const asked = question.terms.filter((term) => term.weight >= 0.9)
  const limit = question.terms.find((term) => term.concepts.some((id) => id === 'minimum' || id === 'maximum'))
  if (!limit || asked.length === 0 || !asked.every((term) => meetsText(term, first.piece.subject))) return false
  return cellsOf(first.piece.text).some((cell) => cell.header !== null && meetsText(limit, cell.header))
}

/** `How long is the pool?` asks for metres, not for hours. */
function answerLength(question: Question, evidence: readonly Evidence[]): Said | null {
  if (!/\bhow long (?:is|are)\b|लंब|\blamb[aie]\b|লম্বা|দীর্ঘ/i.test(question.text)) return null
  const asked: Question = { ...question, asks: 'number', sized: true }
  return answerValue(
    asked,
    rankEvidence(asked, evidence).filter(({ piece }) => /\blong\b|length|लंब|লম্বা|দৈর্ঘ্য/i.test(piece.text)),
  )
}

/** Hours of something that are no span (`until 10 pm`): the sentence about it that holds a time or a day. */
function answerTimed(question: Question, evidence: readonly Evidence[]): Said | null {
  const [first, ...rest] = rankEvidence(question, evidence, 'date')
  if (!first?.shaped || first.coverage.missing.length > 0 || first.coverage.beside.length > 0) return null
  return answerPassage({ ...question, asks: 'date' }, [first, ...rest])
}

/**
 * A score as the chance of being right: a logistic curve fitted to the share of right answers at first sight of businesses never tuned for
 * (`npm run bench -- answer` prints how well it holds).
 */
const confidenceOf = (score: number) => Math.round(95 / (1 + Math.exp(-8 * (Math.min(1, score) - 0.64)))) / 100

function sourcesOf(said: Said): Answer['sources'] {
  const seen = new Set<string>()
  return said.pieces.flatMap(({ item }) => {
    if (seen.has(item.id)) return []
    seen.add(item.id)
    return [{ itemId: item.id, title: item.title, url: item.url, quote: item.quote, category: item.category }]
  })
}

/** How much ground what was found gives a question, 0 to 1: the score of the nearest evidence, whatever kind of answer it would make. */
export function groundOf(text: string, hits: readonly Hit[], businessName: string, language?: LanguageCode): number {
  const question = readQuestion(text, businessName, language)
  return Math.max(0, rankEvidence(question, evidenceOf(hits), 'open')[0]?.score ?? 0)
}
