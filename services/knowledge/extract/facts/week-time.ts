/** Words for days, times and their joins, read into one small language; the parser of hours works on these. */
export type HourToken =
  | { kind: 'day'; day: number; from: number; to: number }
  | { kind: 'days'; days: number[]; from: number; to: number }
  | { kind: 'time'; minutes: number; half: 'am' | 'pm' | 'none' | 'exact'; from: number; to: number }
  | { kind: 'to' | 'and' | 'closed' | 'always' | 'gap' | 'appointment'; from: number; to: number }

const every = [0, 1, 2, 3, 4, 5, 6]
const dayWords: [number, string][] = [
  [0, 'mondays?|mon|सोमवार|सोम|সোমবার|সোম|somvar|somwar'],
  [1, 'tuesdays?|tues?|मंगलवार|मंगल|মঙ্গলবার|মঙ্গল|mangalvar|mangalwar'],
  [2, 'wednesdays?|weds?|बुधवार|बुध|বুধবার|বুধ|budhvar|budhwar'],
  [3, 'thursdays?|thurs?|thu|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार|गुरु|বৃহস্পতিবার|বৃহস্পতি|guruvar|guruwar'],
  [4, 'fridays?|fri|शुक्रवार|शुक्र|শুক্রবার|শুক্র|shukravar|shukrawar'],
  [5, 'saturdays?|sat|शनिवार|शनि|শনিবার|শনি|shanivar|shaniwar'],
  [6, 'sundays?|sun|रविवार|इतवार|रवि|রবিবার|রবি|ravivar|raviwar|itwar'],
]
const dayNumbers = new Map(
  dayWords.flatMap(([day, words]) =>
    words
      .replaceAll('s?', '|')
      .split('|')
      .flatMap((word) => [word, `${word}s`])
      .map((word) => [word, day] as const),
  ),
)
const letterDays = new Map([
  ['m', 0],
  ['t', 1],
  ['w', 2],
  ['f', 4],
  ['s', 5],
])
const groups: [RegExp, number[]][] = [
  [/^(?:week\s?days?|working days|business days|कार्य ?दिवस|কর্মদিবস)/, [0, 1, 2, 3, 4]],
  [/^(?:week\s?ends?|सप्ताहांत|সপ্তাহান্তে)/, [5, 6]],
  [
    /^(?:daily|every\s?day|all\s(?:7\s|seven\s)?days|7\sdays(?:\sa\sweek)?|seven days(?:\sa\sweek)?|all week|प्रतिदिन|रोज़?|रोज|रोजाना|हर दिन|सातों दिन|प्रति दिन|প্রতিদিন|রোজ|সপ্তাহে ৭ দিন|roz|rozana|har din|saton din)/,
    every,
  ],
]
const edge = '(?![\\p{L}\\p{M}])'
const dayPattern = new RegExp(`^(?:${dayWords.map(([, words]) => words).join('|')})\\.?${edge}`, 'u')
const shortDay = /^(mo|tu|we|th|fr|sa|su)\.?(?=\s?(?:[-–—:,]|to\b)|\s\d|$)/
const shortDays = new Map([
  ['mo', 0],
  ['tu', 1],
  ['we', 2],
  ['th', 3],
  ['fr', 4],
  ['sa', 5],
  ['su', 6],
])
const timePattern = /^(\d{1,2})(?:\s?[:.]\s?([0-5]\d))?\s?(?:(a\.?\s?m\.?|p\.?m\.?)(?![\p{L}])|(?:h(?:rs?|ours)?|uhr)(?![\p{L}])|(?:बजे|टा|টা|টায়|ঘটিকা|baje))?/u
const parts: [RegExp, 'am' | 'pm'][] = [
  [/^(?:सुबह|प्रातः?|সকাল|ভোর|subah|morning)/, 'am'],
  [/^(?:दोपहर|शाम|सायं|रात|বিকাল|বিকেল|সন্ধ্যা|রাত|দুপুর|dopahar|shaam|sham|raat|evening|afternoon)/, 'pm'],
]
const words: [RegExp, 'to' | 'and' | 'closed' | 'always' | 'appointment'][] = [
  [
    /^(?:24\s?[x×*/]\s?7|24\s?[x×]\s?365|24\s(?:hours|hrs|घंटे|ঘণ্টা|ঘন্টা|ghante)(?:[,\s]+(?:a day|7 days(?: a week)?))?|round[-\s]the[-\s]clock|around the clock|open 24|चौबीसों? घंटे|২৪ ?ঘণ্টা|২৪ ?ঘন্টা|din raat)/u,
    'always',
  ],
  [/^(?:closed|close on|weekly off|week off|holiday|off day|बंद|अवकाश|साप्ताहिक अवकाश|বন্ধ|সাপ্তাহিক ছুটি|ছুটি|bandh?|chutti)(?![\p{L}\p{M}])/u, 'closed'],
  [/^(?:by (?:prior )?appointment(?: only)?|appointment only|पूर्व ?अपॉइंटमेंट|অ্যাপয়েন্টমেন্ট)/, 'appointment'],
  [/^(?:to|till|until|til|through|thru|upto|up to|से|থেকে|হতে|se)(?![\p{L}\p{M}])|^[-–—]+|^~/u, 'to'],
  [/^(?:and|और|एवं|ও|এবং|aur|&)(?![\p{L}\p{M}])|^[&,]/u, 'and'],
]

