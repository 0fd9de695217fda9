import type { Finding } from '../finding.ts'
import { type Line, sentenceAround } from './line.ts'

/** A kind of statement known by its words: the part that is the fact's value is the first group, or the whole match. */
type Rule = { label: string; title: string; quick: RegExp; cue: RegExp; not?: RegExp; trust: number; digits?: boolean; limit?: number }

const year = '(?:1[89]|20)\\d\\d'
const duration =
  '(?:\\d+|one|two|three|five|six|seven|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|lifetime|limited)[\\s-]*(?:\\(?\\d*\\)?\\s*)?(?:hours?|days?|weeks?|months?|years?|yrs?|working days|business days|km|miles|lifetime|दिन|घंटे|महीने|साल|वर्ष|দিন|ঘণ্টা|মাস|বছর)?'

const rules: Rule[] = [
  {
    label: 'founded',
    title: 'Founded',
    trust: 0.92,
    quick: /\d{4}/,
    cue: new RegExp(
      `(?:since|founded|established|estd?\\.?|incorporated|started|began|opened(?: (?:our|its|the) doors)?|set up|in business|formed|launched|serving)\\b[^.\\d]{0,40}?\\b(${year})\\b|(?:स्थापना|स्थापित|शुरुआत)[^।\\d]{0,30}(${year})|(${year})\\s*(?:से|में स्थापित|में शुरू|সাল থেকে|সালে প্রতিষ্ঠিত|সালে|থেকে|se (?:aapki|hum|chal))|(?:প্রতিষ্ঠা|প্রতিষ্ঠিত|স্থাপিত)[^।\\d]{0,30}(${year})`,
      'iu',
    ),
    not: /copyright|©|updated|version|last modified|posted|effective|act,? \d{4}|©/i,
  },
  {
    label: 'years_in_business',
    title: 'Years in business',
    trust: 0.8,
    quick: /year|yrs|वर्ष|साल|বছর/i,
    cue: /\b((?:over |more than |nearly |almost )?\d{1,3}\+?)\s*(?:\+\s*)?(?:years?|yrs)[’']?\s*(?:of|in|old|experience|serving|trusted|combined|strong)|(\d{1,3}\+?)\s*(?:वर्षों|सालों|वर्ष|साल)\s*(?:से(?!\s(?:ऊपर|अधिक|ज़्यादा|ज्यादा|कम|नीचे|बड़|छोट))|(?:का|के)\s(?:लंबे\s)?अनुभव)|(\d{1,3}\+?)\s*বছর(?:ের|েরও)?\s(?:বেশি\sসময়|অভিজ্ঞতা|ধরে|পুরনো|পুরোনো|ঐতিহ্য|পথচলা)/i,
    not: /warrant|guarantee|lease|loan/i,
  },
  {
    label: 'owner',
    title: 'Owner',
    trust: 0.85,
    quick: /own|run by|found|led by|मालिक|संस्थापक|মালিক|প্রতিষ্ঠাতা|malik/i,
    cue: /\b(?:owned(?: and (?:operated|run|managed))?|run|founded|managed|led|headed|established|started)\s+(?:in (?:1[89]|20)\d\d )?by\s+((?:us, )?(?:the )?(?:Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Shri|Smt\.?|Prof\.?|Chef|Md\.?)?\s?\p{Lu}[\p{L}'’.-]+(?:\s+(?:and\s+|&\s+)?\p{Lu}[\p{L}'’.-]+){0,4})|(?:संस्थापक|मालिक|প্রতিষ্ঠাতা|মালিক|স্বত্বাধিকারী)\s*[:：-]?\s*([\p{L}\p{M}. ]{3,40})/u,
  },
  {
    label: 'warranty',
    title: 'Warranty',
    trust: 0.88,
    quick: /warrant|guarantee|वारंटी|गारंटी|ওয়ারেন্টি|গ্যারান্টি/i,
    cue: new RegExp(
      `(?:(${duration})[^.]{0,60}(?:warrant|guarantee|वारंटी|गारंटी|ওয়ারেন্টি|গ্যারান্টি)|(?:warrant|guarantee|वारंटी|गारंटी|ওয়ারেন্টি|গ্যারান্টি)[^.]{0,80}?(${duration}))`,
      'iu',
    ),
    digits: true,
  },
  {
    label: 'returns',
    title: 'Returns and refunds',
    trust: 0.87,
    quick: /return|refund|exchange|restock|वापस|रिफंड|ফেরত|রিফান্ড|wapas/i,
    cue: /\b(?:returns?|returned|refunds?|refunded|refundable|exchanged?|exchanges|re-?stocking fee|money[- ]back)\b|वापसी|वापस|रिफंड|ফেরত|রিফান্ড|wapas/i,
    digits: true,
    not: /return to|returning (?:customer|client|student|patient)|in return|many happy|tax return|income tax|return (?:trip|journey|flight|fare)/i,
  },
  {
    label: 'cancellation',
    title: 'Cancellation',
    trust: 0.88,
    quick: /cancel|reschedul|no[- ]show|रद्द|বাতিল/i,
    cue: /\b(?:cancel\w*|reschedul\w*|no[- ]shows?)\b|रद्द|বাতিল/i,
    digits: true,
  },
  {
    label: 'shipping',
    title: 'Delivery',
    trust: 0.85,
    quick: /deliver|shipping|ships?\b|dispatch|डिलीवरी|डिलिवरी|ডেলিভারি/i,
    cue: /\b(?:free (?:home )?(?:delivery|shipping)|(?:home )?deliver(?:y|ed|ies|s)?|shipping|ships?|shipped|dispatched)\b[^.]{0,120}\b(?:within|in \d|free|charge|charges|fee|cost|above|over|days?|hours?|anywhere|nationwide|across|all over|only|minimum|\d+)|डिलीवरी|डिलिवरी|ডেলিভারি|home delivery/i,
    not: /deliver (?:results|excellence|quality|value|the best|on our)|shipping address/i,
  },
  {
    label: 'payment',
    title: 'Payment methods',
    trust: 0.88,
    quick: /card|cash|upi|paypal|bkash|nagad|paytm|cheque|check|visa|नकद|নগদ|বিকাশ|यूपीआई/i,
    cue: /\b(?:we accept|accept(?:s|ed|able)?|payments?|pay (?:by|via|with|using|through)|modes? of payment|methods? of payment|payable)\b[^.]{0,160}\b(?:cash|cards?|upi|paypal|visa|master ?card|amex|cheques?|checks|net ?banking|bank transfer|bkash|nagad|rocket|paytm|phonepe|google pay|gpay|apple pay|wallets?|cod|emi)\b|\b(?:cash on delivery|cod available)\b|(?:भुगतान|नकद|यूपीआई|क्रेडिट कार्ड|পেমেন্ট|নগদ|বিকাশ|কার্ডে)/i,
    not: /business cards?|visiting cards?|gift cards? |greeting|report card|check (?:out|in|our|the)\b(?!.*\b(?:cash|visa)\b)/i,
  },
  {
    label: 'area_served',
    title: 'Areas served',
    trust: 0.85,
    quick: /serv|deliver|cover|area|क्षेत्र|এলাকা/i,
    cue: /\b(?:(?:also |al?so )?(?:serv(?:e|es|ing|ice)|cover(?:s|ing)?)\s+(?:the\s+)?(?:(?:greater|entire|whole|all of|all over)\s+)?\p{Lu}[\p{L}'’]+|service areas?\b|areas? (?:we )?(?:serve|served|covered|cover)|deliver(?:y|s)? (?:to|across|within|all over|anywhere|in)\s+\p{Lu}?|contiguous states|pan[- ]india|nationwide|across (?:india|bangladesh|the (?:country|uk|us)))|सेवा क्षेत्र|সেবা এলাকা|সার্ভিস এলাকা/u,
    not: /deliver(?:y)? in \d|area of expertise|serve you|serves? [^.]{0,40}(?:food|cuisine|dishes|meals|breakfast|lunch|dinner|coffee|tea)\b/i,
  },
  {
    label: 'minimum_order',
    title: 'Minimum order',
    trust: 0.9,
    quick: /minimum|moq|न्यूनतम|ন্যূনতম|সর্বনিম্ন/i,
    cue: /\b(?:minimum (?:order|booking|purchase|bill|quantity|stay|billing|hire)|moq|min\.? order)\b|न्यूनतम (?:ऑर्डर|बुकिंग)|(?:ন্যূনতম|সর্বনিম্ন) (?:অর্ডার|বুকিং)/i,
  },
  {
    label: 'capacity',
    title: 'Capacity',
    trust: 0.85,
    quick: /seat|capacity|rooms|beds|guests|people|persons|pax|सीट|क्षमता|আসন|ধারণক্ষমতা/i,
    cue: /(\d+(?:\s?[/,&-]\s?\d+)*)[\s-]*(?:seaters?|seats|seating|beds|bedded|rooms|guests|pax|persons|people capacity|covers)\b|\b(?:seating )?capacity (?:of|is|:|for)?\s*(?:up ?to |about |over )?(\d[\d,]*)|(?:accommodates?|seats|hosts?) (?:up ?to |about |over )?(\d[\d,]*)|(\d+)\s*(?:सीट|लोगों|जन|আসন|জন)/i,
    digits: true,
  },
  {
    label: 'languages',
    title: 'Languages spoken',
    trust: 0.85,
    quick: /speak|languages?|भाषा|ভাষা/i,
    cue: /\b(?:we speak|speaks?|languages? (?:spoken|known|we speak)?\s*:?|fluent in)\b[^.]{0,80}\b(?:english|hindi|bengali|bangla|tamil|telugu|urdu|spanish|french|marathi|gujarati|kannada|malayalam|punjabi|mandarin|arabic|german)\b|(?:भाषाएं|भाषाएँ|भाषा|ভাষা)\s*[:：]/i,
    not: /speak (?:to|with) (?:our|us|a|an|the)|programming|english (?:speaking|medium|course|language (?:course|class))/i,
  },
  {
    label: 'insurance',
    title: 'Insurance',
    trust: 0.8,
    quick: /insur|cashless|tpa|बीमा|বীমা/i,
    cue: /\b(?:accept|most|all major|cashless|empanelled|work with)\b[^.]{0,60}\binsur\w+|\binsurance (?:accepted|plans)|\bfully insured\b|\blicen[sc]ed,? (?:bonded,? )?(?:and|&) insured\b|कैशलेस|ক্যাশলেস/i,
  },
  {
    label: 'free_estimate',
    title: 'Estimates and quotes',
    trust: 0.84,
    quick: /free|no charge|निःशुल्क|मुफ्त|বিনামূল্যে|ফ্রি/i,
    cue: /\bfree (?:(?:in-home|no[- ]obligation|initial|first) )?(?:estimates?|quotes?|quotation|consultations?|trials?|samples?|inspections?|check-?ups?|site visits?|pickup|parking|wi-?fi|demo|demo class)\b|निःशुल्क|मुफ्त|বিনামূল্যে/i,
  },
]

const staff = /team|doctors?|dentists?|staff|people|faculty|experts?|^(?:dr|mr|mrs|ms|prof)\b|चिकित्सक|ডাক্তার/i

/** Finds statements of the kinds above: each is the sentence that says it. */
export function findSentences(lines: Line[]): Finding[] {
  const found: Finding[] = []
  const counts = new Map<string, number>()
  for (const line of lines) {
    if (line.text.length < 8 || isReview(line)) continue
    for (const rule of rules) {
      if (!rule.quick.test(line.plain)) continue
      for (const [from, to] of sentencesWith(line, rule.quick)) {
        const plain = line.plain.slice(from, to)
        const hit = rule.cue.exec(plain)
        if (!hit || rule.not?.test(plain) || (rule.label === 'years_in_business' && line.path.some((step) => staff.test(step)))) continue
        if (
          rule.digits &&
          !/\d|\b(?:one|two|three|five|seven|ten|fifteen|thirty|no|not|non|free|lifetime|within|must|all|only|responsib\w+)\b|नहीं|নয়|না\b/i.test(plain)
        )
          continue
        if (plain.trim().endsWith('?')) continue
        const count = (counts.get(rule.label) ?? 0) + 1
        counts.set(rule.label, count)
        if (count > (rule.limit ?? 25)) break
        const group = hit.slice(1).find((part) => part !== undefined)
        const at = group ? hit.index + hit[0].indexOf(group) : hit.index
        const sentence = line.text.slice(from, to).trim()
        const value = group
          ? line.text
              .slice(from + at, from + at + group.length)
              .trim()
              .replace(/[.,;]+$/, '')
          : sentence
        const short = sentence.length < 60 && line.path.length > 0
        found.push({
          kind: 'fact',
          path: [...line.path, rule.title],
          label: rule.label,
          value: value.slice(0, 300),
          text: short && line.block.row ? `${rule.title}: ${sentence}` : sentence,
          start: line.start + from,
          end: line.start + to,
          trust: rule.trust * (line.block.kind === 'heading' ? 0.85 : 1),
          types: [],
        })
      }
    }
  }
  return found
}

/** What customers say is no promise of the business. */
function isReview(line: Line): boolean {
  return line.path.some((step) => /testimonial|review|clients? say|customers? say|people say|feedback|मतামত|মতামত|प्रतिक्रिया/i.test(step))
}

/** The sentences of a line that hold a cue, each once; at most 40. */
function sentencesWith(line: Line, cue: RegExp): [number, number][] {
  const found: [number, number][] = []
  let at = 0
  while (at < line.plain.length && found.length < 40) {
    const hit = cue.exec(line.plain.slice(at, at + 20_000))
    if (!hit) break
    const [from, to] = sentenceAround(line.text, at + hit.index, at + hit.index + hit[0].length)
    found.push([from, to])
    at = Math.max(to, at + hit.index + 1)
  }
  return found
}
