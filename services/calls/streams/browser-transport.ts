import type { SocketServer } from '@myna/contracts'
import type { TalkDown, TalkUp } from '@myna/contracts/calls'
import type { Transport } from '#streams/transport.ts'

/** Sound that may wait for a slow network, in bytes: two seconds. */
const mostUnsentBytes = 64_000

/** The way to a browser: frames of PCM over its WebSocket, and messages beside them. */
export function browserTransport(socket: SocketServer<TalkUp, TalkDown>): Transport {
  return {
    format: 'pcm-16k',
    leadMs: 300,
    pieceMs: 20,
    send: (sound) => socket.sendBytes(sound),
    clear: () => socket.send({ type: 'audio_stop' }),
    mark: () => {},
    takesSound: () => socket.buffered() < mostUnsentBytes,
    // The socket is closed by the operation it belongs to, when that is over.
    close: () => {},
  }
}
