import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Finding } from '../finding.ts'
import { type Line, partsOf, sentenceAround, tellingPath } from './line.ts'

/** Digits with single signs between them; at most 15 digits, so that a search takes time in proportion to the text. */
const candidate = /(?<![\d.,/#-])[+(]?\d(?:[\s().-]{0,3}\d){5,19}(?![\d/])/g
const before =
  /(?:phone|ph|tel(?:ephone)?|call(?: us)?|mob(?:ile)?|cell|contact|whats\s?app|fax|helpline|hotline|toll|landline|office|no|number|dial|ring|sms|reception|emergency|ambulance|फ़ोन|फोन|मोबाइल|दूरभाष|संपर्क|कॉल|व्हाट्सएप|हेल्पलाइन|ফোন|মোবাইল|টেলিফোন|যোগাযোগ|কল|হটলাইন|হোয়াটসঅ্যাপ)[^\d+]{0,24}$/iu
const money = /(?:rs\.?|inr|₹|\$|£|€|৳|tk\.?|usd)\s*$/i
const notPhone =
  /(?:gst(?:in)?|vat|cin|pan|fssai|lic(?:en[cs]e)?|reg(?:istration|d)?|account|a\/c|ifsc|isbn|sku|model|pin(?:code)?|zip|invoice|order|ref|id|udyam|npi|ein|po box)[\s.#:()a-z]{0,18}$/i
const date = /^(?:\d{4}[-.\s]\d{1,2}[-.\s]\d{1,2}|\d{1,2}[-.\s]\d{1,2}[-.\s]\d{4}|(?:19|20)\d\d\s?-\s?(?:19|20)\d\d)$/

const kinds: [kind: string, label: string, cue: RegExp][] = [
  ['Fax', 'fax', /\bfax\b|\bf\s*[:.]\s*$|फैक्स|ফ্যাক্স|fa-fax/i],
  ['Emergency phone', 'emergency_phone', /emergenc|ambulance|after[- ]hours|breakdown|urgent|आपात|एम्बुलेंस|জরুরি|জরুরী|অ্যাম্বুলেন্স/i],
  ['WhatsApp', 'whatsapp', /whats\s?app|व्हाट्सएप|व्हाट्सऐप|হোয়াটসঅ্যাপ|wa\.me/i],
  ['Toll-free phone', 'phone', /toll[- ]?free|free ?phone|1-?800|टोल[- ]?फ्री|টোল ফ্রি/i],
  ['Sales phone', 'phone', /\bsales\b|बिक्री|বিক্রয়/i],
  [
    'Support phone',
    'phone',
    /support|service (?:desk|centre|center)|customer (?:care|service)|help ?(?:line|desk)|complaint|ग्राहक सेवा|हेल्पलाइन|হেল্পলাইন|গ্রাহক সেবা/i,
  ],
  ['Orders phone', 'phone', /\border(?:s|ing)?\b|\bdelivery\b/i],
  ['Bookings phone', 'phone', /book(?:ing)?s?\b|appointments?|reservations?|अपॉइंटमेंट|बुकिंग|অ্যাপয়েন্টমেন্ট|বুকিং|সিরিয়াল/i],
  ['Mobile phone', 'phone', /\bmob(?:ile)?\b|\bcell\b|मोबाइल|মোবাইল/i],
]

/** A telephone number on a line: where it stands and its digits with the country's code where that is known. */
export type Telephone = { from: number; to: number; value: string; number: string; label: string; kind: string; sure: boolean }

/** Finds telephone numbers in the lines, each with which it is (sales, support, toll-free, fax, WhatsApp, emergency) and what it belongs to. */
export function findPhones(lines: Line[], country: CountryCode | null): Finding[] {
  const found: Finding[] = []
  for (const line of lines) {
    for (const phone of telephonesIn(line, country)) {
      const [from, to] = sentenceOrPart(line.text, phone.from, phone.to)
      const sentence = line.text.slice(from, to).trim()
      const words = sentence.replace(phone.value, ' ').match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0
      const context = tellingPath(line)
      const around = neighbours(line)
      const place = [...context.slice(-1), around].filter((part) => part !== '').join(': ')
      found.push({
        kind: 'fact',
        path: [...context, phone.kind],
        label: phone.label,
        value: phone.value,
        types: [],
        text: words >= 4 ? sentence : `${phone.kind}: ${phone.value}${place ? ` (${place})` : ''}`,
        start: line.start + from,
        end: line.start + to,
        trust: (phone.sure ? 0.92 : 0.7) * (line.block.region === 'form' ? 0.8 : 1),
      })
    }
  }
  return found
}

const neighbouring =
  /@|\b(?:phone|tel|fax|mobile|whatsapp|emergency|call|e-?mail|hours|open|closed|mon|fri|gstin?)\b|(?:\d[\s-]?){9}|फ़ोन|फोन|ফোন|মোবাইল|ईमेल|ইমেইল/i

/** The other lines of a short block, such as the address above a number. */
function neighbours(line: Line): string {
  const { text } = line.block
  if (!text.includes('\n') || text.length > 220) return ''
  return text
    .split('\n')
    .filter((each) => each !== line.text && !neighbouring.test(each) && /[\p{L}\p{M}]{2}/u.test(each))
    .join(', ')
    .replace(/,\s*,/g, ',')
}

function sentenceOrPart(text: string, from: number, to: number): [number, number] {
  const part = partsOf(text).find(([start, end]) => from >= start && to <= end)
  if (part && part[1] - part[0] < 60) return part
  return sentenceAround(text, from, to)
}

/** Finds the telephone numbers on one line. */
export function telephonesIn(line: Line, country: CountryCode | null): Telephone[] {
  if (!/\d[^a-z]{4,}\d/i.test(line.plain)) return []
  const found: Telephone[] = []
  for (const match of line.plain.matchAll(candidate)) {
    const queue = splitRun(match[0], match.index)
    for (const [from, to] of queue) {
      const raw = line.plain.slice(from, to)
      if (raw.startsWith('(') && !raw.includes(')')) {
        queue.push([from + 1, to])
        continue
      }
      const digits = raw.replace(/\D/g, '')
      if (digits.length < 6 || digits.length > 15 || date.test(raw.trim()) || /^(\d)\1+$/.test(digits)) continue
      const lead = line.plain.slice(Math.max(0, from - 40), from)
      if (money.test(lead) || notPhone.test(lead)) continue
      const linked =
        line.block.links.some((link) => /^(?:tel|whatsapp|sms):/.test(link.url) && link.url.replace(/\D/g, '').endsWith(digits.slice(-8))) ||
        (/\btel:|fa-phone|telephone|bi-telephone/.test(line.block.hints) && line.text.length < 60)
      const named = before.test(lead) || /^\s*(?:\(?(?:phone|tel|mobile|fax|whatsapp|office|toll)\b)/i.test(line.plain.slice(to, to + 16))
      const parsed = readNumber(raw, digits, country)
      const shaped = /^\+|^\(\d{2,5}\)|^\d{3}[-. ]\d{3}[-. ]\d{4}$|^\d{5}[- ]\d{5,6}$|^0\d{2,4}[- ]\d{5,8}$/.test(raw)
      const alone =
        /^[+0]/.test(raw) &&
        digits.length >= 10 &&
        digits.length <= 13 &&
        /(?:^|[·|•,:])\s*$/.test(lead) &&
        /^\s*(?:[·|•,]|$)/.test(line.plain.slice(to, to + 3))
      if (!(linked || alone || (named && digits.length >= 6) || (parsed?.valid && (shaped || digits.length >= 10)))) continue
      if (!linked && !named && !alone && !parsed?.valid) continue
      const { kind, label } = kindOf(line, from, to)
      found.push({
        from,
        to,
        value: line.text.slice(from, to),
        number: parsed?.number ?? digits,
        label,
        kind: kind === 'Phone' && /^1?800/.test(digits) ? 'Toll-free phone' : kind,
        sure: linked || (named && parsed?.valid !== false) || parsed?.valid === true,
      })
    }
  }
  return found
}

/** Two numbers that only a space parts are two. */
function splitRun(raw: string, at: number): [number, number][] {
  const digits = raw.replace(/\D/g, '').length
  if (digits <= 13 || raw.startsWith('+')) return [[at, at + raw.length]]
  const cut = raw.search(/(?<=\d{5,}|\d{3}[- ]\d{4,})\s+(?=[+(]?\d{3,})/)
  return cut > 0 ? [[at, at + cut], ...splitRun(raw.slice(cut).trimStart(), at + raw.length - raw.slice(cut).trimStart().length)] : []
}

function readNumber(raw: string, digits: string, country: CountryCode | null): { number: string; valid: boolean } | null {
  const parsed = parsePhoneNumberFromString(raw, country ?? undefined) ?? null
  if (parsed?.isValid()) return { number: parsed.number, valid: true }
  const global = digits.length >= 11 ? parsePhoneNumberFromString(`+${digits}`) : undefined
  if (global?.isValid()) return { number: global.number, valid: true }
  return parsed ? { number: parsed.number, valid: false } : null
}

function kindOf(line: Line, from: number, to: number): { kind: string; label: string } {
  const part = partsOf(line.plain).find(([start, end]) => from >= start && to <= end) ?? [0, line.plain.length]
  const earlier = line.plain.slice(Math.max(part[0], from - 60), from)
  const cut = Math.max(earlier.search(/\d[^\d]*$/), 0)
  const lead = earlier.slice(cut)
  const tail = line.plain.slice(to, Math.min(part[1], to + 24)).split(/[,;/+\d]/)[0] ?? ''
  const near = `${lead} ${tail}`
  for (const [kind, label, cue] of kinds) if (cue.test(near)) return { kind, label }
  const linked = line.block.links.find((link) => /wa\.me|whatsapp/.test(link.url) && link.text.includes(line.text.slice(from, to)))
  if (linked) return { kind: 'WhatsApp', label: 'whatsapp' }
  const wide = line.path.slice(-1).join(' ')
  for (const [kind, label, cue] of kinds) if (label !== 'fax' && wide.length < 60 && cue.test(wide)) return { kind, label }
  if (/fa-whatsapp/.test(line.block.hints) && !/fa-phone/.test(line.block.hints) && line.text.length < 40) return { kind: 'WhatsApp', label: 'whatsapp' }
  return { kind: 'Phone', label: 'phone' }
}

/** The country a page is most likely about, by its domain, dialling codes, money and addresses; null when nothing tells. */
export function countryOf(url: string, text: string): CountryCode | null {
  const end = new URL(url).hostname.split('.').at(-1)?.toUpperCase() ?? ''
  const named = end === 'UK' ? 'GB' : end
  if (named.length === 2 && isSupportedCountry(named) && !['IO', 'CO', 'ME', 'TV', 'AI', 'CC', 'WS', 'LY'].includes(named)) return named
  const sample = plainSample(text)
  const votes = new Map<CountryCode, number>()
  for (const [country, cue] of countryCues) {
    const count = sample.match(cue)?.length ?? 0
    if (count > 0) votes.set(country, count)
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const plainSample = (text: string) => (text.length > 30_000 ? text.slice(0, 15_000) + text.slice(-15_000) : text)
const countryCues: [CountryCode, RegExp][] = [
  [
    'IN',
    /\+\s?91\b|₹|\bRs\.|\bIndia\b|भारत|\bGSTIN?\b|\b(?:Mumbai|Delhi|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Pune|Ahmedabad|Jaipur|Lucknow|Kochi)\b|कोलकाता|दिल्ली|मुंबई|কলকাতা/g,
  ],
  ['BD', /\+\s?880\b|৳|\bBangladesh\b|\bDhaka\b|\bChattogram\b|বাংলাদেশ|ঢাকা|টাকা|\bBDT\b/g],
  [
    'US',
    /\b(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]),? \d{5}\b|\bUSA\b|\bUnited States\b/g,
  ],
  ['GB', /\+\s?44\b|£|\bUnited Kingdom\b|\bLondon\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g],
  ['AE', /\+\s?971\b|\bAED\b|\bDubai\b/g],
  ['CA', /\bCanada\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/g],
  ['AU', /\+\s?61\b|\bAustralia\b/g],
  ['DE', /\+\s?49\b|\bDeutschland\b/g],
]
