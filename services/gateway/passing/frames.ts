/** Where in a row of WebSocket frames (RFC 6455, section 5.2) a stream of bytes stands: a frame of our own fits only between two. */
export class FrameBoundary {
  /** Bytes of the payload of the current frame that are still to come. */
  #left = 0
  /** What has come of a header that is not whole yet. */
  readonly #header = new Uint8Array(14)
  #known = 0

  /** Whether the next byte begins a frame. */
  get isBetween(): boolean {
    return this.#left === 0 && this.#known === 0
  }

  /** Follows some bytes. */
  follow(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.#left > 0) {
        const step = Math.min(this.#left, chunk.length - at)
        this.#left -= step
        at += step
        continue
      }
      this.#header[this.#known++] = chunk[at++]!
      const length = this.#headerLength()
      if (this.#known < 2 || this.#known < length) continue
      this.#left = this.#payloadLength()
      this.#known = 0
    }
  }

  #headerLength(): number {
    const short = this.#header[1]! & 0x7f
    return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + (this.#header[1]! & 0x80 ? 4 : 0)
  }

  #payloadLength(): number {
    const short = this.#header[1]! & 0x7f
    if (short < 126) return short
    const view = new DataView(this.#header.buffer)
    return short === 126 ? view.getUint16(2) : Number(view.getBigUint64(2))
  }
}

/** A close frame as a server sends it: a code and a word. */
export function closeFrame(code: number, reason: string): Buffer {
  const word = Buffer.from(reason)
  return Buffer.concat([Buffer.from([0x88, word.length + 2, code >> 8, code & 0xff]), word])
}
