import type { AnyOperation, SocketClient, SocketServer } from '@myna/contracts'
import { z } from 'zod'
import { Fault } from '#seam/fault.ts'
import { fieldProblems } from '#seam/dispatch.ts'
import { MessageQueue } from '#seam/message-queue.ts'

/** The two ends of a conversation inside one process, checked like one over the network. */
export function socketPair(operation: AnyOperation, signal: AbortSignal) {
  if (operation.kind !== 'socket') throw new Error(`${operation.http} is not a socket`)
  const up = new MessageQueue<unknown>()
  const down = new MessageQueue<unknown>()
  const closed = new AbortController()
  const close = () => {
    closed.abort()
    up.end()
    down.end()
  }
  signal.addEventListener('abort', close, { once: true })
  const far: SocketServer<unknown, unknown> = {
    send: (message) => down.push(message),
    sendBytes: (frame) => down.push(frame),
    messages: up,
    buffered: () => 0,
    close,
    signal: closed.signal,
  }
  const client: SocketClient<unknown, unknown> = {
    send(message) {
      const read = z.safeParse(operation.up, message)
      if (!read.success) throw new Fault('request.invalid', {}, { fields: fieldProblems(read.error) })
      up.push(read.data)
    },
    sendBytes: (frame) => up.push(frame),
    messages: down,
    close,
  }
  const fail = (error: unknown) => {
    down.fail(error)
    close()
  }
  return { far, near: { client, end: close, fail } }
}
