import { find, type Reading, standsAlone } from '#time/reading.ts'

const near = /^(?:~?(?:as|pas|aspas|karib|karibn|lagbhag|kashpash|dike)|आसपास|आस|करीब|लगभग|পাশে|আশেপাশে|দিকে|কাছাকাছি)$/
const made =
  /^(?:~?(?:kar|kr|karo|kardo|krdo|rakh|rakho|rakhna|karna|karein|kijie|kijiye|karvao|koro|korun|kore)|कर|करो|रख|रखो|करना|करें|रखना|कीजिए|কর|করো|করুন|করে|করে_দিন|রাখুন)$/
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
  if (value <= 12 && isEitherHour(reading, end)) return true
  // `एक के बाद एक`, `दो कर दो`: the least of numbers count things when they are named.
  if (reading.number(at)?.named === true && value <= 2) return false
  const joined = find(reading, end, 'gen')
  const place = end + (joined?.length ?? 0)
  if (joined !== undefined && (find(reading, place, 'after') ?? find(reading, place, 'before')) !== undefined) return true
  if (joined !== undefined && says(reading, place, near)) return true
  if (says(reading, end, made) && value <= 12 && !says(reading, end + 1, /^(?:log|लोग)$/)) return true
  if (value <= 12 && isProposed(reading, at, end)) return true
  return find(reading, end, 'till')?.length === 1 && standsAlone(reading, end) && (before?.digits ?? '') === '' && value <= 12
}

/** `3 or 4 pm`, `তিনটে বা চারটেয়`: an hour before another that has its mark. */
export function isEitherHour(reading: Reading, at: number): boolean {
  if (!/^(?:or|ya|ba|या|বা|অথবা)$/.test(reading.words[at]?.keys[0] ?? '')) return false
  const other = reading.number(at + 1)
  if (other === null || !Number.isInteger(other.value) || other.value < 1 || other.value > 12) return false
  const end = at + 1 + other.length
  return ['oclock', 'half', 'clf'].some((kind) => find(reading, end, kind) !== undefined)
}

/** `make it 6`, `let's do 5`, `6 instead`. */
function isProposed(reading: Reading, at: number, end: number): boolean {
  if (!standsAlone(reading, end) || reading.words[end]?.keys[0] === 'of') return false
  const [first, second] = [reading.words[at - 2]?.keys[0] ?? '', reading.words[at - 1]?.keys[0] ?? '']
  if ((first === 'make' && second === 'it') || (/^(?:lets|us)$/.test(first) && second === 'do') || (first === 'how' && second === 'about')) return true
  return reading.words[end]?.keys[0] === 'instead' && reading.words[at - 1] !== undefined
}

/** Whether a meeting is named by its time alone: `my 4 30 with the bank`, `our 10 o'clock`. */
export function isOwned(reading: Reading, at: number, end: number): boolean {
  return owner.test(reading.words[at - 1]?.keys[0] ?? '') && meeting.test(reading.words[end]?.keys[0] ?? '')
}

/** `18 se 20`: two numbers that only a clock of 24 hours has. */
export function isDay24(reading: Reading, at: number): boolean {
  const [first, sep] = [reading.number(at), find(reading, at + 1, 'sep')]
  if (reading.language === 'en' || first === null || first.named || sep === undefined || sep.length > 1 || first.value < 13 || first.value > 23) return false
  const last = reading.number(at + 2)
  if (last === null || last.named || last.value <= first.value || last.value > 24 || !standsAlone(reading, at + 2 + last.length)) return false
  return find(reading, at + 3, 'mein') === undefined && find(reading, at + 3, 'date-word') === undefined && find(reading, at + 3, 'on') === undefined
}

/** `9 to 5`: what is counted does not fall. */
export function isWorkday(reading: Reading, at: number): boolean {
  const [first, sep] = [reading.number(at), find(reading, at + 1, 'sep')]
  if (first === null || first.named || first.length > 1 || sep === undefined || sep.length > 1 || first.value < 8 || first.value > 11) return false
  const last = reading.number(at + 2)
  return (
    last !== null &&
    !last.named &&
    last.length === 1 &&
    last.value >= 3 &&
    last.value <= 7 &&
    standsAlone(reading, at + 3) &&
    (reading.words[at - 1]?.digits ?? '') === ''
  )
}
