import { WebSocket } from 'ws'
import { PortFault } from '../fault.ts'
import type { OpenSocket, VendorSocket } from '../socket.ts'

/** Opens WebSockets to played vendors on this machine, where the guard lets nobody; a refused handshake tells its status as the guarded one does. */
export const openLocalSocket: OpenSocket = (url, it = {}) => {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('this is for played vendors on this machine')
  const socket = new WebSocket(url, it.protocols ?? [], it.headers ? { headers: it.headers } : {})
  socket.addEventListener('error', ({ error, message }) => {
    const status = Number(/^Unexpected server response: (\d+)$/.exec(message)?.[1])
    if (status > 0 && error instanceof Error) error.cause = new PortFault('refused', { status, retryable: status === 429 || status >= 500 })
  })
  return socket as unknown as VendorSocket
}
