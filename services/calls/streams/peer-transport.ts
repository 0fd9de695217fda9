import type { TalkDown } from '@myna/contracts/calls'
import type { Peer } from '@myna/ports/peer'
import type { Context } from '#context.ts'
import type { CallSession } from '#streams/call-session.ts'
import type { Transport } from '#streams/transport.ts'

/** Sound that may wait here when it leaves more slowly than it comes. */
const mostWaitingMs = 400

/**
 * The way to a browser over a peer connection. What is handed over leaves at once at the pace of speech, so that there is little to throw away. When the connection is gone (`peer`
 * gives undefined), everything goes over `socket`, in the middle of a reply too.
 */
export function peerTransport(peer: () => Peer | undefined, socket: Transport): Transport {
  return {
    format: 'pcm-16k',
    leadMs: 60,
    pieceMs: 20,
    send(sound) {
      const open = peer()
      if (open) open.send(sound)
      else socket.send(sound)
    },
    clear() {
      peer()?.clear()
      // The browser stops counting what is heard, and throws away what came over the socket.
      socket.clear()
    },
    mark: () => {},
    takesSound() {
      const open = peer()
      return open ? open.waitingMs < mostWaitingMs : socket.takesSound()
    },
    close(reason) {
      peer()?.close()
      socket.close(reason)
    },
  }
}

export type PeerWay = ReturnType<typeof createPeerWay>

/**
 * Lets the sound of a call in a browser go over a peer connection when the browser offers one, and over the socket again when it asks or the connection is lost. A reply that is being said goes on
 * where it began; the next one takes the new way.
 */
export function createPeerWay(it: {
  context: { ports: Pick<Context['ports'], 'peers'>; signal: AbortSignal; log: Pick<Context['log'], 'info'> }
  session: { line: Pick<CallSession['line'], 'transport'>; hear(piece: Uint8Array): void }
  socket: Transport
  tell(message: TalkDown): void
}) {
  const { context, session, socket, tell } = it
  /** Each offer replaces what came of the one before. */
  let current: { peer?: Peer; isOpen: boolean } | undefined
  let isClosed = false

  const leave = () => {
    current?.peer?.close()
    if (current) current.isOpen = false
    current = undefined
    session.line.transport = socket
  }
  const back = () => {
    leave()
    tell({ type: 'peer', sdp: null })
  }

  async function offer(sdp: string): Promise<void> {
    const { peers } = context.ports
    if (!peers) return back()
    leave()
    const mine: NonNullable<typeof current> = { isOpen: false }
    current = mine
    try {
      const peer = await peers(
        sdp,
        {
          open() {
            if (current !== mine) return
            mine.isOpen = true
            session.line.transport = peerTransport(() => (mine.isOpen ? mine.peer : undefined), socket)
          },
          // The bytes are used again, and who listens may keep them.
          sound: (pcm) => current === mine && session.hear(new Uint8Array(pcm)),
          lost(reason) {
            mine.isOpen = false
            if (current !== mine) return
            context.log.info({ reason }, 'the sound of a call goes over its socket again')
            back()
          },
        },
        context.signal,
      )
      if (current !== mine) return peer.close()
      mine.peer = peer
      tell({ type: 'peer', sdp: peer.answer })
    } catch (error) {
      context.log.info({ err: error }, 'the sound of a call stays on its socket')
      if (current === mine) back()
    }
  }

  return {
    /** Whether the caller's sound comes over a peer connection. */
    get isOpen(): boolean {
      return current?.isOpen === true
    },
    /** An offer, or the wish to go back to the socket. */
    take(sdp: string | null): void {
      if (isClosed) return
      if (sdp === null) back()
      else void offer(sdp)
    },
    close(): void {
      isClosed = true
      leave()
    },
  }
}
