import { createServer, type IncomingHttpHeaders, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** How a handshake looked: what a vendor judges before it talks. */
export type PlayedHandshake = { url: URL; headers: IncomingHttpHeaders }

/** One conversation of a played vendor over a WebSocket. */
export type PlayedTalk = PlayedHandshake & {
  /** Objects go as JSON, strings and bytes as they are; nothing goes once the talk is over. */
  send(message: object | string | Uint8Array): void
  /** Ends it as the protocol wants. */
  close(code: number, reason: string): void
  /** Tears the line. */
  cut(): void
  readonly over: boolean
}

/** What a played vendor does with messages of one conversation. */
export type PlayedManners = { hear(message: string | Uint8Array): void; left?(): void }

/**
 * A local server that plays a vendor behind a WebSocket. `judge` gives the status a handshake is refused with, 0 for no answer at all, or undefined when it is well;
 * `talk` begins a conversation.
 */
export async function playSocketVendor(it: { judge(handshake: PlayedHandshake): number | undefined; talk(talk: PlayedTalk): PlayedManners }) {
  const handshakes: PlayedHandshake[] = []
  const open = new Set<WebSocket>()
  const waiting = new Set<{ destroy(): void }>()
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer((_, response) => void response.writeHead(426).end())
  server.on('upgrade', (request, stream, head) => {
    const handshake = { url: new URL(request.url ?? '', 'ws://played'), headers: request.headers }
    handshakes.push(handshake)
    const status = it.judge(handshake)
    stream.on('error', () => {})
    if (status === 0) return void waiting.add(stream)
    if (status !== undefined)
      return void stream.end(
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`,
      )
    sockets.handleUpgrade(request, stream, head, (socket) => {
      open.add(socket)
      const talk: PlayedTalk = {
        ...handshake,
        send(message) {
          if (socket.readyState === socket.OPEN) socket.send(typeof message === 'string' || message instanceof Uint8Array ? message : JSON.stringify(message))
        },
        close: (code, reason) => socket.close(code, reason),
        cut: () => socket.terminate(),
        get over() {
          return socket.readyState !== socket.OPEN
        },
      }
      const manners = it.talk(talk)
      socket.on('message', (data, isBinary) => {
        const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])
        manners.hear(isBinary ? new Uint8Array(bytes) : bytes.toString('utf8'))
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        manners.left?.()
      })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    url: `ws://127.0.0.1:${port}`,
    handshakes,
    /** How many conversations are open. */
    get talks() {
      return open.size
    },
    /** Tears every line. */
    cut() {
      for (const socket of open) socket.terminate()
    },
    async close() {
      for (const socket of open) socket.terminate()
      for (const stream of waiting) stream.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
