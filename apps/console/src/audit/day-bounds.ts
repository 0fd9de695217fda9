/** The first moment of a day such as 2026-11-21, where the reader is; undefined if it is no day. */
export function dayStart(day: string | undefined): string | undefined {
  return bound(day, 0)
}

/** The first moment of the day after. */
export function nextDayStart(day: string | undefined): string | undefined {
  return bound(day, 1)
}

function bound(day: string | undefined, later: number): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (!parts) return undefined
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + later)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
