import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** The API of an invented shop: it keeps stock and orders, knows its key, refuses what it must, and has bad days. */
export type ShopApi = Awaited<ReturnType<typeof openShopApi>>

/** Opens the shop on a port of its own. */
export async function openShopApi() {
  const stock = new Map([
    ['rye', 3],
    ['sourdough', 0],
  ])
  const orders = new Map<string, { order: number; item: string }>()
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const answers = new Map<string, (asked: { headers: IncomingMessage['headers'] }) => unknown>()
  let redirectTo = ''
  let closedEarly = 0

  const json = (response: ServerResponse, status: number, it: unknown) =>
    void response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(typeof it === 'string' && it.startsWith('[') ? it : JSON.stringify(it))

  const badDays: Record<string, (response: ServerResponse) => void> = {
    '/slow': () => {},
    '/stalls': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"item":'),
    '/large': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(5_000_000)}"`),
    '/endless': (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    },
    '/bomb': (response) =>
      void response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000, 'a'))),
    '/page': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
    '/hidden-page': (response) => void response.writeHead(503, { 'content-type': 'application/json' }).end('<html><body>Down</body></html>'),
    '/busy': (response) => void response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '30' }).end('{"error":"too many"}'),
    '/broken': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"item":'),
    '/picture': (response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([137, 80, 78, 71, 0, 255])),
    '/text': (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('खुला है 🙂'),
    '/nothing': (response) => void response.writeHead(204).end(),
    '/redirects': (response) => void response.writeHead(307, { location: redirectTo }).end(),
    '/cut': (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' }).write('{"half":')
      setTimeout(() => response.destroy(), 20)
    },
    '/hangs-up': (response) => void response.socket?.destroy(),
  }

  const server = createServer((request, response) => {
    let body = ''
    response.on('close', () => void (response.writableFinished || closedEarly++))
    request
      .on('data', (chunk) => void (body += chunk))
      .on('end', () => {
        const { pathname } = new URL(request.url ?? '/', 'http://shop')
        asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
        const badDay = badDays[pathname]
        if (badDay) return badDay(response)
        const given = answers.get(pathname)?.({ headers: request.headers })
        if (given !== undefined) return json(response, 200, given)
        if (request.headers['x-key'] !== 'right-key') return json(response, 401, { error: 'unknown key' })
        const item = decodeURIComponent(/^\/stock\/(.+)$/.exec(pathname)?.[1] ?? '')
        if (item) return stock.has(item) ? json(response, 200, { item, left: stock.get(item) }) : json(response, 404, { error: 'no such item' })
        if (pathname === '/orders' && request.method === 'POST') {
          const key = request.headers['idempotency-key']
          if (typeof key !== 'string') return json(response, 400, { error: 'Idempotency-Key is missing' })
          const wanted = (JSON.parse(body || '{}') as { item?: string }).item ?? ''
          if (!orders.has(key)) {
            if (!(stock.get(wanted)! > 0)) return json(response, 409, { error: 'sold out' })
            stock.set(wanted, stock.get(wanted)! - 1)
            orders.set(key, { order: orders.size + 1, item: wanted })
          }
          return json(response, 201, orders.get(key))
        }
        json(response, 404, { error: 'nothing here' })
      })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    stock,
    orders,
    asked,
    closedEarly: () => closedEarly,
    /** What a path answers from now on; text that begins with `[` is sent as it is. */
    answer: (path: string, give: (asked: { headers: IncomingMessage['headers'] }) => unknown) => void answers.set(path, give),
    redirect: (to: string) => void (redirectTo = to),
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
