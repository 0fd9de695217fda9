import { PortFault } from './fault.ts'
import type { OpenSocket } from './socket.ts'
import { WebFault } from './web.ts'
import { faultOfFetch, faultOfStatus, type Refusal } from './vendor-fault.ts'

/** A message of a vendor that speaks JSON. */
export type VendorMessage = Readonly<Record<string, unknown>>

/** A conversation with a vendor over a WebSocket. */
export type VendorTalk = {
  /** Objects go as JSON, bytes as they are. Nothing goes once it is over. */
  send(message: object | Uint8Array): void
  /** Ends it, after a last message where the protocol has one. */
  close(last?: object): void
}

export type TalkRequest = {
  /** What people call the vendor; faults begin with it. */
  vendor: string
  openSocket: OpenSocket
  url: string
  /** Carry the key. */
  headers: Record<string, string>
  signal: AbortSignal
  /** How long a handshake may take; 8 s. */
  openMs?: number | undefined
  hear(message: VendorMessage): void
  /** The vendor, not this side, has ended it. */
  over(fault: PortFault): void
  /** What a close code of the vendor means, where it is more than an end. */
  faultOfClose?: ((code: number, reason: string) => PortFault | undefined) | undefined
  /** What a status means for this vendor, where it is not what it means for others. */
  refusalOf?: ((status: number) => Refusal | undefined) | undefined
}

/** More than this not sent yet, a minute of 16 kHz PCM, means that the vendor does not listen. */
const maxUnsentBytes = 2_000_000

/**
 * Opens a conversation. Throws `PortFault`, whose sentence holds neither key nor address, or the reason of `signal`. The signal counts for the opening alone.
 */
export function openVendorTalk(it: TalkRequest): Promise<VendorTalk> {
  const { vendor, signal } = it
  signal.throwIfAborted()
  if (Object.values(it.headers).some((value) => /[^ -~]/.test(value)))
    throw new PortFault(`The key for ${vendor} holds characters that no key has.`, { retryable: false })
  const socket = it.openSocket(it.url, { headers: it.headers })
  socket.binaryType = 'arraybuffer'
  const opening = Promise.withResolvers<VendorTalk>()
  let state: 'opening' | 'open' | 'over' = 'opening'
  let failure: unknown

  const lose = (fault: PortFault) => {
    if (state === 'over') return
    const opened = state === 'open'
    state = 'over'
    socket.close()
    if (opened) it.over(fault)
    else opening.reject(fault)
  }
  const abort = () => {
    if (state !== 'opening') return
    state = 'over'
    socket.close()
    opening.reject(signal.reason as Error)
  }
  const timer = setTimeout(() => lose(new PortFault(`${vendor} did not take up the conversation in time.`, { retryable: true })), it.openMs ?? 8_000)
  signal.addEventListener('abort', abort, { once: true })
  const settled = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
  opening.promise.then(settled, settled)

  socket.addEventListener('open', () => {
    if (state !== 'opening') return socket.close()
    state = 'open'
    opening.resolve({
      send(message) {
        if (state !== 'open') return
        if (socket.bufferedAmount > maxUnsentBytes) return lose(new PortFault(`${vendor} does not keep up with the sound.`, { retryable: true }))
        socket.send(message instanceof Uint8Array ? (message as Uint8Array<ArrayBuffer>) : JSON.stringify(message))
      },
      close(last) {
        if (state !== 'open') return
        state = 'over'
        if (last) socket.send(JSON.stringify(last))
        socket.close(1000)
      },
    })
  })
  socket.addEventListener('message', ({ data }) => {
    if (state !== 'open') return
    const message = readMessage(data)
    if (message) it.hear(message)
    else lose(new PortFault(`${vendor} said something that is no message of it.`, { retryable: true }))
  })
  socket.addEventListener('error', (event) => (failure = (event as Event & { error?: unknown }).error))
  socket.addEventListener('close', ({ code, reason }) => {
    if (state === 'opening') return lose(faultOfOpening(it, failure))
    lose(it.faultOfClose?.(code, reason) ?? new PortFault(`${vendor} broke off the conversation (code ${code}).`, { retryable: true }))
  })
  return opening.promise
}

/** The address of a vendor's WebSocket: `https` and `http` of a base are understood as `wss` and `ws`. Throws `PortFault` when it is no address. */
export function socketUrlOf(vendor: string, base: string, path: string): URL {
  const url = URL.parse(`${base.trim().replace(/^http/i, 'ws').replace(/\/+$/, '')}${path}`)
  if (!url || !/^wss?:$/.test(url.protocol)) throw new PortFault(`The address of ${vendor} cannot be used.`, { retryable: false })
  return url
}

function readMessage(data: unknown): VendorMessage | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message = JSON.parse(data) as unknown
    return typeof message === 'object' && message !== null && !Array.isArray(message) ? (message as VendorMessage) : undefined
  } catch {
    return undefined
  }
}

function faultOfOpening(it: TalkRequest, failure: unknown): PortFault {
  for (let at = failure, steps = 0; at instanceof Error && steps < 5; at = at.cause, steps++) {
    if (at instanceof WebFault) return faultOfFetch(it.vendor, at)
    if (at instanceof PortFault && at.status !== undefined)
      return faultOfStatus(it.vendor, { status: at.status, refusal: it.refusalOf?.(at.status), retryAfter: null })
  }
  return new PortFault(`${it.vendor} could not be reached, or broke off.`, { retryable: true })
}
