import type { Pool } from 'undici'
import type { Wire } from '#upstream/wire/wire.ts'

/** How an instance does: `well` answers, `resting` has failed and is left alone for a moment, `away` does not answer its health questions. */
export type InstanceState = 'well' | 'resting' | 'away'

/** One process that runs a service, as this process sees it. */
export type Instance = {
  /** `http://host:port` or `https://host:port`. */
  address: string
  state: InstanceState
  /** Requests of this process on their way to it. */
  inFlight: number
  /** How long its answers take, the latest weighing most; undefined before the first. */
  latencyMs: number | undefined
  /** Requests since the start of this process, and those of them that failed by its fault. */
  requests: number
  failures: number
  /** When it last answered a health question, in ms since 1970; undefined: never. */
  seenAt: number | undefined
}

/**
 * How a request to an instance ended. `answered`: with an answer, be it a fault. `failed` counts against it: no connection, no answer in time, an answer that is
 * none. `left`: the caller went away, and nothing is learnt.
 */
export type Outcome = 'answered' | 'failed' | 'left'

/** The right to send one request to an instance; to be settled exactly once, later settlements count for nothing. */
export type Lease = {
  readonly address: string
  /** For requests that are made here. */
  readonly pool: Pool
  /** For requests that are passed on as they are. */
  readonly wire: Wire
  /** Aborted when the instance is found to be away: an answer may not come any more. */
  readonly away: AbortSignal
  settle(outcome: Outcome): void
}

/** Where the services of other processes are, and how they do. One for a process: its gateway and its clients share what they learn. */
export type Upstreams = {
  /** Whether addresses of the service are configured, well or not. */
  knows(service: string): boolean
  /** The least loaded instance that is well and not among `without`. Throws `server.unavailable` when there is none. */
  take(service: string, without?: ReadonlySet<string>): Lease
  /** Whether a safe request to the service may be tried again now; each yes is paid from a budget that grows with requests that were answered. */
  mayRetry(service: string): boolean
  list(): { service: string; instances: Instance[] }[]
  /** All of this as measures, in the Prometheus text format. */
  text(): string
  /** Ends health questions and connections. */
  close(): Promise<void>
}
