import { find, type Reading, standsAlone } from '#time/reading.ts'

const near = /^(?:~?(?:as|pas|aspas|karib|karibn|lagbhag|kashpash|dike)|आसपास|आस|करीब|लगभग|পাশে|আশেপাশে|দিকে|কাছাকাছি)$/
const made = /^(?:~?(?:kar|kr|karo|kardo|krdo|rakh|rakho|rakhna|karna|karein|kijie|kijiye|karvao|koro|korun|kore)|कर|करो|रख|रखो|करना|करें|रखना|कीजिए|কর|করো|করুন|করে|করে_দিন|রাখুন)$/
const owner = /^(?:my|our|her|his|your|their)$/
const meeting = /^(?:with|meeting|call|appointment|demo|slot|booking|visit|interview)$/

const says = (reading: Reading, at: number, pattern: RegExp): boolean => reading.words[at]?.keys.some((it) => pattern.test(it)) === true

/** Whether a bare number is an hour by what is said around it: `7 ke baad`, `5 के आसपास`, `11 kar do`, `18 se pehle`. */
export function isCued(reading: Reading, at: number, end: number, value: number): boolean {
  if (value < 1 || value > 24 || find(reading, at - 1, 'sep') !== undefined || find(reading, at - 1, 'and') !== undefined) return false
  const before = reading.words[at - 1]
  if (before !== undefined && !before.letters && before.keys[0] !== ',') return false
  if (/^(?:room|number|no|option|flat|ward|press|bhk|page|step|item|नंबर|कमरा|ऑप्शन|নম্বর|ঘর)$/.test(before?.keys[0] ?? '')) return false
  if (find(reading, end, 'mein') !== undefined) return false
  const joined = find(reading, end, 'gen')
  const place = end + (joined?.length ?? 0)
  if (joined !== undefined && (find(reading, place, 'after') ?? find(reading, place, 'before')) !== undefined) return true
  if (joined !== undefined && says(reading, place, near)) return true
  if (says(reading, end, made) && value <= 12 && !says(reading, end + 1, /^(?:log|लोग)$/)) return true
  return find(reading, end, 'till')?.length === 1 && standsAlone(reading, end) && (before?.digits ?? '') === '' && value <= 12
}

/** Whether a meeting is named by its time alone: `my 4 30 with the bank`, `our 10 o'clock`. */
export function isOwned(reading: Reading, at: number, end: number): boolean {
  return owner.test(reading.words[at - 1]?.keys[0] ?? '') && meeting.test(reading.words[end]?.keys[0] ?? '')
}
