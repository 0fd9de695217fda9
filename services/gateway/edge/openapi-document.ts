import { contracts, events } from '@myna/contracts'
import { openapi } from '@myna/kernel'
import type { FastifyInstance } from 'fastify'
import type { Ports } from '#edge/ports.ts'

/** Serves the OpenAPI 3.1 document of the whole API. */
export function mountOpenapi(app: FastifyInstance, { version }: Pick<Ports, 'version'>): void {
  let text: string | undefined
  app.get('/api/v1/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openapi(contracts, version, events))
    return reply.header('content-type', 'application/json').header('cache-control', 'public, max-age=300').send(text)
  })
}
