import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on a port of its own; counts the connections that reached it. */
export async function openSite(
  answer: RequestListener,
): Promise<{ host: string; url: string; port: number; connections(): number; [Symbol.asyncDispose](): Promise<void> }> {
  let connections = 0
  const server = createServer(answer)
  server.on('connection', () => connections++)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
