import type { Tongue } from './tongue.ts'
import { english } from './tongues/english.ts'

const englishMonths = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dayFirst = new RegExp(String.raw`(?<![\d.,/-])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(${englishMonths})(?:,?[\s-]+(\d{4}))?(?![\p{L}\d])`, 'giu')
const monthFirst = new RegExp(String.raw`(?<!\p{L})(${englishMonths})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\p{L}\d/:.]\d|\d)`, 'giu')
const monthYear = new RegExp(String.raw`(?<!\p{L})(${englishMonths}),?\s+((?:19|20)\d{2})(?!\d)`, 'giu')
const starts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Dates in figures, day before month as in India unless only the other order exists, year first, or with an English month; and years
 * that a word marks as such.
 */
export function sayDates(text: string, tongue: Tongue): string {
  const date = (whole: string, day: number, month: number, year?: string) =>
    day >= 1 && day <= 31 && month >= 1 && month <= 12 ? tongue.date(day, month, year === undefined ? undefined : fullYear(year)) : whole
  const months = tongue.months.join('|')
  return (
    text
      .replace(/(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/-])/g, (whole, year: string, month: string, day: string) =>
        date(whole, Number(day), Number(month), year),
      )
      .replace(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/g, (whole, first: string, _: string, second: string, year: string) =>
        Number(second) > 12 ? date(whole, Number(second), Number(first), year) : date(whole, Number(first), Number(second), year),
      )
      .replace(dayFirst, (whole, day: string, month: string, year?: string) => date(whole, Number(day), monthOf(month), year))
      // `may 5 people come` is a question, not a date.
      .replace(monthFirst, (whole, month: string, day: string, year?: string) =>
        /^ma[ry]/.test(month) && !year ? whole : date(whole, Number(day), monthOf(month), year),
      )
      .replace(monthYear, (_, month: string, year: string) => `${tongue.months[monthOf(month) - 1]} ${tongue.year(Number(year))}`)
      .replace(
        new RegExp(String.raw`(${months})(,?\s+)((?:1[1-9]|20)\d{2})(?!\d)`, 'gu'),
        (_, month: string, gap: string, year: string) => `${month}${gap}${tongue.year(Number(year))}`,
      )
      .replace(
        /(?<!\p{L})((?:in|since|from|until|till|by|year|est\.?|established|founded|©)\s+)((?:1[89]|20)\d{2})(?![\d,.:/-]*\d|\s*(?:km|kg|%|rs|rupees|people|rooms|sq))/giu,
        (_, word: string, year: string) => `${word}${tongue.year(Number(year))}`,
      )
      .replace(
        /(?<![\d/-])(20\d{2})[-–](\d{2})(?![\d/-])/g,
        (_, year: string, next: string) => `${tongue.year(Number(year))} ${tongue.to} ${tongue.cardinal(Number(next), false)}`,
      )
      .replace(/(?<![\d₹$])((?:19|20)\d0)s\b/g, (_, decade: string) => english.year(Number(decade)).replace(/y$/, 'ies'))
      .replace(/(?<!\d)((?:1[1-9]|20)\d{2})(?=\s*(?:में|सन्|साल से|সালে|সাল))/gu, (_, year: string) => tongue.year(Number(year)))
  )
}

function monthOf(name: string): number {
  return starts.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** `26` is a year of this century, `75` of the last: two digits look 50 years ahead of 2020 at the most. */
function fullYear(year: string): number {
  const n = Number(year)
  return year.length === 4 ? n : n < 70 ? 2000 + n : 1900 + n
}
