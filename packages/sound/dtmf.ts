import type { SoundFormat } from '@myna/ports/sound'
import { rateOf, sampleBytesOf } from '#frames.ts'
import { pcmToMuLaw } from '#g711.ts'
import { writePcm } from '#pcm.ts'

/** Frequencies of ITU-T Recommendation Q.23, in Hz: one of the first four sounds together with one of the last four. */
export const dtmfHertz = [697, 770, 852, 941, 1209, 1336, 1477, 1633] as const
/** The key of each pair of tones, row by row. */
export const dtmfKeys = '123A456B789C*0#D'

/** Peaks of both tones; the higher one is 2 dB louder, as lines dampen it more. */
const [lowPeak, highPeak] = [8_000, 10_000]
/** Keys of one sequence at most, and the longest tone. */
const [mostKeys, mostMs] = [128, 10_000]

/** The sound of a key, 0 to 9, *, #, A to D, softly begun and ended over 2 ms; silence for any other. */
export function dtmfTone(key: string, rate: number, ms: number): Int16Array {
  const samples = new Int16Array(Math.max(0, Math.round((rate * Math.min(ms, mostMs)) / 1000)) || 0)
  const place = key.length === 1 ? dtmfKeys.indexOf(key.toUpperCase()) : -1
  if (place < 0) return samples
  const [low, high] = [dtmfHertz[place >> 2]!, dtmfHertz[4 + (place & 3)]!]
  const ramp = rate * 0.002
  for (let index = 0; index < samples.length; index++) {
    const angle = (2 * Math.PI * index) / rate
    const gain = Math.min(1, (index + 1) / ramp, (samples.length - index) / ramp)
    samples[index] = Math.round(gain * (lowPeak * Math.sin(low * angle) + highPeak * Math.sin(high * angle)))
  }
  return samples
}

/**
 * The sound of keys pressed one after another, each followed by a gap. A comma or `w` waits for half a second; other characters are passed over, as
 * people write spaces and dashes.
 */
export function dtmfSequence(text: string, format: SoundFormat, times: { toneMs?: number; gapMs?: number } = {}): Uint8Array {
  const { toneMs = 100, gapMs = 100 } = times
  const rate = rateOf(format)
  const parts = text
    .slice(0, mostKeys)
    .toUpperCase()
    .split('')
    .flatMap((key) => {
      if (key === ',' || key === 'W') return [dtmfTone('', rate, 500)]
      return dtmfKeys.includes(key) ? [dtmfTone(key, rate, toneMs), dtmfTone('', rate, gapMs)] : []
    })
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0) * sampleBytesOf(format))
  let at = 0
  for (const part of parts) {
    const rest = bytes.subarray(at)
    at += format === 'mulaw-8k' ? pcmToMuLaw(part, rest) : writePcm(part, rest)
  }
  return bytes
}
