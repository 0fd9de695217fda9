import type { TalkUp } from '@myna/contracts/calls'

/** How it goes with a peer connection; `failed`: sound goes over the socket again. */
export type PeerState = 'off' | 'connecting' | 'on' | 'failed'

export type PeerLine = ReturnType<typeof openPeerLine>

/** A connection that is not there by then does not come about; the server gives up as soon. */
const connectMs = 10_000
/** Addresses of this side that take longer to find are done without. */
const gatherMs = 1_500
/** A connection that is away for longer is lost. */
const awayMs = 3_000

/**
 * Brings the sound of a call over a WebRTC connection, which bears networks that lose packets; what both sides say to come together goes over the call's socket. Whatever goes wrong, `failed` is told once and the
 * sound goes over the socket again.
 */
export function openPeerLine(it: {
  track: MediaStreamTrack
  iceServers: RTCIceServer[]
  send: (message: TalkUp) => void
  changed: (state: PeerState) => void
}) {
  const { send, changed } = it
  const connection = new RTCPeerConnection({ iceServers: it.iceServers })
  const loudspeaker = new Audio()
  let state: PeerState = 'connecting'
  let away: ReturnType<typeof setTimeout> | undefined
  const late = setTimeout(() => fail(), connectMs)

  const become = (next: PeerState) => {
    state = next
    changed(next)
  }
  const close = () => {
    clearTimeout(late)
    clearTimeout(away)
    connection.close()
    loudspeaker.srcObject = null
  }
  const fail = () => {
    if (state === 'off' || state === 'failed') return
    close()
    send({ type: 'peer', sdp: null })
    become('failed')
  }
  connection.addTrack(it.track, new MediaStream([it.track]))
  connection.addEventListener('track', ({ track }) => {
    loudspeaker.srcObject = new MediaStream([track])
    loudspeaker.play().catch(fail)
  })
  connection.addEventListener('connectionstatechange', () => {
    clearTimeout(away)
    if (connection.connectionState === 'connected') {
      clearTimeout(late)
      if (state === 'connecting') become('on')
    } else if (connection.connectionState === 'failed') fail()
    else if (connection.connectionState === 'disconnected') away = setTimeout(fail, awayMs)
  })
  const offer = async () => {
    await connection.setLocalDescription()
    await Promise.race([gathered(connection), new Promise((later) => setTimeout(later, gatherMs))])
    if (state === 'connecting' && connection.localDescription) send({ type: 'peer', sdp: connection.localDescription.sdp })
  }
  offer().catch(fail)

  return {
    get state(): PeerState {
      return state
    },
    /** What the server says to the offer; null: it will not, or it has lost the connection. */
    answer(sdp: string | null): void {
      if (sdp === null) return fail()
      if (state === 'connecting') connection.setRemoteDescription({ type: 'answer', sdp }).catch(fail)
    },
    /** Whether the agent is not to be heard. */
    silence: (on: boolean): void => void (loudspeaker.muted = on),
    /** How loud the agent is now, 0 to 1. */
    loudness: (): number => connection.getReceivers()[0]?.getSynchronizationSources()[0]?.audioLevel ?? 0,
    /** Ends it; the server is told when sound is to go over the socket again. */
    close({ goOn }: { goOn: boolean }): void {
      if (state === 'off' || state === 'failed') return
      close()
      state = 'off'
      if (goOn) send({ type: 'peer', sdp: null })
      changed('off')
    },
  }
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve()
    connection.addEventListener('icegatheringstatechange', look)
    look()
  })
}
