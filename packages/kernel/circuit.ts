/** Failures of an engine in a row, weighed, and when the last one was (milliseconds since 1970). */
export type Circuit = { failures: number; failedAt: number | null }

/** From so many on an engine is left alone for a while. */
const enough = 3
/** Failures further apart than this are not in a row. */
const windowMs = 30_000
const firstRestMs = 10_000
const longestRestMs = 120_000

/** The circuit of an engine that works. */
export const closedCircuit: Circuit = { failures: 0, failedAt: null }

/** A circuit after one more failure of a weight from 1 to 3; a weight of 3 is enough by itself. */
export function afterFailure(circuit: Circuit, weight: number, now: number): Circuit {
  const apart = circuit.failures < enough && circuit.failedAt !== null && now - circuit.failedAt > windowMs
  return { failures: (apart ? 0 : circuit.failures) + weight, failedAt: now }
}

/** Until when an engine is left alone: each failed attempt after a rest makes the next twice as long. Null: it is not. */
export function restsUntil({ failures, failedAt }: Circuit): number | null {
  if (failures < enough || failedAt === null) return null
  return failedAt + Math.min(longestRestMs, firstRestMs * 2 ** Math.min(10, failures - enough))
}

/** Whether an engine is `closed` (in use), `resting`, or `half_open`: its rest is over and one attempt shows whether it works again. */
export function circuitStateOf(circuit: Circuit, now: number): 'closed' | 'resting' | 'half_open' {
  const until = restsUntil(circuit)
  if (until === null) return 'closed'
  // A clock that was set back must not make the rest longer.
  return now < until && now >= circuit.failedAt! ? 'resting' : 'half_open'
}
