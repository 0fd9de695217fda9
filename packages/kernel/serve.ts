import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Caller } from '@myna/contracts/caller'
import fastify, { type FastifyInstance } from 'fastify'
import type { House } from '#house.ts'
import type { Log } from '#log.ts'
import { mayReadMetrics } from '#metrics-access.ts'
import { type CallerGate, callerHeader, createCallerGate } from '#seam/caller-token.ts'
import type { Hosted } from '#seam/dispatch.ts'
import { Fault, problemOf } from '#seam/fault.ts'
import { type AnyRequest, type Front, ipOf, keepTraceIds } from '#seam/front.ts'
import { createListener, defaultListenerLimits, type ListenerLimits, refuseRaw, refuseUnread } from '#seam/listener.ts'
import { type Around, type Authenticate, serveHttp } from '#seam/serve-http.ts'
import { addressTrouble } from '#seam/request-target.ts'
import { createRouteTable } from '#seam/route-table.ts'
import { isStorable } from '#seam/storable-text.ts'
import type { Certificates } from '#upstream/certificates.ts'
import { certificateTrouble, openSecureDoor } from '#upstream/secure-door.ts'
import { createMediaHost } from '#seam/serve-media.ts'
import { createSocketHost } from '#seam/serve-socket.ts'
import { ofTenant } from '#trace/trace-call.ts'

export type ServeOptions = {
  house: House
  log: Log
  secret: Uint8Array
  /** The secret before it, while that is being replaced: callers signed under it are believed too. */
  previousSecret?: Uint8Array | undefined
  /** Speaks TLS beside plain HTTP; where it is mutual, callers of other processes are believed over their certificates alone. */
  certificates?: Certificates | undefined
  /** Version of the software, for `/services`. */
  version: string
  /** Answers whether the process can do its work; a sentence when it cannot. */
  ready(): Promise<string | undefined>
  /** Shown by who reads `/metrics`; without it they may be read from private addresses. */
  metricsToken?: string | undefined
  /** Number of proxies in front whose `X-Forwarded-For` is believed. */
  trustedProxies?: number
  limits?: Partial<ListenerLimits>
}

