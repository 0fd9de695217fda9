import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A website of a test: what it answers by path may change while it runs, and a path can be made to wait. */
export type Site = Awaited<ReturnType<typeof openSite>>

/** Opens a website on a port of its own; what it has no page for is 404. */
export async function openSite(pages: Record<string, string>) {
  const asked: string[] = []
  const held = new Map<string, ServerResponse[]>()
  const answer = (path: string, response: ServerResponse) => {
    const body = pages[path]
    const type = path.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body ?? '<h1>Nothing here</h1>')
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const waiting = held.get(path)
    if (waiting) waiting.push(response)
    else answer(path, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    pages,
    /** Paths asked for, in order. */
    asked,
    /** Keeps everybody who asks for the path waiting, until `release`. */
    hold(path: string): void {
      held.set(path, [])
    },
    release(path: string): void {
      const waiting = held.get(path) ?? []
      held.delete(path)
      for (const response of waiting) answer(path, response)
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A page with a title, running text of its own, and links. */
export function pageOf(title: string, text: string, links: readonly string[] = []): string {
  const nav = links.map((it) => `<a href="${it}">${it.slice(1)}</a>`).join(' ')
  return `<!doctype html><html lang="en"><head><title>${title} | Corner Bakery</title></head><body><nav>${nav}</nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`
}

/** The website of an invented bakery. */
export function bakery(): Record<string, string> {
  return {
    '/': pageOf('Fresh bread', 'Corner Bakery bakes sourdough, rye and milk bread in a wood oven every morning before sunrise.', [
      '/contact',
      '/prices',
      '/about',
      '/delivery',
    ]),
    '/contact': pageOf(
      'Contact',
      'Call us at +91 80 4123 4567 or write to hello@cornerbakery.example.</p><h2>Opening hours</h2><p>Monday to Friday: 8:00 - 18:00, Saturday: 9 am - 1 pm',
    ),
    '/prices': pageOf('Prices', 'A loaf of sourdough costs 240 rupees and a loaf of rye costs 180 rupees.'),
    '/about': pageOf('About us', 'Two brothers opened the bakery in 1998 opposite the old railway station of the town.'),
    '/delivery': pageOf('Delivery', 'We deliver within five kilometres for 40 rupees, and free of charge above 600 rupees.'),
  }
}
