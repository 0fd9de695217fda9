/** Bytes of the header below. */
export const wavHeaderBytes = 44

/** Header of a RIFF WAVE file of 16-bit PCM (Microsoft multimedia programming interface 1.0). */
export function wavHeader(it: { sampleRate: number; channels: number; dataBytes: number }): Uint8Array {
  const header = Buffer.alloc(wavHeaderBytes)
  const frameBytes = it.channels * 2
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + it.dataBytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(it.channels, 22)
  header.writeUInt32LE(it.sampleRate, 24)
  header.writeUInt32LE(it.sampleRate * frameBytes, 28)
  header.writeUInt16LE(frameBytes, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(it.dataBytes, 40)
  return header
}
