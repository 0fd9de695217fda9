import type { ServerResponse } from 'node:http'
import type { Contract } from '@myna/contracts'
import type { identity } from '@myna/contracts/identity'
import type { Caller } from '@myna/contracts/caller'
import { callerHeader, type Context, createRouteTable, type Door, Fault, type Front } from '@myna/kernel'
import { appAskedFor } from '#apps-way/app-target.ts'
import { answerKeyOf, cachingOf } from '#answers/answer-key.ts'
import { giveKept } from '#answers/give-kept.ts'
import type { Authenticator } from '#edge/authenticator.ts'
import { type Carrier, Exchange, keepExchange, walk } from '#edge/exchange.ts'
import type { Ports } from '#edge/ports.ts'
import type { Step } from '#edge/steps.ts'
import { createPassOn, type Way } from '#passing/pass-on.ts'
import { bodyLimitOf, isTooLarge } from '#passing/request-body.ts'

export type GatewayContext = Context<{ identity: typeof identity }, any, Ports>

export type Fronting = {
  door: Door
  context: GatewayContext
  authenticator: Authenticator
  steps: readonly Step[]
  way: Way
  contracts: Readonly<Record<string, Contract>>
}

const prefix = '/api/v1'

/**
 * What every request of the API goes through, wherever its operation lives: steps that look at where it comes from, who asks, steps that look at that, kept answers;
 * then the operation in this process, or the way to another.
 */
