import { askedTime, localTime, partsOfDay } from '#answer/asked-time.ts'
import { cellsOf } from '#answer/cells.ts'
import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import { closedDays, type DayHours, disagree, hoursOfDay, isWithin, readHours } from '#answer/opening-hours.ts'
import { closedDay } from '#answer/question-kind.ts'
import type { Question } from '#answer/question.ts'
import { frameOf, ownKinds, type Ranked } from '#answer/rank.ts'
import type { Said } from '#answer/said.ts'
import { weights } from '#answer/weights.ts'
import { dayName, joinList, say } from '#answer/wording/sentences.ts'

/** Asks which of several places. */
const whichPlace =
  /\bwhich (?:branch|shop|store|clinic|hospital|centre|center|outlet|location|office|studio|restaurant|one)\b|कौन\s?-?\s?सी (?:शाखा|ब्रांच|दुकान)|\bkaun\s?si (?:branch|shop|dukan|dukaan)|কোন (?:শাখা|দোকান|ব্রাঞ্চ|হাসপাতাল)/iu
const isOpenOn = (hours: readonly DayHours[], day: number) => {
  const found = hoursOfDay(hours, day)
  return found !== undefined && found !== 'not_named' && !found.closed
}

const dayConcepts = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** `The second Saturday`, which hours by the week do not tell. */
const ordinalDay = /\b(?:first|second|third|fourth|1st|2nd|3rd|4th|last) (?:and \w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day/i

/** Hours that name days tell of a day rather than hours that name none; what goes on from one time to another is no opening. */
function dayWeight(question: Question, { piece }: Ranked, hours: readonly DayHours[]): number {
  const named = hours.some((it) => it.days.size < 7 || it.closed)
  if (named) return dayConcepts.some((id) => question.concepts.has(id)) ? 0.08 : 0
  return /hour|open|close|timing|daily|every ?day|all days|7 days|समय|खुल|সময়|খোলা/i.test(piece.item.value ?? piece.text) ? 0 : -0.15
}

/** Answers when the business is open, on which day, and whether it is open at a time. */
export function answerHours(question: Question, ranked: readonly Ranked[], now: Date, timeZone: string): Said | null {
  if (question.polar && ordinalDay.test(question.text)) return null
  const qualifiers = question.terms.filter((term) => !frameOf(question, 'hours').has(term) && term.weight >= 0.9 && !/\d/.test(term.word))
  const candidates = [...ranked.map((entry) => partNamed(entry, question)), ...dayRows(ranked, question)]
    .filter(({ piece }) => piece.item.label !== 'opening_hours' || !isDayless(piece))
    .map((entry) => {
      const hours = readHours(entry.piece.text)
      return { entry, hours, score: scoreOf(entry, qualifiers, question) + dayWeight(question, entry, hours) }
    })
    .filter(
      ({ hours, entry }) =>
        hours.length > 0 &&
        (entry.piece.item.label === 'opening_hours' ||
          /hour|open|timing|time|closed|\bwe(?:'re| are) (?:here|there|in)\b|समय|খোলা|সময়|খুল/i.test(`${entry.piece.item.title} ${entry.piece.text}`)),
    )
    .sort((a, b) => b.score - a.score)
  const first = candidates[0]
  if (!first || first.score < weights.least) return null
  const [nearest] = ranked
  if (
    !question.polar &&
    nearest &&
    nearest.piece !== first.entry.piece &&
    qualifiers.length > 0 &&
    !meetsAll(qualifiers, first.entry) &&
    meetsAll(qualifiers, nearest)
  )
    return null
  const { hours } = first
  const { piece } = first.entry
  const near = candidates.filter((it) => it.score > first.score - 0.08 && it.entry.piece.item.url !== null)
  const local = localTime(now, timeZone)
  const { concepts, language } = question
  const day = concepts.has('tomorrow')
    ? (local.day + 1) % 7
    : concepts.has('today') || concepts.has('now')
      ? local.day
      : dayConcepts.findIndex((it) => concepts.has(it))
  if (!question.polar && day >= 0 && whichPlace.test(question.text)) {
    const open = candidates.filter((it) => it.score > first.score - 0.3 && it.entry.piece.item.label === 'opening_hours' && isOpenOn(it.hours, day))
    const names = [...new Set(open.map((it) => it.entry.piece.item.title.split('›').at(-2)?.trim() ?? ''))].filter(Boolean)
    if (names.length > 0)
      return {
        text: say('dayOpen', language, { day: dayName(day, language), value: joinList(names, language) }).replace(/^[^,]+, /, ''),
        pieces: open.map((it) => it.entry.piece),
        score: Math.min(1, first.score),
      }
  }
  const whole = hoursText(piece)
  const said = (text: string): Said => ({ text, pieces: [piece], score: Math.min(1, first.score) })
  const asked = concepts.has('now') ? local.minutes : askedTime(question.text)
  if (question.polar || concepts.has('now')) {
    const asksClosed = concepts.has('close') && !concepts.has('open')
    if (concepts.has('weekend') && day < 0) return weekendAnswer(question, hours, whole, said)
    if (concepts.has('24/7') || /24/.test(question.text))
      return hours.some((it) => it.allDay)
        ? said(say('yes', language, { value: `${whole}.` }))
        : said(say('no', language, { value: say('hours', language, { value: whole }) }))
    if (asked !== null && (day >= 0 || asked !== null)) {
      const pool = day >= 0 ? [hoursOfDay(hours, day)] : hours
      const real = pool.filter((it): it is DayHours => it !== undefined && it !== 'not_named')
      return real.some((it) => isWithin(it, asked)) ? said(say('timeOpen', language, { value: whole })) : said(say('timeClosed', language, { value: whole }))
    }
    if (day >= 0) {
      const found = hoursOfDay(hours, day)
      const name = dayName(day, language)
      if (found === 'not_named' || found === undefined)
        return hours.some((it) => it.days.size < 7) ? said(say(asksClosed ? 'closedYes' : 'dayUnnamed', language, { day: name, value: whole })) : null
      if (found.closed) return said(say(asksClosed ? 'closedYes' : 'dayClosed', language, { day: name, value: whole }))
      const part = partsOfDay.find(([id]) => concepts.has(id))
      if (part && !asksClosed && !found.allDay && !found.spans.some(([from, to]) => from < part[2] && (to < from ? to + 1440 : to) > part[1]))
        return said(say('no', language, { value: say('dayHours', language, { day: name, value: spanText(found) }) }))
      return asksClosed
        ? said(say('no', language, { value: say('dayHours', language, { day: name, value: spanText(found) }) }))
        : said(say('dayOpen', language, { day: name, value: spanText(found) }))
    }
    return said(say('hours', language, { value: whole }))
  }
  if (day >= 0) {
    const found = hoursOfDay(hours, day)
    const name = dayName(day, language)
    if (found === 'not_named' || found === undefined || found.closed)
      return said(
        say(found && found !== 'not_named' ? 'dayClosed' : 'dayUnnamed', language, { day: name, value: whole }).replace(/^(?:No|Nahi), (?=\w)|^नहीं, |^না, /, ''),
      )
    return said(say('dayHours', language, { day: name, value: spanText(found) }))
  }
  if (closedDay.test(question.text)) {
    const off = closedDays(hours)
    if (off.length > 0) {
      const names = joinList(
        off.map((it) => dayName(it, language)),
        language,
      )
      return said(say('dayClosed', language, { day: names, value: whole }).replace(/^(?:No|Nahi), (?=\w)|^नहीं, |^না, /, ''))
    }
  }
  if (concepts.has('weekday') || concepts.has('weekend')) {
    const wanted = concepts.has('weekday') ? 3 : 6
    const found = hoursOfDay(hours, wanted)
    if (found && found !== 'not_named') return said(say('hours', language, { value: found.text }))
  }
  const other = near.find(
    (it) =>
      qualifiers.length === 0 &&
      it.entry.piece.item.label === 'opening_hours' &&
      piece.item.label === 'opening_hours' &&
      topicOf(it.entry.piece) === topicOf(piece) &&
      it.entry.piece.item.url !== piece.item.url &&
      disagree(hours, it.hours),
  )
  if (other)
    return {
      text: say('disagree', language, { value: whole, other: hoursText(other.entry.piece) }),
      pieces: [piece, other.entry.piece],
      score: Math.min(1, first.score),
    }
  return said(say('hours', language, { value: whole }))
}

/** Whether all that hours are asked for, such as a season, is spoken of. */
const meetsAll = (qualifiers: Question['terms'], { coverage }: Ranked) => qualifiers.every((term) => (coverage.met.get(term) ?? 0) >= 0.6)

/** Of hours of several parts of a business told in one breath (`Showroom: … Workshop: …`) those of the part a question names. */
function partNamed(entry: Ranked, question: Question): Ranked {
  const { piece } = entry
  const told = piece.item.label === 'opening_hours' ? (piece.item.value ?? piece.text) : piece.text
  const parts = told
    .split(/(?<=[.;,])\s+(?=\p{Lu}[\p{L}\s&]{2,30}:\s)/u)
    .filter((part) => /^\p{Lu}[\p{L}\s&]{2,30}:\s/u.test(part) && readHours(part).length > 0)
  if (parts.length < 2) return entry
  const labelOf = (part: string) => part.slice(0, part.indexOf(':'))
  const named = parts.filter((part) => question.terms.some((term) => term.concepts.every((id) => !plainly.has(id)) && meetsText(term, labelOf(part))))
  const [only, ...more] = named
  if (only === undefined || more.length > 0) return entry
  return { ...entry, score: entry.score + 0.05, piece: { ...piece, text: only, item: { ...piece.item, value: only } } }
}

/** Concepts of hours and days, which name no part of a business. */
const plainly = new Set([...dayConcepts, 'hours', 'open', 'close', 'weekday', 'weekend', 'day', 'time', 'morning', 'evening', 'night'])

/** Rows such as `Monday: Closed` under one heading, put together as the hours they are. */
function dayRows(ranked: readonly Ranked[], question: Question): Ranked[] {
  const groups = new Map<string, Ranked[]>()
  for (const entry of ranked) {
    const { piece } = entry
    if (piece.kind !== 'row' || piece.text.length > 140 || readHours(piece.text).length === 0 || !weekdayStart.test(piece.subject)) continue
    const key = `${piece.item.url}|${piece.item.title.split('›').slice(0, -1).join('›')}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    if (!first || rows.length < 2) return []
    const parts = [...rows]
      .sort((a, b) => firstDay(a) - firstDay(b))
      .map(({ piece }) => columnOf(piece, question) ?? (weekdayStart.test(piece.text) ? piece.text : `${piece.subject}: ${piece.text}`))
    const text = parts.map((part) => part.replace(/^[^:;]{2,14}:\s(?=\p{L}+(?:\s?[-–—&,]\s?\p{L}+)?;)/u, '').replace(/;\s/g, ' ')).join('; ')
    const best = rows.reduce((a, b) => (b.score > a.score ? b : a))
    const item = { ...first.piece.item, label: 'opening_hours', value: text }
    return [{ ...best, piece: { ...first.piece, kind: 'fact' as const, text, item, siblings: [text] } }]
  })
}

/** Of a row with the hours of several parts of a business the part the question names, else the first: `Saturday: 9:30 - 3 pm`. */
function columnOf(piece: Evidence, question: Question): string | null {
  const [day, ...rest] = cellsOf(piece.text)
  const told = rest.filter((cell) => cell.header !== null && readHours(`${day?.value}: ${cell.value}`).length > 0)
  if (!day || told.length < 2) return null
  const named = told.find((cell) => question.terms.some((term) => meetsText(term, cell.header ?? '')))
  return `${day.value}: ${(named ?? told[0])?.value}`
}

const weekdayStart = /^(?:mon|tue|wed|thu|fri|sat|sun|weekday|weekend|सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि|সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র|শনি|রবি)/iu
const firstDay = ({ piece }: Ranked) => {
  const [day = 7] = readHours(piece.text.includes(piece.subject) ? piece.text : `${piece.subject}: ${piece.text}`)[0]?.days ?? []
  return day === 0 ? 7 : day
}

/** Several spans of no day in particular are the parts of a list whose days were lost. */
const isDayless = (piece: Evidence) => {
  const hours = readHours(piece.item.value ?? piece.text)
  return hours.length > 2 && hours.every((it) => it.days.size === 7 && !it.closed)
}

/** What hours are of, by the headings that name something. */
const topicOf = (piece: Evidence) =>
  piece.item.title
    .split('›')
    .map((step) => step.trim().toLowerCase())
    .filter(
      (step) =>
        !/^(?:contact|about|home|visit|our|opening|business|working|office|store|shop)?\s?(?:us|hours|timings?|times?|page|information|info|details)?$|hours|timing|contact|visit|welcome|समय|সময়/.test(
          step,
        ),
    )
    .slice(-1)
    .join('')

function scoreOf(entry: Ranked, qualifiers: Question['terms'], question: Question): number {
  const fact = entry.piece.item.label === 'opening_hours'
  const all = qualifiers.reduce((sum, it) => sum + it.weight, 0)
  const met = qualifiers.reduce((sum, it) => sum + it.weight * (entry.coverage.met.get(it) ?? 0), 0)
  const specific = qualifiers.length > 0 ? 0.2 + 0.65 * (met / all) : 0.72
  const general =
    qualifiers.length === 0 &&
    /\b(?:class|event|special|holiday|delivery|pharmacy|emergency|casualty|deal|offer|breakfast|lunch|dinner|check-?in|visiting|camp)\b/i.test(
      entry.piece.item.title,
    )
      ? 0.1
      : 0
  const apart = /\b(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(entry.piece.text)
    ? 0.3
    : fact && /\b(?:emergency|casualty|ambulance)\b/i.test(entry.piece.item.title) && !question.concepts.has('emergency')
      ? 0.15
      : 0
  const named = question.terms.some((term) => term.weight < 0.9 && term.concepts.some((id) => ownKinds.includes(id)) && meetsText(term, entry.piece.text))
    ? 0.08
    : 0
  return (
    specific +
    named +
    (fact ? 0.15 : 0) +
    0.04 * entry.piece.nearness +
    0.06 * entry.piece.item.confidence -
    general -
    apart -
    (question.terms.length > 8 ? 0.05 : 0)
  )
}

/** The words of hours evidence that are the hours. */
function hoursText(piece: Evidence): string {
  const text = piece.item.label === 'opening_hours' ? (piece.item.value ?? piece.text) : piece.text
  return text
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\s\|\s/g, ' ')
    .replace(/^[^:]{0,40}(?:hours?|timings?|open|time|समय|সময়|সময়)[^:\d]{0,20}:\s*/i, '')
    .replace(/[.;\s]+$/, '')
    .slice(0, 300)
}

/** The times alone where one day is meant anyway. */
const spanText = (hours: DayHours) => {
  const text = hours.text.replace(/[.;,\s]+$/, '').replace(/\s\|\s/g, ' ')
  return hours.days.size === 1 ? text.replace(/^\p{L}[\p{L}\p{M}]*\.?\s*(?:[:,–—-]\s*|\s)(?=\p{L}*\s?\d)/u, '') : text
}

function weekendAnswer(question: Question, hours: readonly DayHours[], whole: string, said: (text: string) => Said): Said {
  const open = [6, 0].filter((day) => {
    const found = hoursOfDay(hours, day)
    return found !== undefined && found !== 'not_named' && !found.closed
  })
  const name = joinList(
    open.map((day) => dayName(day, question.language)),
    question.language,
  )
  return open.length > 0 ? said(say('dayOpen', question.language, { day: name, value: whole })) : said(say('timeClosed', question.language, { value: whole }))
}
