import { Fault } from '@myna/kernel'
import { BrokenCircuitError, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'

const failuresInARow = 5
const restMs = 5_000
/** Breakers of versions that nobody asks any more are forgotten when there are this many. */
const mostBreakers = 5_000
/** Statuses by which whatever stands before an application says that it is not there. */
const absent = [502, 503, 504]
const failures: readonly string[] = ['apps.unreachable', 'apps.too_slow', 'apps.answer_wrong'] satisfies Fault['code'][]

/** Leaves versions of applications alone for a moment when they fail several times in a row, so that whoever asks learns it at once. */
export function createAppBreakers() {
  const breakers = new Map<string, CircuitBreakerPolicy>()

  function breakerOf(versionId: string): CircuitBreakerPolicy {
    let breaker = breakers.get(versionId)
    if (breaker) breakers.delete(versionId)
    else breaker = circuitBreaker(policy(), { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresInARow) })
    breakers.set(versionId, breaker)
    if (breakers.size > mostBreakers) breakers.delete(breakers.keys().next().value!)
    return breaker
  }

  return {
    /** Asks a version unless it is left alone. Throws `apps.resting` then. */
    async ask<T extends { status: number }>(versionId: string, work: () => Promise<T>): Promise<T> {
      try {
        return await breakerOf(versionId).execute(work)
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw new Fault('apps.resting', { versionId }, { cause: error })
        throw error
      }
    },
  }
}

const policy = () =>
  handleWhen((error) => error instanceof Fault && failures.includes(error.code)).orWhenResult((it) => absent.includes((it as { status: number }).status))
