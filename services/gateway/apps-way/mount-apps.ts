import type { Caller } from '@myna/contracts/caller'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppsWay } from '#apps-way/apps-way.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * Puts the way to applications on a server; nothing but the way reads bodies. `headers` go with every answer; `callerOf`: who asks, as
 * found out before.
 */
export function mountApps(app: FastifyInstance, way: AppsWay, headers: Readonly<Record<string, string>>, callerOf: (request: FastifyRequest) => Caller): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      for (const name in headers) reply.raw.setHeader(name, headers[name]!)
      reply.raw.setHeader('x-request-id', String(request.id))
      await way.pass(request.raw, reply.raw, callerOf(request), request.url)
      reply.hijack()
    }
    for (const url of ['/api/v1/apps/:slug/run', '/api/v1/apps/:slug/run/*'])
      scope.route({ method: [...methods], url, handler, config: { service: 'apps', operation: 'run' } })
  })
}
