import { afterFailure, type Circuit, circuitStateOf, closedCircuit } from '@myna/kernel'

/** A probe that never said how it went is forgotten. */
const probeMs = 30_000
/** Engines whose failures are remembered; the ones that failed longest ago are forgotten first. */
const mostKnown = 5_000

/** How engines of this process fare, by key. Times are milliseconds since 1970. */
export function createCircuits() {
  const known = new Map<string, Circuit>()
  const probes = new Map<string, number>()
  const isProbing = (key: string, now: number) => Math.abs(now - (probes.get(key) ?? -Infinity)) < probeMs
  return {
    /** Whether an engine should be asked now; `half_open` only for one at a time, and who asks then says `beginProbe`. */
    stateOf(key: string, now: number): 'closed' | 'half_open' | 'resting' {
      const state = circuitStateOf(known.get(key) ?? closedCircuit, now)
      return state === 'half_open' && isProbing(key, now) ? 'resting' : state
    },
    beginProbe: (key: string, now: number) => void probes.set(key, now),
    endProbe: (key: string) => void probes.delete(key),
    worked(key: string): void {
      known.delete(key)
    },
    failed(key: string, weight: 0 | 1 | 2 | 3, now: number): void {
      if (weight === 0) return
      const circuit = afterFailure(known.get(key) ?? closedCircuit, weight, now)
      known.delete(key)
      known.set(key, circuit)
      if (known.size > mostKnown) known.delete(known.keys().next().value!)
    },
  }
}
