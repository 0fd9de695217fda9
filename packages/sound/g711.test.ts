import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLawSilence, aLawToPcm, muLawSilence, muLawToPcm, pcmToALaw, pcmToMuLaw } from '#g711.ts'
import { bytesOfPcm, readPcm, writePcm } from '#pcm.ts'

const allCodes = Uint8Array.from({ length: 256 }, (_, code) => code)
const allSamples = Int16Array.from({ length: 65_536 }, (_, index) => index - 32_768)
const laws = [
  { name: 'mu-law', soxName: 'mu-law', toPcm: muLawToPcm, fromPcm: pcmToMuLaw, silence: muLawSilence },
  { name: 'A-law', soxName: 'a-law', toPcm: aLawToPcm, fromPcm: pcmToALaw, silence: aLawSilence },
]
const hasSox = spawnSync('sox', ['--version']).status === 0

describe.each(laws)('$name', ({ name, soxName, toPcm, fromPcm, silence }) => {
  const values = new Int16Array(256)
  toPcm(allCodes, values)

  it('gives the values of the tables of G.711', () => {
    // The highest positive value, the ends of its segments, the lowest values; a negative one differs in the sign bit alone.
    const known =
      name === 'mu-law' ? { 0x80: 32_124, 0x8f: 16_764, 0x9f: 8_316, 0xfe: 8, 0xff: 0 } : { 0xaa: 32_256, 0xa5: 16_896, 0xb5: 8_448, 0xd4: 24, 0xd5: 8 }
    for (const [code, value] of Object.entries(known)) {
      expect(values[Number(code)]).toBe(value)
      expect(values[Number(code) ^ 0x80]).toBe(value === 0 ? 0 : -value)
    }
  })

  it('takes every value back to its code', () => {
    const codes = new Uint8Array(256)
    fromPcm(values, codes)
    // Minus nothing is nothing: μ-law has two codes for it.
    expect([...codes].filter((code, index) => code !== index && values[index] !== 0)).toEqual([])
  })

  it('keeps each sample within half a step of what it is, and the order of samples', () => {
    const codes = new Uint8Array(allSamples.length)
    const back = new Int16Array(allSamples.length)
    fromPcm(allSamples, codes)
    toPcm(codes, back)
    for (let index = 0; index < allSamples.length; index++) {
      const sample = allSamples[index]!
      const size = Math.abs(sample)
      if (index > 0 && back[index]! < back[index - 1]!) throw new Error(`${sample} sounds lower than what is below it`)
      if (size < 32_100 && Math.abs(back[index]! - sample) > Math.max(8, (size + 132) / 32)) throw new Error(`${sample} became ${back[index]}`)
    }
    expect(Math.abs(back.at(-1)! - 32_767)).toBeLessThan(700)
  })

  it('has a code for silence', () => {
    const codes = new Uint8Array(1)
    fromPcm(Int16Array.of(0), codes)
    expect(codes[0]).toBe(silence)
  })

  it('never writes beyond what either side holds', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: -5, max: 60 }), (inLength, outLength, length) => {
        const count = Math.max(0, Math.min(inLength, outLength, length))
        expect(toPcm(new Uint8Array(inLength), new Int16Array(outLength), length)).toBe(count)
        expect(fromPcm(new Int16Array(inLength), new Uint8Array(outLength), length)).toBe(count)
      }),
    )
  })

  it.skipIf(!hasSox)('decodes each code as sox does (skipped where sox is missing)', () => {
    const raw = ['-t', 'raw', '-r', '8000', '-c', '1', '-e']
    const { stdout } = spawnSync('sox', [...raw, soxName, '-b', '8', '-', ...raw, 'signed-integer', '-b', '16', '-L', '-'], { input: allCodes })
    const theirs = new Int16Array(256)
    readPcm(stdout, theirs)
    expect(values).toEqual(theirs)
  })
})

describe('PCM as bytes', () => {
  it('is read and written the same at odd places as at even ones', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 40 }), fc.boolean(), (samples, isOdd) => {
        const bytes = new Uint8Array(samples.length * 2 + 2).subarray(isOdd ? 1 : 0)
        expect(writePcm(samples, bytes)).toBe(samples.length * 2)
        const back = new Int16Array(samples.length)
        expect(readPcm(bytes, back)).toBe(samples.length)
        expect(back).toEqual(samples)
        expect(Buffer.from(bytesOfPcm(samples)).equals(bytes.subarray(0, samples.length * 2))).toBe(true)
      }),
    )
  })

  it('leaves half a sample at the end', () => {
    expect(readPcm(Uint8Array.of(1, 0, 7), new Int16Array(4))).toBe(1)
  })
})
