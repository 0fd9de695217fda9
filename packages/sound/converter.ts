import type { SoundFormat } from '@myna/ports/sound'
import { rateOf } from '#frames.ts'
import { muLawToPcm, pcmToMuLaw } from '#g711.ts'
import { bytesOfPcm, isLittleEndian, readPcm } from '#pcm.ts'
import { createResampler, type SoundRate } from '#resampler.ts'

/** Sound of the house, or what a vendor gives: 16-bit little-endian mono PCM at a rate of its own. */
export type SoundSource = SoundFormat | { rate: SoundRate; encoding: 'pcm16' }

export type Converter = {
  /** Takes bytes in pieces of any length, even half samples. What it gives is a view, valid until the next call. */
  push(bytes: Uint8Array): Uint8Array
  /** What is still owed, again a view; afterwards the converter is as new. */
  flush(): Uint8Array
}

const nothing = new Uint8Array(0)

/**
 * Turns sound of one format into another; where nothing is to do, bytes are handed on as they are. Synchronous; allocates nothing for pieces of one length.
 * `steady`: as in `createResampler`, for live sound.
 */
export function createConverter(from: SoundSource, to: SoundFormat, options: { steady?: boolean } = {}): Converter {
  const source = typeof from === 'string' ? { rate: rateOf(from) as SoundRate, isMuLaw: from === 'mulaw-8k' } : { rate: from.rate, isMuLaw: false }
  const target = { rate: rateOf(to) as SoundRate, isMuLaw: to === 'mulaw-8k' }
  if (source.rate === target.rate && source.isMuLaw === target.isMuLaw) return { push: (bytes) => bytes, flush: () => nothing }

  const resampler = createResampler(source.rate, target.rate, options)
  let samples = new Int16Array(0)
  let codes = new Uint8Array(0)
  let half = -1
  // The same samples are given again and again, so their bytes are too.
  let lastPcm: Int16Array = samples
  let lastBytes: Uint8Array = nothing

  /** The samples of a piece, with the half sample before it and without the half sample after. */
  const decode = (bytes: Uint8Array): Int16Array => {
    const offset = half >= 0 && bytes.length > 0 ? 1 : 0
    const count = source.isMuLaw ? bytes.length : ((bytes.length - offset) >> 1) + offset
    if (samples.length < count) samples = new Int16Array(count)
    if (source.isMuLaw) muLawToPcm(bytes, samples)
    else if (bytes.length > 0) {
      const rest = offset === 0 ? bytes : bytes.subarray(1)
      readPcm(rest, offset === 0 ? samples : samples.subarray(1))
      if (offset === 1) samples[0] = half | (bytes[0]! << 8)
      half = rest.length % 2 === 1 ? rest.at(-1)! : -1
    }
    return samples.length === count ? samples : samples.subarray(0, count)
  }

  const encode = (pcm: Int16Array): Uint8Array => {
    if (!target.isMuLaw) {
      if (pcm !== lastPcm || !isLittleEndian) {
        lastPcm = pcm
        lastBytes = bytesOfPcm(pcm)
      }
      return lastBytes
    }
    if (codes.length < pcm.length) codes = new Uint8Array(pcm.length)
    pcmToMuLaw(pcm, codes)
    return codes.length === pcm.length ? codes : codes.subarray(0, pcm.length)
  }

  return {
    push: (bytes) => encode(resampler.push(decode(bytes))),
    flush() {
      half = -1
      return encode(resampler.flush())
    },
  }
}

/** Converts a whole stream; each chunk it gives is the taker's own. Ends, fails and is left as the stream is. */
export async function* convertAll(stream: AsyncIterable<Uint8Array>, from: SoundSource, to: SoundFormat): AsyncIterable<Uint8Array> {
  const converter = createConverter(from, to)
  for await (const bytes of stream) {
    const converted = converter.push(bytes)
    if (converted.length > 0) yield converted === bytes ? bytes : converted.slice()
  }
  const rest = converter.flush()
  if (rest.length > 0) yield rest.slice()
}
