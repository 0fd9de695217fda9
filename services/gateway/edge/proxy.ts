import { type IncomingMessage, request as httpRequest } from 'node:http'
import type { Duplex, Readable } from 'node:stream'
import type { identity } from '@myna/contracts/identity'
import type { Caller } from '@myna/contracts/caller'
import { callerHeader, type Context, Fault, signCaller } from '@myna/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Pool } from 'undici'
import type { Authenticator } from '#edge/authenticator.ts'
import type { Ports } from '#edge/ports.ts'

type GatewayContext = Context<{ identity: typeof identity }, object, Ports>

/** Headers that belong to one connection (RFC 9110, section 7.6.1), or that only the gateway may set. */
const ownHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'cookie',
  'authorization',
  'x-api-key',
  callerHeader,
])

/** Passes requests for services in other processes on to them, with the caller signed. */
export function mountProxy(app: FastifyInstance, context: GatewayContext, authenticator: Authenticator): void {
  const { remotes, secret } = context.ports
  for (const [service, address] of Object.entries(remotes)) {
    const pool = new Pool(address, { connections: 64, headersTimeout: 120_000, bodyTimeout: 0 })
    app.addHook('onClose', () => pool.close())
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      const handler = async (request: FastifyRequest, reply: import('fastify').FastifyReply) => {
        const caller = await authenticator.callerOf(request, context, anonymous(request))
        const gone = new AbortController()
        reply.raw.once('close', () => reply.raw.writableFinished || gone.abort())
        const answer = await pool
          .request({
            path: request.url,
            method: request.method as 'GET',
            headers: {
              ...passed(request.headers),
              'x-request-id': String(request.id),
              'x-forwarded-for': request.ip,
              [callerHeader]: signCaller(caller, service, secret, Date.now()),
            },
            body: (request.body as Readable | undefined) ?? null,
            signal: gone.signal,
          })
          .catch((error: unknown) => {
            throw new Fault('server.unavailable', { service, address }, { cause: error })
          })
        reply.status(answer.statusCode).headers(passed(answer.headers))
        return reply.send(answer.body)
      }
      for (const url of [`/api/v1/${service}`, `/api/v1/${service}/*`])
        scope.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url, handler, config: { service, operation: 'proxied' } })
    })
  }
}

/** Passes a WebSocket handshake on to the service it is for, then bytes both ways. */
export async function proxyUpgrade(
  request: IncomingMessage,
  duplex: Duplex,
  head: Buffer,
  context: GatewayContext,
  authenticator: Authenticator,
): Promise<void> {
  const refuse = (status: string) => duplex.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
  duplex.on('error', () => duplex.destroy())
  const service = /^\/api\/v1\/([a-z-]+)(?:[/?]|$)/.exec(request.url ?? '')?.[1]
  const address = service === undefined ? undefined : context.ports.remotes[service]
  if (service === undefined || address === undefined) return void refuse('404 Not Found')
  try {
    const asked = { headers: request.headers, method: 'GET', ip: request.socket.remoteAddress ?? '', id: context.caller.traceId, isUpgrade: true }
    const caller = await authenticator.callerOf(asked, context, { ...anonymous(asked), traceId: context.caller.traceId })
    const onward = httpRequest(new URL(request.url!, address), {
      headers: {
        ...passed(request.headers),
        connection: 'upgrade',
        upgrade: 'websocket',
        'x-request-id': caller.traceId,
        [callerHeader]: signCaller(caller, service, context.ports.secret, Date.now()),
      },
    })
    onward.on('upgrade', (answer, far, farHead) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
      duplex.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`)
      if (farHead.length > 0) duplex.write(farHead)
      if (head.length > 0) far.write(head)
      far.on('error', () => duplex.destroy())
      far.pipe(duplex).pipe(far)
    })
    onward.on('response', (answer) => refuse(`${answer.statusCode} ${answer.statusMessage}`))
    onward.on('error', () => refuse('503 Service Unavailable'))
    onward.end()
  } catch (error) {
    refuse(error instanceof Fault ? `${error.status} ${error.code}` : '500 Internal Server Error')
  }
}

function anonymous(request: { id: unknown; ip: string }): Caller {
  return { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: String(request.id), ip: request.ip }
}

function passed(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter((it): it is [string, string | string[]] => it[1] !== undefined && !ownHeaders.has(it[0])))
}
