import { beatMs, comeBackMs } from '#domain/call-limits.ts'

/**
 * Milliseconds since a call began, when a connection takes it up. What was measured of it counts; the clock on the wall, which may have been set, says only how long nobody measured,
 * and no more than that can have been.
 */
export function elapsedMs(it: { startedAt: Date; now: Date; measuredMs: number | null }): number {
  const measuredMs = it.measuredMs ?? 0
  return Math.min(Math.max(measuredMs, it.now.getTime() - it.startedAt.getTime()), measuredMs + beatMs + comeBackMs)
}
