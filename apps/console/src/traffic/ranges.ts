/** Spans of time one can look at. */
export const ranges = {
  live: { ms: 900_000 },
  hour: { ms: 3_600_000 },
  day: { ms: 86_400_000 },
  week: { ms: 604_800_000 },
  month: { ms: 2_592_000_000 },
} as const

export type RangeName = keyof typeof ranges
export const rangeNames = Object.keys(ranges) as RangeName[]

/** The range a word of the address names; a day unless it names one. */
export function rangeOf(word: string | undefined, otherwise: RangeName = 'day'): RangeName {
  return rangeNames.find((it) => it === word) ?? otherwise
}

/** From and to of a range that ends now. */
export function bounds(name: RangeName, now = Date.now()): { from: string; to: string } {
  return { from: new Date(now - ranges[name].ms).toISOString(), to: new Date(now).toISOString() }
}
