import type { AgentConfig } from '@myna/contracts/agents'
import type { Item } from '@myna/contracts/knowledge'

type Known = Pick<Item, 'label' | 'value' | 'text' | 'confidence'>

/** What a website tells about the agent that should answer for it. */
export type Knowledge = { facts: readonly Known[]; pageTitles: readonly string[]; url: string }

/** Name, greeting and opening hours of an agent, as far as the website tells them; the rest of the draft stays. */
export function draftFromKnowledge(draft: AgentConfig, known: Knowledge): AgentConfig {
  const businessName = businessNameOf(known) ?? draft.businessName
  const hours = hoursOf(known.facts)
  return { ...draft, businessName, greeting: `Hello, this is ${businessName}. How can I help you?`, ...(hours.length > 0 ? { hours } : {}) }
}

const nameLabels = ['business_name', 'name', 'legal_name']
/** Mail providers whose domain says nothing of the business. */
const publicMail = /^(gmail|yahoo|hotmail|outlook|live|rediffmail|icloud|aol|proton|protonmail|ymail|msn|zoho)$/
const separators = /\s+[|–—»·:-]\s+|\s*\|\s*|\s+-\s*$/

/**
 * What the site calls itself: a labelled name; else the words of its titles that its own address, mail or social names spell ("thefloorbarn");
 * else the part its titles share, or begin with; else the first title.
 */
export function businessNameOf(known: Knowledge): string | undefined {
  const named = known.facts.filter((it) => it.label && nameLabels.includes(it.label) && it.value).sort((a, b) => b.confidence - a.confidence)[0]
  if (named?.value) return clipped(named.value)
  const parts = known.pageTitles.map((title) =>
    title
      .split(separators)
      .map((it) => it.trim())
      .filter(Boolean),
  )
  return spelledByHandle(parts.flat(), handlesOf(known)) ?? sharedPart(parts) ?? sharedBeginning(known.pageTitles) ?? firstPart(parts[0])
}

/** Names the business has chosen where spaces are not allowed: its domain, its mail domain, its names on social sites. */
function handlesOf({ facts, url }: Knowledge): string[] {
  const host = new URL(url).hostname.replace(/^www\./, '')
  const mails = facts.filter((it) => it.label === 'email').map((it) => it.value?.split('@')[1]?.split('.')[0] ?? '')
  const social = facts.filter((it) => it.label === 'social').flatMap((it) => it.value?.split(/[/?#@]/).slice(3) ?? [])
  return [/^[\d.]+$|^localhost$/.test(host) ? '' : (host.split('.')[0] ?? ''), ...mails.filter((it) => !publicMail.test(it)), ...social]
    .map(lettersOf)
    .filter((it) => it.length >= 4 && !/^\d+$/.test(it))
}

/** The longest run of words in the titles that a handle spells, whole if possible, else as the beginning of the handle. */
function spelledByHandle(titleParts: readonly string[], handles: readonly string[]): string | undefined {
  let best: { name: string; score: number } | undefined
  for (const part of titleParts.map(clipped)) {
    const words = part.split(/\s+/)
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + 6); to++) {
        const name = words.slice(from, to).join(' ')
        const letters = lettersOf(name)
        if (letters.length < 4 || !/^\p{Lu}/u.test(name)) continue
        const whole = handles.includes(letters)
        const score = whole ? 100 + letters.length : handles.some((it) => it.startsWith(letters)) && letters.length >= 5 ? letters.length : 0
        // A short part that begins so is the name with what it trades in: "Example Dental".
        const fullName = from === 0 && words.length <= 3 ? part : name
        if (score > (best?.score ?? 0)) best = { name: fullName.replace(/[^\p{L}\p{M}\p{N}.)]+$/u, ''), score }
      }
  }
  return best && clipped(best.name)
}

function sharedPart(parts: readonly string[][]): string | undefined {
  const counts = new Map<string, number>()
  for (const part of parts.flatMap((it) => [...new Set(it)])) counts.set(part, (counts.get(part) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1])[0]?.[0]
  return shared && clipped(shared)
}

function sharedBeginning(titles: readonly string[]): string | undefined {
  const [first, ...others] = titles.map((it) => it.split(/\s+/))
  let words = 0
  while (first && words < 6 && first[words] !== undefined && others.some((it) => first.slice(0, words + 1).every((word, at) => it[at] === word))) words++
  return words >= 2 ? clipped(first!.slice(0, words).join(' ')) : undefined
}

function firstPart(parts: readonly string[] | undefined): string | undefined {
  const first = parts?.find((it) => !/^(home|homepage|welcome|index)$/i.test(it))
  return first && clipped(first)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function clipped(name: string): string {
  return name
    .replace(/^welcome to\s+/i, '')
    .slice(0, 80)
    .trim()
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const span =
  /(sun|mon|tues?|wed|thu|thur|thurs|fri|sat)[a-z]*(?:\s*(?:to|-|–|—)\s*(sun|mon|tues?|wed|thu|thur|thurs|fri|sat)[a-z]*)?\s*:?\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*(?:to|-|–|—)\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?/gi

/** Opening hours in the facts of a site, day by day; of several statements the surest one counts. */
export function hoursOf(facts: readonly Known[]): AgentConfig['hours'] {
  const stated = facts.filter((it) => it.label === 'opening_hours').sort((a, b) => b.confidence - a.confidence)
  for (const { text, value } of stated) {
    if (/24\s*[/x×]\s*7|round the clock|24 hours/i.test(`${text} ${value ?? ''}`)) return days.map((_, day) => ({ day, from: '00:00', to: '23:59' }))
    const hours = [...`${text}\n${value ?? ''}`.matchAll(span)].flatMap((match) => {
      const from = clock(match[3]!, match[4], match[5])
      const to = clock(match[6]!, match[7], match[8])
      return from && to && from < to ? daysBetween(match[1]!, match[2]).map((day) => ({ day, from, to })) : []
    })
    const unique = [...new Map(hours.map((it) => [`${it.day} ${it.from} ${it.to}`, it])).values()]
    if (unique.length > 0 && unique.length <= 28) return unique.sort((a, b) => a.day - b.day || a.from.localeCompare(b.from))
  }
  return []
}

function daysBetween(first: string, last: string | undefined): number[] {
  const from = dayOf(first)
  const to = last === undefined ? from : dayOf(last)
  const result = [from]
  for (let day = from; day !== to; ) result.push((day = (day + 1) % 7))
  return result
}

function dayOf(name: string): number {
  return days.findIndex((it) => it.startsWith(name.slice(0, 3).toLowerCase()))
}

function clock(hour: string, minute = '00', half?: string): string | undefined {
  const base = Number(hour)
  const hours = half?.toLowerCase() === 'pm' && base < 12 ? base + 12 : half?.toLowerCase() === 'am' && base === 12 ? 0 : base
  return hours > 23 || Number(minute) > 59 ? undefined : `${String(hours).padStart(2, '0')}:${minute}`
}
