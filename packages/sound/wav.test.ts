import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWavHeader, wavHeader } from '#wav.ts'

const sounds = fc.record({
  encoding: fc.constantFrom('pcm16' as const, 'mulaw' as const),
  rate: fc.integer({ min: 1, max: 192_000 }),
  channels: fc.integer({ min: 1, max: 8 }),
  dataBytes: fc.integer({ min: 1, max: 0xffff_ffff - 64 }),
})

describe('the header of a WAV file', () => {
  it('says the same when it is read', () => {
    fc.assert(
      fc.property(sounds, (sound) => {
        const header = wavHeader(sound)
        expect(readWavHeader(header)).toEqual({ ...sound, dataAt: header.length })
      }),
    )
  })

  it('is unfinished until its last byte, wherever it lies', () => {
    fc.assert(
      fc.property(sounds, fc.nat(57), (sound, length) => {
        const header = wavHeader(sound)
        const shifted = new Uint8Array(header.length + 1)
        shifted.set(header, 1)
        expect(readWavHeader(shifted.subarray(1, 1 + Math.min(length, header.length - 1)))).toBe('unfinished')
      }),
    )
  })

  it('says that the end is unknown', () => {
    for (const dataBytes of [Number.POSITIVE_INFINITY, 5e9]) {
      expect(readWavHeader(wavHeader({ encoding: 'pcm16', rate: 8000, channels: 2, dataBytes }))).toMatchObject({ dataBytes: Number.POSITIVE_INFINITY })
    }
  })

  it('is read past chunks that nobody asked for', () => {
    const header = wavHeader({ encoding: 'pcm16', rate: 22_050, channels: 1, dataBytes: 10 })
    const list = Buffer.from('LIST\x03\0\0\0abc\0')
    const file = Buffer.concat([header.subarray(0, 36), list, header.subarray(36)])
    expect(readWavHeader(file)).toEqual({ encoding: 'pcm16', rate: 22_050, channels: 1, dataBytes: 10, dataAt: 56 })
  })

  it('is never misread, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), (bytes, looksRight) => {
        if (looksRight && bytes.length >= 20) Buffer.from(bytes.buffer).write('RIFF....WAVEfmt ')
        const read = readWavHeader(bytes)
        if (typeof read === 'object') expect(read.dataAt).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 500 },
    )
    expect(readWavHeader(Buffer.from('<html><body>'))).toBe('unreadable')
    const mp3 = Buffer.from(wavHeader({ encoding: 'pcm16', rate: 8000, channels: 1, dataBytes: 10 }))
    mp3.writeUInt16LE(0x55, 20)
    expect(readWavHeader(mp3)).toBe('unreadable')
  })

  it.skipIf(spawnSync('sox', ['--version']).status !== 0).each(['pcm16', 'mulaw'] as const)('is read by sox: %s (skipped where sox is missing)', (encoding) => {
    const file = Buffer.concat([wavHeader({ encoding, rate: 8000, channels: 2, dataBytes: 3200 }), new Uint8Array(3200)])
    const { stdout, stderr } = spawnSync('sox', ['-t', 'wav', '-', '-t', 'raw', '-e', 'signed', '-b', '16', '-'], { input: file })
    expect(stderr.toString()).toBe('')
    expect(stdout.length).toBe(encoding === 'pcm16' ? 3200 : 6400)
  })
})
