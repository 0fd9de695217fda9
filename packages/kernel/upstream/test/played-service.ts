import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A process that plays an instance of a service: well until told otherwise, answering as it is told. */
export async function playService(answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end('{}'), port = 0) {
  const state = {
    health: 200,
    healthBody: '{"status":"well"}',
    services: undefined as string[] | undefined,
    heard: 0,
    healthAsked: 0,
    /** Health questions go without an answer. */ isBusy: false,
  }
  const server = createServer((request, response) => {
    if (request.url === '/health') {
      state.healthAsked++
      if (state.isBusy) return
      return response.writeHead(state.health, { 'content-type': 'application/json' }).end(state.healthBody)
    }
    if (request.url === '/services')
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ services: state.services?.map((name) => ({ name })) }))
    state.heard++
    return answer(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo
  return {
    state,
    port: bound,
    address: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
