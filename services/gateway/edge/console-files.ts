import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Ports } from '#edge/ports.ts'
import { contentSecurityPolicy } from '#edge/security-headers.ts'

const withoutConsole = `Myna is running, but its console is not built. Run "npm start" in the folder of Myna, or "node apps/console/build.ts". The API is at /api/v1.\n`

/** Serves the console: hashed files for a year, other files with a question whether they changed, and its page for every other address a browser asks for. */
export function mountConsole(app: FastifyInstance, { consoleFolder }: Pick<Ports, 'consoleFolder'>): void {
  if (consoleFolder === undefined || !existsSync(join(consoleFolder, 'index.html'))) {
    app.get('/', (_request, reply) => reply.type('text/plain').send(withoutConsole))
    return
  }
  app.register(files, { root: consoleFolder, serve: false, cacheControl: false })
  app.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*']
    if (path.startsWith('api/')) return reply.callNotFound()
    if (/\.\w{2,5}$/.test(path) && path !== 'index.html') {
      const cache = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.header('cache-control', cache).sendFile(path)
    }
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').header('content-security-policy', contentSecurityPolicy).sendFile('index.html')
  })
}
