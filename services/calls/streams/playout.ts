import { frameBytesOf, frameMs, msOfBytes } from '@myna/sound/frames'
import type { Transport } from '#streams/transport.ts'
import type { Turning, Wheel } from '#streams/wheel.ts'

/** Who follows what is played. */
export type Listener = {
  /** Right before the first sound leaves. */
  begin(): void
  /** A piece left, to be heard at `heardAt` in `performance.now()` time. */
  sent(piece: Uint8Array, heardAt: number): void
  /** All sound was handed over; it lasts this long. */
  end(durationMs: number): void
}

/** Whoever makes sound pauses when this much waits here. */
const enoughMs = 2_000

type Piece = { sound: Uint8Array; atMs: number }

/**
 * Hands sound over at the pace of speech, a little ahead of when it is heard. It does not drift, since every piece is due by the clock; when sound runs dry
 * or the way out is blocked, what follows is heard that much later. It can pause within a frame and go on where the caller stopped hearing.
 */
export class Playout implements Turning {
  readonly #transport: Transport
  readonly #wheel: Wheel
  readonly #listener: Listener
  readonly #frameBytes: number
  readonly #pieceBytes: number
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  /** The beginning of a frame whose end has not come yet. */
  #rest: Uint8Array | undefined
  /** What may not have been heard yet. */
  #sent: Piece[] = []
  #sentMs = 0
  /** When the sound would have begun to be heard without any stop in between. */
  #beganAt: number | undefined
  /** How much later than by our clock the caller hears, as the carrier's marks tell. */
  #lagMs = 0
  #pausedMs: number | undefined
  #closing = false
  #ended = false
  #overMs: number | undefined
  /** Tell whoever waits that there is room, and that it is over. */
  #roomed: (() => void) | undefined
  #finished: (() => void) | undefined

  constructor(transport: Transport, wheel: Wheel, listener: Listener) {
    this.#transport = transport
    this.#wheel = wheel
    this.#listener = listener
    this.#frameBytes = frameBytesOf(transport.format)
    this.#pieceBytes = Math.max(1, Math.floor(transport.pieceMs / frameMs)) * this.#frameBytes
  }

  get begun(): boolean {
    return this.#beganAt !== undefined
  }

  /** No sound will follow: it was heard to the end or stopped. */
  get over(): boolean {
    return this.#overMs !== undefined
  }

  get paused(): boolean {
    return this.#pausedMs !== undefined
  }

  /** How much of the sound has been heard by now, as far as this side can tell. */
  get playedMs(): number {
    return this.#overMs ?? this.#pausedMs ?? this.#playedBy(performance.now())
  }

