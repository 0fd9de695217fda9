import type { UsageDay } from '#api/shapes.ts'
import { currentLanguage } from '#words/language.ts'

const dayMs = 86_400_000

/** What may be drawn of a day. */
export const measures = ['turns', 'tokens', 'cost'] as const
export type Measure = (typeof measures)[number]

/** How much of a measure one model did on one day. */
export function measureOf(day: UsageDay, measure: Measure): number {
  return measure === 'tokens' ? day.inputTokens + day.outputTokens : day[measure]
}

/** Sums over all days; `firstTokenMs` is the mean over the turns of models, `builtInShare` from 0 to 1, each null where nothing was asked. */
export function sumUsage(days: readonly UsageDay[]) {
  const sum = (of: (day: UsageDay) => number, among = days) => among.reduce((total, day) => total + of(day), 0)
  const timed = days.filter((it) => it.providerId !== null && it.firstTokenMs !== null && it.turns > 0)
  const turns = sum((it) => it.turns)
  const builtIn = sum(
    (it) => it.turns,
    days.filter((it) => it.providerId === null),
  )
  return {
    turns,
    failures: sum((it) => it.failures),
    tokens: sum((it) => it.inputTokens + it.outputTokens),
    cost: sum((it) => it.cost),
    firstTokenMs: timed.length > 0 ? sum((it) => it.firstTokenMs! * it.turns, timed) / sum((it) => it.turns, timed) : null,
    builtInShare: turns > 0 ? builtIn / turns : null,
  }
}

/** The last `count` days up to today in UTC, oldest first, as `2026-11-21`. */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, i) => new Date(now - (count - 1 - i) * dayMs).toISOString().slice(0, 10))
}

/** Who is drawn apart: the built-in engine (null) first, then at most `most` models, the busiest first; `others` holds the rest. */
export function seriesOf(days: readonly UsageDay[], measure: Measure, most: number): { series: (string | null)[]; others: Set<string> } {
  const totals = new Map<string | null, number>()
  for (const day of days) totals.set(day.providerId, (totals.get(day.providerId) ?? 0) + measureOf(day, measure))
  const models = [...totals].filter((it): it is [string, number] => it[0] !== null && it[1] > 0).toSorted((a, b) => b[1] - a[1])
  const shown = models.length > most ? models.slice(0, most - 1) : models
  return {
    series: [...((totals.get(null) ?? 0) > 0 ? [null] : []), ...shown.map(([id]) => id)],
    others: new Set(models.slice(shown.length).map(([id]) => id)),
  }
}

/** `2026-11-21` as 21 Nov. */
export function shownDay(day: string): string {
  const locale = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', bn: 'bn-IN-u-nu-latn' }[currentLanguage()] ?? 'en-IN'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
