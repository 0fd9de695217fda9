import { numbersInDigits } from '@myna/language'

/** A value found in a text, as written, with its amount where it has one. */
export type Found = { text: string; start: number; end: number; amount: number | null }

const wordNumbers: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
}
const number = String.raw`\d[\d,]*(?:\.\d+)?`
const words = Object.keys(wordNumbers).join('|')

const patterns = {
  money: new RegExp(
    String.raw`(?:(?:rs\.?|inr|usd|bdt|tk\.?|us\$|aud|cad|gbp|eur)\s?|[$₹£€৳]\s?)${number}(?:\s?(?:k|lakh|lac|crore|million))?(?:\s?\/-)?(?:\s?[-–]\s?(?:rs\.?\s?|[$₹£€৳]\s?)?${number})?|${number}\s?(?:\/-|rupees?|rs\b\.?|inr\b|usd\b|dollars?|taka|tk\b|euros?|pounds?|pence|p\b(?!\.?m)|cents|टाका|टका|টাকা|रुपये|रुपए|रुपया|रुपयों|রুপি)`,
    'giu',
  ),
  percent: new RegExp(String.raw`${number}\s?(?:%|percent|per cent|प्रतिशत|শতাংশ)|(?:${words}) percent`, 'giu'),
  phone: /(?:\+|\(|\b)[\d(](?:[\d\s()/-]|\.(?=\d)){5,18}\d\b/gu,
  email: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
  duration: new RegExp(
    String.raw`(?:${number}|${words}|a|an|same|next)(?:\s?(?:-|to|–|or)\s?(?:${number}|${words}))?[\s-]?(?:\((?:${number})\)\s?)?(?:working|business|calendar|full|to)?[\s-]?(?:days?|hours?|hrs?|weeks?|months?|years?|yrs?|minutes?|mins?|nights?|sessions?)\b|(?:${number}|एक|दो|तीन|चार|पाँच|पांच|छह|सात|आठ|नौ|दस|এক|দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|দশ)\s?(?:दिन|दिनों|घंटे|घंटा|घंटों|हफ्ते|हफ्तों|सप्ताह|महीने|महीना|महीनों|साल|वर्ष|मिनट|দিন|ঘণ্টা|ঘন্টা|সপ্তাহ|মাস|বছর|মিনিট)|${number}\s?(?:se\s${number}\s)?(?:din|dino|ghant[ae]|mahin[ae]|haft[ae]|saal|minute?)\b|\b(?:immediately|instantly|lifetime|overnight)\b`,
    'giu',
  ),
  year: /(?<![\d.,/-])(?:18|19|20)\d\d(?![\d.,]?\d)/gu,
  date: /\b\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[\s,/.-]+\d{2,4})?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b(?:\s\d{4})?|(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/-])|\b\d{1,2}\s(?:जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर|জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর)/giu,
  time: /\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m\.?|p\.?m\.?)(?![a-z])|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b|24\s?x\s?7|24\s?\/\s?7|सुबह|शाम|बजे|সকাল|বিকাল|রাত|টা/giu,
  measure: new RegExp(
    String.raw`${number}\s?-?\s?(?:sq\.?\s?(?:ft|feet|m|metres|meters)|square\s\w+|acres?|hectares?|feet|foot|ft\b|met(?:re|er)s?|m\b|cm\b|mm\b|inch(?:es)?|km\b|kilomet(?:re|er)s?|miles?|kgs?\b|kilos?|tons?|tonnes?|lit(?:re|er)s?|seater|seats?|guests?\b|people|persons?\b|pax\b|passengers?|students?|rooms?\b|beds?\b|floors?\b|storeys?|[gmk]bps\b|km\/h|mph\b|gb\b|tb\b|hp\b|watts?|kw\b|volts?|mpa\b|years?|वर्ग|एकड़|किलो|सीट|लोग|मीटर|किमी|কেজি|সিট|জন|আসন|বর্গ|একর|মিটার|কিমি)`,
    'giu',
  ),
  number: new RegExp(String.raw`(?<![\w.#])${number}\s?(?:k\b|lakh|lac|crore|million)?\+?|\b(?:${words})\b`, 'giu'),
}

const notNumbers = [patterns.money, patterns.time, patterns.email, patterns.percent, patterns.date]

/** Kinds of values that `findValues` knows. */
export type ValueKind = keyof typeof patterns

/** The values of a kind in a text (tidied: digits 0–9), in order. Phones have 7 to 15 digits; money of nothing (`$0.00`, a placeholder) is left out. */
export function findValues(written: string, kind: ValueKind): Found[] {
  const text = kind === 'number' || kind === 'duration' ? numbersInDigits(written) : written
  const found: Found[] = []
  const taken =
    kind === 'number'
      ? [
          ...notNumbers.flatMap((pattern) => [...text.matchAll(pattern)].map((it) => [it.index, it.index + it[0].length] as const)),
          ...findValues(text, 'phone').map((it) => [it.start, it.end] as const),
        ]
      : []
  for (const match of text.matchAll(patterns[kind])) {
    if (taken.some(([from, to]) => match.index >= from && match.index < to)) continue
    const it: Found = { text: match[0].trim(), start: match.index, end: match.index + match[0].length, amount: amountOf(match[0]) }
    if (kind === 'phone') {
      const digits = it.text.replace(/\D/g, '').length
      if (digits < 7 || digits > 15 || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(it.text) || /^\d{4}\s?-\s?\d{4}$/.test(it.text)) continue
      if ((it.text.match(/\//g) ?? []).length > 1) continue
      if (/[$₹£€৳]\s?$/.test(text.slice(0, match.index))) continue
    }
    if (kind === 'money' && it.amount === 0) continue
    found.push(it)
  }
  return found
}

/** The first number of a text as an amount: `1,200`, `50k`, `two`. */
export function amountOf(text: string): number | null {
  const match = text.match(/\d[\d,]*(?:\.\d+)?/)
  if (!match) {
    const word = Object.keys(wordNumbers).find((it) => new RegExp(`\\b${it}\\b`, 'i').test(text))
    return word === undefined ? (/\ba\b|\ban\b/i.test(text) ? 1 : null) : (wordNumbers[word] ?? null)
  }
  const value = Number(match[0].replace(/,/g, ''))
  const scale = /^\s?k\b/i.test(text.slice((match.index ?? 0) + match[0].length))
    ? 1000
    : /lakh|lac/i.test(text)
      ? 100_000
      : /million/i.test(text)
        ? 1_000_000
        : /crore/i.test(text)
          ? 10_000_000
          : 1
  return Number.isFinite(value) ? value * scale : null
}
