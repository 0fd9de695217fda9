import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStorable } from '#seam/storable-text.ts'

describe('a JSON body', () => {
  it.each(['{"a":"\\u0000"}', '{"a":"\\ud83d"}', '{"a":["x\\udc00"]}', '{"\\ud83d":1}', '{"a":"\0"}'])(
    'that holds what no database keeps is known: %j',
    (body) => {
      expect(isStorable(body)).toBe(false)
    },
  )

  it.each(['{"a":"\\ud83d\\ude00"}', '{"a":"😀 हिन्दी"}', '{"a":"\\\\u0000"}', '{"a":'])('that can be kept, or is no JSON, passes: %j', (body) => {
    expect(isStorable(body)).toBe(true)
  })

  it('of well-formed text always passes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isStorable(JSON.stringify({ text }))).toBe(text.isWellFormed() && !text.includes('\0'))
      }),
    )
  })
})
