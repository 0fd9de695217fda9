/** How many failures are free, and how long each one more makes the next attempt wait. */
export type LockPolicy = { free: number; firstDelayMs: number; longestDelayMs: number /** Failures older than this are forgotten. */; forgetMs: number }

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** By account: five guesses, then 30 s doubling to 15 minutes. An attacker gets about 100 guesses a day. */
export const accountPolicy: LockPolicy = { free: 4, firstDelayMs: 30 * second, longestDelayMs: 15 * minute, forgetMs: 24 * hour }
/** By address: roomier, for offices share one. */
export const addressPolicy: LockPolicy = { free: 29, firstDelayMs: 30 * second, longestDelayMs: 15 * minute, forgetMs: hour }
/** By recipient: how often a mail may be asked for. */
export const mailPolicy: LockPolicy = { free: 2, firstDelayMs: 5 * minute, longestDelayMs: hour, forgetMs: 3 * hour }

/** By address: how often what anybody may ask is asked, such as how somebody may sign in. */
export const askPolicy: LockPolicy = { free: 119, firstDelayMs: minute, longestDelayMs: 15 * minute, forgetMs: 10 * minute }

/** What is remembered of failed attempts under one key. */
export type Attempts = { failures: number; lastAt: Date }

/** How long after its last failure a key stays locked, in ms. */
export function delayMs(policy: LockPolicy, failures: number): number {
  if (failures <= policy.free) return 0
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** Math.min(failures - policy.free - 1, 30))
}

/** How long the next attempt still has to wait, in ms; 0 when it may go ahead. */
export function waitMs(policy: LockPolicy, attempts: Attempts | undefined, now: Date): number {
  if (!attempts || isForgotten(policy, attempts, now)) return 0
  const delay = delayMs(policy, attempts.failures)
  // One that came at the same moment may have been counted a little later than now.
  return delay === 0 ? 0 : Math.max(0, attempts.lastAt.getTime() + delay - now.getTime())
}

/** The attempts with one more at `now`. */
export function withFailure(policy: LockPolicy, attempts: Attempts | undefined, now: Date): Attempts {
  const before = attempts && !isForgotten(policy, attempts, now) ? attempts.failures : 0
  return { failures: before + 1, lastAt: now }
}

function isForgotten(policy: LockPolicy, attempts: Attempts, now: Date): boolean {
  return now.getTime() - attempts.lastAt.getTime() > policy.forgetMs
}

/** The part of an address that one household or attacker holds: an IPv6 /64, or an IPv4 address (also when written as IPv6). */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.split('%')[0]!.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = !tail ? [] : tail.split(':')
  const groups = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((it) => it.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
