import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Caller } from '@myna/contracts/caller'
import { callerHeader, createRouteTable, Fault, refuseRaw } from '@myna/kernel'
import { Exchange, walk } from '#edge/exchange.ts'
import { anonymous, type Fronting } from '#edge/front.ts'
import { createPassSocket } from '#passing/pass-socket.ts'

export type Handshakes = ReturnType<typeof createHandshakes>

/** Takes WebSocket handshakes through the same steps as other requests. */
export function createHandshakes({ door, context, authenticator, steps, way, contracts }: Fronting) {
  const routes = createRouteTable(contracts)
  const passSocket = createPassSocket(way)
  const arrivals = steps.filter((it) => it.arrive)
  const befores = steps.filter((it) => it.before)
  const afters = steps.filter((it) => it.after)

  function admit(request: IncomingMessage): Promise<Exchange> {
    const path = request.url!.split('?', 1)[0]!
    const below = path.slice('/api/v1'.length)
    const route = routes.find('GET', below)
    const exchange = new Exchange(
      door,
      { request, response: undefined },
      {
        path,
        service: below.split('/', 2)[1] ?? '',
        operation: route?.name,
        declared: route?.operation,
        ip: door.ipOf(request),
        traceId: door.traceIdOf(request),
        isUpgrade: true,
      },
    )
    return new Promise((resolve, reject) => {
      const known = (caller: Caller) => {
        exchange.caller = caller
        walk(befores, 'before', exchange, (trouble) => {
          if (!trouble) return resolve(exchange)
          exchange.end(afters, trouble instanceof Fault ? trouble.status : 500)
          reject(trouble)
        })
      }
      walk(arrivals, 'arrive', exchange, (trouble) => {
        if (trouble) return reject(trouble)
        try {
          void Promise.resolve(authenticator.callerOf(exchange, context, anonymous(exchange)))
            .then(known)
            .catch(reject)
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  return {
    /** The caller of a socket that a service in this process takes. */
    async callerOf(request: IncomingMessage): Promise<Caller> {
      const exchange = await admit(request)
      request.socket.once('close', () => exchange.end(afters, 101))
      return exchange.caller
    },
    /** Passes a socket on to a service in another process. */
    async pass(request: IncomingMessage, duplex: Duplex, head: Buffer): Promise<void> {
      const service = /^\/api\/v1\/([a-z-]+)(?:[/?]|$)/.exec(request.url!)?.[1]
      const traceId = door.traceIdOf(request)
      if (service === undefined || !way.upstreams.knows(service)) return refuseRaw(duplex, new Fault('request.not_found'), traceId)
      if (door.draining) return refuseRaw(duplex, new Fault('server.draining'), traceId)
      delete request.headers[callerHeader]
      try {
        const exchange = await admit(request)
        passSocket.pass(exchange, duplex, head, (status) => exchange.end(afters, status))
      } catch (error) {
        refuseRaw(duplex, error instanceof Fault ? error : new Fault('server.unexpected', {}, { cause: error }), traceId)
      }
    },
    drain: () => passSocket.drain(),
  }
}
