const sampleRate = 16_000
const window = 1024

/** Median fundamental frequency of the voiced parts of 16-bit PCM, by the highest normalised autocorrelation between 55 and 400 Hz. */
export function medianPitchHz(pcm: Uint8Array): number {
  const samples = new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.byteLength))
  const found: number[] = []
  for (let start = 0; start + 2 * window < samples.length; start += 512) {
    const pitch = pitchAt(samples, start)
    if (pitch !== undefined) found.push(pitch)
  }
  return found.sort((a, b) => a - b)[found.length >> 1] ?? Number.NaN
}

function pitchAt(samples: Int16Array, start: number): number | undefined {
  const energy = product(samples, start, start)
  if (energy / window < 100_000) return undefined
  let best = 0
  let bestLag = 0
  for (let lag = Math.floor(sampleRate / 400); lag < sampleRate / 55; lag++) {
    const likeness = product(samples, start, start + lag) / Math.sqrt(energy * product(samples, start + lag, start + lag) + 1)
    // A longer lag has to be clearly better, or multiples of the period would win.
    if (likeness > best + 0.02) {
      best = likeness
      bestLag = lag
    }
  }
  return best > 0.7 ? sampleRate / bestLag : undefined
}

function product(samples: Int16Array, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < window; i++) sum += samples[a + i]! * samples[b + i]!
  return sum
}
