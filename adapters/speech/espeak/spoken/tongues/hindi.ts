import { type IndianNumbers, indianCardinal } from '../indian-numbers.ts'
import type { ClockTime, Tongue } from '../tongue.ts'

const names = `शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
  बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
  चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
  साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
  अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे`.split(/\s+/)

const numbers: IndianNumbers = { names, hundreds: (n) => `${names[n]} सौ`, thousand: 'हज़ार', lakh: 'लाख', crore: 'करोड़' }
const cardinal = (n: number) => indianCardinal(n, numbers)
const months = ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर']

/** Years of the last centuries are counted in hundreds: उन्नीस सौ पचास. */
function year(n: number): string {
  if (n < 1100 || n > 1999) return cardinal(n)
  return [`${names[Math.floor(n / 100)]} सौ`, n % 100 === 0 ? '' : names[n % 100]].join(' ').trim()
}

function time({ hour, minute, period }: ClockTime): string {
  const clock = hour % 12 || 12
  const next = (clock % 12) + 1
  const quarter: Record<number, string> = {
    0: `${names[clock]} बजे`,
    15: `सवा ${names[clock]} बजे`,
    30: clock === 1 ? 'डेढ़ बजे' : clock === 2 ? 'ढाई बजे' : `साढ़े ${names[clock]} बजे`,
    45: clock === 12 ? 'पौन बजे' : `पौने ${names[next]} बजे`,
  }
  const said = quarter[minute] ?? `${names[clock]} बजकर ${names[minute]} मिनट`
  return period === undefined ? said : `${partOfDay(hour)} ${said}`
}

function partOfDay(hour: number): string {
  if (hour >= 4 && hour < 12) return 'सुबह'
  if (hour >= 12 && hour < 16) return 'दोपहर'
  if (hour >= 16 && hour < 20) return 'शाम'
  return 'रात'
}

/** Hindi in Devanagari. */
export const hindi: Tongue = {
  digits: names.slice(0, 10),
  cardinal,
  year,
  date: (day, month, yearNumber) => [names[day], months[month - 1], yearNumber === undefined ? '' : year(yearNumber)].join(' ').trim(),
  time,
  months,
  point: 'दशमलव',
  minus: 'माइनस',
  percent: 'प्रतिशत',
  to: 'से',
  per: 'प्रति',
  and: 'और',
  number: 'नंबर',
  fractions: { '1/2': 'आधा', '1/3': 'एक तिहाई', '2/3': 'दो तिहाई', '1/4': 'एक चौथाई', '3/4': 'तीन चौथाई' },
  outOf: (score, best) => `${best} में से ${score}`,
  at: 'ऐट',
  dot: 'डॉट',
  dash: 'डैश',
  underscore: 'अंडरस्कोर',
  slash: 'स्लैश',
  plus: 'प्लस',
  currencies: {
    INR: { one: 'रुपया', many: 'रुपये', smallOne: 'पैसा', smallMany: 'पैसे' },
    BDT: { one: 'टका', many: 'टका', smallOne: 'पैसा', smallMany: 'पैसे' },
    USD: { one: 'डॉलर', many: 'डॉलर', smallOne: 'सेंट', smallMany: 'सेंट' },
    EUR: { one: 'यूरो', many: 'यूरो', smallOne: 'सेंट', smallMany: 'सेंट' },
    GBP: { one: 'पाउंड', many: 'पाउंड', smallOne: 'पेंस', smallMany: 'पेंस' },
  },
  units: {
    km: ['किलोमीटर', 'किलोमीटर'],
    m: ['मीटर', 'मीटर'],
    cm: ['सेंटीमीटर', 'सेंटीमीटर'],
    mm: ['मिलीमीटर', 'मिलीमीटर'],
    kg: ['किलो', 'किलो'],
    g: ['ग्राम', 'ग्राम'],
    mg: ['मिलीग्राम', 'मिलीग्राम'],
    l: ['लीटर', 'लीटर'],
    ml: ['मिलीलीटर', 'मिलीलीटर'],
    ft: ['फ़ुट', 'फ़ुट'],
    sqft: ['वर्ग फ़ुट', 'वर्ग फ़ुट'],
    hour: ['घंटा', 'घंटे'],
    minute: ['मिनट', 'मिनट'],
    second: ['सेकंड', 'सेकंड'],
    kb: ['के बी', 'के बी'],
    mb: ['एम बी', 'एम बी'],
    gb: ['जी बी', 'जी बी'],
    tb: ['टी बी', 'टी बी'],
    mbps: ['एम बी पी एस', 'एम बी पी एस'],
    celsius: ['डिग्री सेल्सियस', 'डिग्री सेल्सियस'],
    fahrenheit: ['डिग्री फ़ारेनहाइट', 'डिग्री फ़ारेनहाइट'],
    kmph: ['किलोमीटर प्रति घंटा', 'किलोमीटर प्रति घंटा'],
    kwh: ['यूनिट', 'यूनिट'],
    year: ['साल', 'साल'],
  },
  scales: { thousand: 'हज़ार', lakh: 'लाख', crore: 'करोड़', million: 'मिलियन', billion: 'बिलियन' },
  symbols: { '=': 'बराबर', '<': 'से कम', '>': 'से ज़्यादा', '×': 'बाय' },
  abbreviations: [
    [/(?<!\p{L})(?:डॉ|डा)\.\s*/gu, 'डॉक्टर '],
    [/(?<!\p{L})(?:कि\.?\s?मी|किमी)\.(?!\p{L})/gu, 'किलोमीटर'],
    [/(?<!\p{L})(?:कि\.?\s?ग्रा|किग्रा)\.(?!\p{L})/gu, 'किलोग्राम'],
    [/(?<!\p{L})प्रो\.\s*/gu, 'प्रोफ़ेसर '],
    [/(?<!\p{L})(?:पं)\.\s*/gu, 'पंडित '],
    [/(?<!\p{L})(?:मो|फ़ोन|फोन)\.\s*(?=[:+\d])/gu, 'फ़ोन '],
    [/(?<!\p{L})(?:नं|क्र)\.\s*(?=\d)/gu, 'नंबर '],
    [/(?<!\p{L})लि\.(?!\p{L})/gu, 'लिमिटेड'],
    [/(?<!\p{L})प्रा\.\s*/gu, 'प्राइवेट '],
  ],
}
