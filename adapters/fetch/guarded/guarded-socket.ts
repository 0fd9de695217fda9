import { PortFault } from '@myna/ports/fault'
import type { OpenSocket, VendorSocket } from '@myna/ports/socket'
import type { WatchRequest } from '@myna/ports/vendor-watch'
import { WebFault } from '@myna/ports/web'
import { type Dispatcher, type ErrorEvent, WebSocket } from 'undici'
import { type AllowedHosts, checkAddress, createAllowedHosts } from '#checked-address.ts'
import { createGuardedAgent, type Resolve, systemResolve } from '#guarded-agent.ts'

export type GuardedSocket = { openSocket: OpenSocket; close(): Promise<void> }

/** What became of a handshake, as the browser's interface does not tell it. */
type Handshake = { fault: Error | undefined }

const refusedUrl = 'ws://refused.invalid/'

/**
 * WebSockets behind the same guard, for vendors whose address a tenant chooses. The `error` event of a socket that never opened carries an error whose `cause` is
 * a `WebFault` (`bad_address`, `private_address`, `unreachable`) or a `PortFault` with the `status` the server answered instead. Neither holds a header.
 */
export function createGuardedSocket(options: { allowHosts: readonly string[]; resolve?: Resolve; connections?: number; watch?: WatchRequest }): GuardedSocket {
  const allowedHosts = createAllowedHosts(options.allowHosts)
  const agent = createGuardedAgent(allowedHosts, options.resolve ?? systemResolve, options.connections)
  const open = new Set<VendorSocket>()
  return {
    openSocket(url, it = {}) {
      const refusal = refusalOf(url, allowedHosts)
      const handshake: Handshake = { fault: refusal }
      const socket = new WebSocket(refusal ? refusedUrl : url, {
        dispatcher: agent.compose(refusal ? refuse(refusal) : watch(handshake)),
        ...(it.headers ? { headers: it.headers } : {}),
        ...(it.protocols ? { protocols: it.protocols } : {}),
      })
      const vendorSocket = socket as unknown as VendorSocket
      open.add(vendorSocket)
      const ended = options.watch?.()
      if (ended) {
        socket.addEventListener('open', () => ended({ status: 101 }), { once: true })
        socket.addEventListener('error', () => socket.readyState !== socket.OPEN && ended({ error: handshake.fault }), { once: true })
      }
      // Heard before any listener of the caller, so that they find the cause in its place.
      socket.addEventListener('error', ({ error }: ErrorEvent) => {
        if (error instanceof Error && handshake.fault) error.cause = handshake.fault
      })
      socket.addEventListener('close', () => open.delete(vendorSocket))
      return vendorSocket
    },
    async close() {
      for (const socket of open) socket.close()
      await agent.destroy()
    },
  }
}

function refusalOf(url: string, allowedHosts: AllowedHosts): WebFault | undefined {
  try {
    if (!/^wss?:/i.test(url)) throw new WebFault('bad_address', 'only ws and wss addresses can be listened to')
    checkAddress(url.replace(/^ws/i, 'http'), allowedHosts)
    return undefined
  } catch (error) {
    return error instanceof WebFault ? error : new WebFault('bad_address', 'this is no address')
  }
}

/** Lets nothing out: an address that was refused before a name of it is looked up. */
function refuse(refusal: WebFault): Dispatcher.DispatcherComposeInterceptor {
  return () => (_request, _handler) => {
    throw refusal
  }
}

/** Notes the status or the error that stood in the way of a WebSocket. */
function watch(handshake: Handshake): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (request, handler) =>
    dispatch(request, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onRequestUpgrade: (controller, status, headers, socket) => handler.onRequestUpgrade?.(controller, status, headers, socket),
      onResponseStart(controller, status, headers, message) {
        handshake.fault = new PortFault(`the server answered with status ${status} instead of a WebSocket`, {
          status,
          retryable: status === 429 || status >= 500,
        })
        handler.onResponseStart?.(controller, status, headers, message)
      },
      onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
      onResponseError(controller, error) {
        handshake.fault ??= error instanceof WebFault ? error : new WebFault('unreachable', 'the connection failed', { cause: error })
        handler.onResponseError?.(controller, error)
      },
    })
}
