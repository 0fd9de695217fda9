import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a file is served; every field but `body` is a way in which servers on the internet go wrong. */
export type Served = {
  body: Buffer
  /** The connection ends after so many bytes of each answer, for so many answers. */
  cutAfter?: number
  cuts?: number
  /** Nothing more comes after so many bytes, for so many answers. */
  stallAfter?: number
  stalls?: number
  /** The status of the first answers. */
  statuses?: number[]
  /** `Content-Length` says this instead of the truth. */
  claims?: number
  ignoresRange?: boolean
  /** What the first answers to a range begin with instead of what was asked for. */
  wrongRange?: boolean
  withoutTag?: boolean
  /** Sends its body again and again, without an end. */
  endless?: boolean
}

/** A server of files as those of models are: ranges, strong tags, redirects from `/moved/…`; `requests` tells what was asked. */
export async function openFileServer() {
  const files = new Map<string, Served>()
  const requests: { path: string; range: string | undefined }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, range: request.headers.range })
    if (path.startsWith('/moved/')) return void response.writeHead(302, { location: path.replace('/moved', '') }).end()
    const file = files.get(path)
    if (file) serve(file, request, response)
    else response.writeHead(404).end('nothing here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    requests,
    /** Serves a file at a path; answers its address. */
    put(path: string, file: Served): string {
      files.set(path, file)
      return `${url}${path}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function serve(file: Served, request: IncomingMessage, response: ServerResponse): void {
  const status = file.statuses?.shift()
  if (status !== undefined) return void response.writeHead(status).end()
  const tag = `"${createHash('sha256').update(file.body).digest('hex').slice(0, 16)}"`
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
  const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === tag
  const start = asked && isSame && !file.ignoresRange ? Number(asked[1]) : 0
  const headers: Record<string, string | number> = file.withoutTag ? {} : { etag: tag }
  if (start > 0 && start >= file.body.length) return void response.writeHead(416, { 'content-range': `bytes */${file.body.length}` }).end()
  const from = file.wrongRange && start > 0 ? 0 : start
  file.wrongRange &&= start === 0
  const body = file.body.subarray(from)
  if (start > 0) headers['content-range'] = `bytes ${from}-${file.body.length - 1}/${file.body.length}`
  if (!file.endless) headers['content-length'] = file.claims ?? body.length
  response.writeHead(start > 0 ? 206 : 200, headers)
  response.on('error', () => {})
  if (file.endless) return sendForEver(body, response)
  const cut = (file.cuts ?? 0) > 0 ? file.cutAfter : undefined
  const stall = (file.stalls ?? 0) > 0 ? file.stallAfter : undefined
  if (cut !== undefined) {
    file.cuts! -= 1
    // Ends the connection once the piece has left.
    response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 20))
  } else if (stall !== undefined) {
    file.stalls! -= 1
    response.write(body.subarray(0, stall))
  } else response.end(file.claims !== undefined ? body.subarray(0, file.claims) : body)
}

function sendForEver(body: Buffer, response: ServerResponse): void {
  while (!response.destroyed && response.write(body));
  if (!response.destroyed) response.once('drain', () => sendForEver(body, response))
}
