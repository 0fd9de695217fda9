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
  baisakhi: [4, 14],
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
  eid: ['04-11', '03-31', '03-21', '03-10', '02-27', '02-15', '02-05'],
  bakrid: ['06-17', '06-07', '05-27', '05-17', '05-05', '04-24', '04-14'],
  dussehra: ['10-12', '10-02', '10-20', '10-09', '09-27', '10-16', '10-06'],
  'durga-puja': ['10-11', '09-30', '10-19', '10-07', '09-26', '10-15', '10-05'],
  navratri: ['10-03', '09-22', '10-11', '09-30', '09-19', '10-08', '09-28'],
  rakhi: ['08-19', '08-09', '08-28', '08-17', '08-05', '08-23', '08-13'],
  janmashtami: ['08-26', '08-16', '09-04', '08-25', '08-13', '09-01', '08-21'],
  ganesh: ['09-07', '08-27', '09-14', '09-04', '08-23', '09-11', '09-01'],
  'guru-nanak': ['11-15', '11-05', '11-24', '11-14', '11-02', '11-21', '11-10'],
  shivratri: ['03-08', '02-26', '02-15', '03-06', '02-23', '02-11', '03-02'],
  dhanteras: ['10-29', '10-18', '11-06', '10-27', '10-15', '11-04', '10-24'],
  'kali-puja': ['10-31', '10-20', '11-08', '10-29', '10-17', '11-05', '10-26'],
  'bhai-dooj': ['11-03', '10-23', '11-11', '10-31', '10-19', '11-07', '10-28'],
  chhath: ['11-07', '10-27', '11-15', '11-04', '10-23', '11-11', '11-01'],
  'karva-chauth': ['10-20', '10-10', '10-29', '10-18', '10-07', '10-26', '10-15'],
  onam: ['09-15', '09-05', '08-26', '09-12', '09-01', '08-22', '09-09'],
  pongal: ['01-15', '01-14', '01-15', '01-15', '01-15', '01-14', '01-15'],
  'saraswati-puja': ['02-14', '02-03', '01-23', '02-11', '01-31', '01-19', '02-07'],
}

const moving: Record<string, (year: number, country: string) => Civil | null> = {
  easter,
  'easter-monday': (year) => easter(year) + dayMs,
  'cyber-monday': (year) => nthWeekday(year, 11, 4, 4) + 4 * dayMs,
  tagore: (year, country) => civilDate(year, 5, country === 'BD' ? 8 : 9),
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
