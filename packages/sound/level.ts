/** The level of digital silence: 16-bit sound has nothing quieter. */
export const silenceDb = -96

const fullScale = 32_768 * 32_768

/** Mean square of the samples of a frame; 0 for none. */
export function powerOf(frame: Int16Array): number {
  const count = frame.length
  if (count === 0) return 0
  let sum = 0
  for (let index = 0; index < count; index++) {
    const sample = frame[index]!
    sum += sample * sample
  }
  return sum / count
}

/** Power as dBFS: 0 is a square wave at full scale, −3 a sine; nothing is below `silenceDb`. */
export function dbOfPower(power: number): number {
  return power > 0 ? Math.max(silenceDb, 10 * Math.log10(power / fullScale)) : silenceDb
}

/** The power of a level in dBFS. */
export function powerOfDb(db: number): number {
  return fullScale * 10 ** (db / 10)
}

/** The level of a frame in dBFS. */
export function levelDbOf(frame: Int16Array): number {
  return dbOfPower(powerOf(frame))
}

/**
 * The lowest and highest sample of each `bucketMs` of sound, as a waveform is drawn. Takes sound as it comes; grows by doubling, so 4 bytes a bucket.
 */
export function createPeaks(rate: number, bucketMs: number) {
  const bucketSamples = Math.max(1, Math.round((rate * bucketMs) / 1000))
  let peaks = new Int16Array(512)
  let written = 0
  let [inBucket, low, high] = [0, 0, 0]
  const close = () => {
    if (written + 2 > peaks.length) {
      const larger = new Int16Array(peaks.length * 2)
      larger.set(peaks)
      peaks = larger
    }
    peaks[written++] = low
    peaks[written++] = high
    inBucket = 0
  }
  return {
    push(samples: Int16Array): void {
      for (let index = 0; index < samples.length; index++) {
        const sample = samples[index]!
        if (inBucket === 0) low = high = sample
        else if (sample < low) low = sample
        else if (sample > high) high = sample
        if (++inBucket === bucketSamples) close()
      }
    },
    /** A copy of what is known: low and high of each bucket in turn, the one under way last. */
    read(): Int16Array {
      const known = new Int16Array(written + (inBucket > 0 ? 2 : 0))
      known.set(peaks.subarray(0, written))
      if (inBucket > 0) known.set([low, high], written)
      return known
    },
  }
}
