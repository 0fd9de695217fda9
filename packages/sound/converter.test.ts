import type { SoundFormat } from '@myna/ports/sound'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertAll, createConverter, type SoundSource } from '#converter.ts'
import { rateOf, sampleBytesOf } from '#frames.ts'
import { muLawToPcm } from '#g711.ts'
import { levelDbOf } from '#level.ts'
import { bytesOfPcm, readPcm } from '#pcm.ts'
import { soundRates } from '#resampler.ts'
import { createSine } from '#test/speech-like.ts'

const formats: SoundFormat[] = ['pcm-16k', 'pcm-8k', 'mulaw-8k']
const sources: SoundSource[] = [...formats, ...soundRates.map((rate) => ({ rate, encoding: 'pcm16' as const }))]
const pairs = sources.flatMap((from) => formats.map((to) => ({ from, to, name: `${typeof from === 'string' ? from : `pcm16 at ${from.rate}`} to ${to}` })))

function convert(from: SoundSource, to: SoundFormat, pieces: readonly Uint8Array[], steady = false): Buffer {
  const converter = createConverter(from, to, { steady })
  return Buffer.concat([...pieces.map((piece) => converter.push(piece).slice()), converter.flush().slice()])
}

const rateOfSource = (from: SoundSource) => (typeof from === 'string' ? rateOf(from) : from.rate)

/** Half a second of a tone in any format, by way of PCM at its rate. */
function toneIn(from: SoundSource): Uint8Array {
  const pcm = bytesOfPcm(createSine(rateOfSource(from), 600, 0.5, -10))
  return from === 'mulaw-8k' ? convert('pcm-8k', 'mulaw-8k', [pcm]) : pcm
}

function samplesOf(format: SoundFormat, bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length / sampleBytesOf(format))
  if (format === 'mulaw-8k') muLawToPcm(bytes, samples)
  else readPcm(bytes, samples)
  return samples
}

describe.each(pairs)('$name', ({ from, to }) => {
  const tone = toneIn(from)

  it('keeps how long and how loud sound is', () => {
    const samples = samplesOf(to, convert(from, to, [tone]))
    expect(samples.length).toBe(rateOf(to) / 2)
    expect(levelDbOf(samples)).toBeCloseTo(-10, 0)
  })

  it('gives the same however the bytes are cut', () => {
    const sound = tone.subarray(0, 2000)
    const whole = convert(from, to, [sound])
    fc.assert(
      fc.property(fc.array(fc.nat(sound.length), { maxLength: 6 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), sound.length]
        const pieces = places.slice(1).map((end, index) => sound.subarray(places[index]!, end))
        expect(convert(from, to, pieces).equals(whole)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('gives a frame for a frame when it is steady', () => {
    const converter = createConverter(from, to, { steady: true })
    const frameBytes = (rateOfSource(from) / 50) * (from === 'mulaw-8k' ? 1 : 2)
    for (let frame = 0; frame < 5; frame++) expect(converter.push(new Uint8Array(frameBytes)).length).toBe((rateOf(to) / 50) * sampleBytesOf(to))
  })
})

describe('a converter', () => {
  it('hands bytes on as they are where there is nothing to do', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    expect(createConverter('pcm-8k', 'pcm-8k').push(bytes)).toBe(bytes)
    expect(createConverter({ rate: 16_000, encoding: 'pcm16' }, 'pcm-16k').push(bytes)).toBe(bytes)
  })

  it('takes μ-law there and back without a change', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code).filter((code) => code !== 0x7f)
    expect([...convert('pcm-8k', 'mulaw-8k', [convert('mulaw-8k', 'pcm-8k', [codes])])]).toEqual([...codes])
  })
})

describe('a stream', () => {
  async function* chunks(sound: Uint8Array) {
    for (let at = 0; at < sound.length; at += 333) yield sound.subarray(at, at + 333)
  }

  it('is converted chunk by chunk, and the chunks may be kept', async () => {
    const tone = toneIn({ rate: 22_050, encoding: 'pcm16' })
    const kept = await Array.fromAsync(convertAll(chunks(tone), { rate: 22_050, encoding: 'pcm16' }, 'mulaw-8k'))
    expect(Buffer.concat(kept).equals(convert({ rate: 22_050, encoding: 'pcm16' }, 'mulaw-8k', [tone]))).toBe(true)
  })

  it('is closed when its taker has enough', async () => {
    let isClosed = false
    async function* endless() {
      try {
        while (true) yield new Uint8Array(640)
      } finally {
        isClosed = true
      }
    }
    for await (const chunk of convertAll(endless(), 'pcm-16k', 'pcm-8k')) if (chunk.length > 0) break
    expect(isClosed).toBe(true)
  })
})
