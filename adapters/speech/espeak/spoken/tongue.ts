/** A currency in words: `one`/`many` of the large unit, and of the hundredth. */
export type CurrencyWords = { one: string; many: string; smallOne: string; smallMany: string }
export type CurrencyCode = 'INR' | 'BDT' | 'USD' | 'EUR' | 'GBP'
export type Unit =
  | 'km'
  | 'm'
  | 'cm'
  | 'mm'
  | 'kg'
  | 'g'
  | 'mg'
  | 'l'
  | 'ml'
  | 'ft'
  | 'sqft'
  | 'hour'
  | 'minute'
  | 'second'
  | 'kb'
  | 'mb'
  | 'gb'
  | 'tb'
  | 'mbps'
  | 'celsius'
  | 'fahrenheit'
  | 'kmph'
  | 'kwh'
  | 'year'

/** A time of day; `hour` is 0 to 23 when `period` is known, else as written. */
export type ClockTime = { hour: number; minute: number; period: 'am' | 'pm' | undefined; suffix: string }

/** All that reading aloud needs to know of a language. */
export type Tongue = {
  /** Names of the digits, said one by one. */
  digits: readonly string[]
  /** A whole number of at most 15 digits; `indian` asks for lakh and crore where the language also counts in millions. */
  cardinal(n: number, indian: boolean): string
  year(n: number): string
  /** A day of a month, and its year if there is one. */
  date(day: number, month: number, year: number | undefined): string
  time(it: ClockTime): string
  months: readonly string[]
  point: string
  minus: string
  percent: string
  /** Between the ends of a range. */
  to: string
  per: string
  and: string
  number: string
  /** `1/2`, `1/3`, `2/3`, `1/4` and `3/4`. */
  fractions: Readonly<Record<string, string>>
  /** A mark, such as 4.8 out of 5. */
  outOf(score: string, best: string): string
  at: string
  dot: string
  dash: string
  underscore: string
  slash: string
  plus: string
  currencies: Record<CurrencyCode, CurrencyWords>
  units: Record<Unit, readonly [one: string, many: string]>
  /** Words that multiply, as they are said. */
  scales: { thousand: string; lakh: string; crore: string; million: string; billion: string }
  symbols: Record<'=' | '<' | '>' | '×', string>
  /** Abbreviations of this language beside the English ones. */
  abbreviations: readonly (readonly [RegExp, string])[]
}
