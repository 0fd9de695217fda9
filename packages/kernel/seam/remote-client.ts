import type { Readable } from 'node:stream'
import type { AnyOperation, CallOptions, Client, Contract, StreamEvent } from '@myna/contracts'
import { ApiFault, openSocket, readEventStream, requestOf, type Route } from '@myna/sdk'
import { type Dispatcher, WebSocket as NodeWebSocket } from 'undici'
import { callerHeader, signCaller } from '#seam/caller-token.ts'
import { Fault } from '#seam/fault.ts'
import type { Asker } from '#seam/local-client.ts'
import { type Patience, patienceUntil } from '#seam/patience.ts'
import { BrokenAnswer, checkedAnswer, jsonIn } from '#seam/remote-answer.ts'
import { callSpan } from '#trace/trace-call.ts'
import { traceHeaders } from '#trace/tracer.ts'
import type { Lease, Outcome, Upstreams } from '#upstream/upstreams.ts'

/** A service in other processes. */
export type Remote = { name: string; contract: Contract; upstreams: Upstreams /** Signs callers. */; secret: Uint8Array }

type RemoteCall = (this: { asker: Asker }, input: Input, second?: unknown, third?: CallOptions) => unknown
type Input = Record<string, unknown>
type Asked = { asker: Asker; input: Input; options: CallOptions; body?: AsyncIterable<Uint8Array> }
/** What an instance answers, and the patience that goes on while the answer is read. */
type Answered<T> = { value: T; patience: Patience }

/** Attempts at one request, the first among them. */
const attempts = 3
/** A wait before the only instance there is is asked again. */
const pauseMs = 60
/** A deadline that comes this long after a request was sent counts against the instance. */
const slowMs = 1_000
/** Errors of a connection that was never there, so that nothing can have been sent. */
const unsent = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])

/**
 * Makes clients of a service in other processes. The caller travels as a signed token, and its deadline bounds the call. Questions by GET are asked again of
 * another instance, as far as the budget of retries goes; a write is sent again only with an idempotency key and when nothing was sent. Streams and sockets
 * that break are resumed by who reads them.
 */
