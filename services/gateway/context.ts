import type { Handlers } from '@myna/contracts'
import type { EngineState, gateway as contract } from '@myna/contracts/gateway'
import { identity } from '@myna/contracts/identity'
import type { Context as KernelContext, WorkDesk } from '@myna/kernel'
import type { Counters } from '@myna/ports/counters'
import type { Ports as EdgePorts } from '#edge/ports.ts'
import type { Tables } from '#store/tables.ts'

/** What the gateway is given besides what its door needs. */
export type Ports = EdgePorts & {
  /** Counts requests over all processes; undefined where this is the only one. */
  counters?: Counters | undefined
  /** What all limits of a minute are multiplied by; 1 unless given, 0: no limits. */
  limitFactor?: number | undefined
  /** Uses every engine this process stands on, and says how each was. */
  lookAtEngines?: (() => Promise<EngineState[]>) | undefined
  /** Where work of all organisations is looked at that failed for good. */
  desk?: WorkDesk | undefined
  /** Where this process keeps its files. */
  dataFolder?: string | undefined
  /** The guarded way to applications; needed by a gateway that leads to them. */
  appFetch?: typeof fetch | undefined
}
/** Services this one calls. */
export const needs = { identity }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
