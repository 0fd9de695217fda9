import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

export type Coding = 'br' | 'gzip'

/** Below this an answer fits into one packet as it is. */
export const compressedFrom = 1_400

/** Levels at which a processor is not the limit: brotli's 4 is as fast as gzip's 6 and smaller. */
const brotliOptions = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }
const gzipOptions = { level: 6 }
const brotli = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliCompress)
const gzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gzip)

/** The coding a sender of `Accept-Encoding` likes, of those we have (RFC 9110, section 12.5.3). */
export function codingOf(acceptEncoding: string | string[] | undefined): Coding | undefined {
  if (typeof acceptEncoding !== 'string') return undefined
  let gzipToo = false
  for (const part of acceptEncoding.split(',')) {
    const [name, ...parameters] = part.split(';').map((it) => it.trim().toLowerCase())
    if ((name !== 'br' && name !== 'gzip') || parameters.some((it) => /^q=0(?:\.0*)?$/.test(it))) continue
    if (name === 'br') return 'br'
    gzipToo = true
  }
  return gzipToo ? 'gzip' : undefined
}

/**
 * Whether answers of the API to this request may be compressed. The length of a compressed answer tells of what it holds: who can make a browser ask, with words
 * of his own in the question and the person's cookie, and sees how long answers are, can guess a secret letter by letter (BREACH). That takes a browser sent by
 * another website, so what comes with a cookie is compressed only when the browser itself says that our own pages ask. Programs with keys send what they want
 * themselves. What identity answers, where keys and codes stand, is never compressed.
 */
export function mayCompress(headers: IncomingHttpHeaders, service: string): boolean {
  return service !== 'identity' && (headers.cookie === undefined || headers['sec-fetch-site'] === 'same-origin')
}

/** Whether a type of content gets smaller; sound, pictures and archives do not, and events must not wait for each other. */
export function isCompressible(contentType: unknown): boolean {
  return (
    typeof contentType === 'string' && /^(?:application\/(?:[\w.-]+\+)?json|text\/(?!event-stream)|application\/javascript|image\/svg\+xml)/.test(contentType)
  )
}

/** Compresses a whole body. */
export function compressed(body: Uint8Array, coding: Coding): Promise<Buffer> {
  return coding === 'br' ? brotli(body, brotliOptions) : gzip(body, gzipOptions)
}

/** Compresses a body as it comes. */
export function compressor(coding: Coding): zlib.BrotliCompress | zlib.Gzip {
  return coding === 'br' ? zlib.createBrotliCompress(brotliOptions) : zlib.createGzip(gzipOptions)
}
