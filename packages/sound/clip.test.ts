import type { SoundFormat } from '@myna/ports/sound'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fadeIn, fadeOut } from '#clip.ts'
import { createConverter } from '#converter.ts'
import { frameBytesOf, rateOf } from '#frames.ts'
import { muLawToPcm } from '#g711.ts'
import { bytesOfPcm, readPcm } from '#pcm.ts'

const formats: SoundFormat[] = ['pcm-16k', 'pcm-8k', 'mulaw-8k']

/** A frame of one loud value, which clicks most. */
function loudFrame(format: SoundFormat): Uint8Array {
  const pcm = bytesOfPcm(new Int16Array(rateOf(format) / 50).fill(16_000))
  return format === 'mulaw-8k' ? createConverter('pcm-8k', 'mulaw-8k').push(pcm).slice() : pcm
}

function samplesOf(format: SoundFormat, bytes: Uint8Array): number[] {
  const samples = new Int16Array(rateOf(format) / 50)
  if (format === 'mulaw-8k') muLawToPcm(bytes, samples)
  else readPcm(bytes, samples)
  return [...samples]
}

describe.each(formats)('a cut in %s', (format) => {
  const fading = rateOf(format) / 200

  it('ends softly, and touches no more than it must', () => {
    const before = samplesOf(format, loudFrame(format))
    const frame = loudFrame(format)
    fadeOut(frame, format)
    const after = samplesOf(format, frame)
    expect(after.slice(0, -fading)).toEqual(before.slice(0, -fading))
    expect(after.slice(-fading)).toEqual(after.slice(-fading).toSorted((a, b) => b - a))
    expect(after.at(-1)).toBeLessThan(100)
    const steps = after.slice(1).map((it, index) => Math.abs(it - after[index]!))
    expect(Math.max(...steps)).toBeLessThan(16_000 / 10)
  })

  it('begins softly, as the mirror of an end', () => {
    const [ending, beginning] = [loudFrame(format), loudFrame(format)]
    fadeOut(ending, format)
    fadeIn(beginning, format)
    expect(samplesOf(format, beginning)).toEqual(samplesOf(format, ending).toReversed())
  })

  it('bears frames and times of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: frameBytesOf(format) }), fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constant(Number.NaN)), (frame, ms) => {
        const length = frame.length
        fadeIn(frame, format, ms)
        fadeOut(frame, format, ms)
        expect(frame.length).toBe(length)
      }),
    )
  })
})
