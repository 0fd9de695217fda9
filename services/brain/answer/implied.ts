import { conceptOf, stem } from '@myna/language'
import type { Evidence } from '#answer/evidence.ts'
import type { Question } from '#answer/question.ts'
import { daysWithin } from '#answer/spans-of-days.ts'

/** Ways in which sites speak of a matter without a word for it, and the concepts they speak of: `brought to your door` is delivery. */
const ways: [RegExp, string[]][] = [
  [/\b(?:bring|brought|send|sent|give|given|take|taken|hand|handed)\b(?:\s[\w'-]+){0,4}\sback\b/i, ['return']],
  [/\b(?:bought|buy|buys) back\b|\btrade-?in\b|\bin exchange for (?:your|the) old\b/i, ['buyback', 'return', 'exchange']],
  [
    /\b(?:brought|carried|sent|dropped|posted|taken|bring|send|reach(?:es)?)(?: it| them)? (?:to (?:your|the) )?(?:home|door|house|address|doorstep)\b|\bat your door\b/i,
    ['delivery'],
  ],
  [
    /\b(?:orders?|parcels?|goods|they|we) (?:[\w,]+ ){0,6}(?:are |is )?(?:sent|posted|shipped|dispatched|delivered|courier(?:ed)?)\b/i,
    ['delivery', 'ship', 'courier'],
  ],
  [/\bwaived?\b|\bon the house\b|\bcomes? free\b|\bat no (?:extra )?(?:cost|charge)\b|\bwithout (?:any )?charge\b|\bcosts? nothing\b/i, ['free']],
  [/\b(?:pays?|costs?) (?:only )?(?:half|less)\b|\b\d+ ?(?:%|percent) (?:off|less|cheaper|lower)\b|\bsave (?:up to )?\D{0,3}\d|\bless for\b/i, ['discount']],
  [/\bstudents?\b[^.;]{0,60}\bpay\b|\bseniors?\b[^.;]{0,40}\bpay\b/i, ['discount']],
  [
    /\b(?:built|opened|began|begun|started|set up|founded|established|born|running|serving|working)\b[^.]{0,40}\b(?:in|since) (?:1[89]|20)\d\d\b|\bsince (?:1[89]|20)\d\d\b/i,
    ['found'],
  ],
  [
    /\b(?:takes?|ready|done|finished|completed|within|delivered|arrives?|reach(?:es)?|processed|approved|decided|issued)\b[^.;]{0,30}\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|an?)(?:\s?(?:-|–|to)\s?\d+)? (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?)\b/i,
    ['duration'],
  ],
  [
    /\b(?:by appointment|call ahead|book(?:ed)? (?:ahead|in advance|first)|prior booking|pre-?book|needs? a booking|must be booked)\b/i,
    ['appointment', 'book'],
  ],
  [
    /\b(?:may|can|must|do|does|are|is) not\b|\bcannot\b|\bnot (?:allowed|permitted|accepted|admitted)\b|\bno (?!extra|charge|cost|need)\w+ (?:allowed|permitted|inside|please)\b/i,
    ['prohibited'],
  ],
  [
    /\b(?:aadhaar|aadhar|pan|passports?|photographs?|photo id|voter|driving licen[cs]e|identity card|id card|id proof|birth certificate|mark ?sheets?|salary slips?|bank statements?|address proof)\b/i,
    ['document', 'proof'],
  ],
  [
    /\b(?:cash|upi|cards?|cheques?|net ?banking|bank transfer|neft)\b[^.]{0,40}\b(?:cash|upi|cards?|cheques?|net ?banking|bank transfer|neft|demand draft)\b/i,
    ['pay', 'payment_method'],
  ],
  [/\b(?:pay|paid|settle) (?:by|with|in) (?:cash|upi|cards?|cheque)\b/i, ['payment_method']],
  [/[₹$£€৳]\s?[\d,]+ (?:more|extra|on top|is added|are added)\b|\badds? (?:another )?[₹$£€৳]/i, ['extra', 'price']],
  [/\b(?:late|after (?:that|the)|overdue)\b[^.]{0,50}(?:[₹$£€৳]\s?\d|\d ?%)[^.]{0,30}\b(?:added|charged|extra|fine|more|a day)?\b/i, ['penalty', 'late_fee']],
  [
    /\b(?:up front|upfront|in advance|beforehand|to (?:hold|confirm|secure|reserve|fix) (?:a|the|your)|on booking|with the order|at booking|half now)\b/i,
    ['deposit'],
  ],
  [/\b(?:valid|good|lasts?|runs?|stands?) for \d|\bexpires?\b|\bbest before\b|\bmust be used\b/i, ['valid']],
  [/\b(?:shut|rests?|day off|no service|not open|weekly off)\b/i, ['close']],
  [/\d ?(?:[mg]bps|km\/h|kmph|mph|rpm)\b/i, ['speed']],
  [/\d ?(?:°|degrees?\b|° ?c\b)/i, ['temperature', 'hot']],
  [/\d ?(?:kgs?|kilos?|grams?|tonnes?)\b/i, ['weight']],
  [/\d ?(?:sq\.? ?(?:ft|feet|m)|square (?:feet|foot|metres?)|acres?)\b/i, ['size', 'big']],
  [/\b60 ?min(?:ute)?s?\b/i, ['hour']],
  [/\bhighest point\b|\d ?m(?:etres)? (?:high|above)/i, ['height']],
  [/\bhot (?:water|showers?|bath)|\bshowers?\b[^.]{0,20}\bhot\b/i, ['heater_item']],
  [/\bincluded\b|\bpart of (?:it|the price|the fee)\b|\bthrown in\b/i, ['include', 'extra']],
  [/\bquiet (?:after|from|hours)|\bno noise\b/i, ['noise']],
  [/\b(?:holds?|covers?) (?:[\w ]+, )+/i, ['include']],
  [/[₹$£€৳]\s?[\d,]+[^.]{0,40}\b(?:you get back|refundable|returned|given back|comes back)|\brefundable\b/i, ['deposit', 'refund']],
  [/\bin part payment\b|\bpart[- ]exchange\b|\bold (?:ones?|\w+) (?:are )?(?:taken|bought|accepted)\b/i, ['buyback', 'exchange']],
  [/\bwith an? (?:grown-?up|adult|parent|guardian)\b|\baccompanied\b/i, ['solo', 'adult', 'parent']],
  [/\b(?:outside|own) (?:food|snacks|drinks?|meals?)\b|\bfood (?:and drinks? )?from (?:outside|home)\b/i, ['food_own', 'food']],
  [/\bbefore noon\b|\bforenoon\b|\b(?:[6-9]|1[01])(?::\d\d)? ?am\b/i, ['morning']],
  [/\bpay for (?:only )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven)/i, ['discount']],
  [/\bwe speak\b|\bspeaks? (?:english|hindi|bengali|tamil|marathi)/i, ['language']],
  [
    /\b(?:opposite|behind|next to|beside|near|above|below|across from|minutes?'? (?:walk|on foot|away|from)|\d+ (?:m|metres|km) (?:from|away|off))\b/i,
    ['near', 'directions'],
  ],
  [/\b\d+(?:\.\d+)? ?(?:km|kilomet(?:re|er)s?|m|metres|miles?) (?:from|away|off)\b|\bwithin \d+ ?km\b/i, ['distance']],
  [
    /\b(?:holds?|seats?|room for|space for|takes?|fits?|sleeps?) (?:up to |about |over )?(?:\d+|two|three|four|five|six|seven|eight|ten|twelve|twenty|thirty|forty|fifty)\b|\bat most \w+ (?:in|to|per|a)\b/i,
    ['capacity'],
  ],
  [/\b(?:refunded|returned|given back|money back|paid back|get (?:it|everything|the money) back)\b/i, ['refund']],
  [
    /\b(?:date|slot|booking|appointment|ticket|class|lesson)\b[^.]{0,30}\b(?:moved|shifted|changed|postponed|swapped|rescheduled)\b|\bmake (?:it|them) up\b/i,
    ['reschedule', 'change'],
  ],
  [/\b(?:instal?ments?|monthly parts|in (?:two|three|four|six|\d+) (?:parts|payments))\b/i, ['emi']],
  [/\bpick(?:ed|s)?[ -]?up\b|\bcollect(?:ed|s)? (?:from|at|it|them)\b|\bfetch/i, ['pickup']],
  [/\b(?:on hire|for hire|hired|lent out|on rent)\b/i, ['rent']],
  [/\b(?:licen[cs]ed|registered|recognised|recognized|approved|certified|accredited) (?:by|with|under)\b/i, ['certificate', 'licence']],
  [/\b(?:cctv|guards?|lifeguards?|watchman|fire extinguishers?|first[- ]aid)\b/i, ['safe']],
  [/\bbreakfast|lunch|dinner|snacks|buffet|canteen|meals?\b/i, ['food']],
  [/\b(?:learners?|pupils?|trainees?|students?)\b/i, ['student']],
  [/\b(?:ramp|step-free|lift)\b/i, ['wheelchair']],
  [/\b(?:apply|send (?:us )?(?:your )?(?:cv|resume|bio-?data)|we are hiring|vacanc)/i, ['job']],
  [
    /\b(?:aged?|from the age|years? old|year-olds?|(?:under|over|above|below) (?:the age of )?(?:\d{1,2}|ten|twelve|eighteen)|and (?:above|over|older))\b/i,
    ['age'],
  ],
  [/\b(?:at least|not less than|minimum|or more|least)\b/i, ['minimum']],
  [/\b(?:at most|not more than|maximum|up to|no more than)\b/i, ['maximum']],
  [/\b(?:tell|told|inform|let us know|notice|intimate)\b[^.]{0,40}\b(?:before|ahead|in advance|earlier|notice)\b/i, ['inform']],
]

let built: { way: RegExp; stems: string[] }[] | undefined
const told = () => (built ??= ways.map(([way, ids]) => ({ way, stems: ids.flatMap((id) => conceptOf(id)?.stems[0] ?? []) })))

const spans = new Set(
  'january february march_month april may_month june july august september october november december sunday monday tuesday wednesday thursday friday saturday'.split(
    ' ',
  ),
)

/** Adds to the words of evidence what it speaks of without a word for it, as far as the question asks for it. */
export function addImplied(question: Question, evidence: readonly Evidence[]): void {
  const asked = (form: string) => question.terms.some((term) => (term.stems.get(form) ?? 0) >= 0.6)
  const wanted = told().filter(({ stems }) => stems.some(asked))
  const days = question.terms.some((term) => term.concepts.some((id) => spans.has(id)))
  const india = asked(allIndia)
  const yearly = asked('interest')
  if (wanted.length === 0 && !days && !india && !yearly) return
  for (const piece of evidence) {
    const { text, own } = piece
    const more: string[] = []
    for (const { way, stems } of wanted) if (way.test(text)) more.push(...stems)
    if (days) more.push(...daysWithin(text, own.words).map(stem))
    if (india && wholeIndia.test(text)) more.push(allIndia)
    if (yearly && byTheYear.test(text)) more.push('interest')
    if (more.length > 0) piece.own = { ...own, stems: new Set([...own.stems, ...more]) }
  }
}

/** The stem that stands for every place of India, in texts that speak of the whole of it. */
export const allIndia = '@india'
const wholeIndia =
  /\b(?:across|all over|throughout|anywhere in|everywhere in|any(?:where)? (?:city|place|part) (?:in|of)|pan[- ]?|(?:the )?whole of|all of) ?india\b|\ball[- ]india\b|\bnation-?wide\b|\bany pin ?code in india\b|(?:पूरे|सारे) (?:भारत|देश)|भारत (?:भर|में कहीं)|(?:সারা|গোটা|সমগ্র) (?:ভারত|দেশ)/i

/** A share by the year is interest. */
const byTheYear = /\d\s?(?:%|percent|per cent) (?:a|per|each) (?:year|annum)|\d\s?% ?p\.?\s?a\b/i
