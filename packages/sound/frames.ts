import type { SoundFormat } from '@myna/ports/sound'

/** Sound travels in frames of this length. */
export const frameMs = 20

const rates: Record<SoundFormat, number> = { 'pcm-16k': 16_000, 'pcm-8k': 8_000, 'mulaw-8k': 8_000 }
const sampleBytes: Record<SoundFormat, number> = { 'pcm-16k': 2, 'pcm-8k': 2, 'mulaw-8k': 1 }

/** Samples a second. */
export function rateOf(format: SoundFormat): number {
  return rates[format]
}

/** Bytes of one sample. */
export function sampleBytesOf(format: SoundFormat): number {
  return sampleBytes[format]
}

/** Bytes of one frame: 640, 320 or 160. */
export function frameBytesOf(format: SoundFormat): number {
  return (rates[format] * frameMs * sampleBytes[format]) / 1000
}

/** The place of a moment in sound, in bytes; always between samples. */
export function bytesOfMs(format: SoundFormat, ms: number): number {
  return Math.round((Math.max(0, ms) * rates[format]) / 1000) * sampleBytes[format]
}

/** How long so many bytes sound, in milliseconds. */
export function msOfBytes(format: SoundFormat, bytes: number): number {
  return (bytes * 1000) / (rates[format] * sampleBytes[format])
}
