const hourMs = 3_600_000

/**
 * How long to wait after the nth failure, in ms: doubles from `baseMs` up to an hour, give or take a fifth, so that what failed at one
 * moment does not come back at one moment.
 */
export function backoffMs(failures: number, baseMs: number, random: () => number = Math.random): number {
  const whole = Math.min(hourMs, baseMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(whole * (0.8 + random() * 0.4))
}
