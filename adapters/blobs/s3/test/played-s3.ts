import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signRequest } from '#sign-request.ts'

type Trouble = 'slow-down' | 'stall' | 'stall-body' | 'cut-body' | 'lose-answer' | 'error-in-body'
type Uploading = { key: string; begun: Date; parts: Map<number, { etag: string; bytes: Buffer }> }
const account = { key: 'AKIDPLAYED', secret: 'played-secret', region: 'eu-test-1' }
const smallestPart = 5 * 1024 * 1024

/** A store that speaks S3 and refuses what the real one refuses. `trouble` befalls the requests that come next, one each, that `when` lets through. */
export async function playS3({ bucket = 'recordings', pageLength = 3 } = {}) {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Uploading>()
  const seen: string[] = []
  let troubles: { what: Trouble; when: (line: string) => boolean }[] = []
  let denied = false

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://x')
    const line = `${request.method} ${url.pathname}${url.search}`
    seen.push(line)
    const refuse = (status: number, code: string) => void response.writeHead(status, { connection: 'close' }).end(`<Error><Code>${code}</Code></Error>`)
    const trouble = troubles.find((it) => it.when(line))
    troubles = troubles.filter((it) => it !== trouble)
    if (trouble?.what === 'stall') return
    if (trouble?.what === 'slow-down') return refuse(503, 'SlowDown')
    if (request.headers['transfer-encoding'] !== undefined) return refuse(501, 'NotImplemented')
    if (request.method === 'PUT' && request.headers['content-length'] === undefined) return refuse(411, 'MissingContentLength')
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    const wrong = signatureFault(request, url, body)
    if (wrong) return refuse(403, wrong)
    if (denied) return refuse(403, 'AccessDenied')
    const inHost = request.headers.host?.startsWith(`${bucket}.`) === true
    const [, first, ...rest] = url.pathname.split('/')
    if (!inHost && first !== bucket) return refuse(404, 'NoSuchBucket')
    const key = inHost ? url.pathname.slice(1) : rest.join('/')
    const query = url.searchParams
    const uploadId = query.get('uploadId')
    const reply = (status: number, text: string | Buffer = '', headers: Record<string, string> = {}) => {
      if (trouble?.what === 'lose-answer') return void response.destroy()
      response.writeHead(status, { 'content-length': String(Buffer.byteLength(text)), ...headers }).end(text)
    }
    const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`

    if (key === '' && query.has('uploads')) {
      const list = [...uploads].map(
        ([id, it]) => `<Upload><Key>${it.key}</Key><UploadId>${id}</UploadId><Initiated>${it.begun.toISOString()}</Initiated></Upload>`,
      )
      return reply(200, `<ListMultipartUploadsResult>${list.join('')}</ListMultipartUploadsResult>`)
    }
    if (key === '') return reply(200, page(query))
    if (request.method === 'POST' && query.has('uploads')) {
      const id = `upload/+${uploads.size}${Math.random()}`
      uploads.set(id, { key, begun: new Date(), parts: new Map() })
      return reply(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    const upload = uploadId === null ? undefined : uploads.get(uploadId)
    if (uploadId !== null && upload?.key !== key) return refuse(404, 'NoSuchUpload')
    if (upload && request.method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), { etag: etagOf(body), bytes: body })
      return reply(200, '', { etag: etagOf(body) })
    }
    if (upload && request.method === 'DELETE') {
      uploads.delete(uploadId!)
      return reply(204)
    }
    if (upload) {
      if (trouble?.what === 'error-in-body') return reply(200, '<?xml version="1.0"?>\n<Error><Code>InternalError</Code></Error>')
      const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>(.*?)<\/ETag>/g)].map(
        (it) => [Number(it[1]), it[2]!.replaceAll('&quot;', '"')] as const,
      )
      const parts = named.map(([number, etag]) => (upload.parts.get(number)?.etag === etag ? upload.parts.get(number)! : undefined))
      if (parts.length === 0 || parts.includes(undefined)) return refuse(400, 'InvalidPart')
      if (named.some(([number], at) => at > 0 && number <= named[at - 1]![0])) return refuse(400, 'InvalidPartOrder')
      if (parts.slice(0, -1).some((it) => it!.bytes.length < smallestPart)) return refuse(400, 'EntityTooSmall')
      objects.set(key, Buffer.concat(parts.map((it) => it!.bytes)))
      uploads.delete(uploadId!)
      return reply(200, '<CompleteMultipartUploadResult/>')
    }
    if (request.method === 'PUT') {
      objects.set(key, body)
      return reply(200, '', { etag: etagOf(body) })
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return reply(204)
    }
    const found = objects.get(key)
    if (found === undefined) return reply(404, request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>')
    if (request.method === 'HEAD') return void response.writeHead(200, { 'content-length': String(found.length) }).end()
    if (trouble?.what === 'cut-body' || trouble?.what === 'stall-body') {
      response.writeHead(200, { 'content-length': String(found.length) })
      return void response.write(found.subarray(0, found.length / 2), () => void (trouble.what === 'cut-body' && response.destroy()))
    }
    return reply(200, found)
  }

  function page(query: URLSearchParams): string {
    const keys = [...objects.keys()].filter((it) => it.startsWith(query.get('prefix') ?? '')).sort()
    const from = Number(query.get('continuation-token')?.replace('page+/=', '') ?? 0)
    const more = from + pageLength < keys.length
    const contents = keys.slice(from, from + pageLength).map((it) => `<Contents><Key>${it}</Key><Size>${objects.get(it)!.length}</Size></Contents>`)
    const next = more ? `<NextContinuationToken>page+/=${from + pageLength}</NextContinuationToken>` : ''
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    place: { url: `http://127.0.0.1:${port}`, bucket, prefix: 'myna/', style: 'path' as const, ...account },
    host: `127.0.0.1:${port}`,
    objects,
    uploads,
    seen,
    befall(what: Trouble, when: (line: string) => boolean, times = 1) {
      for (let at = 0; at < times; at++) troubles.push({ what, when })
    },
    deny(it: boolean) {
      denied = it
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function signatureFault(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const given = request.headers.authorization ?? ''
  const [, key, signed = ''] = /Credential=([^/]+)\/.*SignedHeaders=([^,]+)/.exec(given) ?? []
  if (key !== account.key) return 'InvalidAccessKeyId'
  const stamp = String(request.headers['x-amz-date'])
  const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - at.getTime()) < 900_000)) return 'RequestTimeTooSkewed'
  const sha256 = String(request.headers['x-amz-content-sha256'])
  if (sha256 !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch'
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((it) => signed.split(';').includes(it))) return 'AccessDenied'
  const headers = Object.fromEntries(signed.split(';').map((name) => [name, String(request.headers[name])]))
  const expected = signRequest({ method: request.method!, path: url.pathname, query: Object.fromEntries(url.searchParams), headers, sha256, at }, account)
  return expected === given ? undefined : 'SignatureDoesNotMatch'
}
