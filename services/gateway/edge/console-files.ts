import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Ports } from '#edge/ports.ts'
import { contentSecurityPolicy } from '#edge/security-headers.ts'

const withoutConsole = `Myna is running, but its console is not built. Run "npm start" in the folder of Myna, or "node apps/console/build.ts". The API is at /api/v1.\n`

/** Serves the console: hashed files for a year, and its page for every other address that a browser asks for. */
export function mountConsole(app: FastifyInstance, { consoleFolder }: Pick<Ports, 'consoleFolder'>): void {
  const page = consoleFolder === undefined ? undefined : join(consoleFolder, 'index.html')
  if (page === undefined || !existsSync(page)) {
    app.get('/', (_request, reply) => reply.type('text/plain').send(withoutConsole))
    return
  }
  const html = readFileSync(page)
  app.register(files, {
    root: consoleFolder!,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || !request.headers.accept?.includes('text/html')) return reply.callNotFound()
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('content-security-policy', contentSecurityPolicy).send(html)
  })
}
