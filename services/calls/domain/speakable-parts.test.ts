import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speakableParts } from '#domain/speakable-parts.ts'

describe('speakable parts', () => {
  it('keep every letter, in order, each part short enough and never empty', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3000 }), { maxLength: 3 }), (texts) => {
        const text = texts.join(' ')
        const parts = speakableParts(text)
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(parts.every((it) => it.length > 0 && it.length <= 1000)).toBe(true)
      }),
    )
  })
  it('are the text itself when it is short', () => {
    expect(speakableParts(' We open at nine. ')).toEqual(['We open at nine.'])
    expect(speakableParts('  ')).toEqual([])
  })
})
