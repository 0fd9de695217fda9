import type { FastifyReply, FastifyRequest } from 'fastify'
import { callerHeader } from '#seam/caller-token.ts'
import type { Span } from '#trace/span.ts'
import { readTraceparent } from '#trace/traceparent.ts'
import type { Tracer } from '#trace/tracer.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/**
 * The same handler with a span around each request. A trace that begins outside goes on under its id, but whether it is kept is for this installation to say;
 * another of its processes is believed. The handler itself where nothing is traced.
 */
export function tracedHandler(tracer: Tracer | undefined, service: string, method: string, handler: Handler): Handler {
  if (!tracer) return handler
  const name = `${service}.${method}`
  return (request, reply) => {
    const span = beginRequest(tracer, name, request)
    if (!span) return handler(request, reply)
    span.set('rpc.service', service)
    span.set('rpc.method', method)
    return span.around(() => ended(span, reply, handler(request, reply)))
  }
}

/** The span of a request, or of a socket that opens; undefined when its trace is not kept. */
export function beginRequest(tracer: Tracer, name: string, request: Pick<FastifyRequest, 'headers' | 'id' | 'method'>): Span | undefined {
  const { headers, method } = request
  const id = String(request.id)
  const parent = readTraceparent(headers.traceparent)
  const trusted = headers[callerHeader] !== undefined
  // Another process that sends no parent has decided not to keep this trace.
  if (trusted && !parent) return undefined
  return tracer.begin(name, {
    kind: 'server',
    id,
    parent,
    trusted,
    attributes: { 'myna.request.id': id, 'http.request.method': method },
  })
}

async function ended(span: Span, reply: FastifyReply, answer: Promise<unknown>): Promise<unknown> {
  try {
    const given = await answer
    span.set('http.response.status_code', reply.statusCode)
    return given
  } catch (error) {
    span.set('http.response.status_code', (error as { status?: number }).status ?? 500)
    throw error
  }
}
