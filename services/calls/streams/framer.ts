import { frameBytes } from '#streams/sound.ts'

/** Cuts PCM that comes in pieces of any length into frames of 20 ms. Synchronous; a piece that is a frame already is handed on without a copy. */
export function createFramer(take: (frame: Uint8Array) => void) {
  let waiting = new Uint8Array(frameBytes)
  let filled = 0
  const hand = () => {
    const frame = waiting
    // Whoever took a frame may keep it.
    waiting = new Uint8Array(frameBytes)
    filled = 0
    take(frame)
  }
  return {
    push(piece: Uint8Array): void {
      if (filled === 0 && piece.byteLength === frameBytes) return take(piece)
      let at = 0
      if (filled > 0) {
        at = Math.min(frameBytes - filled, piece.byteLength)
        waiting.set(piece.subarray(0, at), filled)
        filled += at
        if (filled === frameBytes) hand()
      }
      for (; at + frameBytes <= piece.byteLength; at += frameBytes) take(piece.subarray(at, at + frameBytes))
      if (at < piece.byteLength) {
        waiting.set(piece.subarray(at))
        filled = piece.byteLength - at
      }
    },
    /** Hands on what is left, filled up with silence. */
    fill(): void {
      if (filled > 0) hand()
    },
  }
}
