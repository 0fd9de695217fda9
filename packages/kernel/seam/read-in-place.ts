import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** As much as is read at once. */
const place = Buffer.allocUnsafeSlow(65_536)

type Inside = Record<symbol, unknown> & { _handle?: { useUserBuffer?(buffer: Buffer): void } | null }

/**
 * Lets all that comes on a connection be read into one place of this process, and handed to `take`, valid only during the call. Left to itself Node makes a buffer of 64 KB for every
 * piece that comes: of sound that is fifty a second and call. For sockets that one opens oneself there is the option `onread` of `net.connect`; of those that a server
 * accepts the same is set up here by what that option sets up. Where this Node is made otherwise, or the connection is encrypted, pieces come in buffers of their own; on Windows as
 * well, where the system writes into buffers before anybody reads them. Pausing holds as before.
 */
export function readInPlace(connection: Duplex, take: (bytes: Buffer) => void): void {
  connection.on('data', take)
  if (!(connection instanceof Socket) || 'encrypted' in connection || process.platform === 'win32') return
  // What came already.
  while (connection.read() !== null);
  const inside = connection as unknown as Inside
  const [buffer, callback, next] = ['kBuffer', 'kBufferCb', 'kBufferGen'].map((name) =>
    Object.getOwnPropertySymbols(connection).find((it) => it.description === name),
  )
  if (!buffer || !callback || !next || typeof inside._handle?.useUserBuffer !== 'function') return
  inside[buffer] = place
  inside[next] = null
  inside[callback] = (length: number) => {
    take(place.subarray(0, length))
    return true
  }
  inside._handle.useUserBuffer(place)
}
