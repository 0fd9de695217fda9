import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** Another process with a service, as one that behaves in every way a process can. It says that it is well, and which service it runs. */
export async function playService(
  name: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  takeSocket?: (request: IncomingMessage, duplex: Duplex, head: Buffer) => void,
) {
  const sockets = new Set<Socket>()
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    if (request.url === '/health') return void response.end('{"status":"well"}')
    if (request.url === '/services') return void response.end(JSON.stringify({ services: [{ name }] }))
    asked.push(request)
    answer(request, response)
  })
  if (takeSocket) server.on('upgrade', takeSocket)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request that came here, in order. */
    asked,
    async close() {
      for (const it of sockets) it.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers JSON of a known length. */
export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
}