  /** When the sound `atMs` from its beginning is heard, in `performance.now()` time; only once it has begun. */
  momentOf(atMs: number): number {
    return (this.#beganAt ?? performance.now()) + atMs
  }

  /** Length of the sound that was sent. */
  get sentMs(): number {
    return this.#sentMs
  }

  /** Length of all sound so far, sent or waiting. */
  get lengthMs(): number {
    return this.#sentMs + msOfBytes(this.#transport.format, this.#waitingBytes)
  }

  /** Adds sound in pieces of any length. The first piece leaves before this returns. */
  write(sound: Uint8Array): void {
    if (this.over) return
    const all = this.#rest === undefined ? sound : Buffer.concat([this.#rest, sound])
    const whole = all.byteLength - (all.byteLength % this.#frameBytes)
    if (whole > 0) this.#waiting.push(all.subarray(0, whole))
    this.#waitingBytes += whole
    this.#rest = whole < all.byteLength ? all.subarray(whole) : undefined
    this.#wheel.join(this)
    this.turn(performance.now())
  }

  /** Fills the last frame of a sentence up with silence. */
  fill(): void {
    if (this.over || this.#rest === undefined) return
    this.write(new Uint8Array(this.#frameBytes - this.#rest.byteLength).fill(this.#transport.format === 'mulaw-8k' ? 0xff : 0))
  }

  /** Resolves when there is room for more sound, at once as a rule. */
  async room(): Promise<void> {
    while (!this.over && !this.#hasRoom) await new Promise<void>((resolve) => (this.#roomed = resolve))
  }

  get #hasRoom(): boolean {
    return msOfBytes(this.#transport.format, this.#waitingBytes) <= enoughMs
  }

  /** Says that all sound was written; resolves when it has been heard or stopped. */
  async finish(): Promise<void> {
    // Whoever has left the wheel must not join it again: nobody would take him off.
    if (this.over) return
    this.#closing = true
    if (this.begun || this.#waitingBytes > 0) {
      this.#wheel.join(this)
      this.turn(performance.now())
    } else this.stop()
    if (!this.over) await new Promise<void>((resolve) => (this.#finished = resolve))
  }

  /** Falls silent at once and keeps what was not heard. */
  pause(): void {
    if (!this.begun || this.over || this.paused) return
    const heard = Math.floor(this.playedMs / frameMs) * frameMs
    this.#transport.clear()
    this.#pausedMs = heard
    const unheard = this.#sent.flatMap(({ sound, atMs }) => {
      const heardBytes = Math.max(0, ((heard - atMs) / frameMs) * this.#frameBytes)
      return heardBytes < sound.byteLength ? [sound.subarray(heardBytes)] : []
    })
    this.#waiting = [...unheard, ...this.#waiting]
    this.#waitingBytes = this.#waiting.reduce((sum, it) => sum + it.byteLength, 0)
    this.#sentMs = heard
    this.#sent = []
    this.#ended = false
  }

  /** Goes on where the caller stopped hearing. */
  resume(): void {
    if (this.#pausedMs === undefined || this.over) return
    this.#beganAt = performance.now() - this.#pausedMs
    this.#lagMs = 0
    this.#pausedMs = undefined
    this.turn(performance.now())
  }

  /** Sends nothing from now on; what was sent and not heard is thrown away by the caller's side. */
  stop(): void {
    if (this.over) return
    const { playedMs } = this
    const unheard = this.begun && !this.paused && playedMs < this.#sentMs
    this.#overMs = playedMs
    if (unheard) this.#transport.clear()
    this.#waiting = []
    this.#waitingBytes = 0
    this.#sent = []
    this.#wheel.leave(this)
    this.#roomed?.()
    this.#finished?.()
  }

  /** The carrier says that the sound up to `atMs` was heard just now. */
  heard(atMs: number): void {
    if (this.#beganAt === undefined || this.over || this.paused) return
    this.#lagMs = Math.max(0, performance.now() - this.#beganAt - atMs)
  }

  turn(now: number): void {
    if (this.over || this.paused) return
    if (this.#waiting.length > 0 && this.#isDue(now) && this.#transport.takesSound()) this.#send(now)
    if (this.#closing && this.#waiting.length === 0) {
      if (!this.#ended && this.begun) this.#listener.end(this.#sentMs)
      this.#ended = true
      if (this.#playedBy(now) >= this.#sentMs) return this.stop()
    }
    if (this.#roomed && this.#hasRoom) {
      this.#roomed()
      this.#roomed = undefined
    }
  }

  #isDue(now: number): boolean {
    return this.#beganAt === undefined || this.#sentMs < now - this.#beganAt + this.#transport.leadMs
  }

  #send(now: number): void {
    if (this.#beganAt === undefined) {
      this.#beganAt = now
      this.#listener.begin()
    }
    this.#beganAt = Math.max(this.#beganAt, now - this.#sentMs)
    const aheadMs = now - this.#beganAt + this.#transport.leadMs
    while (this.#waiting.length > 0 && this.#sentMs < aheadMs) {
      const piece = this.#next()
      this.#waitingBytes -= piece.byteLength
      this.#transport.send(piece)
      this.#listener.sent(piece, this.#beganAt + this.#sentMs)
      this.#sent.push({ sound: piece, atMs: this.#sentMs })
      this.#sentMs += (piece.byteLength / this.#frameBytes) * frameMs
    }
    const played = this.#playedBy(now)
    while (this.#sent.length > 1 && this.#sent[1]!.atMs <= played) this.#sent.shift()
  }

  /** The next piece to leave: small ones leave together. */
  #next(): Uint8Array {
    const parts: Uint8Array[] = []
    let room = this.#pieceBytes
    while (room > 0 && this.#waiting.length > 0) {
      const first = this.#waiting[0]!
      if (first.byteLength <= room) this.#waiting.shift()
      else this.#waiting[0] = first.subarray(room)
      parts.push(first.byteLength <= room ? first : first.subarray(0, room))
      room -= parts.at(-1)!.byteLength
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  #playedBy(now: number): number {
    return this.#beganAt === undefined ? 0 : Math.max(0, Math.min(this.#sentMs, now - this.#beganAt - this.#lagMs))
  }
}
