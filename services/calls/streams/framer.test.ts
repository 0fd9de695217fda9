import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFramer } from '#streams/framer.ts'
import { frameBytes } from '#streams/sound.ts'

describe('a framer', () => {
  it('loses and invents nothing, however the sound is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 8 }), (pieces) => {
        const frames: Uint8Array[] = []
        const framer = createFramer((frame) => frames.push(frame))
        for (const piece of pieces) framer.push(piece)
        framer.fill()
        const [sent, got] = [Buffer.concat(pieces), Buffer.concat(frames)]
        expect(frames.every((it) => it.byteLength === frameBytes)).toBe(true)
        expect(got.byteLength - sent.byteLength).toBeLessThan(frameBytes)
        expect(got.subarray(0, sent.byteLength).equals(sent)).toBe(true)
        expect(got.subarray(sent.byteLength).every((it) => it === 0)).toBe(true)
      }),
    )
  })
})
