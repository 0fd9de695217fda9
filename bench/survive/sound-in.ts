/** What a recording holds in one lane: milliseconds of loud sound before and after a moment. */
export type SoundIn = { before: number; after: number }

const headerBytes = 44
/** Louder than a line without a voice. */
const loud = 500

/** Reads a recording as any player would: a RIFF file of 16-bit PCM in two lanes, whole. Throws when it is none. `atMs` is the moment. */
export function soundIn(wav: Buffer, atMs: number): { caller: SoundIn; agent: SoundIn; durationMs: number } {
  const rate = wav.readUInt32LE(24)
  const isWav = wav.toString('latin1', 0, 4) === 'RIFF' && wav.toString('latin1', 8, 16) === 'WAVEfmt ' && wav.readUInt16LE(20) === 1
  if (!isWav || wav.readUInt16LE(22) !== 2 || wav.readUInt16LE(34) !== 16) throw new Error('no WAV of two lanes')
  if (wav.readUInt32LE(40) !== wav.byteLength - headerBytes || wav.readUInt32LE(4) !== wav.byteLength - 8) throw new Error('not as long as it says')
  const lanes: [SoundIn, SoundIn] = [
    { before: 0, after: 0 },
    { before: 0, after: 0 },
  ]
  const frames = (wav.byteLength - headerBytes) / 4
  const moment = (atMs * rate) / 1_000
  for (let frame = 0; frame < frames; frame++)
    for (const lane of [0, 1] as const)
      if (Math.abs(wav.readInt16LE(headerBytes + frame * 4 + lane * 2)) > loud) lanes[lane][frame < moment ? 'before' : 'after'] += 1_000 / rate
  return { caller: lanes[0], agent: lanes[1], durationMs: (frames * 1_000) / rate }
}
