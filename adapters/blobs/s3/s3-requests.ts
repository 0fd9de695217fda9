import { createHash } from 'node:crypto'
import { S3Fault, s3Trouble } from '#s3-fault.ts'
import { canonicalQuery, signRequest } from '#sign-request.ts'

/** Where blobs are kept and who keeps them. `style`: the bucket stands in the path, or before the host. */
export type S3Place = { url: string; bucket: string; region: string; key: string; secret: string; prefix: string; style: 'path' | 'host' }

/** Bytes with their digest. */
export type Payload = { bytes: Uint8Array; sha256: string }

export type S3Request = { method: string; name?: string; query?: Readonly<Record<string, string>>; payload?: Payload }

/** Asks the store. An answer of 404 comes back, any other refusal is a fault. */
export type S3Requests = {
  /** The answer with its body still to be read, after which its signal must be let go. */
  open(it: S3Request): Promise<Response>
  /** The answer and its whole text. */
  ask(it: S3Request): Promise<{ status: number; headers: Headers; text: string }>
}

const attempts = 4
const firstPauseMs = 100
const nothing = createHash('sha256').digest('hex')

/** Signs and sends, up to four times while the store is busy, silent or away; each try may last `answerMs`. */
export function createS3Requests(place: S3Place, fetch: typeof globalThis.fetch, answerMs: number): S3Requests {
  const base = new URL(place.url)
  const host = place.style === 'host' ? `${place.bucket}.${base.host}` : base.host
  const root = `${base.pathname.replace(/\/$/, '')}${place.style === 'host' ? '' : `/${place.bucket}`}`

  async function once<T>({ method, name, query = {}, payload }: S3Request, read: (answer: Response) => Promise<T>): Promise<T> {
    const at = new Date()
    const sha256 = payload?.sha256 ?? nothing
    const path = `${root}/${name === undefined ? '' : place.prefix + name}`
    const headers = { host, 'x-amz-content-sha256': sha256, 'x-amz-date': at.toISOString().replace(/[-:]|\.\d{3}/g, '') }
    const authorization = signRequest({ method, path, query, headers, sha256, at }, place)
    const { host: _host, ...sent } = headers
    const search = canonicalQuery(query)
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(new DOMException('late', 'TimeoutError')), answerMs)
    try {
      const answer = await fetch(`${base.protocol}//${host}${path}${search && `?${search}`}`, {
        method,
        headers: { ...sent, authorization, ...(payload ? { 'content-length': String(payload.bytes.byteLength) } : {}) },
        ...(payload ? { body: Buffer.from(payload.bytes) } : {}),
        signal: limit.signal,
      })
      if (!answer.ok && answer.status !== 404) throw new S3Fault(answer.status, await answer.text())
      return await read(answer)
    } catch (error) {
      throw s3Trouble(error)
    } finally {
      clearTimeout(timer)
    }
  }
  async function again<T>(it: S3Request, read: (answer: Response) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(it, read)
      } catch (error) {
        if (attempt === attempts || !s3Trouble(error).retryable) throw error
        await new Promise((done) => setTimeout(done, firstPauseMs * 2 ** attempt * (0.5 + Math.random() / 2)))
      }
    }
  }
  return {
    open: (it) => again(it, async (answer) => answer),
    ask: (it) => again(it, async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text() })),
  }
}

/** Gathers pieces and digests them as they come, so that no digest holds up the process for a whole part. */
export function gather(): { add(piece: Uint8Array): void; length(): number; take(): Payload } {
  let pieces: Uint8Array[] = []
  let length = 0
  let hash = createHash('sha256')
  return {
    add(piece) {
      pieces.push(piece)
      length += piece.byteLength
      hash.update(piece)
    },
    length: () => length,
    take() {
      const payload = { bytes: Buffer.concat(pieces, length), sha256: hash.digest('hex') }
      pieces = []
      length = 0
      hash = createHash('sha256')
      return payload
    },
  }
}
