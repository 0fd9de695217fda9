import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '#log.ts'
import { createQuickFrames } from '#seam/quick-frames.ts'
import { readInPlace } from '#seam/read-in-place.ts'

/** The near end of a WebSocket that is no operation. */
export type MediaSocket = {
  /** Sends a text message, given as text or as its UTF-8 bytes. */
  send(message: string | Uint8Array): void
  /** Bytes waiting to leave. */
  buffered(): number
  close(code?: number, reason?: string): void
}

/** What a service does with such a socket; both are called synchronously as things come. The bytes are valid only during the call. */
export type MediaHandler = { message(data: Buffer, binary: boolean): void; closed(): void }

/** Sockets of others' making, such as a carrier's media streams: `path` is below `/api/v1`, and what follows it in an address is given to `open`. */
export type MediaRoute<Ctx = unknown> = {
  path: string
  /** Undefined: nobody here knows of it. Messages wait until this resolves. */
  open(rest: string, socket: MediaSocket, context: Ctx): Promise<MediaHandler | undefined>
}

/** Largest message, in bytes; a frame of sound is hundreds. */
const messageBytes = 1_048_576

/**
 * A text message in one frame from a server, with its head (RFC 6455, section 5.2), in one piece of memory: sound leaves in a single write. The library beside it
 * writes whole frames too, so the two never mix.
 */
function textFrame(message: Uint8Array): Buffer {
  const { byteLength } = message
  const headBytes = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + byteLength)
  frame[0] = 0x81
  if (headBytes === 2) frame[1] = byteLength
  else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(message, headBytes)
  return frame
}

/** Puts itself before the library on a connection: short text messages are handed over at once, and all else is the library's as before. */
function readQuickly(socket: WebSocket, duplex: Duplex, text: (message: Buffer) => void): void {
  const libraries = duplex.listeners('data')
  duplex.removeAllListeners('data')
  let failed = false
  socket.once('error', () => (failed = true))
  const read = createQuickFrames({ text, others: (bytes) => libraries.forEach((it) => it.call(duplex, bytes)) })
  readInPlace(duplex, (bytes) => {
    if (!failed) read(bytes)
  })
}

/** Accepts WebSockets for media routes: frames are handed over as they come, with nothing in between. */
export function createMediaHost(log: Log) {
  const taken = new Set<WebSocket>()
  const server = new WebSocketServer({ noServer: true, maxPayload: messageBytes, perMessageDeflate: false, skipUTF8Validation: true })

  async function converse(socket: WebSocket, duplex: Duplex, open: (near: MediaSocket) => Promise<MediaHandler | undefined>): Promise<void> {
    let gone = false
    taken.add(socket)
    socket.on('close', () => {
      gone = true
      taken.delete(socket)
    })
    socket.on('error', (error) => log.debug({ err: error }, 'a media socket failed'))
    socket.pause()
    const near: MediaSocket = {
      send: (message) => {
        if (socket.readyState !== socket.OPEN) return
        if (typeof message === 'string') socket.send(message)
        else duplex.write(textFrame(message))
      },
      buffered: () => socket.bufferedAmount,
      close: (code = 1000, reason = '') => socket.close(code, reason.slice(0, 120)),
    }
    const handler = await open(near).catch((error: unknown) => {
      log.warn({ err: error }, 'a media socket could not be taken')
      return undefined
    })
    if (!handler) {
      // Whoever does not read does not hear that the other side has closed too.
      socket.resume()
      return socket.close(1008, 'unknown')
    }
    if (gone) return handler.closed()
    socket.on('close', () => handler.closed())
    socket.on('message', (data: Buffer, binary: boolean) => handler.message(data, binary))
    readQuickly(socket, duplex, (message) => handler.message(message, false))
    socket.resume()
  }

  return {
    /** Ends every socket: whoever is on the other side is led to another process (close code 1012, service restart). */
    drain(): void {
      for (const socket of taken) socket.close(1012, 'restarting')
    },
    accept(request: IncomingMessage, duplex: Duplex, head: Buffer, open: (near: MediaSocket) => Promise<MediaHandler | undefined>): void {
      server.handleUpgrade(request, duplex, head, (socket) => void converse(socket, duplex, open))
    },
  }
}
