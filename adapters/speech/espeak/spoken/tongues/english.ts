import { indianCardinal } from '../indian-numbers.ts'
import type { ClockTime, Tongue } from '../tongue.ts'

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const names = Array.from({ length: 100 }, (_, n) => small[n] ?? [tens[Math.floor(n / 10)], n % 10 === 0 ? '' : small[n % 10]].join(' ').trim())
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function western(n: number): string {
  if (n < 100) return names[n]!
  if (n < 1000) return [`${small[Math.floor(n / 100)]} hundred`, n % 100 === 0 ? '' : `and ${names[n % 100]}`].join(' ').trim()
  const [size, name] = (
    [
      [1e12, 'trillion'],
      [1e9, 'billion'],
      [1e6, 'million'],
      [1e3, 'thousand'],
    ] as const
  ).find(([least]) => n >= least)!
  const rest = n % size
  const joint = rest === 0 ? '' : rest < 100 ? ` and ${names[rest]}` : ` ${western(rest)}`
  return `${western(Math.floor(n / size))} ${name}${joint}`
}

function cardinal(n: number, indian: boolean): string {
  if (!indian || n < 1e5) return western(n)
  const head = indianCardinal(n - (n % 1e5), { names, hundreds: (count) => `${small[count]} hundred`, thousand: 'thousand', lakh: 'lakh', crore: 'crore' })
  const rest = n % 1e5
  return rest === 0 ? head : rest < 100 ? `${head} and ${names[rest]}` : `${head} ${western(rest)}`
}

function year(n: number): string {
  if (n < 1100 || n > 2099 || (n >= 2000 && n < 2010)) return western(n)
  const rest = n % 100
  return `${names[Math.floor(n / 100)]} ${rest === 0 ? 'hundred' : rest < 10 ? `oh ${small[rest]}` : names[rest]}`
}

const irregular: Record<string, string> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' }

/** `21` as "twenty first". */
export function englishOrdinal(n: number): string {
  return western(n).replace(/\w+$/, (last) => irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`))
}

function time({ hour, minute, period }: ClockTime): string {
  const clock = names[period === undefined ? hour : hour % 12 || 12]!
  const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${small[minute]}` : ` ${names[minute]}`
  if (period !== undefined) return `${clock}${minutes} ${period === 'am' ? 'A-M' : 'P-M'}`
  return minute === 0 ? `${clock} o'clock` : `${clock}${minutes}`
}

/** English, counting in lakh and crore where a text does. */
export const english: Tongue = {
  digits: small.slice(0, 10),
  cardinal,
  year,
  date: (day, month, yearNumber) => [`${englishOrdinal(day)} of ${months[month - 1]}`, yearNumber === undefined ? '' : year(yearNumber)].join(' ').trim(),
  time,
  months,
  point: 'point',
  minus: 'minus',
  percent: 'percent',
  to: 'to',
  per: 'per',
  and: 'and',
  number: 'number',
  fractions: { '1/2': 'a half', '1/3': 'one third', '2/3': 'two thirds', '1/4': 'a quarter', '3/4': 'three quarters' },
  outOf: (score, best) => `${score} out of ${best}`,
  at: 'at',
  dot: 'dot',
  dash: 'dash',
  underscore: 'underscore',
  slash: 'slash',
  plus: 'plus',
  currencies: {
    INR: { one: 'rupee', many: 'rupees', smallOne: 'paisa', smallMany: 'paise' },
    BDT: { one: 'taka', many: 'taka', smallOne: 'poisha', smallMany: 'poisha' },
    USD: { one: 'dollar', many: 'dollars', smallOne: 'cent', smallMany: 'cents' },
    EUR: { one: 'euro', many: 'euros', smallOne: 'cent', smallMany: 'cents' },
    GBP: { one: 'pound', many: 'pounds', smallOne: 'penny', smallMany: 'pence' },
  },
  units: {
    km: ['kilometre', 'kilometres'],
    m: ['metre', 'metres'],
    cm: ['centimetre', 'centimetres'],
    mm: ['millimetre', 'millimetres'],
    kg: ['kilogram', 'kilograms'],
    g: ['gram', 'grams'],
    mg: ['milligram', 'milligrams'],
    l: ['litre', 'litres'],
    ml: ['millilitre', 'millilitres'],
    ft: ['foot', 'feet'],
    sqft: ['square foot', 'square feet'],
    hour: ['hour', 'hours'],
    minute: ['minute', 'minutes'],
    second: ['second', 'seconds'],
    kb: ['kilobyte', 'kilobytes'],
    mb: ['megabyte', 'megabytes'],
    gb: ['gigabyte', 'gigabytes'],
    tb: ['terabyte', 'terabytes'],
    mbps: ['megabit per second', 'megabits per second'],
    celsius: ['degree Celsius', 'degrees Celsius'],
    fahrenheit: ['degree Fahrenheit', 'degrees Fahrenheit'],
    kmph: ['kilometre per hour', 'kilometres per hour'],
    kwh: ['kilowatt hour', 'kilowatt hours'],
    year: ['year', 'years'],
  },
  scales: { thousand: 'thousand', lakh: 'lakh', crore: 'crore', million: 'million', billion: 'billion' },
  symbols: { '=': 'equals', '<': 'less than', '>': 'more than', '×': 'by' },
  abbreviations: [],
}
