import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const pageOf = (title: string, text: string, links: readonly string[] = []) =>
  `<!doctype html><html lang="en"><head><title>${title} | Corner Bakery</title></head><body><nav>${links.map((it) => `<a href="${it}">${it.slice(1)}</a>`).join(' ')}</nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`

const pages: Readonly<Record<string, string>> = {
  '/': pageOf('Fresh bread', 'Corner Bakery bakes sourdough, rye and milk bread in a wood oven every morning before sunrise.', [
    '/contact',
    '/prices',
    '/about',
    '/delivery',
  ]),
  '/contact': pageOf('Contact', 'Call us at +91 80 4123 4567 or write to hello@cornerbakery.example.'),
  '/prices': pageOf('Prices', 'A loaf of sourdough costs 240 rupees and a loaf of rye costs 180 rupees.'),
  '/about': pageOf('About us', 'Two brothers opened the bakery in 1998 opposite the old railway station of the town.'),
  '/delivery': pageOf('Delivery', 'We deliver within five kilometres for 40 rupees, and free of charge above 600 rupees.'),
}

/** The website of an invented bakery on a port of its own; a page can be held back. */
export async function openBakery() {
  const asked: string[] = []
  const held = new Map<string, ServerResponse[]>()
  const answer = (path: string, response: ServerResponse) =>
    response.writeHead(pages[path] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(pages[path] ?? '<h1>Nothing here</h1>')
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!
    asked.push(path)
    const waiting = held.get(path)
    if (waiting) waiting.push(response)
    else answer(path, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    hold: (path: string) => void held.set(path, []),
    release(path: string) {
      const waiting = held.get(path) ?? []
      held.delete(path)
      for (const it of waiting) answer(path, it)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
