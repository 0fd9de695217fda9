import type { IceServer } from '@myna/ports/peer'
import { createIncomingSound } from '#incoming-sound.ts'
import { loadOpus } from '#opus-codec.ts'
import { createOutgoingSound } from '#outgoing-sound.ts'

/** What goes wrong with the caller's packets on their way: shares of them, from 0 to 1. */
export type NetworkFaults = {
  lost?: number
  twice?: number /** Come after the next one. */
  swapped?: number /** Wait and come with the next ones in one go. */
  late?: number
}

/** The browser's end of a peer connection: offers, hears in pieces of 20 ms, speaks at the pace of speech over a network as bad as told. */
export async function playBrowser(
  it: { iceServers?: readonly IceServer[]; faults?: NetworkFaults; random?: () => number; hears?(pcm: Uint8Array): void } = {},
) {
  const { faults = {}, random = Math.random } = it
  const [werift, opus] = await Promise.all([import('werift'), loadOpus()])
  const codec = new werift.RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2, payloadType: 111 })
  const connection = new werift.RTCPeerConnection({
    codecs: { audio: [codec], video: [] },
    iceServers: (it.iceServers ?? []).map((server) => ({ ...server })),
    iceUseTcp: false,
  })
  const track = new werift.MediaStreamTrack({ kind: 'audio' })
  connection.addTransceiver(track, { direction: 'sendrecv' })
  const [encoder, decoder] = [opus.createEncoder(), opus.createDecoder()]
  const heard: Uint8Array[] = []
  const incoming = createIncomingSound(decoder, (pcm) => {
    heard.push(pcm.slice())
    it.hears?.(pcm)
  })
  let sequence = 65_530
  let held: (() => void)[] = []
  let swapped: (() => void) | undefined
  const outgoing = createOutgoingSound(encoder, ({ payload, timestamp, marker }) => {
    const header = new werift.RtpHeader({ payloadType: 111, sequenceNumber: sequence, timestamp: (timestamp + 4_294_900_000) >>> 0, marker })
    sequence = (sequence + 1) & 0xffff
    const packet = new werift.RtpPacket(header, Buffer.from(payload))
    const send = () => track.writeRtp(packet.clone())
    if (faults.lost && random() < faults.lost) return
    if (faults.late && random() < faults.late) return void held.push(send)
    if (faults.swapped && !swapped && random() < faults.swapped) return void (swapped = send)
    for (const one of held.splice(0)) one()
    send()
    if (faults.twice && random() < faults.twice) send()
    swapped?.()
    swapped = undefined
  })
  const { promise: connected, resolve } = Promise.withResolvers<void>()
  connection.connectionStateChange.subscribe((state) => state === 'connected' && resolve())
  connection.onTrack.subscribe((remote) => {
    remote.onReceiveRtp.subscribe(({ header, payload }) => {
      incoming.put({ sequence: header.sequenceNumber, timestamp: header.timestamp, payload }, performance.now())
    })
  })
  const timer = setInterval(() => {
    const now = performance.now()
    outgoing.turn(now)
    incoming.turn(now)
  }, 20)
  await connection.setLocalDescription(await connection.createOffer())
  const end = async () => {
    clearInterval(timer)
    held = []
    await connection.close()
  }
  return {
    connection,
    connected,
    offer: connection.localDescription!.sdp,
    accept: (answer: string) => connection.setRemoteDescription({ type: 'answer', sdp: answer }),
    /** Whole frames, said after what waits. */
    speak: (pcm: Uint8Array) => outgoing.send(pcm),
    /** All sound so far, in order. */
    get heard(): Uint8Array {
      return Buffer.concat(heard)
    },
    /** Goes away without a word. */
    vanish() {
      clearInterval(timer)
      for (const ice of connection.iceTransports) void ice.connection.close()
    },
    end,
  }
}
