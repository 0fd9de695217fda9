/**
 * A connection that carries sound and nothing else between this side and one caller, made for networks that lose packets. What the two sides say to each other to
 * come together goes another way. Sound is mono PCM at 16 kHz, 16 bit little-endian.
 */
export type Peer = {
  /** What the other side's offer is answered with, as SDP (RFC 8866) with all candidates. */
  readonly answer: string
  /** Sound handed over and not sent yet, in milliseconds. */
  readonly waitingMs: number
  /** Sound to be heard after all that was sent before: whole frames of 20 ms, copied. It leaves at the pace of speech; what is more than two seconds ahead of it is dropped. */
  send(pcm: Uint8Array): void
  /** Throws away what was handed over and not sent. What the network and the other side hold is heard still. */
  clear(): void
  /** Ends the connection; nothing is told any more. */
  close(): void
}

/** What a peer tells, synchronously. */
export type PeerEvents = {
  /** Sound goes both ways from now on. */
  open(): void
  /**
   * The caller's sound in order, 20 ms as a rule; the bytes are valid only during the call. What was lost on the way is made up for: by what later packets repeat of it, by
   * sound that dies away, then by silence.
   */
  sound(pcm: Uint8Array): void
  /** The connection is gone, or never came about; told once. `reason` for the log. Nothing follows. */
  lost(reason: string): void
}

/**
 * Answers the offer of a side that wants to talk over a connection of its own. Throws `PortFault`: not retryable when the offer is none, or is not of one line of sound
 * that both sides can read. The connection comes about after the answer has reached the other side, or is lost within ten seconds.
 */
export type PeerMaker = (offer: string, on: PeerEvents, signal?: AbortSignal) => Promise<Peer>

/** Servers that tell a peer its address as others see it (`stun:`), or pass its sound on (`turn:`, with a name and a word). */
export type IceServer = { urls: string; username?: string; credential?: string }
/** Those servers for somebody: names and words may be made for whoever is to use them, and expire. */
export type IceServers = (whom: string) => readonly IceServer[]
