import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecordingConverter } from '#recording-converter.ts'
import { createWavReader, type SoundShape, WavFault } from '#wav-reader.ts'

/** A WAV with whatever a header may say. */
function wavOf(
  sound: Uint8Array,
  it: { code?: number; channels?: number; rate?: number; bits?: number; size?: number; before?: Buffer; extensible?: boolean } = {},
) {
  const { code = 1, channels = 1, rate = 16_000, bits = 16, before = Buffer.alloc(0) } = it
  const fmt = Buffer.alloc(it.extensible ? 40 : 16)
  fmt.writeUInt16LE(it.extensible ? 0xfffe : code, 0)
  fmt.writeUInt16LE(channels, 2)
  fmt.writeUInt32LE(rate, 4)
  fmt.writeUInt16LE(bits, 14)
  if (it.extensible) fmt.writeUInt16LE(code, 24)
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), before, chunk('fmt ', fmt), chunk('data', sound, it.size)])
}
function chunk(name: string, body: Uint8Array, size = body.byteLength) {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(size, 4)
  return Buffer.concat([head, body])
}
function readIn(wav: Uint8Array, step: number) {
  const reader = createWavReader()
  const sound: Uint8Array[] = []
  for (let at = 0; at < wav.byteLength; at += step) sound.push(reader.push(wav.subarray(at, at + step)))
  reader.end()
  return { shape: reader.shape, sound: Buffer.concat(sound) }
}
const tone = (count: number, rate: number, hz = 440, size = 8000) =>
  Int16Array.from({ length: count }, (_, at) => size * Math.sin((2 * Math.PI * hz * at) / rate))
const bytesOf = (samples: Int16Array) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
const samplesIn = (bytes: Uint8Array) => Int16Array.from({ length: bytes.byteLength >> 1 }, (_, at) => Buffer.from(bytes).readInt16LE(at * 2))
const loudness = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length)

describe('a WAV in pieces', () => {
  const sound = Buffer.from(Array.from({ length: 50 }, (_, at) => at))

  it('gives its sound and shape wherever it is cut', () => {
    const wav = wavOf(sound, { before: chunk('LIST', Buffer.from('made by hand')) })
    for (let step = 1; step <= wav.byteLength; step++) expect(readIn(wav, step)).toEqual({ shape: { rate: 16_000, channels: 1, encoding: 'pcm16' }, sound })
  })

  it('leaves out what follows the sound, and reads to the end where the length is not known', () => {
    const more = Buffer.concat([wavOf(sound), chunk('LIST', Buffer.from('afterwards'))])
    expect(readIn(more, 7).sound).toEqual(sound)
    for (const size of [0, 0xffff_ffff]) expect(readIn(wavOf(sound, { size }), 7).sound).toEqual(sound)
  })

  it.each([
    [{ code: 1, bits: 8 }, 'pcm8'],
    [{ code: 1, bits: 24 }, 'pcm24'],
    [{ code: 1, bits: 32 }, 'pcm32'],
    [{ code: 3, bits: 32 }, 'float32'],
    [{ code: 6, bits: 8 }, 'alaw'],
    [{ code: 7, bits: 8 }, 'mulaw'],
    [{ code: 1, bits: 16, extensible: true }, 'pcm16'],
  ])('knows %j', (header, encoding) => expect(readIn(wavOf(sound, header), 100).shape?.encoding).toBe(encoding))

  it.each([
    ['rubbish', Buffer.from('this is no sound')],
    ['another RIFF', Buffer.from('RIFF\0\0\0\0AVI LIST')],
    ['sound before its shape', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunk('data', sound)])],
    ['an endless header', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), ...Array.from({ length: 70 }, () => chunk('junk', Buffer.alloc(1000)))])],
    ['a giant chunk in the header', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunk('junk', sound, 0x7fff_ffff)])],
    ['a short shape', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunk('fmt ', Buffer.alloc(4)), chunk('data', sound)])],
    ['MP3 inside', wavOf(sound, { code: 0x55 })],
    ['no channel', wavOf(sound, { channels: 0 })],
    ['an impossible rate', wavOf(sound, { rate: 4_000_000_000 })],
    ['nothing', Buffer.alloc(0)],
    ['half a header', wavOf(sound).subarray(0, 30)],
  ])('is refused: %s', (_name, bytes) => {
    for (const step of [1, 5, 1000]) expect(() => readIn(bytes, step)).toThrow(WavFault)
  })

  it('never breaks otherwise, whatever comes', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 80 }).map((it) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), it])),
    )
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 50 }), (bytes, step) => {
        try {
          readIn(bytes, step)
        } catch (error) {
          expect(error).toBeInstanceOf(WavFault)
        }
      }),
    )
  })
})

