const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const month = '(?:mid-)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const day = '(sun|mon|tue|wed|thu|fri|sat)(?:[a-z]{0,6})'
const between = '\\s?(?:-|–|—|to|till|until|through)\\s?'
const monthSpan = new RegExp(`\\b(?:\\d{1,2} )?${month}${between}(?:\\d{1,2} )?${month}(?![a-z])`, 'gi')
const daySpan = new RegExp(`\\b${day}${between}${day}(?![a-z])`, 'gi')

const starts = new Set([...months, ...days])

/** The months and weekdays that lie within spans of them, in English: `April – June` is May as well. */
export function daysWithin(text: string, words: readonly string[]): string[] {
  if (words.filter((word) => starts.has(word.slice(0, 3))).length < 2) return []
  const found: string[] = []
  const walk = (span: RegExp, short: readonly string[], names: readonly string[]) => {
    for (const match of text.matchAll(span)) {
      const from = short.indexOf((match[1] ?? '').toLowerCase())
      const to = short.indexOf((match[2] ?? '').toLowerCase())
      for (let at = from; at !== to; at = (at + 1) % short.length) found.push(names[at] ?? '')
      found.push(names[to] ?? '')
    }
  }
  walk(monthSpan, months, monthNames)
  walk(daySpan, days, dayNames)
  return found
}
