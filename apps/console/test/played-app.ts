import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An AI application on this machine: it echoes what it is asked, and says that it is unwell when told to be. */
export async function startApp() {
  let unwell = false
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const status = unwell ? 503 : request.url?.endsWith('/refuse') ? 422 : 200
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ asked: request.url, body, from: request.headers['myna-subject'] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    beUnwell(it: boolean) {
      unwell = it
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