export function createFront({ door, context, authenticator, steps, way, contracts }: Fronting): Front {
  const routes = createRouteTable(contracts)
  const passOn = createPassOn(way)
  const arrivals = steps.filter((it) => it.arrive)
  const befores = steps.filter((it) => it.before)
  const afters = steps.filter((it) => it.after)
  const { upstreams, answers, securityHeaders } = way
  /** By operation, or by service where none is known. */
  const noters = new Map<unknown, ReturnType<Door['noteTime']>>()

  function noteTime({ service, operation = 'proxied', declared, beganAt }: Exchange, status: number): void {
    const of = declared ?? service
    let note = noters.get(of)
    if (!note) noters.set(of, (note = door.noteTime(service, operation)))
    note(status, (performance.now() - beganAt) / 1000)
  }

  function refuse(exchange: Exchange, trouble: unknown): void {
    if (exchange.isGone) return exchange.end(afters, 499)
    const response = exchange.response!
    exchange.putHeaders(securityHeaders)
    door.refuse(exchange.request, response, trouble)
    exchange.end(afters, response.statusCode)
  }

  function answerOptions(exchange: Exchange): void {
    const methods = routes.methodsAt(exchange.path.slice(prefix.length))
    exchange.putHeaders({ ...securityHeaders, 'x-request-id': exchange.traceId, allow: [...methods, 'OPTIONS'].join(', ') })
    exchange.response!.writeHead(204).end()
  }

  /** Where a request goes by its address. */
  function placeOf(url: string) {
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    const below = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '/'
    const slash = below.indexOf('/', 1)
    const service = slash < 0 ? below.slice(1) : below.slice(1, slash)
    // The way to applications begins here, wherever their service is.
    return { path, below, service, isElsewhere: upstreams.knows(service) && !(service === 'apps' && appAskedFor(path)) }
  }

  function exchangeOn(carrier: Carrier, { path, below, service }: ReturnType<typeof placeOf>): Exchange {
    const { request } = carrier
    const route = routes.find(request.method!, below)
    return new Exchange(door, carrier, {
      path,
      service,
      operation: route?.name,
      declared: route?.operation,
      ip: door.ipOf(request),
      traceId: door.traceIdOf(request),
      isUpgrade: false,
    })
  }

  function send(exchange: Exchange): void {
    door.begin()
    passOn(exchange, (status) => {
      door.end()
      noteTime(exchange, status)
      exchange.end(afters, status)
    })
  }

  /** Leads a request through all steps, and then on. */
  function walkIn(exchange: Exchange, isElsewhere: boolean, go: () => void): void {
    const { method, declared } = exchange
    const admitted = (trouble: unknown) => {
      if (trouble) return refuse(exchange, trouble)
      const caching = cachingOf(exchange)
      if (caching) exchange.key = answerKeyOf(exchange, caching)
      const { key } = exchange
      if (!caching || !key) return go()
      const lookUp = (): void => {
        const fresh = exchange.headers['cache-control']?.includes('no-cache') ? undefined : answers.fresh(key)
        if (fresh) return give('hit', fresh)
        const joined = answers.join(key)
        if (!joined) {
          exchange.lead = answers.lead(key, caching)
          return go()
        }
        void joined.then((it) => {
          if (exchange.isGone) exchange.end(afters, 499)
          else if (it) give('joined', it)
          else lookUp()
        })
      }
      const give = (how: 'hit' | 'joined', kept: Parameters<typeof giveKept>[2]) => {
        exchange.cache = how
        void giveKept(exchange, answers, kept, how, securityHeaders).then((status) => {
          noteTime(exchange, status)
          exchange.end(afters, status)
        })
      }
      lookUp()
    }
    const known = (caller: Caller) => {
      exchange.caller = caller
      walk(befores, 'before', exchange, admitted)
    }
    walk(arrivals, 'arrive', exchange, (trouble) => {
      if (trouble) return refuse(exchange, trouble)
      if (method === 'OPTIONS') return answerOptions(exchange)
      if (method === 'HEAD' && declared && !['answer', 'bytes'].includes(declared.kind)) return refuse(exchange, new Fault('request.method_not_allowed'))
      if (isTooLarge(exchange) && (declared || isElsewhere)) return refuse(exchange, new Fault('request.too_large', { maxBytes: bodyLimitOf(exchange) }))
      let caller: Caller | Promise<Caller>
      try {
        caller = authenticator.callerOf(exchange, context, anonymous(exchange))
      } catch (error) {
        return refuse(exchange, error)
      }
      if (caller instanceof Promise) caller.then(known, (error: unknown) => refuse(exchange, error))
      else known(caller)
    })
  }

  function watchEnd(exchange: Exchange, response: ServerResponse): void {
    const { socket } = exchange.request
    const before = socket.bytesWritten
    response.once('close', () => {
      exchange.bytes ||= Math.max(0, socket.bytesWritten - before)
      exchange.end(afters, response.writableFinished ? response.statusCode : 499)
    })
  }

  return {
    meet(request, response, onward) {
      const url = request.url!
      if (!url.startsWith('/api/')) return url === '*' ? void response.writeHead(204, securityHeaders).end() : onward()
      const place = placeOf(url)
      if (request.headers[callerHeader] !== undefined) {
        // Another process asks a service here. What asks for one elsewhere comes from outside and claims what is not for it to say.
        if (!place.isElsewhere) return onward()
        delete request.headers[callerHeader]
      }
      const exchange = exchangeOn({ request, response }, place)
      walkIn(exchange, place.isElsewhere, () => {
        if (place.isElsewhere) return send(exchange)
        keepExchange(exchange)
        if (afters.length > 0 || exchange.lead) watchEnd(exchange, response)
        exchange.putHeaders()
        onward()
      })
    },
    plain(carrier) {
      const { request } = carrier
      const place = placeOf(request.url)
      if (!place.isElsewhere) return false
      const exchange = exchangeOn(carrier, place)
      // Streams and files come bit by bit.
      if (exchange.declared?.kind !== 'answer') return false
      delete request.headers[callerHeader]
      walkIn(exchange, true, () => send(exchange))
      return true
    },
  }
}

/** Who asks when nobody says. */
export function anonymous({ traceId, ip }: { traceId: string; ip: string }): Caller {
  return { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId, ip }
}
