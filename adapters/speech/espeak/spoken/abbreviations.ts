import type { Tongue } from './tongue.ts'

/** Said in full wherever they stand; those whose point may also end a sentence keep it there. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bDr\.?(?=\s+[A-Z])/g, 'Doctor'],
  [/\bMr\.?(?=\s)/g, 'Mister'],
  [/\bMrs\.?(?=\s)/g, 'Missus'],
  [/\bMs\.(?=\s)/g, 'Miz'],
  [/\bProf\.(?=\s)/g, 'Professor'],
  [/\bSt\.(?=\s+[A-Z][a-z])(?<!\p{Lu}\p{L}+\s+St\.)/gu, 'Saint'],
  [/\bNos?\.\s*(?=\d)/g, 'number '],
  [/\b(?:Tel|Ph|Mob)\.?:?\s*(?=[+\d])/g, 'phone '],
  [/\bapprox\.(?=\s)/gi, 'approximately'],
  [/\be\.g\.,?/gi, 'for example,'],
  [/\bi\.e\.,?/gi, 'that is,'],
  [/\bvs\.?(?=\s)/gi, 'versus'],
  [/\bw\/(?=\s|[a-z])/g, 'with '],
  [/\bT&Cs?\b/g, 'terms and conditions'],
  [/\bQ&A\b/g, 'questions and answers'],
  [/\bP\.?O\.? Box\b/gi, 'P-O Box'],
]
// biome-ignore format: a table
const ending: readonly (readonly [string, string])[] = [
  ['etc', 'et cetera'], ['Pvt', 'Private'], ['Ltd', 'Limited'], ['Inc', 'Incorporated'], ['Co', 'Company'], ['Govt', 'Government'], ['Dept', 'Department'], ['Rd', 'Road'],
  ['Ave', 'Avenue'], ['Blvd', 'Boulevard'], ['St', 'Street'], ['Apt', 'Apartment'], ['Jr', 'Junior'], ['Sr', 'Senior'], ['Ext', 'extension'], ['Opp', 'opposite'], ['Nr', 'near'],
]
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const shortDays = 'Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun'
const longDays = weekdays.join('|')

/** Capitals that have a vowel and are spelled out all the same. */
const spelled = new Set('OTP ATM UPI EMI AC API URL USB CEO CFO COO FAQ ICU OPD IMPS ICICI IT IVR ID EV ECG IUI IVF UAE USA UK EU AI'.split(' '))

const months = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const units = 'kms?|kgs?|gms?|mtr|ltr|ft|hrs?|mins?|secs?|yrs?'

/** Full stops that only shorten a word go, where the words after them show that the sentence goes on. */
function dropStops(text: string): string {
  return (
    text
      .replace(/\b([aApP])\.\s?[mM]\.(?!\s*(?:$|\n|\p{Lu}))/gmu, '$1m')
      .replace(/\b([aApP])\.\s?[mM]\b/g, '$1m')
      .replace(new RegExp(String.raw`(?<=\d\s?)(${units})\.(?=\s+\p{Ll})`, 'gu'), '$1')
      // Initials: not after a word in small letters, where a sentence may end, as in "plan A. We go".
      .replace(/(?<![°\p{Ll}]\s?)\b([A-Z])\.(?=\s?[A-Z](?:\.|[a-z]))/gu, '$1 ')
      .replace(new RegExp(String.raw`\b(${months})\.(?=,?\s*(?:\d|\p{Ll}))`, 'gu'), '$1')
  )
}

/** Abbreviations, weekdays and initials in words. */
export function sayAbbreviations(text: string, tongue: Tongue): string {
  let out = dropStops(text)
  for (const [pattern, word] of [...tongue.abbreviations, ...words]) out = out.replace(pattern, word)
  for (const [short, word] of ending) {
    out = out.replace(new RegExp(String.raw`\b${short}\.(\s*$|\s+(?=\p{Lu})|\s*\n)?`, 'gmu'), (_, end?: string) =>
      end === undefined ? word : endsSentence(short) ? `${word}.${end}` : `${word}${end}`,
    )
  }
  return out
    .replace(
      new RegExp(String.raw`\b(${shortDays}|${longDays})\.?\s*[-–—]\s*(${shortDays}|${longDays})\b\.?`, 'g'),
      (_, first: string, last: string) => `${weekday(first)} ${tongue.to} ${weekday(last)}`,
    )
    .replace(new RegExp(String.raw`\b(${shortDays})\b(?:\.|(?=\s*[,:&\d]))`, 'g'), (_, day: string) => weekday(day))
    .replace(/(বার|वार)\s*[-–—]\s*(?=\p{L}\p{L}?[\p{L}\p{M}]*(?:বার|वार))/gu, `$1 ${tongue.to} `)
}

/** Acronyms letter by letter, unless they can be said as a word. */
export function sayAcronyms(text: string): string {
  return text.replace(/(?<![\p{L}\d]|\d\s)[A-Z]{2,5}(?![\p{L}\d])/gu, (it) => (spelled.has(it) || !/[AEIOUY]/.test(it) ? it.split('').join('-') : it))
}

/** Titles of companies and "et cetera" end sentences; a street or a father's name is followed by more of the same. */
function endsSentence(short: string): boolean {
  return ['etc', 'Ltd', 'Inc', 'Co', 'Jr', 'Sr', 'St', 'Rd', 'Ave', 'Blvd'].includes(short)
}

function weekday(short: string): string {
  return weekdays.find((it) => it.startsWith(short.slice(0, 3))) ?? short
}