/** An HTTP server over a house: its operations, sockets, raw routes, and `/health`, `/ready`, `/services`, `/metrics`. */
export async function serve(options: ServeOptions): Promise<{
  app: FastifyInstance /** Says that it is not ready any more, sends sockets away, and resolves when their conversations are over. */
  drain(): Promise<void>
}> {
  const { house, log, secret, trustedProxies = 0 } = options
  const { metrics } = house
  const traceIdOf = keepTraceIds(createTraceIds())
  let draining = false
  let inFlight = 0
  // oxlint-disable-next-line prefer-const -- The listener is there before the service that stands in front of it.
  let front: Front | undefined
  const app = fastify({
    serverFactory: (handler) =>
      createListener(
        { ...defaultListenerLimits, ...options.limits },
        (request, response) => (front ? front.meet(request, response, () => handler(request, response)) : handler(request, response)),
        refuse,
        () => front?.plain,
      ),
    clientErrorHandler: refuseUnread,
    // We log by ourselves: with a logger of its own Fastify listens to every answer's end, which costs more than all the rest of the seam.
    genReqId: (request) => traceIdOf(request as IncomingMessage),
    trustProxy: trustedProxies > 0 && ((_address: string, hop: number) => hop < trustedProxies),
    routerOptions: { maxParamLength: 400 },
  })
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isStorable(String(body))) return parseJson(request, String(body), done)
    done(new Fault('request.invalid', {}, { fields: [{ field: '', problem: 'The text holds a character that cannot be kept (NUL or half a letter).' }] }))
  })
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.setErrorHandler((error, request, reply) => {
    const problem = noteFault(error, request.raw, String(request.id))
    if (!request.raw.complete) {
      // The rest of the body is not wanted: let it pass by and end the connection, or the next request on it would wait for ever.
      request.raw.resume()
      reply.header('connection', 'close')
    }
    if ((error as Fault).detail?.of === 'another process') reply.header(callerHeader, 'refused')
    return reply.status(problem.status).header('x-request-id', request.id).header('content-type', 'application/problem+json').send(JSON.stringify(problem))
  })
  const routes = createRouteTable(Object.fromEntries([...house.hosted].map(([name, { service }]) => [name, service.contract])))
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(request.url.split('?', 1)[0]!.replace(/^\/api\/v1/, ''))
    if (methods.length > 0) reply.header('allow', methods.join(', '))
    const problem = problemOf(new Fault(methods.length > 0 ? 'request.method_not_allowed' : 'request.not_found'), String(request.id))
    return reply.status(problem.status).header('x-request-id', request.id).header('content-type', 'application/problem+json').send(JSON.stringify(problem))
  })
  function noteFault(error: unknown, { url }: AnyRequest, traceId: string) {
    const problem = problemOf(asFault(error), traceId)
    const level = problem.status >= 500 ? 'error' : 'info'
    log[level]({ err: error, detail: (error as Fault).detail, traceId, url: url?.split('?')[0] }, problem.code)
    metrics.faults.inc({ code: problem.code })
    return problem
  }
  function refuse(request: AnyRequest, response: ServerResponse, error: unknown): void {
    const traceId = traceIdOf(request)
    const problem = noteFault(error, request, traceId)
    if (response.headersSent) return void response.destroy()
    if (!request.complete) {
      request.resume()
      response.setHeader('connection', 'close')
    }
    const body = JSON.stringify(problem)
    response.writeHead(problem.status, { 'x-request-id': traceId, 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body) })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  // Around every operation: what a hook would do costs a request more than the rest of the seam.
  const around: Around = {
    begin(request, reply) {
      reply.header('x-request-id', request.id)
      if (draining) reply.header('connection', 'close')
      inFlight++
    },
    end: () => inFlight--,
    noteTime: (service, operation) => metrics.requestTimes.of(service, operation),
    tracer: house.tracer,
  }

  if (options.certificates) openSecureDoor(app.server, options.certificates)
  const authenticate = authenticator(house, createCallerGate(secret, options.previousSecret), options.certificates?.isMutual ?? false)
  const sockets = createSocketHost(log)
  const media = createMediaHost(log)
  const socketRoutes = new Map<string, { hosted: Hosted; name: string }>()
  for (const hosted of house.hosted.values()) {
    const { service } = hosted
    serveHttp(app, { hosted, authenticate, around, idempotency: house.idempotency, contextFor: (origin) => house.contextFor(service.name, ofTenant(origin)) })
    for (const [name, operation] of Object.entries(service.contract))
      if ((operation as { kind: string }).kind === 'socket') socketRoutes.set(`/api/v1${(operation as { http: string }).http.split(' ')[1]}`, { hosted, name })
    service.routes?.(app, (caller: Caller) => house.contextFor(service.name, { caller, signal: new AbortController().signal }))
  }
  const edge = [...house.hosted.values()].find((it) => it.service.front)?.service
  front = edge?.front!(
    {
      traceIdOf,
      ipOf: (request) => ipOf(request, trustedProxies),
      refuse,
      begin: () => inFlight++,
      end: () => inFlight--,
      get draining() {
        return draining
      },
      noteTime: (service, operation) => metrics.requestTimes.of(service, operation),
    },
    (caller) => house.contextFor(edge.name, { caller, signal: new AbortController().signal }),
  )
  app.server.on('upgrade', (request, duplex, head) => {
    duplex.on('error', () => duplex.destroy())
    if (addressTrouble(request) !== undefined) return refuseRaw(duplex, new Fault('request.invalid'), traceIdOf(request))
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = socketRoutes.get(url.pathname)
    const traceId = traceIdOf(request)
    const mediaRoute = route ? undefined : mediaRouteOf(house, url.pathname)
    if (mediaRoute) {
      if (draining) return refuseRaw(duplex, new Fault('server.draining'), traceId)
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
          ip: ipOf(request, trustedProxies),
          id: traceId,
          method: 'GET',
          url: request.url,
          isUpgrade: true,
        }
        return house.contextFor(service.name, { caller: await authenticate(asRequest as never, service.name), signal })
      },
    })
  })

  app.get('/health', () => ({ status: draining ? 'draining' : 'well' }))
  app.get('/ready', async (_request, reply) => {
    const trouble = draining ? 'draining' : await options.ready()
    return trouble ? reply.status(503).send({ status: 'not ready', sentence: trouble }) : { status: 'ready' }
  })
  app.get('/services', () => ({
    version: options.version,
    services: [...house.hosted.keys()].map((name) => ({ name, operations: Object.keys(house.hosted.get(name)!.service.contract).length })),
  }))
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics({ headers: request.headers, address: request.raw.socket.remoteAddress }, options.metricsToken)) throw new Fault('request.not_found')
    return reply.header('content-type', metrics.registry.contentType).send((await metrics.text()) + (house.upstreams?.text() ?? ''))
  })
  metrics.gauge('requests_in_flight', 'API requests being answered.', () => inFlight)

  return {
    app,
    drain() {
      draining = true
      media.drain()
      for (const { service } of house.hosted.values()) service.drainUpgrades?.()
      return sockets.drain()
    },
  }
}

/** Another process's signed word is believed; otherwise the service that authenticates, if it lives here, decides. */
function authenticator(house: House, gate: CallerGate, isMutual: boolean): Authenticate {
  const edge = [...house.hosted.values()].find((it) => it.service.authenticate)?.service
  return (request, service) => {
    const token = request.headers[callerHeader]
    if (typeof token === 'string') {
      const { method, raw } = request
      // A socket changes things too: a call begins with one.
      const changes = (method !== 'GET' && method !== 'HEAD') || raw.headers.upgrade !== undefined
      const caller = gate.admit(token, { service, method, target: raw.url ?? '' }, changes, Date.now())
      const trouble = isMutual ? certificateTrouble(raw.socket) : undefined
      if (trouble === undefined) return caller
      throw new Fault('server.unavailable', {
        of: 'another process',
        why: `a caller is not believed over this connection: ${trouble}`,
        from: raw.socket.remoteAddress,
      })
    }
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
  refuseRaw(duplex, new Fault('request.not_found'), traceId)
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
