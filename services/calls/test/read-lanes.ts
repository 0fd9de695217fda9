import { pcmToMuLaw } from '@myna/sound/g711'

/** Reads a recording of two lanes: its rate, its length, and pieces of either voice as μ-law, by milliseconds from the beginning. */
export function readLanes(wav: Buffer) {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.readUInt16LE(22) !== 2) throw new Error('this is no recording of two lanes')
  const rate = wav.readUInt32LE(24)
  const soundAt = wav.indexOf('data') + 8
  const samples = (wav.byteLength - soundAt) / 4
  const lane = (which: 0 | 1) => (fromMs: number, toMs: number) => {
    const from = Math.max(0, Math.round((fromMs * rate) / 1000))
    const count = Math.min(samples, Math.round((toMs * rate) / 1000)) - from
    const mulaw = new Uint8Array(count)
    pcmToMuLaw(
      Int16Array.from({ length: count }, (_, at) => wav.readInt16LE(soundAt + (from + at) * 4 + which * 2)),
      mulaw,
    )
    return mulaw
  }
  return { rate, durationMs: (samples * 1000) / rate, caller: lane(0), agent: lane(1) }
}
