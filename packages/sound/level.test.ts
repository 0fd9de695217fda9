import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPeaks, dbOfPower, levelDbOf, powerOf, powerOfDb, silenceDb } from '#level.ts'
import { createSine } from '#test/speech-like.ts'

describe('a level', () => {
  it('is 0 for a square wave at full scale, −3 for a sine, and that of silence for nothing', () => {
    expect(levelDbOf(new Int16Array(100).fill(-32_768))).toBe(0)
    expect(levelDbOf(createSine(8000, 1000, 1, -3.0103))).toBeCloseTo(-3.01, 2)
    expect(levelDbOf(new Int16Array(100))).toBe(silenceDb)
    expect(levelDbOf(new Int16Array(0))).toBe(silenceDb)
  })

  it('never lies outside what 16 bits hold, and turns back into power', () => {
    fc.assert(
      fc.property(fc.int16Array({ minLength: 1, maxLength: 400 }), (frame) => {
        const db = levelDbOf(frame)
        expect(db).toBeGreaterThanOrEqual(silenceDb)
        expect(db).toBeLessThanOrEqual(0)
        if (db > silenceDb) expect(powerOfDb(db) / powerOf(frame)).toBeCloseTo(1, 6)
        expect(dbOfPower(powerOf(frame))).toBe(db)
      }),
    )
  })
})

describe('the peaks of a waveform', () => {
  it('are the lowest and highest sample of each bucket, however the sound is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.int16Array({ maxLength: 300 }), { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (pieces, bucketMs) => {
        const peaks = createPeaks(8000, bucketMs)
        for (const piece of pieces) peaks.push(piece)
        const all = pieces.flatMap((piece) => [...piece])
        const expected: number[] = []
        for (let at = 0; at < all.length; at += bucketMs * 8) {
          const bucket = all.slice(at, at + bucketMs * 8)
          expected.push(Math.min(...bucket), Math.max(...bucket))
        }
        expect([...peaks.read()]).toEqual(expected)
      }),
    )
  })

  it('grow with a long recording, and reading them changes nothing', () => {
    const peaks = createPeaks(8000, 10)
    for (let frame = 0; frame < 2000; frame++) peaks.push(new Int16Array(160).fill(frame))
    expect(peaks.read().length).toBe(8000)
    expect(peaks.read()).toEqual(peaks.read())
    expect(peaks.read().at(-1)).toBe(1999)
  })
})
