import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFramer } from '#framer.ts'

/** The bytes of all frames, copied as whoever keeps them must. */
function frameAll(frameBytes: number, pieces: readonly Uint8Array[], silence?: number) {
  const frames: Uint8Array[] = []
  const framer = createFramer(frameBytes, (frame) => frames.push(frame.slice()))
  for (const piece of pieces) framer.push(piece)
  const waited = framer.waitingBytes
  framer.fill(silence)
  return { frames, waited }
}

describe('a framer', () => {
  it('loses and invents nothing, however the sound is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 8 }), (frameBytes, pieces) => {
        const { frames, waited } = frameAll(frameBytes, pieces, 0xff)
        const [sent, got] = [Buffer.concat(pieces), Buffer.concat(frames)]
        expect(frames.every((it) => it.byteLength === frameBytes)).toBe(true)
        expect(waited).toBe(sent.byteLength % frameBytes)
        expect(got.byteLength - sent.byteLength).toBeLessThan(frameBytes)
        expect(got.subarray(0, sent.byteLength).equals(sent)).toBe(true)
        expect(got.subarray(sent.byteLength).every((it) => it === 0xff)).toBe(true)
      }),
    )
  })

  it('hands a whole frame on without a copy', () => {
    const frame = new Uint8Array(160)
    let taken: Uint8Array | undefined
    createFramer(160, (it) => (taken = it)).push(frame)
    expect(taken).toBe(frame)
  })

  it('forgets a rest when it is reset', () => {
    const { frames, waited } = frameAll(4, [])
    expect([frames, waited]).toEqual([[], 0])
    const seen: number[] = []
    const framer = createFramer(2, (frame) => seen.push(...frame))
    framer.push(Uint8Array.of(1))
    framer.reset()
    framer.push(Uint8Array.of(2, 3))
    framer.fill()
    expect(seen).toEqual([2, 3])
  })
})
