import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Caller } from '@myna/contracts/caller'
import fastify, { type FastifyInstance } from 'fastify'
import type { House } from '#house.ts'
import type { Log } from '#log.ts'
import { createMetrics } from '#metrics.ts'
import { callerHeader, verifyCaller } from '#seam/caller-token.ts'
import type { Hosted } from '#seam/dispatch.ts'
import { Fault, problemOf } from '#seam/fault.ts'
import { type Around, type Authenticate, serveHttp } from '#seam/serve-http.ts'
import { isStorable } from '#seam/storable-text.ts'
import { createMediaHost } from '#seam/serve-media.ts'
import { createSocketHost } from '#seam/serve-socket.ts'

export type ServeOptions = {
  house: House
  log: Log
  secret: Uint8Array
  /** Version of the software, for `/services`. */
  version: string
  /** Answers whether the process can do its work; a sentence when it cannot. */
  ready(): Promise<string | undefined>
  /** Number of proxies in front whose `X-Forwarded-For` is believed. */
  trustedProxies?: number
}

/** An HTTP server over a house: its operations, sockets, raw routes, and `/health`, `/ready`, `/services`, `/metrics`. */
export async function serve(options: ServeOptions): Promise<{
  app: FastifyInstance /** Says that it is not ready any more, sends sockets away, and resolves when their conversations are over. */
  drain(): Promise<void>
}> {
  const { house, log, secret, trustedProxies = 0 } = options
  const metrics = createMetrics()
  const traceIdOf = createTraceIds()
  let draining = false
  let inFlight = 0
  const app = fastify({
    // We log by ourselves: with a logger of its own Fastify listens to every answer's end, which costs more than all the rest of the seam.
    genReqId: traceIdOf,
    trustProxy: trustedProxies > 0 && ((_address: string, hop: number) => hop < trustedProxies),
    requestTimeout: 0,
    routerOptions: { maxParamLength: 400 },
  })
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isStorable(String(body))) return parseJson(request, String(body), done)
    done(new Fault('request.invalid', {}, { fields: [{ field: '', problem: 'The text holds a character that cannot be kept (NUL or half a letter).' }] }))
  })
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(asFault(error), String(request.id))
    const level = problem.status >= 500 ? 'error' : 'info'
    log[level]({ err: error, detail: (error as Fault).detail, traceId: request.id, url: request.url.split('?')[0] }, problem.code)
    metrics.faults.inc({ code: problem.code })
    if (!request.raw.complete) {
      // The rest of the body is not wanted: let it pass by and end the connection, or the next request on it would wait for ever.
      request.raw.resume()
      reply.header('connection', 'close')
    }
    return reply.status(problem.status).header('x-request-id', request.id).header('content-type', 'application/problem+json').send(JSON.stringify(problem))
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .header('x-request-id', request.id)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problemOf(new Fault('request.not_found'), String(request.id)))),
  )
  // Around every operation: what a hook would do costs a request more than the rest of the seam.
  const around: Around = {
    begin(request, reply) {
      reply.header('x-request-id', request.id)
      if (draining) reply.header('connection', 'close')
      inFlight++
    },
    end: () => inFlight--,
    noteTime: (service, operation) => metrics.requestTimes.of(service, operation),
  }

  const authenticate = authenticator(house, secret)
  const sockets = createSocketHost(log)
  const media = createMediaHost(log)
  const socketRoutes = new Map<string, { hosted: Hosted; name: string }>()
  for (const hosted of house.hosted.values()) {
    const { service } = hosted
    serveHttp(app, { hosted, authenticate, around, idempotency: house.idempotency, contextFor: (origin) => house.contextFor(service.name, origin) })
    for (const [name, operation] of Object.entries(service.contract))
      if ((operation as { kind: string }).kind === 'socket') socketRoutes.set(`/api/v1${(operation as { http: string }).http.split(' ')[1]}`, { hosted, name })
    service.routes?.(app, (caller: Caller) => house.contextFor(service.name, { caller, signal: new AbortController().signal }))
  }
  app.server.on('upgrade', (request, duplex, head) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = socketRoutes.get(url.pathname)
    const traceId = traceIdOf(request)
    const mediaRoute = route ? undefined : mediaRouteOf(house, url.pathname)
    if (mediaRoute) {
      if (draining) return refuseUpgrade(duplex, '503 Service Unavailable')
      const { service, rest } = mediaRoute
      const nobody: Caller = { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId }
      const context = house.contextFor(service.name, { caller: nobody, signal: new AbortController().signal })
      return media.accept(request, duplex, head, (near) => service.media!.open(rest, near, context))
    }
    if (!route) return forwardUpgrade(house, request, duplex, head, traceId)
    const { service } = route.hosted
    sockets.accept(request, duplex, head, {
      ...route,
      raw: queryOf(url.searchParams),
      traceId,
      contextFor: async (signal) => {
        if (draining) throw new Fault('server.draining')
        const asRequest = {
          headers: request.headers,
          raw: request,
          ip: request.socket.remoteAddress ?? '',
          id: traceId,
          method: 'GET',
          url: request.url,
          isUpgrade: true,
        }
        return house.contextFor(service.name, { caller: await authenticate(asRequest as never, service.name), signal })
      },
    })
  })

  app.get('/health', () => ({ status: 'well' }))
  app.get('/ready', async (_request, reply) => {
    const trouble = draining ? 'draining' : await options.ready()
    return trouble ? reply.status(503).send({ status: 'not ready', sentence: trouble }) : { status: 'ready' }
  })
  app.get('/services', () => ({
    version: options.version,
    services: [...house.hosted.keys()].map((name) => ({ name, operations: Object.keys(house.hosted.get(name)!.service.contract).length })),
  }))
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send((await metrics.registry.metrics()) + metrics.requestTimes.text()),
  )
  metrics.gauge('requests_in_flight', 'API requests being answered.', () => inFlight)
  for (const name of ['jobs_waiting', 'jobs_dead', 'events_waiting', 'events_dead'])
    metrics.gauge(name, `Counted in the database: ${name.replace('_', ' ')}.`, async () => (await house.counts())[name] ?? 0)

  return {
    app,
    drain() {
      draining = true
      media.drain()
      return sockets.drain()
    },
  }
}

