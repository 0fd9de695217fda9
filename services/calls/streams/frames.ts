import { frameBytes } from '#streams/sound.ts'

/** Cuts PCM that comes in pieces of any length into frames; the last one is filled up with silence by `rest`. */
export function createFramer() {
  let waiting = new Uint8Array(0)
  return {
    *push(piece: Uint8Array): Generator<Uint8Array> {
      const all = waiting.byteLength === 0 ? piece : joined(waiting, piece)
      let at = 0
      for (; at + frameBytes <= all.byteLength; at += frameBytes) yield all.subarray(at, at + frameBytes)
      waiting = all.slice(at)
    },
    rest(): Uint8Array | undefined {
      if (waiting.byteLength === 0) return undefined
      const frame = new Uint8Array(frameBytes)
      frame.set(waiting.subarray(0, waiting.byteLength & ~1))
      waiting = new Uint8Array(0)
      return frame
    },
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.byteLength + b.byteLength)
  all.set(a)
  all.set(b, a.byteLength)
  return all
}
