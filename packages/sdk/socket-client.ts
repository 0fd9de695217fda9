import type { CallOptions, SocketClient } from '@myna/contracts'
import { ApiFault, type ProblemBody, unreachable } from './api-fault.ts'
import type { HttpClientOptions } from './http-client.ts'

/** Opens a WebSocket and reads it as an async iterable; a fault the service sends before closing is thrown by the iteration. */
export async function openSocket(url: string, options: HttpClientOptions, call: CallOptions): Promise<SocketClient<unknown, unknown>> {
  const address = new URL(url, (globalThis as { location?: { href: string } }).location?.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const headers = await options.headers?.()
  const socket = (options.connect ?? connect)(address, headers)
  socket.binaryType = 'arraybuffer'
  const queue: unknown[] = []
  let over: { fault?: Error } | undefined
  let wake: (() => void) | undefined
  const end = (fault?: Error) => {
    over ??= fault ? { fault } : {}
    wake?.()
  }
  call.signal?.addEventListener('abort', () => socket.close(1000), { once: true })

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', (event) => reject(unreachable(event)), { once: true })
    socket.addEventListener('close', (event) => {
      end(event.code === 1000 || event.code === 1005 ? undefined : unreachable(new Error(`closed with ${event.code}`)))
    })
    socket.addEventListener('message', (event: { data: string | ArrayBuffer }) => {
      const message = typeof event.data === 'string' ? jsonOf(event.data) : new Uint8Array(event.data)
      if (message === undefined) {
        end(unreachable(new Error('a message is no JSON')))
        return socket.close(1000)
      }
      if (!(message instanceof Uint8Array) && message.fault) return end(new ApiFault(message.fault))
      queue.push(message)
      wake?.()
    })
  })

  async function* messages(): AsyncGenerator<unknown> {
    for (;;) {
      while (queue.length > 0) yield queue.shift()
      if (over?.fault) throw over.fault
      if (over) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    sendBytes: (frame) => socket.send(frame as Uint8Array<ArrayBuffer>),
    messages: messages(),
    close: () => socket.close(1000),
  }
}

/** Browsers take no headers and need none: the session cookie goes along. Node's WebSocket takes them in the second argument. */
function connect(address: URL, headers: Record<string, string> | undefined): WebSocket {
  return headers ? new (WebSocket as unknown as new (url: URL, init: object) => WebSocket)(address, { headers }) : new WebSocket(address)
}

/** An object in JSON; undefined when it is none. */
function jsonOf(text: string): { fault?: ProblemBody } | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}