/** Another process's signed word is believed; otherwise the service that authenticates, if it lives here, decides. */
function authenticator(house: House, secret: Uint8Array): Authenticate {
  const edge = [...house.hosted.values()].find((it) => it.service.authenticate)?.service
  return (request, service) => {
    const token = request.headers[callerHeader]
    if (typeof token === 'string') return verifyCaller(token, service, secret, Date.now())
    const traceId = String(request.id)
    const anonymous: Caller = { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId, ip: request.ip }
    if (!edge) return anonymous
    return edge.authenticate!(
      request,
      house.contextFor(edge.name, { caller: { ...anonymous, subject: `service:${edge.name}` }, signal: new AbortController().signal }),
      anonymous,
    )
  }
}

function forwardUpgrade(house: House, request: IncomingMessage, duplex: Duplex, head: Buffer, traceId: string): void {
  const edge = [...house.hosted.values()].find((it) => it.service.upgrade)?.service
  if (edge)
    return edge.upgrade!(
      request,
      duplex,
      head,
      house.contextFor(edge.name, {
        caller: { tenantId: null, subject: `service:${edge.name}`, roles: [], scopes: [], traceId },
        signal: new AbortController().signal,
      }),
    )
  refuseUpgrade(duplex, '404 Not Found')
}

function refuseUpgrade(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
}

/** The service that takes sockets at an address, and what follows the path it takes them at. */
function mediaRouteOf(house: House, path: string) {
  for (const { service } of house.hosted.values()) {
    const prefix = service.media && `/api/v1${service.media.path}/`
    if (prefix && path.startsWith(prefix)) return { service, rest: path.slice(prefix.length) }
  }
  return undefined
}

/** A query as an object; a name that stands more than once has all its values. */
function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : query.get(name)!]))
}

type HasHeaders = { headers: IncomingMessage['headers'] }

/** Gives each request its id: the caller's own when it is a plain one, else a new one, random for this process and then counted. */
function createTraceIds(): (request: HasHeaders) => string {
  const processTag = randomBytes(8).toString('hex')
  let requests = 0
  return ({ headers: { 'x-request-id': given } }) =>
    typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : `${processTag}-${(++requests).toString(36)}`
}

/** What Fastify itself refuses, in our own words. */
function asFault(error: unknown): unknown {
  if (error instanceof Fault) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new Fault('request.too_large', {}, { cause: error })
  if (statusCode === 415 || (statusCode === 400 && code?.startsWith('FST_ERR_CTP')))
    return new Fault('request.invalid', {}, { cause: error, fields: [{ field: '', problem: 'The body is not valid JSON.' }] })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Fault('request.invalid', {}, { cause: error })
  return error
}