export function remoteClients({ name, contract, upstreams, secret }: Remote): (asker: Asker) => Client<Contract> {
  // Made once; a client for one asker is a small object over them.
  const methods = Object.fromEntries(Object.entries(contract).map(([operationName, operation]) => [operationName, callOf(operationName, operation)]))

  function callOf(operationName: string, operation: AnyOperation): RemoteCall {
    const [method, path] = operation.http.split(' ') as [string, string]
    const route: Route = [method, path, operation.kind]
    const { kind } = operation

    /** Sends one request through a lease and gives what `read` makes of the answer. The lease is settled when that is there. */
    async function send<T>({ asker, input, options, body }: Asked, lease: Lease, read: (answer: Dispatcher.ResponseData) => Promise<T>): Promise<Answered<T>> {
      const { url: target, init } = requestOf(route, '/api/v1', input, body)
      const patience = patienceUntil([options.signal, asker.signal], asker.caller.deadline, method === 'GET' ? lease.away : undefined)
      const began = Date.now()
      let outcome: Outcome = 'left'
      try {
        const answer = await lease.pool.request({
          path: target,
          method: method as 'GET',
          headers: { ...(init.headers as Record<string, string>), ...headersOf(asker, options), [callerHeader]: tokenOf(asker, method, target) },
          body: (init.body as string | Readable | undefined) ?? null,
          signal: patience.signal,
        })
        const value = await read(answer)
        outcome = 'answered'
        return { value, patience }
      } catch (error) {
        const { reason } = patience.signal
        patience.end()
        if (error instanceof Fault) outcome = 'answered'
        else if (!patience.signal.aborted) outcome = 'failed'
        else if (reason instanceof Fault && (reason.code === 'server.unavailable' || (reason.code === 'request.deadline' && Date.now() - began >= slowMs)))
          outcome = 'failed'
        throw patience.signal.aborted ? reason : error
      } finally {
        lease.settle(outcome)
      }
    }

    /** Sends a request to one instance, and to others as far as that is sound. */
    async function ask<T>(asked: Asked, read: (answer: Dispatcher.ResponseData) => Promise<T>): Promise<Answered<T>> {
      const { deadline } = asked.asker.caller
      if (deadline !== undefined && deadline <= Date.now()) throw new Fault('request.deadline')
      const tried = new Set<string>()
      for (let attempt = 1; ; attempt++) {
        const lease = takeAnother(tried)
        if (tried.has(lease.address)) await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt))
        tried.add(lease.address)
        try {
          return await send(asked, lease, read)
        } catch (error) {
          const fault = faultOf(error, name, lease.address)
          if (attempt >= attempts || !mayRepeat(asked, error, fault) || !upstreams.mayRetry(name)) throw fault
        }
      }
    }

    function takeAnother(tried: ReadonlySet<string>): Lease {
      if (tried.size === 0) return upstreams.take(name)
      try {
        return upstreams.take(name, tried)
      } catch {
        return upstreams.take(name)
      }
    }

    function mayRepeat({ asker, options, body }: Asked, error: unknown, fault: Fault): boolean {
      if (asker.signal?.aborted || options.signal?.aborted || body !== undefined) return false
      if (method === 'GET') return fault.code === 'server.unavailable' || fault.code === 'server.draining'
      return options.idempotencyKey !== undefined && unsent.has(codeOf(error))
    }

    const tokenOf = (asker: Asker, verb: string, target: string) => signCaller(asker.caller, { service: name, method: verb, target }, secret, Date.now())

    const askJson = async (asked: Asked) => {
      const { value, patience } = await ask(asked, async (answer) => jsonIn(await checkedAnswer(answer, 'application/json')))
      patience.end()
      return value
    }

    async function* readBytes(asked: Asked): AsyncGenerator<Uint8Array> {
      const { value, patience } = await ask(asked, (answer) => checkedAnswer(answer, undefined))
      try {
        yield* value.body as AsyncIterable<Uint8Array>
      } catch (error) {
        throw brokenOff(error, patience)
      } finally {
        patience.end()
      }
    }

    async function* readStream(asked: Asked): AsyncGenerator<StreamEvent<unknown>> {
      const { value, patience } = await ask(asked, (answer) => checkedAnswer(answer, 'text/event-stream'))
      try {
        for await (const { id, event, data } of readEventStream(value.body as AsyncIterable<Uint8Array>)) {
          if (event === 'end') return
          if (event === 'fault') throw new ApiFault(JSON.parse(data))
          yield { ...(id === undefined ? {} : { id }), data: JSON.parse(data) }
        }
        throw new BrokenAnswer('the stream broke off')
      } catch (error) {
        throw brokenOff(error, patience)
      } finally {
        patience.end()
      }
    }

    async function converse({ asker, input, options }: Asked) {
      const lease = upstreams.take(name)
      const { url: target } = requestOf(route, '/api/v1', input)
      const patience = patienceUntil([options.signal, asker.signal], asker.caller.deadline, undefined)
      const connect = (address: URL, headers: Record<string, string> | undefined) =>
        new NodeWebSocket(address, { headers: headers ?? {}, dispatcher: lease.pool }) as unknown as WebSocket
      const headers = () => ({ ...headersOf(asker, options), [callerHeader]: tokenOf(asker, 'GET', target) })
      try {
        const socket = await openSocket(lease.address + target, { baseUrl: lease.address, headers, connect }, { ...options, signal: patience.signal })
        lease.settle('answered')
        return { ...socket, messages: withFaults(socket.messages, name, lease.address, patience) }
      } catch (error) {
        const isLeft = patience.signal.aborted
        patience.end()
        lease.settle(isLeft ? 'left' : 'failed')
        throw isLeft ? patience.signal.reason : faultOf(error, name, lease.address)
      }
    }

    const traced = (work: () => Promise<unknown>): Promise<unknown> => {
      const span = callSpan(name, operationName, 'client')
      return span ? span.around(work) : work()
    }

    const brokenOff = (error: unknown, { signal }: Patience) => (signal.aborted && !(error instanceof ApiFault) ? signal.reason : faultOf(error, name))

    if (kind === 'upload')
      return function (input, body, options = {}) {
        return traced(() => askJson({ asker: this.asker, input, options, body: body as AsyncIterable<Uint8Array> }))
      }
    if (kind === 'bytes' || kind === 'stream') {
      const read: (asked: Asked) => AsyncGenerator<unknown> = kind === 'bytes' ? readBytes : readStream
      return async function* (input, options) {
        const answers = () => read({ asker: this.asker, input, options: options ?? {} })
        const span = callSpan(name, operationName, 'client')
        yield* span ? span.through(span.run(answers)) : answers()
      }
    }
    const begin: (asked: Asked) => Promise<unknown> = kind === 'answer' ? askJson : converse
    return function (input, options) {
      return traced(() => begin({ asker: this.asker, input, options: options ?? {} }))
    }
  }

  return (asker) => Object.create(methods, { asker: { value: asker } }) as Client<Contract>
}

function headersOf({ caller }: Asker, { idempotencyKey, lastEventId }: CallOptions): Record<string, string> {
  return {
    ...traceHeaders(),
    ...(/^[\w.-]{8,64}$/.test(caller.traceId) ? { 'x-request-id': caller.traceId } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
  }
}

async function* withFaults(messages: AsyncIterable<unknown>, service: string, address: string, patience: Patience): AsyncGenerator<unknown> {
  try {
    yield* messages
  } catch (error) {
    throw faultOf(error, service, address)
  } finally {
    patience.end()
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? ''
}

/** A fault of the other process as if it had been thrown here; whatever else goes wrong, the service is unavailable. */
function faultOf(error: unknown, service: string, address?: string): Fault {
  if (error instanceof Fault) return error
  if (error instanceof ApiFault) return new Fault(error.code, { remote: true, service }, { cause: error, ...(error.fields ? { fields: error.fields } : {}) })
  return new Fault('server.unavailable', { service, address, why: (error as Error).message }, { cause: error })
}
