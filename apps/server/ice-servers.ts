import { createHmac } from 'node:crypto'
import type { IceServer, IceServers } from '@myna/ports/peer'

/** A name at a TURN server is good for so long: longer than any call lasts. */
const goodSeconds = 12 * 3600

/**
 * The servers that help two sides of a connection to find each other. A TURN server without a name and a word of its own gets ones for whoever asks, which expire: a moment and who it is, signed by the
 * secret that is shared with the server (draft-uberti-behave-turn-rest-00, as coturn's `use-auth-secret` has it). `now` in milliseconds since 1970.
 */
export function iceServersFor(servers: readonly IceServer[], secret: string | undefined, now: () => number = Date.now): IceServers {
  return (whom) =>
    servers.map((it) => {
      if (secret === undefined || it.username !== undefined || !/^turns?:/.test(it.urls)) return it
      const username = `${Math.floor(now() / 1_000) + goodSeconds}:${whom}`
      return { ...it, username, credential: createHmac('sha1', secret).update(username).digest('base64') }
    })
}
