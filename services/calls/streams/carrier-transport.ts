import type { MediaSocket } from '@myna/kernel'
import type { MediaCodec } from '@myna/ports/carrier'
import type { Transport } from '#streams/transport.ts'

/** Sound that may wait for a slow network, in bytes of messages: two seconds. */
const mostUnsentBytes = 48_000

/** The way to a telephone: messages of a carrier's media stream. */
export function carrierTransport(socket: MediaSocket, codec: MediaCodec): Transport {
  return {
    format: 'mulaw-8k',
    leadMs: 240,
    pieceMs: 160,
    send: (sound) => socket.send(codec.sound(sound)),
    clear: () => socket.send(codec.clear()),
    mark: (name) => socket.send(codec.mark(name)),
    takesSound: () => socket.buffered() < mostUnsentBytes,
    close: (reason) => socket.close(1000, reason),
  }
}
