import { afterFailure, type Circuit, circuitStateOf, closedCircuit } from '@myna/kernel'
import type { Trouble } from '#dispatch/trouble.ts'
import type { ProviderRow } from '#store/present.ts'

/** Health of a provider as it is to be stored; kept only while address, key and model are still those it was seen with. */
export type HealthChange = { seenWith: ProviderRow; failures: number; failedAt: number | null; lastError: string | null }

type Known = { change: HealthChange; savedAt: number | null }

/** Rows that were read before a change was saved may still be in use for so long. */
const staleMs = 2_000
/** A probe that never said how it went is forgotten. */
const probeMs = 30_000

/**
 * How models of this process fare, ahead of what is stored: what is stored is the truth that processes share, what is not yet stored, or
 * was a moment ago, counts before it. Times are milliseconds since 1970.
 */
export function createCircuits() {
  const known = new Map<string, Known>()
  const probes = new Map<string, number>()
  const circuitOf = (row: ProviderRow, now: number): Circuit => {
    const own = known.get(row.id)
    if (own && (own.savedAt === null || now - own.savedAt < staleMs)) return own.change
    return { failures: row.failures, failedAt: row.failed_at?.getTime() ?? null }
  }
  const isProbing = (id: string, now: number) => now - (probes.get(id) ?? -Infinity) < probeMs
  return {
    /** Whether a model may be asked now; `half_open` only for one at a time, and who asks then says `begin`. */
    stateOf(row: ProviderRow, now: number): 'closed' | 'half_open' | 'resting' {
      const state = circuitStateOf(circuitOf(row, now), now)
      return state === 'half_open' && isProbing(row.id, now) ? 'resting' : state
    },
    beginProbe: (row: ProviderRow, now: number) => void probes.set(row.id, now),
    endProbe: (row: ProviderRow) => void probes.delete(row.id),
    worked(row: ProviderRow, now: number): void {
      const { failures } = circuitOf(row, now)
      if (failures === 0 && row.health === 'well') return
      if (known.get(row.id)?.change.failures === 0) return
      known.set(row.id, { change: { seenWith: row, ...closedCircuit, lastError: null }, savedAt: null })
    },
    failed(row: ProviderRow, { weight, sentence }: Trouble, now: number): void {
      if (weight === 0) return
      known.set(row.id, { change: { seenWith: row, ...afterFailure(circuitOf(row, now), weight, now), lastError: sentence }, savedAt: null })
    },
    /** Forgets a provider whose address, key or model changed. */
    forget(id: string): void {
      known.delete(id)
      probes.delete(id)
    },
    hasUnsaved: (): boolean => known.size > 0 && [...known.values()].some((it) => it.savedAt === null),
    unsaved: (): HealthChange[] => [...known.values()].flatMap((it) => (it.savedAt === null ? [it.change] : [])),
    saved(changes: readonly HealthChange[], now: number): void {
      for (const change of changes) {
        const own = known.get(change.seenWith.id)
        if (own?.change === change) own.savedAt = now
      }
      for (const [id, { savedAt }] of known) if (savedAt !== null && now - savedAt > 10 * staleMs) known.delete(id)
    },
  }
}
