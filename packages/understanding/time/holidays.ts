import { type Civil, civilDate, dayMs, weekdayOf } from '#time/civil.ts'

const fixed: Record<string, [month: number, day: number]> = {
  christmas: [12, 25],
  'christmas-eve': [12, 24],
  boxing: [12, 26],
  'new-year': [1, 1],
  'new-year-eve': [12, 31],
  valentine: [2, 14],
  halloween: [10, 31],
  republic: [1, 26],
  gandhi: [10, 2],
  children: [11, 14],
  teachers: [9, 5],
  women: [3, 8],
  may: [5, 1],
  fools: [4, 1],
  earth: [4, 22],
  lohri: [1, 13],
  sankranti: [1, 14],
  ambedkar: [4, 14],
  language: [2, 21],
  victory: [12, 16],
  patrick: [3, 17],
  'us-independence': [7, 4],
}

const independence: Record<string, [number, number]> = { US: [7, 4], BD: [3, 26], PK: [8, 14] }

const nthWeekday = (year: number, month: number, weekday: number, nth: number): Civil => {
  const first = civilDate(year, month, 1)
  return first + (((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7) * dayMs
}

const lastWeekday = (year: number, month: number, weekday: number): Civil => {
  const last = civilDate(year, month + 1, 0)
  return last - ((weekdayOf(last) - weekday + 7) % 7) * dayMs
}

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher. */
function easter(year: number): Civil {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return civilDate(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** By the moon: month and day of each year from 2024, as the Government of India lists them. */
const moon: Record<string, readonly string[]> = {
  diwali: ['10-31', '10-20', '11-08', '10-29', '10-17', '11-05', '10-26'],
  holi: ['03-25', '03-14', '03-04', '03-22', '03-11', '03-01', '03-20'],
}

const moving: Record<string, (year: number, country: string) => Civil | null> = {
  easter,
  'good-friday': (year) => easter(year) - 2 * dayMs,
  mothers: (year) => nthWeekday(year, 5, 7, 2),
  fathers: (year) => nthWeekday(year, 6, 7, 3),
  thanksgiving: (year) => nthWeekday(year, 11, 4, 4),
  'black-friday': (year) => nthWeekday(year, 11, 4, 4) + dayMs,
  labor: (year, country) => (country === 'US' || country === 'CA' ? nthWeekday(year, 9, 1, 1) : civilDate(year, 5, 1)),
  memorial: (year) => lastWeekday(year, 5, 1),
  mlk: (year) => nthWeekday(year, 1, 1, 3),
  independence: (year, country) => civilDate(year, ...(independence[country] ?? ([8, 15] as const))),
  boishakh: (year, country) => civilDate(year, 4, country === 'BD' ? 14 : 15),
}

/** The day of a holiday in a year, or null when it is not known. What a country keeps on its own day, such as independence, goes by the ISO 3166 code. */
export function holidayIn(name: string, year: number, country: string): Civil | null {
  const day = fixed[name]
  if (day !== undefined) return civilDate(year, ...day)
  const date = moon[name]?.[year - 2024]
  if (date !== undefined) return civilDate(year, Number(date.slice(0, 2)), Number(date.slice(3)))
  return moving[name]?.(year, country) ?? null
}
