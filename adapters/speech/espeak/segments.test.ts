import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from './segments.ts'

describe('cutting a text into segments', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['नमस्ते। आप कैसे हैं? ठीक॥', ['नमस्ते।', 'आप कैसे हैं?', 'ठीक॥']],
    ['He said "stop." Then he left.', ['He said "stop."', 'Then he left.']],
    ['First line\nsecond line', ['First line', 'second line']],
    ['Hello ... . ! there', ['Hello ...', 'there']],
    ['?!', []],
    ['', []],
  ])('%j', (text, segments) => expect(segmentsOf(text)).toEqual(segments))

  it('cuts a long sentence at a pause rather than within a phrase', () => {
    const phrase = 'we have a room with a view of the lake for two people'
    const segments = segmentsOf(`${phrase}, ${phrase}, ${phrase}, ${phrase}.`)
    expect(segments.length).toBeGreaterThan(1)
    for (const segment of segments.slice(0, -1)) expect(segment).toMatch(/,$/)
  })

  it('never makes a segment too long, never loses a letter, never breaks a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'क', 'া', '😀', ' ', ',', '.', ', ', '\n'), maxLength: 700 }), (text) => {
        const segments = segmentsOf(text)
        for (const segment of segments) {
          expect(segment.length).toBeLessThanOrEqual(120)
          expect(segment.isWellFormed()).toBe(true)
        }
        const letters = (it: string) => it.replace(/[^\p{L}]/gu, '')
        expect(letters(segments.join(''))).toBe(letters(text))
      }),
    )
  })
})
