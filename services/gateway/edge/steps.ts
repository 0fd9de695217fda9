import type { IncomingHttpHeaders } from 'node:http'
import type { AnyOperation } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { Fault } from '@myna/kernel'

/** A request at the door before anybody knows who asks. It is the same whether its operation lives in this process or in another. */
export type Arriving = {
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  /** The path alone. */
  readonly path: string
  /** First segment below `/api/v1`, whether or not there is such a service. */
  readonly service: string
  /** Its name in the contract; undefined for routes that are no operations, such as a carrier's webhooks, and for addresses that nobody knows. */
  readonly operation: string | undefined
  readonly declared: AnyOperation | undefined
  /** Address of whoever asks; behind trusted proxies the one they tell. */
  readonly ip: string
  readonly traceId: string
  /** A WebSocket handshake. What steps say by `addHeader` is not sent to those. */
  readonly isUpgrade: boolean
  /** Milliseconds of `performance.now()`. */
  readonly beganAt: number
  /** Names in lower case. A step may set or delete some: the service sees what is here in the end. */
  readonly headers: IncomingHttpHeaders
  /** Adds a header to the answer, whoever makes it, a refusal included. */
  addHeader(name: string, value: string): void
  /** Changes a JSON body of at most 1 MiB on its way in. */
  mapInput?: (body: unknown) => unknown
  /** Changes a JSON answer on its way out, of well answered requests alone; such answers are not cached. */
  mapAnswer?: (body: unknown) => unknown
}

/** The same request once its caller is known; `anonymous` without a credential, or with one that is no good. */
export type Passing = Arriving & { readonly caller: Caller }

/** How a request came out. */
export type Outcome = {
  /** What was sent; 499 when whoever asked went away first, 101 for a WebSocket that was opened. */
  status: number
  /** From its first byte until its answer, or the stream that is its answer, was over. */
  ms: number
  /** Bytes of the body as sent; 0 where nobody counted. */
  bytes: number
  /** `hit` and `stale` were answered here without asking the service. */
  cache: 'hit' | 'stale' | 'joined' | undefined
}

type Verdict = Fault | undefined

/**
 * Something the gateway does with every request below `/api/v1`, in the order of a list. A step answers undefined and the request goes on, or a fault and it
 * is refused; a promise only where it must be waited for, since a request costs microseconds. A step that throws counts as `server.unexpected`.
 */
export type Step = {
  readonly name: string
  /** Before the credential is looked at. */
  arrive?(request: Arriving): Verdict | Promise<Verdict>
  /** Once the caller is known, before a cached answer or the service. */
  before?(request: Passing): Verdict | Promise<Verdict>
  /** When all is over, refused requests included if their caller was known. Takes no time that anybody waits for, and must not throw. */
  after?(request: Passing, outcome: Outcome): void
}
