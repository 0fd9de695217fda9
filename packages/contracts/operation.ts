import type { z } from 'zod'
import type { FaultCode } from './faults.ts'

/** Any zod schema, by the narrow core type that keeps type checking fast. */
export type Schema = z.core.$ZodType

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an operation.
 * `public`: anyone. `member`: any signed-in subject of a tenant. `user`: any signed-in person, tenant or not.
 * `service`: only another service or the operator. `<resource>:<verb>`: a subject holding that scope.
 */
export type Access = 'public' | 'member' | 'user' | 'service' | `${string}:${string}`

/** That an operation goes away: `since` and `sunset` are dates such as `2026-11-01`, `see` is the operation that stands in its place. */
export type Deprecated = { since: string; sunset?: string; see?: string }

type Described<I extends Schema> = {
  /** Method and path below `/api/v1`, `{name}` for a path parameter; the first segment is the service. */
  http: `${Method} /${string}`
  summary: string
  access: Access
  input: I
  /** Codes this operation may answer besides those every operation may (`request.*`, `server.*`). */
  faults?: readonly FaultCode[]
  deprecated?: Deprecated
}

/**
 * How long the gateway may keep an answer. A write of the tenant to any service makes it forget at once; `maxAgeMs` bounds what it does not hear of, such as the
 * end of a job. 0: it asks each time, and saves the way back of what has not changed.
 */
export type Caching = {
  maxAgeMs: number
  /** How much longer the answer may be given while the service is away; it then says so. */
  staleIfErrorMs: number
  /** The answer is the same for everybody of a tenant who may ask; otherwise it is kept for one subject with its scopes. */
  sharedInTenant?: boolean
}

/** A question with one JSON answer. */
export type Operation<I extends Schema = Schema, O extends Schema = Schema> = Described<I> & {
  kind: 'answer'
  output: O /** For questions by GET. */
  cache?: Caching
}
/** A question answered by a row of JSON events: an async iterable in process, server-sent events over HTTP. */
export type Stream<I extends Schema = Schema, O extends Schema = Schema> = Described<I> & { kind: 'stream'; output: O }
/** A question answered by bytes, delivered in chunks as they come. */
export type Bytes<I extends Schema = Schema> = Described<I> & { kind: 'bytes'; contentType: string }
/** A body of raw bytes sent in, with a JSON answer; `input` describes path and query. */
export type Upload<I extends Schema = Schema, O extends Schema = Schema> = Described<I> & { kind: 'upload'; output: O; maxBytes: number }
/** A two-way conversation over a WebSocket: JSON messages checked both ways, and raw binary frames. */
export type Socket<I extends Schema = Schema, U extends Schema = Schema, D extends Schema = Schema> = Described<I> & {
  kind: 'socket'
  up: U
  down: D
}

export type AnyOperation = Operation | Stream | Bytes | Upload | Socket
/** Everything a service can be asked to do, by name. */
export type Contract = Record<string, AnyOperation>

/** Declares a question with one JSON answer. */
export function operation<I extends Schema, O extends Schema>(it: Omit<Operation<I, O>, 'kind'>): Operation<I, O> {
  return { ...it, kind: 'answer' }
}

/** Declares a question answered by a row of events, resumable by event id. */
export function stream<I extends Schema, O extends Schema>(it: Omit<Stream<I, O>, 'kind'>): Stream<I, O> {
  return { ...it, kind: 'stream' }
}

/** Declares a question answered by bytes. */
export function bytes<I extends Schema>(it: Omit<Bytes<I>, 'kind'>): Bytes<I> {
  return { ...it, kind: 'bytes' }
}

/** Declares an upload of raw bytes. */
export function upload<I extends Schema, O extends Schema>(it: Omit<Upload<I, O>, 'kind'>): Upload<I, O> {
  return { ...it, kind: 'upload' }
}

/** Declares a two-way conversation. */
export function socket<I extends Schema, U extends Schema, D extends Schema>(it: Omit<Socket<I, U, D>, 'kind'>): Socket<I, U, D> {
  return { ...it, kind: 'socket' }
}

/** One event of a stream: `id` is what a client sends back to resume after it; absent on events that cannot be resumed. */
export type StreamEvent<T> = { id?: string; data: T }

/** What a caller may add to one call. */
export type CallOptions = {
  signal?: AbortSignal
  /** Makes a repeated write answer as the first one did, for a day. */
  idempotencyKey?: string
  /** Resume a stream after this event. */
  lastEventId?: string
}

/** The caller's end of a socket. */
export type SocketClient<Up, Down> = {
  send(message: Up): void
  sendBytes(frame: Uint8Array): void
  /** Messages from the service in order; a `Uint8Array` is a binary frame. Ends when the socket closes. */
  messages: AsyncIterable<Down | Uint8Array>
  close(): void
}

/** What a caller holds of one operation: the same shape whether the service runs here or far away. */
export type Call<Op extends AnyOperation> =
  Op extends Operation<infer I, infer O>
    ? (input: z.input<I>, options?: CallOptions) => Promise<z.output<O>>
    : Op extends Stream<infer I, infer O>
      ? (input: z.input<I>, options?: CallOptions) => AsyncIterable<StreamEvent<z.output<O>>>
      : Op extends Bytes<infer I>
        ? (input: z.input<I>, options?: CallOptions) => AsyncIterable<Uint8Array>
        : Op extends Upload<infer I, infer O>
          ? (input: z.input<I>, body: AsyncIterable<Uint8Array>, options?: CallOptions) => Promise<z.output<O>>
          : Op extends Socket<infer I, infer U, infer D>
            ? (input: z.input<I>, options?: CallOptions) => Promise<SocketClient<z.input<U>, z.output<D>>>
            : never

/** A client of a whole contract. */
export type Client<C extends Contract> = { [K in keyof C]: Call<C[K]> }

/** The service's end of a socket. */
export type SocketServer<Up, Down> = {
  send(message: Down): void
  sendBytes(frame: Uint8Array): void
  /** Messages from the caller in order; a `Uint8Array` is a binary frame. Ends when the socket closes. */
  messages: AsyncIterable<Up | Uint8Array>
  /** Bytes waiting to leave: a sender of sound slows down or drops when this grows. */
  buffered(): number
  /** Closes with a code and a sentence. */
  close(code?: number, reason?: string): void
  signal: AbortSignal
}

/** What a service provides for one operation. */
export type Handler<Op extends AnyOperation, Context> =
  Op extends Operation<infer I, infer O>
    ? (input: z.output<I>, context: Context) => Promise<z.input<O>>
    : Op extends Stream<infer I, infer O>
      ? (input: z.output<I>, context: Context) => AsyncIterable<StreamEvent<z.input<O>>>
      : Op extends Bytes<infer I>
        ? (input: z.output<I>, context: Context) => AsyncIterable<Uint8Array> | Promise<BytesAnswer>
        : Op extends Upload<infer I, infer O>
          ? (input: z.output<I>, context: Context, body: AsyncIterable<Uint8Array>) => Promise<z.input<O>>
          : Op extends Socket<infer I, infer U, infer D>
            ? (input: z.output<I>, context: Context, socket: SocketServer<z.output<U>, z.input<D>>) => Promise<void>
            : never

/** Bytes with more to say about them than the contract knows. */
export type BytesAnswer = { contentType?: string; fileName?: string; length?: number; body: AsyncIterable<Uint8Array> }

/** What a service provides: one handler for each operation, no more and no fewer. */
export type Handlers<C extends Contract, Context> = { [K in keyof C]: Handler<C[K], Context> }
