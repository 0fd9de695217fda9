/** Why a sign-in looks odd. */
export type Suspicion = 'new_device' | 'new_network' | 'failures_before' | 'long_absence'

/** What is known of a person's sign-ins before this one. */
export type Past = {
  /** Sign-ins that went well, ever. */
  signIns: number
  lastAt: Date | undefined
  knowsDevice: boolean
  knowsNetwork: boolean
  /** Refused attempts since the last one that went well. */
  failures: number
}

const sleepMs = 90 * 24 * 3_600_000
const manyFailures = 5

/**
 * Why a sign-in is to be told to its person; empty when it is not. A new device alone, or a new network alone, is everyday; both together are
 * not, nor is a success after many failures, nor one after three months. The first sign-in ever has nothing to be compared with.
 */
export function suspicionsOf(past: Past, now: Date): Suspicion[] {
  if (past.signIns === 0) return []
  const stranger = !past.knowsDevice && !past.knowsNetwork
  const guessed = past.failures >= manyFailures
  const slept = past.lastAt !== undefined && now.getTime() - past.lastAt.getTime() > sleepMs
  if (!stranger && !guessed && !slept) return []
  return [
    ...(past.knowsDevice ? [] : ['new_device' as const]),
    ...(past.knowsNetwork ? [] : ['new_network' as const]),
    ...(guessed ? ['failures_before' as const] : []),
    ...(slept ? ['long_absence' as const] : []),
  ]
}
