import type { Finding } from '../finding.ts'
import { isQuestion } from '../question.ts'
import { type Line, sentenceAround } from './line.ts'

const amount = '\\d[\\d,]{0,14}(?:\\.\\d{1,2})?(?:\\s?(?:k|lakhs?|lacs?|crores?|cr|million|लाख|करोड़|লাখ|কোটি)(?![\\p{L}]))?'
const sign = '(?:₹|rs\\.?|inr|us\\$|usd|\\$|£|gbp|€|eur|৳|tk\\.?|bdt|aed|cad|aud|रु\\.?|रू\\.?)'
const after = '(?:\\s?(?:rupees|rs\\.?|inr|usd|dollars|taka|tk|bdt|euros?|pounds|रुपये|रुपए|रु\\.?|टका|টাকা|€|£|\\/-))'
const unit =
  '(?:\\s?\\/-)?(?:\\s?\\/\\s?(?:sq\\.?\\s?(?:ft|m|yd)\\.?|[\\p{L}\\p{M}]{1,14})|\\s(?:per|a|an|প্রতি|प्रति)\\s(?:sq\\.?\\s?(?:ft|m|yd)\\.?|[\\p{L}\\p{M}]{1,14})|\\s(?:each|p\\.?m\\.?|monthly)(?![\\p{L}]))?'
const range = `(?:\\s?(?:-|–|—|to|se|से|থেকে)\\s?(?:${sign}\\s?)?${amount})?`
const money = new RegExp(
  `(?:(?<![\\p{L}\\d])${sign}\\s?${amount}${range}(?:\\s?\\/-)?|(?<![\\p{L}\\d.,])${amount}${range}${after}(?![\\p{L}\\p{M}]))${unit}`,
  'giu',
)
const quick = /[₹$£€৳]|\b(?:rs|inr|usd|tk|bdt|gbp|eur|aed|cad|aud|rupees|taka|dollars)\b|\/-|रु|টাকা|रुपये/i
const zero = /^[^\d]*0+(?:[.,]0+)?(?!\d)/
const lead = /(?:(?:starting|starts?) (?:from|at|@)|from|upto|up to|only|just|minimum|approx\.?|around|शुरू|মাত্র|থেকে)\s*$/i
const limit = /(?:above|over|below|under|more than|less than|exceed(?:s|ing)?|beyond|save|off|worth|upwards of|से अधिक|से ज़्यादा|से ऊपर|এর বেশি|বেশি)\s*$/i
const dangling =
  /(?:^|\s)(?:costs?|is|are|was|at|for|of|only|starts?|starting|from|price|priced|by|to|and|the|a|an|just|our|with|in|on|be|will|has|minimum|maximum|charged?)$/i
const plainThing = /^(?:price|prices|cost|fee|fees|rate|rates|amount|charges?|total|pricing|only|from|mrp|कीमत|मूल्य|शुल्क|দাম|মূল্য|ফি)\s*[:–-]?$/i

/** Prices kept of one page. */
const maxPrices = 200

/** Finds prices with what they are the price of: the name of their row or card, the words before them, or the heading above. */
export function findPrices(lines: Line[]): Finding[] {
  const found: Finding[] = []
  for (const line of lines) {
    if (found.length >= maxPrices) break
    if (!quick.test(line.text) || /\d/.test(line.plain) === false) continue
    const row = line.block.row
    if (row && row.name === '') continue
    for (const match of line.plain.matchAll(money)) {
      if (found.length >= maxPrices) break
      const value = line.text.slice(match.index, match.index + match[0].length).trim()
      if (zero.test(line.plain.slice(match.index, match.index + match[0].length)) || match[0].replace(/\D/g, '') === '') continue
      const [from, to] = row ? [0, line.text.length] : sentenceAround(line.text, match.index, match.index + match[0].length)
      const earlier = line.text.slice(Math.max(from, match.index - 30), match.index)
      if (limit.test(earlier) || line.block.hints.includes(`struck:${value} `)) continue
      const hedge = lead.exec(earlier)?.[0].trim() ?? ''
      const priced = hedge === '' ? value : `${hedge} ${value}`
      const thing = row ? rowThing(line, match.index) : thingOf(line, from, match.index)
      const sentence = line.text.slice(from, to).trim()
      const long = sentence.split(/\s+/).length > 5
      found.push({
        kind: 'fact',
        path: [...line.path, ...(thing !== '' && !line.path.includes(thing) ? [thing] : []), 'Price'],
        label: 'price',
        value: priced,
        types: [],
        text: (long || (thing === '' && isQuestion(line.path.at(-1) ?? ''))) && !row ? sentence : `${thing || line.path.at(-1) || 'Price'}: ${priced}`,
        start: line.start + from,
        end: line.start + to,
        trust: row ? 0.9 : long ? 0.75 : 0.88,
      })
    }
  }
  return found
}

/** Columns of money that is no price. */
const notPrice = /\b(?:up to|upto|limit|max(?:imum)?|cover(?:age)?|sum|subsid\w+|deposit|salary|income|saving|discount|fine|advance|loan)\b/i

/** What a price in a table is for: its row's name, and its column where the row has several prices. */
function rowThing(line: Line, at: number): string {
  const row = line.block.row
  if (!row) return ''
  const cell = line.text.slice(0, at).split(' | ').length - 1
  const filled = row.cells.map((text, column) => ({ text, column })).filter((each) => each.text !== '')
  const column = filled[cell]?.column ?? -1
  const header = row.headers[column] ?? ''
  const prices = filled.filter((each) => quick.test(each.text)).length
  return header !== '' && (prices > 1 || notPrice.test(header)) ? `${row.name}, ${header}` : row.name
}

/** The words right before a price, else the title of its card or the heading above. */
function thingOf(line: Line, from: number, at: number): string {
  const earlier = line.text
    .slice(from, at)
    .replace(lead, '')
    .replace(/[\s:–—\-|=.…@(]+$/u, '')
    .trim()
  let words =
    earlier
      .split(/,\s|[;|]|\s[–—-]\s|[.!?]\s/)
      .at(-1)
      ?.trim() ?? ''
  while (dangling.test(words)) words = words.replace(dangling, '').trim()
  if (/[\p{L}\p{M}]{2}/u.test(words) && words.length >= 3 && words.length <= 60 && !plainThing.test(words) && words.split(/\s+/).length <= 6) return words
  const card = line.place.card
  if (card && card.title !== '' && !quick.test(card.title)) return card.title
  return ''
}
