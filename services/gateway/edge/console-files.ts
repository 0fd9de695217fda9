import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { type Coding, codingOf, compressedFrom } from '#answers/compression.ts'
import type { FaceOf } from '#edge/brand-faces.ts'
import { brandedFile } from '#edge/branded-files.ts'
import type { Ports } from '#edge/ports.ts'
import { contentSecurityPolicy } from '#edge/security-headers.ts'

const withoutConsole = `Myna is running, but its console is not built. Run "npm start" in the folder of Myna, or "node apps/console/build.ts". The API is at /api/v1.\n`

/** Files that get smaller; fonts and pictures are compressed already. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const brotli = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliCompress)
const gzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gzip)

/**
 * Serves the console: hashed files for a year, other files with a question whether they changed, and its page for every other address a browser asks for. They are
 * the same for everybody and repeat nothing that was asked, so their length tells nothing (BREACH). At the domain of a brand its page, manifest and marks are the brand's.
 */
export function mountConsole(app: FastifyInstance, { consoleFolder }: Pick<Ports, 'consoleFolder'>, faceOf: FaceOf = async () => undefined): void {
  if (consoleFolder === undefined || !existsSync(join(consoleFolder, 'index.html'))) {
    app.get('/', (_request, reply) => reply.type('text/plain').send(withoutConsole))
    return
  }
  const smallOf = createSmallFiles(consoleFolder)
  app.register(files, { root: consoleFolder, serve: false, cacheControl: false })
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*']
    if (path.startsWith('api/')) return reply.callNotFound()
    const isPage = !/\.\w{2,5}$/.test(path) || path === 'index.html'
    const face = path.startsWith('assets/') ? undefined : await faceOf(request.headers.host)
    const branded = face && (await brandedFile(consoleFolder, isPage ? 'index.html' : path, face))
    if (branded && (!isPage || request.headers.accept?.includes('text/html'))) {
      reply.header('cache-control', 'no-cache').header('vary', 'host')
      if ('redirect' in branded) return reply.redirect(branded.redirect)
      return reply.header('content-security-policy', contentSecurityPolicy).type(branded.type).send(branded.body)
    }
    if (!isPage) {
      const isHashed = path.startsWith('assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      const type = isHashed ? types[extname(path)] : undefined
      if (type === undefined) return reply.sendFile(path)
      reply.header('vary', 'accept-encoding')
      const coding = request.headers.range === undefined ? codingOf(request.headers['accept-encoding']) : undefined
      const small = coding && (await smallOf(path, coding))
      return small ? reply.header('content-encoding', coding).type(type).send(small) : reply.sendFile(path)
    }
    // Whoever looks with something else than a browser whether anybody is there sees the first page.
    if (path !== '' && !request.headers.accept?.includes('text/html')) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').header('content-security-policy', contentSecurityPolicy).sendFile('index.html')
  })
}

/**
 * Compresses a file when it is first asked for, and keeps that: the names of hashed files change with what is in them, and there are as many as were built.
 * Undefined for one that is not there or does not get smaller.
 */
function createSmallFiles(folder: string) {
  const kept = new Map<string, Promise<Buffer | undefined>>()
  async function compress(path: string, coding: Coding): Promise<Buffer | undefined> {
    const whole = await readFile(join(folder, path))
    if (whole.length < compressedFrom) return undefined
    // Almost as small as the highest level makes it, in a tenth of the time.
    const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: whole.length }
    const small = coding === 'br' ? await brotli(whole, { params: quality }) : await gzip(whole, { level: 9 })
    return small.length < whole.length ? small : undefined
  }
  return (path: string, coding: Coding): Promise<Buffer | undefined> => {
    if (normalize(path) !== path) return Promise.resolve(undefined)
    const key = `${coding} ${path}`
    let small = kept.get(key)
    if (!small) {
      small = compress(path, coding).catch(() => {
        kept.delete(key)
        return undefined
      })
      kept.set(key, small)
    }
    return small
  }
}
