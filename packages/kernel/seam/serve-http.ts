import { Readable } from 'node:stream'
import type { AnyOperation } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askAnswer, askBytes, askStream, askUpload, type Hosted } from '#seam/dispatch.ts'
import { Fault } from '#seam/fault.ts'
import type { NoteTime } from '#request-times.ts'
import type { Idempotency } from '#seam/idempotency.ts'
import { sendEvents } from '#seam/serve-events.ts'
import type { Origin, ServiceContext } from '#seam/service-context.ts'
import { tracedHandler } from '#trace/trace-request.ts'
import type { Tracer } from '#trace/tracer.ts'

/** Who is behind a request; throws a fault when a credential is there but wrong. */
export type Authenticate = (request: FastifyRequest, service: string) => Caller | Promise<Caller>

/** What happens around every request, whatever it asks. */
export type Around = {
  begin(request: FastifyRequest, reply: FastifyReply): void
  end(): void
  /** Who notes how long requests to an operation take. */
  noteTime(service: string, operation: string): NoteTime
  tracer: Tracer | undefined
}

export type Served = {
  around: Around
  hosted: Hosted
  contextFor(origin: Origin): ServiceContext
  authenticate: Authenticate
  idempotency: Idempotency
}

/** Largest JSON body; what is larger is an upload. */
const jsonBytes = 1_048_576

/** Puts every operation of a service but its sockets on an HTTP server, below `/api/v1`. */
export function serveHttp(app: FastifyInstance, served: Served): void {
  for (const [name, operation] of Object.entries(served.hosted.service.contract)) {
    if (operation.kind === 'socket') continue
    const [method, path] = operation.http.split(' ') as ['GET', string]
    app.route({
      method,
      url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
      bodyLimit: operation.kind === 'upload' ? operation.maxBytes : jsonBytes,
      config: { service: served.hosted.service.name, operation: name },
      handler: tracedHandler(
        served.around.tracer,
        served.hosted.service.name,
        name,
        surrounded(served, name, handlerOf(served, name, operation, method !== 'GET')),
      ),
    })
  }
}

type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A handler with what happens around it. The time is until the answer, or the stream that is the answer, is there. */
function surrounded({ around, hosted }: Served, name: string, handler: RouteHandler): RouteHandler {
  const noteTime = around.noteTime(hosted.service.name, name)
  return async (request, reply) => {
    const began = performance.now()
    around.begin(request, reply)
    let status = 500
    try {
      const answer = await handler(request, reply)
      status = reply.statusCode
      return answer
    } catch (error) {
      if (error instanceof Fault) status = error.status
      throw error
    } finally {
      around.end()
      noteTime(status, (performance.now() - began) / 1000)
    }
  }
}

function handlerOf(served: Served, name: string, operation: AnyOperation, writes: boolean): RouteHandler {
  const { hosted, contextFor, idempotency } = served
  const service = hosted.service.name
  const open = (request: FastifyRequest, reply: FastifyReply) => {
    const caller = served.authenticate(request, service)
    // Only what must be waited for is waited for.
    return caller instanceof Promise ? caller.then((it) => contextFor(originOf(it, request, reply))) : contextFor(originOf(caller, request, reply))
  }
  if (operation.kind === 'stream')
    return async (request, reply) => {
      const context = await open(request, reply)
      return sendEvents(reply, askStream(hosted, name, inputOf(request), context), context.signal, context.log)
    }
  if (operation.kind === 'bytes')
    return async (request, reply) => {
      const context = await open(request, reply)
      const answer = await askBytes(hosted, name, inputOf(request), context)
      const body = await started(answer.body)
      reply.header('content-type', answer.contentType ?? operation.contentType)
      if (answer.length !== undefined) reply.header('content-length', answer.length)
      if (answer.fileName) reply.header('content-disposition', `attachment; filename="${answer.fileName.replace(/[^\w.-]/g, '_')}"`)
      return reply.send(Readable.from(body, { objectMode: false }))
    }
  if (operation.kind === 'upload')
    return async (request, reply) => {
      const context = await open(request, reply)
      const input = { ...(request.query as object), ...(request.params as object) }
      return askUpload(hosted, name, input, request.body as AsyncIterable<Uint8Array>, context)
    }
  return async (request, reply) => {
    const opened = open(request, reply)
    const context = opened instanceof Promise ? await opened : opened
    const input = inputOf(request)
    if (writes && context.idempotencyKey !== undefined && context.caller.tenantId !== null)
      return idempotency.once(context.caller, context.idempotencyKey, `${service}.${name}`, input, () => askAnswer(hosted, name, input, context))
    return askAnswer(hosted, name, input, context)
  }
}

/** Body, then query, then path: a path parameter cannot be overridden. */
function inputOf(request: FastifyRequest): Record<string, unknown> {
  const { body } = request
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body)))
    throw new Fault('request.invalid', { why: 'the body is not a JSON object' })
  if (request.url.includes('%00')) throw new Fault('request.invalid', { why: 'NUL in the address' })
  return { ...(body as object | undefined), ...(request.query as object), ...(request.params as object) }
}

function originOf(caller: Caller, request: FastifyRequest, reply: FastifyReply): Origin {
  const origin: Origin = {
    caller,
    signal: () => goneSignal(reply),
    http: {
      headers: request.headers,
      ip: request.ip,
      addHeader: (name, value) => void reply.header(name, value),
    },
  }
  const { 'idempotency-key': key, 'last-event-id': lastEventId } = request.headers
  if (typeof key === 'string' && key.length > 0) {
    if (key.length > 200) throw new Fault('request.invalid', {}, { fields: [{ field: 'Idempotency-Key', problem: 'At most 200 characters.' }] })
    origin.idempotencyKey = key
  }
  if (typeof lastEventId === 'string') origin.lastEventId = lastEventId
  return origin
}

/** Aborted when the caller goes away before the whole answer was sent. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  const end = () => {
    if (!raw.writableFinished) controller.abort(new Fault('request.cancelled'))
  }
  if (raw.closed) end()
  else raw.once('close', end)
  return controller.signal
}

/** The same bytes once the first of them are there, so that a fault before them still has an answer of its own. */
async function started(body: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = body[Symbol.asyncIterator]()
  const first = await chunks.next()
  return (async function* () {
    try {
      if (!first.done) yield first.value
      for (let next = first; !next.done; ) {
        next = await chunks.next()
        if (!next.done) yield next.value
      }
    } finally {
      await chunks.return?.()
    }
  })()
}
