/**
 * Cuts sound that comes in pieces of any length into frames of `frameBytes`, and keeps what is left for the next piece. Synchronous; allocates
 * nothing: a frame given to `take` is a view of the piece or of a buffer used again, valid only until `take` returns. Whoever keeps it copies it.
 * A piece that is a frame already is handed on as it is.
 */
export function createFramer(frameBytes: number, take: (frame: Uint8Array) => void) {
  const size = Math.max(1, Math.trunc(frameBytes) || 1)
  const waiting = new Uint8Array(size)
  let filled = 0
  return {
    push(piece: Uint8Array): void {
      const length = piece.byteLength
      if (filled === 0 && length === size) return take(piece)
      let at = 0
      if (filled > 0) {
        at = Math.min(size - filled, length)
        for (let index = 0; index < at; index++) waiting[filled + index] = piece[index]!
        filled += at
        if (filled === size) {
          filled = 0
          take(waiting)
        }
      }
      for (; at + size <= length; at += size) take(piece.subarray(at, at + size))
      for (; at < length; at++) waiting[filled++] = piece[at]!
    },
    /** Bytes that wait for the rest of their frame. */
    get waitingBytes(): number {
      return filled
    },
    /** Hands on what waits as a frame, filled up with `silence` (0 in PCM, 0xff in μ-law). */
    fill(silence = 0): void {
      if (filled === 0) return
      waiting.fill(silence, filled)
      filled = 0
      take(waiting)
    },
    /** Forgets what waits. */
    reset(): void {
      filled = 0
    },
  }
}
