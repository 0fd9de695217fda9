import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writePassages } from './passages.ts'

/** A website of a business on this machine that answers at once. */
export type Site = { url: string; host: string; pages: number; close(): Promise<void> }

const passagesEach = 12

/** Serves a shop of as many pages as asked for, each linked from every other by the menu or by its neighbours; about 12 passages, a table and a list on each. */
export async function openSite(pages: number): Promise<Site> {
  const texts = writePassages(pages * passagesEach)
  const bodies = new Map(
    Array.from({ length: pages }, (_, page) => [pathOf(page), pageOf(page, pages, texts.slice(page * passagesEach, (page + 1) * passagesEach))] as const),
  )
  const server = createServer((request, response) => {
    const body = bodies.get(request.url ?? '/')
    if (body === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    pages,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function pathOf(page: number): string {
  return page === 0 ? '/' : `/topic-${page}`
}

function pageOf(page: number, pages: number, passages: ReturnType<typeof writePassages>): string {
  const links = Array.from({ length: 8 }, (_, step) => (page * 7 + step + 1) % pages).map((to) => `<li><a href="${pathOf(to)}">Topic ${to}</a></li>`)
  const sections = passages.map((it) => `<section><h2>${it.title}</h2><p>${it.text}</p></section>`)
  const rows = passages.map((it, row) => `<tr><td>${it.title}</td><td>$${20 + page + row}</td><td>${row + 2} days</td></tr>`)
  return `<!doctype html><html lang="en"><head><title>${page === 0 ? 'Park Street Trading' : `Topic ${page} – Park Street Trading`}</title></head><body>
<header><nav><ul><li><a href="/">Home</a></li>${links.join('')}</ul></nav></header>
<main><h1>${page === 0 ? 'Park Street Trading, everything for home and work' : `Topic ${page}`}</h1>${sections.join('\n')}
<h2>Prices on this page</h2><table><thead><tr><th>Service</th><th>Price</th><th>Delivery</th></tr></thead><tbody>${rows.join('')}</tbody></table></main>
<footer><p>Park Street Trading, 42 Station Road, Leeds LS1 4DY. Phone +44 113 496 0${String(page).padStart(3, '0')}, mail hello@parkstreet.example. Open Monday to Friday, 9:00–18:00.</p></footer></body></html>`
}
