import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Socket, SocketServer } from '@myna/contracts'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Log } from '#log.ts'
import { askSocket, fieldProblems, type Hosted } from '#seam/dispatch.ts'
import { Fault, problemOf } from '#seam/fault.ts'
import { MessageQueue } from '#seam/message-queue.ts'
import { isStorable } from '#seam/storable-text.ts'
import type { ServiceContext } from '#seam/service-context.ts'

/** Largest message a socket takes, in bytes. */
const messageBytes = 262_144
/** A socket that does not answer a ping within this is gone. */
const pingMs = 20_000

/** Accepts WebSockets for socket operations. Faults go to the caller as `{ fault }` right before the socket closes. */
export function createSocketHost(log: Log) {
  const server = new WebSocketServer({ noServer: true, maxPayload: messageBytes, perMessageDeflate: false })
  const open = new Set<WebSocket>()
  const conversing = new Set<Promise<void>>()

  async function converse(
    hosted: Hosted,
    name: string,
    raw: unknown,
    socket: WebSocket,
    contextFor: (signal: AbortSignal) => ServiceContext | Promise<ServiceContext>,
    traceId: string,
  ) {
    const operation = hosted.service.contract[name] as Socket
    const gone = new AbortController()
    const queue = new MessageQueue<unknown>(2_000)
    let answered = true
    const pinger = setInterval(() => {
      if (!answered) return socket.terminate()
      answered = false
      socket.ping()
    }, pingMs)
    socket.on('pong', () => {
      answered = true
    })
    socket.on('close', () => {
      clearInterval(pinger)
      gone.abort()
      queue.end()
    })
    socket.on('error', (error) => log.debug({ err: error, traceId }, 'a socket failed'))
    socket.on('message', (data: Buffer, binary: boolean) => {
      if (binary) return queue.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
      const read = z.safeParse(operation.up, jsonOf(data))
      if (read.success) queue.push(read.data)
      else queue.fail(new Fault('request.invalid', {}, { fields: fieldProblems(read.error) }))
    })
    const near: SocketServer<unknown, unknown> = {
      send: (message) => socket.send(JSON.stringify(message)),
      sendBytes: (frame) => socket.send(frame, { binary: true }),
      messages: queue,
      buffered: () => socket.bufferedAmount,
      close: (code = 1000, reason = '') => socket.close(code, reason.slice(0, 120)),
      signal: gone.signal,
    }
    try {
      await askSocket(hosted, name, raw, near, await contextFor(gone.signal))
      socket.close(1000)
    } catch (error) {
      const problem = problemOf(error, traceId)
      log[problem.status >= 500 ? 'error' : 'info']({ err: error, traceId, operation: name }, 'a socket ended in a fault')
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ fault: problem }))
      socket.close(4000 + problem.status, problem.code)
    }
  }

  return {
    /** Completes an upgrade and runs the operation on it until either side is done. */
    accept(
      request: IncomingMessage,
      duplex: Duplex,
      head: Buffer,
      it: { hosted: Hosted; name: string; raw: unknown; traceId: string; contextFor(signal: AbortSignal): ServiceContext | Promise<ServiceContext> },
    ): void {
      server.handleUpgrade(request, duplex, head, (socket) => {
        open.add(socket)
        socket.on('close', () => open.delete(socket))
        const conversation = converse(it.hosted, it.name, it.raw, socket, it.contextFor, it.traceId)
        conversing.add(conversation)
        void conversation.finally(() => conversing.delete(conversation))
      })
    },
    /**
     * Asks every open socket to come back to another process: close code 1012, service restart (RFC 6455 registry). Resolves when what they were about has come to
     * its end: a call that is being stored is stored.
     */
    async drain(): Promise<void> {
      for (const socket of open) socket.close(1012, 'restarting')
      await Promise.allSettled(conversing)
    },
  }
}

function jsonOf(data: Buffer): unknown {
  try {
    const text = data.toString('utf8')
    return isStorable(text) ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
