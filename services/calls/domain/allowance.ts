/**
 * Whether something may happen once more: up to `burst` times at once and `perSecond` times a second in the long run (a token bucket).
 * Moments are milliseconds of any steady clock.
 */
export function createAllowance(burst: number, perSecond: number) {
  let left = burst
  let lastMs: number | undefined
  return {
    take(nowMs: number): boolean {
      left = Math.min(burst, left + ((nowMs - (lastMs ?? nowMs)) * perSecond) / 1000)
      lastMs = nowMs
      if (left < 1) return false
      left--
      return true
    },
  }
}
