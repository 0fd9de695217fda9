import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in; `form` is its body when that is a form. */
export type Asked = { method: string; url: URL; headers: IncomingHttpHeaders; body: string; form: URLSearchParams }
/** What is answered: JSON, a page, or the way to another address. */
export type Answer = { status: number; json?: unknown; page?: string; location?: string }

/** A site on this machine that answers by a function and keeps what it was asked. */
export async function openPlayedSite(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const it = { method: request.method ?? '', url: new URL(request.url ?? '/', url), headers: request.headers, body, form: new URLSearchParams(body) }
      asked.push(it)
      void Promise.resolve(answer(it))
        .catch((error: unknown): Answer => ({ status: 500, page: String(error) }))
        .then(({ status, json, page, location }) => {
          const type = json === undefined ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'
          response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(json === undefined ? page : JSON.stringify(json))
        })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    asked,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The page on which a vendor says that an application asks wrongly; it leads nowhere. */
export const errorPage = (status: number, vendor: string, error: string): Answer => ({
  status,
  page: `<!doctype html><html lang="en"><title>${vendor}</title><h1>${vendor}</h1><p>Error ${status}: ${error}</p></html>`,
})

/** The page on which somebody lets an application know who they are, or does not. */
export function consentPage(vendor: string, name: string, asked: URL): Answer {
  const link = (decision: string) => {
    const to = new URL(asked)
    to.searchParams.set('decision', decision)
    return to.href.replaceAll('&', '&amp;')
  }
  const links = `<a href="${link('allow')}">Continue as ${name.replaceAll('<', '&lt;')}</a> <a href="${link('deny')}">Cancel</a>`
  return { status: 200, page: `<!doctype html><html lang="en"><title>${vendor}</title><h1>Sign in with ${vendor}</h1><p>${links}</p></html>` }
}

/** The way back to an application. */
export function backTo(redirectUri: string, answer: Record<string, string | null>): Answer {
  const to = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) if (value !== null) to.searchParams.set(name, value)
  return { status: 302, location: to.href }
}

/** Does what a browser does whose person allows, or cancels: answers the address it is sent back to. Throws what the page says when it is sent nowhere. */
export async function visitPlayed(address: string, decision: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const page = await fetch(address, { redirect: 'manual' })
  const answer = page.status === 200 ? await fetch(`${address}&decision=${decision}`, { redirect: 'manual' }) : page
  const location = answer.headers.get('location')
  if (answer.status !== 302 || !location) throw new Error((/<p>(.*?)<\/p>/.exec(await answer.text()) ?? [])[1] ?? `answered ${answer.status}`)
  return new URL(location)
}
