import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'

export type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** An application on this machine that answers as it is told, and remembers what it was asked. */
export async function openAppServer() {
  const asked: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
  let answering: Answering = (_request, response) => void response.end('hello')
  const server = createServer((request, response) => {
    asked.push({ method: request.method!, url: request.url!, headers: request.headers })
    void answering(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer(it: Answering) {
      asked.length = 0
      answering = it
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A server that sends given bytes to whoever connects, whatever they ask, and ends the connection. */
export async function openRawServer(bytes: string, end: 'end' | 'stay' = 'end') {
  const open = new Set<Socket>()
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => {
      if (end === 'end') socket.end(bytes)
      else socket.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
}
