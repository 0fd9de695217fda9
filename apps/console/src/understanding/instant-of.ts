/** A local time of a zone, such as `2026-11-21T15:00`, as an instant in UTC; undefined for what is no time. In the hour a clock leaps over, near it. */
export function instantOf(local: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsetMs = (at: number) => {
    const parts = new Map(format.formatToParts(at).map((it) => [it.type, Number(it.value)]))
    const [year, month, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((it) => parts.get(it) ?? 0)
    return Date.UTC(year!, month! - 1, ...rest) - at
  }
  const near = asUtc - offsetMs(asUtc)
  // The offset may change between the two: the second look is at the hour meant.
  return new Date(asUtc - offsetMs(near)).toISOString()
}