/** A span of time or an amount of something: `3 working days`, `5 to 6 weeks`, `45 students`; its numbers are no times of day. */
const amount =
  /^(?!7 days)\d{1,3}(?:\s?(?:-|–|to|or|से|থেকে)\s?\d{1,3})?\s?-?\s?(?:(?:working|business|calendar|full|consecutive)\s)?(?:days?|nights?|weeks?|months?|years?|yrs?|minutes?|mins?|people|persons?|guests?|students?|seats?|rooms?|plates?|kgs?|kms?|rupees|दिन|दिनों|हफ्ते|महीने|साल|वर्ष|मिनट|দিন|সপ্তাহ|মাস|বছর|মিনিট|জন)(?![\p{L}\p{M}])/u

/** Reads a line (digits as 0–9) into tokens; words it does not know become one gap. Stops after 400 characters. */
export function hourTokens(line: string): HourToken[] {
  const text = line.toLowerCase().slice(0, 400)
  const tokens: HourToken[] = []
  let at = 0
  let half: 'am' | 'pm' | null = null
  let halfAt = 0
  let inWord = false
  while (at < text.length) {
    const rest = text.slice(at, at + 40)
    const char = rest[0] ?? ''
    if (/[\s:.()[\]|;*]/.test(char)) {
      inWord = false
      at++
      continue
    }
    const read: { token: HourToken; length: number } | null = inWord ? null : tokenAt(rest, at, half)
    if (read) {
      if (read.token.kind === 'time' && half !== null && (tokens.at(-1)?.to ?? 0) <= halfAt) read.token.from = halfAt
      tokens.push(read.token)
      at += read.length
      if (read.token.kind === 'time') half = null
      inWord = false
      continue
    }
    const part: [RegExp, 'am' | 'pm'] | undefined = inWord ? undefined : parts.find(([pattern]) => pattern.test(rest))
    if (part) {
      half = part[1]
      halfAt = at
      at += part[0].exec(rest)?.[0].length ?? 1
      continue
    }
    const last = tokens.at(-1)
    if (last?.kind === 'gap') last.to = at + 1
    else tokens.push({ kind: 'gap', from: at, to: at + 1 })
    inWord = /[\p{L}\p{M}\p{N}]/u.test(char)
    at++
  }
  return tokens
}

function tokenAt(rest: string, at: number, half: 'am' | 'pm' | null): { token: HourToken; length: number } | null {
  const spent = amount.exec(rest)
  if (spent) return { token: { kind: 'gap', from: at, to: at + spent[0].length }, length: spent[0].length }
  for (const [pattern, days] of groups) {
    const match = pattern.exec(rest)
    if (match) return { token: { kind: 'days', days, from: at, to: at + match[0].length }, length: match[0].length }
  }
  for (const [pattern, kind] of words) {
    const match = pattern.exec(rest)
    if (match) return { token: { kind, from: at, to: at + match[0].length }, length: match[0].length }
  }
  const day = dayPattern.exec(rest)
  if (day) {
    const number = dayNumbers.get(day[0].replace('.', ''))
    if (number !== undefined) return { token: { kind: 'day', day: number, from: at, to: at + day[0].length }, length: day[0].length }
  }
  const short = shortDays.get(shortDay.exec(rest)?.[1] ?? '')
  if (short !== undefined) return { token: { kind: 'day', day: short, from: at, to: at + 2 }, length: 2 }
  const letter = /^([mtwfs])(?=\s?(?:-|–|—|to\b|thru\b|through\b)\s?(?:f|s|sat|sun|fri)\b)|^([fs])(?=[\s:,]+\d)/.exec(rest)
  if (letter) {
    const number = letterDays.get(letter[0])
    if (number !== undefined) return { token: { kind: 'day', day: number, from: at, to: at + 1 }, length: 1 }
  }
  if (/^noon\b|^12 noon\b/.test(rest))
    return { token: { kind: 'time', minutes: 720, half: 'exact', from: at, to: at + rest.indexOf('noon') + 4 }, length: rest.indexOf('noon') + 4 }
  if (/^(?:12 )?midnight\b/.test(rest))
    return { token: { kind: 'time', minutes: 1440, half: 'exact', from: at, to: at + rest.indexOf('midnight') + 8 }, length: rest.indexOf('midnight') + 8 }
  const time = timePattern.exec(rest)
  const next = time ? (rest[time[0].length] ?? '') : ''
  if (!time || /[\d%$₹/]/.test(next)) return null
  const hour = Number(time[1])
  const minute = Number(time[2] ?? 0)
  if (hour > 24) return null
  const mark = time[3]?.startsWith('a') ? 'am' : time[3] ? 'pm' : (half ?? 'none')
  const night = mark === 'pm' && half === 'pm' && hour < 4 && /रात|রাত|raat/.test(rest)
  return { token: { kind: 'time', minutes: hour * 60 + minute, half: night ? 'none' : mark, from: at, to: at + time[0].length }, length: time[0].length }
}
