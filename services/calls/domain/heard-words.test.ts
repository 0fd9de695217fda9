import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heardWords } from '#domain/heard-words.ts'

const reply = [
  { text: 'We open at nine.', startMs: 0, durationMs: 1000, aside: false },
  { text: 'On Sunday we are closed.', startMs: 1000, durationMs: 2000, aside: false },
]

describe('the words heard of a reply', () => {
  it.each([
    [0, ''],
    [500, 'We open'],
    [1000, 'We open at nine.'],
    [2000, 'We open at nine. On Sunday'],
    [9000, 'We open at nine. On Sunday we are closed.'],
  ])('after %d ms', (playedMs, expected) => {
    expect(heardWords(reply, playedMs)).toBe(expected)
  })

  it('only grow with time, and are always a beginning of the reply', () => {
    const whole = reply.map((it) => it.text).join(' ')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((it) => heardWords(reply, it))
        expect(late!.startsWith(early!)).toBe(true)
        expect(whole.startsWith(late!)).toBe(true)
      }),
    )
  })
})
