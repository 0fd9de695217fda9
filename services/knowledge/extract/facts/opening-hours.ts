import type { Finding } from '../finding.ts'
import { isQuestion } from '../question.ts'
import { type Line, sentenceAround, tellingPath } from './line.ts'
import { type DayHours, hoursText, type LineHours, readHours, spareText } from './week-hours.ts'

const heading = /hours|timings?|open(?:ing)?\b|schedule|when we|visit|समय|खुला|सময়|সময়|খোলা|samay|business days/i
const cue =
  /\b(?:hours?|timings?|open(?:s|ing|ed)?|closed|closes|available|availability|store|showroom|office|clinic|reception|between|from|shop|visit|call|walk-?ins?|consult(?:ation)?s?|opd)\b|समय|खुल|बंद|সময়|খোলা|বন্ধ|khula|samay/i
const delay =
  /(?:within|before|in|least|notice|every|after|last|advance|than|up to|upto|prior|next|first|about|takes?)\s+(?:the\s+)?(?:next\s+)?24\s|24\s?(?:hours?|hrs|घंटे|घंटों|ঘণ্টা|ঘন্টা|ghante)(?:['’]s?)?\s?(?:before|prior|notice|in advance|of\b|after|ahead|cancel|later|turnaround|delivery|में|के|पहले|বা|আগে|এর|র মধ্যে|মধ্যে|mein|pehle|ke)/i
const notHours =
  /\b(?:minutes|days? (?:return|refund|trial|notice)|years?|months?|percent|discount|students|class \d|grade|session \d|semester|sq|inch|mm|kg)\b/i

type Read = { line: Line; hours: LineHours }

/** Finds opening hours: lines that follow each other are one fact, with the words of the page and the same in one wording. */
export function findHours(lines: Line[]): Finding[] {
  const found: Finding[] = []
  let run: Read[] = []
  const flush = () => {
    const fact = factOf(run)
    if (fact) found.push(fact)
    run = []
  }
  for (const line of lines) {
    const hours = line.text.length > 1200 ? null : readLine(line)
    const last = run.at(-1)
    const elsewhere =
      last && hours && (hours.days.size === 0 || (last.hours.always && last.hours.days.size === 0)) && line.place.heads.at(-1) !== last.line.place.heads.at(-1)
    if (hours && last && (elsewhere || line.index - last.line.index > 2 || line.block.zone !== last.line.block.zone || repeats(run, hours))) flush()
    if (hours) run.push({ line, hours })
    else if (last && line.index - last.line.index > 1) flush()
  }
  flush()
  return found
}

/** A long line is read by sentences, so that its numbers are not taken for times of day. */
function readLine(line: Line): LineHours | null {
  const text = line.plain
  if (text.length <= 220) return usable(line, readHours(text), text)
  for (const match of text.matchAll(/\b(?:mon|tue|wed|thu|fri|sat|sun|daily|24|round the clock|closed|hours)|[ap]\.?m\b|सोम|शनि|रवि|बजे|বার|টা/gi)) {
    const [from, to] = sentenceAround(text, match.index, match.index + match[0].length)
    const sentence = text.slice(from, to)
    const hours = usable(line, readHours(sentence), sentence)
    if (hours) return { ...hours, from: hours.from + from, to: hours.to + from }
    if (match.index > 2000) break
  }
  return null
}

function usable(line: Line, hours: LineHours | null, text: string): LineHours | null {
  if (!hours || (hours.always && hours.days.size === 0 && delay.test(text))) return null
  const said = hours.days.size > 0 || hours.always
  const titled = line.path.some((step) => heading.test(step)) || /clock|hours/.test(line.block.hints)
  if (!said && !(cue.test(text) || titled)) return null
  if (hours.spare.length > 0 && !said && !/[ap]\.?m|:\d\d|बजे|টা|baje|\bhours\b|noon/i.test(text)) return null
  if (hours.appointment && !said && hours.spare.length === 0 && !/only|prior|open|visit|hours/i.test(text)) return null
  if (notHours.test(text) && !hours.always && hours.days.size === 0) return null
  return hours
}

/** Whether these hours are of another place than those before: a day comes again. */
function repeats(run: Read[], hours: LineHours): boolean {
  for (const read of run)
    for (const day of read.hours.days.keys()) if (hours.days.has(day) && (hours.days.get(day)?.closed || read.hours.days.get(day)?.spans.length)) return true
  return false
}

function factOf(run: Read[]): Finding | null {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last) return null
  const days = new Map<number, DayHours>()
  for (const { hours } of run) for (const [day, said] of hours.days) days.set(day, merged(days.get(day), said))
  const spare = run.flatMap((read) => read.hours.spare)
  const always = run.some((read) => read.hours.always)
  const appointment = run.some((read) => read.hours.appointment)
  const wording = [
    hoursText(days),
    days.size === 0 && spare.length > 0 ? spareText(spare) : '',
    always && days.size === 0 ? 'open 24 hours, every day' : '',
    appointment ? 'by appointment' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
  if (wording === '') return null
  const one = first.line === last.line
  const [from, to] = one ? sentenceAround(first.line.text, first.hours.from, first.hours.to) : [0, last.line.text.length]
  const start = first.line.start + (one ? from : 0)
  const end = last.line.start + to
  const shown = run.length === 1 ? plainRow(first.line.text.slice(from, to)) : run.map((read) => plainRow(read.line.text)).join(', ')
  const value = run.length === 1 ? plainRow(first.line.text.slice(first.hours.from, first.hours.to)) || shown : shown
  const context = tellingPath(first.line).filter(
    (step) => !/^(?:our )?(?:business |opening |working |store |office )?(?:hours|timings?|opening hours)(?: of operation)?$/i.test(step),
  )
  const fuzzy = days.size === 0
  const passing = always && fuzzy && shown.length > 60
  return {
    kind: 'fact',
    path: [...context, 'Opening hours'],
    label: 'opening_hours',
    value,
    text: shown.toLowerCase() === wording.toLowerCase() ? wording : `${shown} (${wording})`,
    start,
    end,
    trust: passing || (one && isQuestion(first.line.path.at(-1) ?? '')) ? 0.6 : fuzzy ? 0.72 : shown.length > 120 && run.length === 1 ? 0.8 : 0.94,
    types: [],
  }
}

/** The cells of a row of a table of hours, said in one breath: `Saturday: 10:00 - 14:00`. */
const plainRow = (text: string) => text.trim().replace(/\s*:?\s*\|\s*/g, ': ')

function merged(known: DayHours | undefined, said: DayHours): DayHours {
  if (!known) return said
  return { spans: [...known.spans, ...said.spans], closed: known.closed || said.closed, always: known.always || said.always }
}
