import type { Caller } from '@myna/contracts/caller'
import type { Client, Contract, EventShape, Handlers, Schema } from '@myna/contracts'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { ServiceDb } from '#db/service-db.ts'
import type { JobSender } from '#jobs/job.ts'
import type { Clock } from '#clock.ts'
import type { Live } from '#live.ts'
import type { Log } from '#log.ts'
import type { Measure, Metrics } from '#metrics.ts'
import type { Door, Front } from '#seam/front.ts'
import type { MediaRoute } from '#seam/serve-media.ts'
import type { Tracer } from '#trace/tracer.ts'
import type { Vault } from '#vault.ts'

/** Contracts of the services a service calls, by name. */
export type Needs = Record<string, Contract>

/** The HTTP side of a call that came in by HTTP; absent when it came from a service in this process. */
export type HttpExchange = {
  headers: Readonly<Record<string, string | string[] | undefined>>
  ip: string
  /** Adds an answer header; `set-cookie` may be added more than once. */
  addHeader(name: string, value: string): void
}

/** An act for the audit log: `action` is verb-noun, `subject` is `<noun>:<id>`; `detail` never holds a secret. */
export type Act = { action: string; subject: string; detail?: Record<string, unknown> }

/** What a handler works with: who asks, the services it needs, its tables, its ports. */
export type Context<N extends Needs = Needs, Tables = any, Ports = any> = {
  caller: Caller
  /** The tenant of the caller; throws `request.forbidden` when there is none. */
  tenantId: string
  call: { [K in keyof N]: Client<N[K]> }
  db: ServiceDb<Tables>
  ports: Ports
  /** The same call on behalf of another: of whoever just proved who they are, or acts in a tenant that was just made. */
  as(caller: Caller): Context<N, Tables, Ports>
  /** Says an event; heard at least once if and only if the transaction commits. */
  tell<D extends Schema>(tx: Transaction<any>, event: EventShape<D>, data: z.input<D>): Promise<void>
  /** Notes an act for the audit log; kept if and only if the transaction commits. */
  note(tx: Transaction<any>, act: Act): Promise<void>
  jobs: JobSender
  live: Live
  vault: Vault
  log: Log
  /** Begins traces of what is no request; undefined when nothing is traced. */
  tracer?: Tracer | undefined
  /** Where it counts what it does. */
  metrics: Metrics
  clock: Clock
  /** Aborted when the caller goes away, the deadline passes or the process drains past its patience. */
  signal: AbortSignal
  idempotencyKey?: string
  lastEventId?: string
  http?: HttpExchange
}

/** Work done outside a call: kept in the database, tried again with backoff, dead-lettered in the end. */
export type JobDefinition<I extends Schema = Schema, Ctx = any> = {
  input: I
  /** Attempts after the first. */
  retries: number
  /** Before the first retry; doubles each time up to an hour. */
  backoffMs: number
  /** An attempt that takes longer is aborted and counts as failed. */
  timeoutMs: number
  /** How many of this job run at once in a process. */
  concurrency?: number
  /** Five-field cron in UTC; the job then runs with `{}` and no tenant. */
  schedule?: string
  run(input: z.output<I>, context: Ctx, job: JobRun): Promise<void>
  /** Called once after the last attempt failed. */
  onDead?(input: z.output<I>, context: Ctx, error: unknown): Promise<void>
}

/** One attempt at a job. */
export type JobRun = { id: string; attempt: number /** Aborted on cancel, time-out and drain. */; signal: AbortSignal; progress(it: unknown): Promise<void> }

/** What a service does on hearing an event; must bear hearing it twice. */
export type Reaction<D extends Schema = Schema, Ctx = any> = { event: EventShape<D>; run(data: z.output<D>, context: Ctx): Promise<void> }

/** The door of a service folder: all that the outside may know of it. */
export type Service<C extends Contract = Contract, N extends Needs = Needs, Tables = any, Ports = any> = {
  name: string
  contract: C
  needs: N
  operations: Handlers<C, Context<N, Tables, Ports>>
  /** Folder of `NNNN-name.sql` files. */
  migrations?: URL
  jobs?: Record<string, JobDefinition<any, Context<N, Tables, Ports>>>
  hears?: Record<string, Reaction<any, Context<N, Tables, Ports>>>
  /** Numbers it keeps that operators watch, by their name below `myna_`. */
  measures?: Record<string, Measure>
  /** Called once before the service is used; the function it gives back is called on drain. */
  start?(context: Context<N, Tables, Ports>): Promise<(() => Promise<void>) | void>
  /** Turns the credential of a request into a caller; at most one service of a process does so. */
  authenticate?(request: FastifyRequest, context: Context<N, Tables, Ports>, anonymous: Caller): Caller | Promise<Caller>
  /** Makes what sees every HTTP request of the process before anything else reads it; at most one service of a process does so. */
  front?(door: Door, contextFor: (caller: Caller) => Context<N, Tables, Ports>): Front
  /** Takes WebSocket upgrades that no operation here answers. */
  upgrade?(request: IncomingMessage, duplex: Duplex, head: Buffer, context: Context<N, Tables, Ports>): void
  /** Ends the sockets it took when the process is about to end. */
  drainUpgrades?(): void
  /** Sockets that are no operations: media of carriers. */
  media?: MediaRoute<Context<N, Tables, Ports>>
  /** Routes that are no operations: webhooks, static files. */
  routes?(app: FastifyInstance, contextFor: (caller: Caller) => Context<N, Tables, Ports>): void
}

/** Declares a service. */
export function defineService<C extends Contract, N extends Needs = {}, Tables = {}, Ports = {}>(
  it: Service<C, N, Tables, Ports>,
): Service<C, N, Tables, Ports> {
  return it
}

/** Declares a reaction to an event. */
export function reaction<D extends Schema, Ctx>(event: EventShape<D>, run: (data: z.output<D>, context: Ctx) => Promise<void>): Reaction<D, Ctx> {
  return { event, run }
}

/** Declares a job. */
export function job<I extends Schema, Ctx>(it: JobDefinition<I, Ctx>): JobDefinition<I, Ctx> {
  return it
}