describe('sound of any shape', () => {
  const convert = (bytes: Uint8Array, from: SoundShape, it: { to?: 'pcm-16k' | 'pcm-8k' | 'mulaw-8k'; gain?: number; step?: number } = {}) => {
    const { to = 'pcm-16k', gain = 1, step = 97 } = it
    const converter = createRecordingConverter({ from, to, gain })
    const out: Uint8Array[] = []
    for (let at = 0; at < bytes.byteLength; at += step) out.push(converter.push(bytes.subarray(at, at + step)))
    return Buffer.concat([...out, converter.flush()])
  }

  it.each([8000, 16_000, 22_050, 24_000, 44_100, 48_000])('lasts as long and is as loud at %i samples a second', (rate) => {
    const pcm = tone(rate, rate)
    const from = { rate, channels: 1, encoding: 'pcm16' } as const
    expect(convert(bytesOf(pcm), from).byteLength).toBe(32_000)
    expect(convert(bytesOf(pcm), from, { to: 'pcm-8k' }).byteLength).toBe(16_000)
    expect(convert(bytesOf(pcm), from, { to: 'mulaw-8k' }).byteLength).toBe(8_000)
    expect(loudness(samplesIn(convert(bytesOf(pcm), from))) / loudness(pcm)).toBeCloseTo(1, 1)
  })

  it('is the same wherever it is cut', () => {
    const bytes = bytesOf(tone(2400, 24_000))
    const from = { rate: 24_000, channels: 1, encoding: 'pcm16' } as const
    const whole = convert(bytes, from, { step: 1e6 })
    for (const step of [1, 3, 10, 1001]) expect(convert(bytes, from, { step })).toEqual(whole)
  })

  it('is mixed from several channels', () => {
    const stereo = Int16Array.from([1000, 3000, -500, 500, 32_767, 32_767])
    expect(samplesIn(convert(bytesOf(stereo), { rate: 16_000, channels: 2, encoding: 'pcm16' }, { step: 3 }))).toEqual(Int16Array.from([2000, 0, 32_767]))
  })

  it('is louder or softer by a factor, never beyond full scale', () => {
    const pcm = Int16Array.from([100, -200, 20_000, -20_000])
    const from = { rate: 16_000, channels: 1, encoding: 'pcm16' } as const
    expect(samplesIn(convert(bytesOf(pcm), from, { gain: 0.5 }))).toEqual(Int16Array.from([50, -100, 10_000, -10_000]))
    expect(samplesIn(convert(bytesOf(pcm), from, { gain: 2 }))).toEqual(Int16Array.from([200, -400, 32_767, -32_768]))
  })

  it('is read from every encoding', () => {
    const values = [0, 8000, -8000, 32_124]
    const write = (size: number, put: (into: Buffer, value: number, at: number) => void) => {
      const bytes = Buffer.alloc(values.length * size)
      values.forEach((value, at) => put(bytes, value, at * size))
      return bytes
    }
    const near = (encoding: SoundShape['encoding'], bytes: Buffer, most: number) =>
      samplesIn(convert(bytes, { rate: 16_000, channels: 1, encoding }, { step: 5 })).forEach((it, at) =>
        expect(Math.abs(it - values[at]!)).toBeLessThanOrEqual(most),
      )
    near(
      'pcm8',
      write(1, (into, value, at) => into.writeUInt8((value >> 8) + 128, at)),
      256,
    )
    near(
      'pcm24',
      write(3, (into, value, at) => into.writeIntLE(value * 256, at, 3)),
      1,
    )
    near(
      'pcm32',
      write(4, (into, value, at) => into.writeInt32LE(value * 65_536, at)),
      1,
    )
    near(
      'float32',
      write(4, (into, value, at) => into.writeFloatLE(value / 32_768, at)),
      1,
    )
    near('mulaw', Buffer.from([0xff, 0x9f, 0x1f, 0x80]), 200)
  })

  it('that is none counts as silence, and an odd rate is refused', () => {
    const nan = Buffer.alloc(8, 0xff)
    expect(samplesIn(convert(nan, { rate: 16_000, channels: 1, encoding: 'float32' }))).toEqual(Int16Array.from([0, 0]))
    expect(() => createRecordingConverter({ from: { rate: 37_000, channels: 1, encoding: 'pcm16' }, to: 'pcm-16k', gain: 1 })).toThrow(/37000/)
  })
})
