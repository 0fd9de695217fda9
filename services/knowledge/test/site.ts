import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

export type Answer =
  | string
  | Uint8Array
  | { status?: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** A website on a port of its own: answers by path (with query), 404 for the rest; remembers what it was asked. */
export async function openSite(routes: Record<string, Answer> | ((path: string) => Answer | undefined)) {
  const seen: string[] = []
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
  let running = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    seen.push(path)
    requests.push({ path, headers: request.headers })
    most = Math.max(most, ++running)
    response.on('close', () => running--)
    const answer = typeof routes === 'function' ? routes(path) : routes[path]
    if (answer === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Nothing here</h1>')
    if (typeof answer === 'function') return answer(request, response)
    const { status = 200, headers = {}, body = '' } = typeof answer === 'string' || answer instanceof Uint8Array ? { body: answer } : answer
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** Paths asked for, in order, robots.txt and sitemap left out. */
    pages: () => seen.filter((it) => it !== '/robots.txt' && it !== '/sitemap.xml'),
    seen,
    requests,
    /** Most requests open at once. */
    most: () => most,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Opens sites that close after the test. */
export function sitesForTests(): typeof openSite {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => void (await Promise.all(opened.splice(0).map((it) => it.close()))))
  return async (routes) => {
    const site = await openSite(routes)
    opened.push(site)
    return site
  }
}

/** A page with a title, text that is its own, and links. */
export function pageOf(
  title: string,
  links: readonly string[] = [],
  text = `Everything there is to say about ${title}, in a sentence of its own that no other page has.`,
  head = '',
): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav>${links.map((it) => `<a href="${it}">${it}</a>`).join(' ')}</nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`
}

/** A redirect. */
export function redirectTo(location: string, status = 302): Answer {
  return { status, headers: { location }, body: '' }
}
