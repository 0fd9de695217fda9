const frameSamples = 320

/** Follows how loud the room is when nobody speaks, and makes more of that. */
export type RoomTone = {
  /** Hears 16-bit little-endian PCM. */
  hear(pcm: Uint8Array): void
  /** White noise as loud as the room, `samples` long. */
  make(samples: number): Uint8Array
}

/**
 * Loudness is the root mean square of the quietest 20 ms heard lately; it rises by 1 % a frame, so that a room that has become louder is
 * believed after a few seconds. A recogniser fed with dead silence after a noisy room takes the room for speech when it comes back.
 */
export function createRoomTone(): RoomTone {
  let floor = 10
  let seed = 1
  return {
    hear(pcm) {
      const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
      for (let at = 0; at + frameSamples * 2 <= pcm.byteLength; at += frameSamples * 2) {
        let sum = 0
        for (let i = 0; i < frameSamples; i++) sum += view.getInt16(at + i * 2, true) ** 2
        floor = Math.min(300, Math.max(3, Math.min(floor * 1.01, Math.sqrt(sum / frameSamples))))
      }
    },
    make(samples) {
      const pcm = Buffer.alloc(samples * 2)
      // Uniform noise of amplitude a has the root mean square a ÷ √3.
      const amplitude = floor * Math.sqrt(3)
      for (let i = 0; i < samples; i++) {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
        pcm.writeInt16LE(Math.round((seed / 2 ** 31 - 1) * amplitude), i * 2)
      }
      return pcm
    },
  }
}
