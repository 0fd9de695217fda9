import type { Question } from '#answer/question.ts'
import type { Ranked } from '#answer/rank.ts'
import type { Said } from '#answer/said.ts'
import { quoteIn } from '#answer/said.ts'
import { say } from '#answer/wording/sentences.ts'

/** Holidays of one date in the year, as month and day. */
const holidays: [RegExp, number, number][] = [
  [/\bchristmas eve\b/i, 12, 24],
  [/\bchristmas|\bxmas\b|क्रिसमस|বড়দিন|বড়দিন/i, 12, 25],
  [/\bboxing day\b/i, 12, 26],
  [/\bnew year'?s eve\b/i, 12, 31],
  [/\bnew year|नए साल|नया साल|\bnaye? saal\b|নববর্ষ|নতুন বছর/i, 1, 1],
  [/\brepublic day\b|गणतंत्र दिवस|প্রজাতন্ত্র দিবস/i, 1, 26],
  [/\bindependence day\b|स्वतंत्रता दिवस|\b15 august\b|স্বাধীনতা দিবস/i, 8, 15],
  [/\bgandhi jayanti\b|गांधी जयंती|গান্ধী জয়ন্তী/i, 10, 2],
]
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1
const month = '(jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*)'
const spans = [
  new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s${month}\\s?(?:to|until|till|-|–)\\s?(\\d{1,2})(?:st|nd|rd|th)?\\s${month}`, 'gi'),
  new RegExp(`${month}\\s(\\d{1,2})(?:st|nd|rd|th)?\\s?(?:to|until|till|-|–)\\s?${month}\\s(\\d{1,2})`, 'gi'),
]
const shut = /\b(?:close[sd]?|shut|closing|holidays?)\b|बंद|বন্ধ/i

/** Answers whether a business is open on a holiday of a fixed date from the span of days it says it is closed. */
export function answerHoliday(question: Question, ranked: readonly Ranked[]): Said | null {
  if (!question.polar || (!question.concepts.has('open') && !question.concepts.has('close') && !question.concepts.has('hours'))) return null
  const day = holidays.find(([pattern]) => pattern.test(question.text))
  if (!day) return null
  const [, dayMonth, date] = day
  const entry = ranked.find(({ piece }) => shut.test(piece.text) && spansIn(piece.text).some((it) => isWithin(it, dayMonth * 100 + date)))
  if (!entry) return null
  const asksClosed = question.concepts.has('close') && !question.concepts.has('open')
  return {
    text: say(asksClosed ? 'yes' : 'no', question.language, { value: quoteIn(question.language, entry.piece.text) }),
    pieces: [entry.piece],
    score: 0.85,
  }
}

/** Spans of days as `month * 100 + date`. */
function spansIn(text: string): [number, number][] {
  const [dayFirst, monthFirst] = spans
  const read = (pattern: RegExp | undefined, places: readonly [number, number, number, number]) =>
    [...text.matchAll(pattern ?? /$^/g)].map((match): [number, number] => {
      const [d1, m1, d2, m2] = places.map((at) => match[at] ?? '')
      return [monthOf(m1 ?? '') * 100 + Number(d1), monthOf(m2 ?? '') * 100 + Number(d2)]
    })
  return [...read(dayFirst, [1, 2, 3, 4]), ...read(monthFirst, [2, 1, 4, 3])]
}

const isWithin = ([from, to]: [number, number], day: number) => (from <= to ? day >= from && day <= to : day >= from || day <= to)
