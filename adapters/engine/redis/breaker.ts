const failuresToRest = 3
const shortestRestMs = 1_000
const longestRestMs = 10_000

/** Leaves a server alone that did not answer several times in a row. */
export type Breaker = {
  /** Whether to ask now; whoever is told so asks, and tells what came of it. */
  mayAsk(): boolean
  answered(): void
  failed(): void
}

/** Rests for a second after three failures in a row; then one asks for all, and when it fails the next rest is twice as long, up to ten seconds. */
export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let state: 'well' | 'resting' | 'trying' = 'well'
  let failures = 0
  let restMs = 0
  let until = 0
  const rest = (ms: number) => {
    state = 'resting'
    restMs = ms
    until = now() + ms
  }
  return {
    mayAsk() {
      if (state === 'well') return true
      if (state === 'trying' || now() < until) return false
      state = 'trying'
      return true
    },
    answered() {
      state = 'well'
      failures = 0
    },
    failed() {
      if (state === 'trying') rest(Math.min(restMs * 2, longestRestMs))
      else if (state === 'well' && ++failures >= failuresToRest) rest(shortestRestMs)
    },
  }
}
