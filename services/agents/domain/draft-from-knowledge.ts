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

/** What the site calls itself: a labelled name, or the part its page titles share, or the first part of the first title. */
export function businessNameOf({ facts, pageTitles, url }: Knowledge): string | undefined {
  const named = facts.filter((it) => it.label && nameLabels.includes(it.label) && it.value).sort((a, b) => b.confidence - a.confidence)[0]
  if (named?.value) return clipped(named.value)
  const parts = pageTitles.map((title) => title.split(/\s+[|–—»·:-]\s+|\s*\|\s*/).map((it) => it.trim()).filter(Boolean))
  const counts = new Map<string, number>()
  for (const part of parts.flatMap((it) => [...new Set(it)])) counts.set(part, (counts.get(part) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1])[0]?.[0]
  if (shared) return clipped(shared)
  const host = lettersOf(new URL(url).hostname.replace(/^www\./, '').split('.')[0] ?? '')
  const likeHost = parts.flat().find((it) => host.length > 2 && (lettersOf(it).includes(host) || host.includes(lettersOf(it))) && lettersOf(it).length > 2)
  const first = likeHost ?? parts[0]?.find((it) => !/^(home|welcome|index)$/i.test(it))
  return first === undefined ? undefined : clipped(first)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function clipped(name: string): string {
  return name.replace(/^welcome to\s+/i, '').slice(0, 80).trim()
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const span = /(sun|mon|tues?|wed|thu|thur|thurs|fri|sat)[a-z]*(?:\s*(?:to|-|–|—)\s*(sun|mon|tues?|wed|thu|thur|thurs|fri|sat)[a-z]*)?\s*:?\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*(?:to|-|–|—)\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?/gi

/** Opening hours in the facts of a site, day by day; of several statements the surest one counts. */
export function hoursOf(facts: readonly Known[]): AgentConfig['hours'] {
  const stated = facts.filter((it) => it.label === 'opening_hours').sort((a, b) => b.confidence - a.confidence)
  for (const { text, value } of stated) {
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
