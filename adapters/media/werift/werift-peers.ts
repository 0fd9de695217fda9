import { randomInt } from 'node:crypto'
import { PortFault } from '@myna/ports/fault'
import type { IceServer, Peer, PeerEvents, PeerMaker } from '@myna/ports/peer'
import { createIncomingSound } from '#incoming-sound.ts'
import { checkOffer } from '#offer.ts'
import { loadOpus, type Opus } from '#opus-codec.ts'
import { createOutgoingSound } from '#outgoing-sound.ts'

type Werift = typeof import('werift')

/** A connection that is not there by then does not come. */
const connectMs = 10_000
/** A side that falls silent for so long is gone, whatever ICE still hopes for: a microphone sends always, and reports come every five seconds where there is none. */
const [vanishedMs, vanishedReportsMs] = [4_000, 12_000]
/** Servers that tell an address have so long to do so, in seconds. */
const gatherSeconds = 2
const turnMs = 20

/**
 * Makes peers of werift, WebRTC in TypeScript: ICE, DTLS and SRTP in this process, UDP only. Both it and the codec are loaded with the first offer. `hostAddresses` are offered besides
 * those of the machine's networks, such as 127.0.0.1.
 */
export function createPeers(it: { iceServers?: () => readonly IceServer[]; hostAddresses?: readonly string[] } = {}): PeerMaker {
  let loading: Promise<[Werift, Opus]> | undefined
  return async (offer, on, signal) => {
    checkOffer(offer)
    loading ??= Promise.all([import('werift'), loadOpus()])
    const [werift, opus] = await loading
    signal?.throwIfAborted()
    return openPeer({ werift, opus, offer, on, signal, iceServers: it.iceServers?.() ?? [], hostAddresses: it.hostAddresses ?? [] })
  }
}

type Opening = {
  werift: Werift
  opus: Opus
  offer: string
  on: PeerEvents
  signal: AbortSignal | undefined
  iceServers: readonly IceServer[]
  hostAddresses: readonly string[]
}

async function openPeer({ werift, opus, offer, on, signal, iceServers, hostAddresses }: Opening): Promise<Peer> {
  const codec = new werift.RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: 'minptime=10;useinbandfec=1' })
  const connection = new werift.RTCPeerConnection({
    codecs: { audio: [codec], video: [] },
    iceServers: iceServers.map((server) => ({ ...server })),
    iceAdditionalHostAddresses: [...hostAddresses],
    iceUseTcp: false,
    iceStunGatherTimeout: gatherSeconds,
  })
  const track = new werift.MediaStreamTrack({ kind: 'audio' })
  const transceiver = connection.addTransceiver(track, { direction: 'sendrecv' })
  const [encoder, decoder] = [opus.createEncoder(), opus.createDecoder()]
  let isOpen = false
  let isOver = false
  let ssrc: number | undefined
  let heardAt = performance.now()
  const openedAt = heardAt

  const incoming = createIncomingSound(decoder, (pcm) => on.sound(pcm))
  let sequence = randomInt(65_536)
  const firstTimestamp = randomInt(2 ** 32)
  const outgoing = createOutgoingSound(encoder, ({ payload, timestamp, marker }) => {
    const header = new werift.RtpHeader({ payloadType: codec.payloadType, sequenceNumber: sequence, timestamp: (firstTimestamp + timestamp) >>> 0, marker })
    sequence = (sequence + 1) & 0xffff
    track.writeRtp(new werift.RtpPacket(header, Buffer.from(payload)))
  })

  const end = () => {
    if (isOver) return
    isOver = true
    isOpen = false
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
    for (const event of [connection.connectionStateChange, connection.onTrack, transceiver.sender.onRtcp, transceiver.receiver.onRtcp]) event.allUnsubscribe()
    encoder.close()
    decoder.close()
    void connection.close().catch(() => {})
  }
  const lose = (reason: string) => {
    if (isOver) return
    end()
    on.lost(reason)
  }
  let dueAt = openedAt + turnMs
  let timer = setTimeout(turn, turnMs)
  /** Turns at an even pace: packets that leave unevenly make the other side wait longer for each. */
  function turn(): void {
    const now = performance.now()
    dueAt = Math.max(dueAt + turnMs, now - turnMs)
    timer = setTimeout(turn, Math.max(1, dueAt - now))
    if (!isOpen) {
      if (now - openedAt > connectMs) lose('no connection came about')
      return
    }
    if (now - heardAt > (ssrc === undefined ? vanishedReportsMs : vanishedMs)) return lose('the other side is silent')
    outgoing.turn(now)
    incoming.turn(now)
  }
  signal?.addEventListener('abort', end)

  connection.connectionStateChange.subscribe((state) => {
    if (state === 'connected' && !isOpen && !isOver) {
      isOpen = true
      heardAt = performance.now()
      on.open()
    } else if (state === 'failed' || state === 'closed') lose(`the connection is ${state}`)
  })
  const alive = () => void (heardAt = performance.now())
  transceiver.sender.onRtcp.subscribe(alive)
  transceiver.receiver.onRtcp.subscribe(alive)
  connection.onTrack.subscribe((remote) => {
    remote.onReceiveRtp.subscribe(({ header, payload }) => {
      if (isOver) return
      alive()
      ssrc ??= header.ssrc
      if (header.ssrc === ssrc && payload.length > 0) incoming.put({ sequence: header.sequenceNumber, timestamp: header.timestamp, payload }, heardAt)
    })
  })

  try {
    await connection.setRemoteDescription({ type: 'offer', sdp: offer })
    await connection.setLocalDescription(await connection.createAnswer())
  } catch (error) {
    end()
    throw new PortFault('The offer cannot be answered.', { retryable: false, cause: error })
  }
  const answer = connection.localDescription?.sdp
  if (isOver || !answer || !/^m=audio [1-9]/m.test(answer)) {
    end()
    signal?.throwIfAborted()
    throw new PortFault('The offer is of no sound that is read here.', { retryable: false })
  }
  return {
    answer,
    get waitingMs() {
      return outgoing.waitingMs
    },
    send(pcm) {
      if (isOpen) outgoing.send(pcm)
    },
    clear: () => outgoing.clear(),
    close: end,
  }
}
