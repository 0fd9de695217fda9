import type { SoundFormat } from '@myna/ports/sound'

/**
 * The way of sound between a caller and a session: a browser's WebSocket, a carrier's media stream. What comes from the caller is handed to the session by
 * whoever opened the transport; all of it is synchronous.
 */
export type Transport = {
  readonly format: SoundFormat
  /** Sound is handed over this much ahead of when it is heard: enough for the network to stumble, little enough to stop at once. */
  readonly leadMs: number
  /** Longest piece handed over at once. */
  readonly pieceMs: number
  /** Sound to be heard after all that was sent before: whole frames. The bytes may be kept. */
  send(sound: Uint8Array): void
  /** Throws away what was sent and not heard yet. */
  clear(): void
  /** Asks to be told, by the mark's name, when all sent before was heard; a way that cannot tell does nothing. */
  mark(name: string): void
  /** Whether the way takes more sound just now. */
  takesSound(): boolean
  /** Ends the connection, for a reason told to the other side where that is possible. */
  close(reason: string): void
}
