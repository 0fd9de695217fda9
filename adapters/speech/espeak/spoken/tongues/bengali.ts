import { type IndianNumbers, indianCardinal } from '../indian-numbers.ts'
import type { ClockTime, Tongue } from '../tongue.ts'

const names = `শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ
  বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ ঊনত্রিশ ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ ঊনচল্লিশ
  চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ ঊনপঞ্চাশ পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন ঊনষাট
  ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি ঊনসত্তর সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর ঊনআশি
  আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি অষ্টাশি ঊননব্বই নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই`.split(/\s+/)

const numbers: IndianNumbers = { names, hundreds: (n) => `${names[n]}শো`, thousand: 'হাজার', lakh: 'লাখ', crore: 'কোটি' }
const cardinal = (n: number) => indianCardinal(n, numbers)
const months = ['জানুয়ারি', 'ফেব্রুয়ারি', 'মার্চ', 'এপ্রিল', 'মে', 'জুন', 'জুলাই', 'আগস্ট', 'সেপ্টেম্বর', 'অক্টোবর', 'নভেম্বর', 'ডিসেম্বর']

/** Years of the last centuries are counted in hundreds: উনিশশো একাত্তর. */
function year(n: number): string {
  if (n < 1100 || n > 1999) return cardinal(n)
  return [`${names[Math.floor(n / 100)]}শো`, n % 100 === 0 ? '' : names[n % 100]].join(' ').trim()
}

function time({ hour, minute, period, suffix }: ClockTime): string {
  const clock = hour % 12 || 12
  const next = (clock % 12) + 1
  const ending = suffix || 'টা'
  const quarter: Record<number, string> = {
    0: `${names[clock]}${ending}`,
    15: `সোয়া ${names[clock]}${ending}`,
    30: clock === 1 ? `দেড়${ending}` : clock === 2 ? `আড়াই${ending}` : `সাড়ে ${names[clock]}${ending}`,
    45: `পৌনে ${names[next]}${ending}`,
  }
  const said = quarter[minute] ?? `${names[clock]}টা ${names[minute]} মিনিট${ending === 'টায়' ? 'ে' : ''}`
  return period === undefined ? said : `${partOfDay(hour)} ${said}`
}

function partOfDay(hour: number): string {
  if (hour >= 4 && hour < 6) return 'ভোর'
  if (hour >= 6 && hour < 12) return 'সকাল'
  if (hour >= 12 && hour < 16) return 'দুপুর'
  if (hour >= 16 && hour < 18) return 'বিকেল'
  if (hour >= 18 && hour < 20) return 'সন্ধ্যা'
  return 'রাত'
}

/** Bengali in its own script. */
export const bengali: Tongue = {
  digits: names.slice(0, 10),
  cardinal,
  year,
  date: (day, month, yearNumber) => [names[day], months[month - 1], yearNumber === undefined ? '' : year(yearNumber)].join(' ').trim(),
  time,
  months,
  point: 'দশমিক',
  minus: 'মাইনাস',
  percent: 'শতাংশ',
  to: 'থেকে',
  per: 'প্রতি',
  and: 'এবং',
  number: 'নম্বর',
  fractions: { '1/2': 'অর্ধেক', '1/3': 'এক তৃতীয়াংশ', '2/3': 'দুই তৃতীয়াংশ', '1/4': 'এক চতুর্থাংশ', '3/4': 'তিন চতুর্থাংশ' },
  outOf: (score, best) => `${best} এর মধ্যে ${score}`,
  at: 'অ্যাট',
  dot: 'ডট',
  dash: 'ড্যাশ',
  underscore: 'আন্ডারস্কোর',
  slash: 'স্ল্যাশ',
  plus: 'প্লাস',
  currencies: {
    INR: { one: 'টাকা', many: 'টাকা', smallOne: 'পয়সা', smallMany: 'পয়সা' },
    BDT: { one: 'টাকা', many: 'টাকা', smallOne: 'পয়সা', smallMany: 'পয়সা' },
    USD: { one: 'ডলার', many: 'ডলার', smallOne: 'সেন্ট', smallMany: 'সেন্ট' },
    EUR: { one: 'ইউরো', many: 'ইউরো', smallOne: 'সেন্ট', smallMany: 'সেন্ট' },
    GBP: { one: 'পাউন্ড', many: 'পাউন্ড', smallOne: 'পেন্স', smallMany: 'পেন্স' },
  },
  units: {
    km: ['কিলোমিটার', 'কিলোমিটার'],
    m: ['মিটার', 'মিটার'],
    cm: ['সেন্টিমিটার', 'সেন্টিমিটার'],
    mm: ['মিলিমিটার', 'মিলিমিটার'],
    kg: ['কেজি', 'কেজি'],
    g: ['গ্রাম', 'গ্রাম'],
    mg: ['মিলিগ্রাম', 'মিলিগ্রাম'],
    l: ['লিটার', 'লিটার'],
    ml: ['মিলিলিটার', 'মিলিলিটার'],
    ft: ['ফুট', 'ফুট'],
    sqft: ['বর্গফুট', 'বর্গফুট'],
    hour: ['ঘণ্টা', 'ঘণ্টা'],
    minute: ['মিনিট', 'মিনিট'],
    second: ['সেকেন্ড', 'সেকেন্ড'],
    kb: ['কেবি', 'কেবি'],
    mb: ['এমবি', 'এমবি'],
    gb: ['জিবি', 'জিবি'],
    tb: ['টিবি', 'টিবি'],
    mbps: ['এমবিপিএস', 'এমবিপিএস'],
    celsius: ['ডিগ্রি সেলসিয়াস', 'ডিগ্রি সেলসিয়াস'],
    fahrenheit: ['ডিগ্রি ফারেনহাইট', 'ডিগ্রি ফারেনহাইট'],
    kmph: ['কিলোমিটার প্রতি ঘণ্টা', 'কিলোমিটার প্রতি ঘণ্টা'],
    kwh: ['ইউনিট', 'ইউনিট'],
    year: ['বছর', 'বছর'],
  },
  scales: { thousand: 'হাজার', lakh: 'লাখ', crore: 'কোটি', million: 'মিলিয়ন', billion: 'বিলিয়ন' },
  symbols: { '=': 'সমান', '<': 'এর কম', '>': 'এর বেশি', '×': 'বাই' },
  abbreviations: [
    [/(?<!\p{L})(?:ডা|ড)[.:]\s*/gu, 'ডাক্তার '],
    [/(?<!\p{L})মো[.:]\s*/gu, 'মোহাম্মদ '],
    [/(?<!\p{L})(?:কি\.?\s?মি|কিমি)\.(?!\p{L})/gu, 'কিলোমিটার'],
    [/(?<!\p{L})(?:নং)\.?\s*(?=\d)/gu, 'নম্বর '],
    [/(?<!\p{L})লি\.(?!\p{L})/gu, 'লিমিটেড'],
    [/(?<!\p{L})প্রা\.\s*/gu, 'প্রাইভেট '],
  ],
}
