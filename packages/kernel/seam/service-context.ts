import type { EventShape, Schema } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Clock } from '#clock.ts'
import type { ServiceDb } from '#db/service-db.ts'
import { guardWrites, writeGuardOf } from '#db/write-guard.ts'
import type { JobSender } from '#jobs/job.ts'
import type { Live } from '#live.ts'
import type { Log } from '#log.ts'
import type { Metrics } from '#metrics.ts'
import { Fault } from '#seam/fault.ts'
import type { Act, Context, HttpExchange } from '#seam/service.ts'
import type { Tracer } from '#trace/tracer.ts'
import type { Vault } from '#vault.ts'

/** What all calls of one service have in common. */
export type ServiceGround = {
  name: string
  db: ServiceDb<any>
  ports: unknown
  live: Live
  vault: Vault
  log: Log
  tracer: Tracer | undefined
  metrics: Metrics
  clock: Clock
  /** Clients of the services it needs, on behalf of this context. */
  clientsFor(context: ServiceContext): Record<string, unknown>
  senderFor(caller: Caller): JobSender
  tell(tx: Transaction<any>, event: EventShape, data: unknown, caller: Caller): Promise<void>
  note(tx: Transaction<any>, act: Act, caller: Caller): Promise<void>
}

/** Where a call comes from and how long anybody waits for it; `signal` may be made on first use. */
export type Origin = { caller: Caller; signal: AbortSignal | (() => AbortSignal); idempotencyKey?: string; lastEventId?: string; http?: HttpExchange }

/** The context of one call; parts that few handlers use are made on first use, for a call costs microseconds. */
export class ServiceContext implements Context {
  readonly caller: Caller
  declare readonly idempotencyKey?: string
  declare readonly lastEventId?: string
  declare readonly http?: HttpExchange
  readonly #ground: ServiceGround
  #call: Record<string, never> | undefined
  #log: Log | undefined
  #signal: Origin['signal']

  constructor(ground: ServiceGround, origin: Origin) {
    this.#ground = ground
    this.caller = origin.caller
    this.#signal = origin.signal
    if (origin.idempotencyKey !== undefined) this.idempotencyKey = origin.idempotencyKey
    if (origin.lastEventId !== undefined) this.lastEventId = origin.lastEventId
    if (origin.http !== undefined) this.http = origin.http
  }

  as(caller: Caller): ServiceContext {
    const guard = writeGuardOf(this.caller)
    if (guard) guardWrites(caller, guard)
    const { signal, idempotencyKey, lastEventId, http } = this
    return new ServiceContext(this.#ground, {
      caller,
      signal,
      ...(idempotencyKey ? { idempotencyKey } : {}),
      ...(lastEventId ? { lastEventId } : {}),
      ...(http ? { http } : {}),
    })
  }

  get signal(): AbortSignal {
    if (typeof this.#signal === 'function') this.#signal = this.#signal()
    return this.#signal
  }

  get tenantId(): string {
    if (this.caller.tenantId === null) throw new Fault('request.forbidden', { needs: 'a tenant', subject: this.caller.subject })
    return this.caller.tenantId
  }

  get call(): Record<string, never> {
    this.#call ??= this.#ground.clientsFor(this) as Record<string, never>
    return this.#call
  }

  get db() {
    return this.#ground.db
  }

  get ports() {
    return this.#ground.ports
  }

  get live() {
    return this.#ground.live
  }

  get vault() {
    return this.#ground.vault
  }

  get tracer() {
    return this.#ground.tracer
  }

  get metrics() {
    return this.#ground.metrics
  }

  get clock() {
    return this.#ground.clock
  }

  get log(): Log {
    this.#log ??= this.#ground.log.child({ service: this.#ground.name, traceId: this.caller.traceId, tenantId: this.caller.tenantId ?? undefined })
    return this.#log
  }

  get jobs(): JobSender {
    return this.#ground.senderFor(this.caller)
  }

  tell<D extends Schema>(tx: Transaction<any>, event: EventShape<D>, data: z.input<D>): Promise<void> {
    return this.#ground.tell(tx, event as unknown as EventShape, data, this.caller)
  }

  note(tx: Transaction<any>, act: Act): Promise<void> {
    return this.#ground.note(tx, act, this.caller)
  }
}
