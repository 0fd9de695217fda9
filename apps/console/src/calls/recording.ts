/** A recording in memory: two lanes of 16-bit samples, the caller left, the agent right. */
export type Recording = { sampleRate: number; caller: Int16Array; agent: Int16Array; durationMs: number; file: Uint8Array<ArrayBuffer> }

/** Reads a WAV file of 16-bit PCM, stereo or mono (RIFF, Microsoft Multimedia Programming Interface 1.0). Throws when it is none. */
export function readRecording(file: Uint8Array<ArrayBuffer>): Recording {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tag = (at: number) => String.fromCharCode(...file.subarray(at, at + 4))
  if (file.length < 44 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw new Error('not a WAV file')
  let format: { channels: number; sampleRate: number } | undefined
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true)
    if (tag(at) === 'fmt ') {
      if (view.getUint16(at + 8, true) !== 1 || view.getUint16(at + 22, true) !== 16) throw new Error('not 16-bit PCM')
      format = { channels: view.getUint16(at + 10, true), sampleRate: view.getUint32(at + 12, true) }
    }
    if (tag(at) === 'data' && format) {
      const { channels, sampleRate } = format
      // A file that was streamed may state a length it does not have.
      const bytes = Math.min(size, file.length - at - 8)
      const length = Math.floor(bytes / (2 * channels))
      const lane = (channel: number) => Int16Array.from({ length }, (_, i) => view.getInt16(at + 8 + 2 * (i * channels + channel), true))
      const caller = lane(0)
      return { sampleRate, caller, agent: channels > 1 ? lane(1) : new Int16Array(length), durationMs: (length / sampleRate) * 1000, file }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error('a WAV file without sound')
}
