import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptResult, keptValue, secretsIn } from '#domain/kept.ts'

const same = (text: string) => text

describe('what is kept', () => {
  it('is short, storable, and without secrets, whatever came', () => {
    const secret = 'secret-value'
    const value = fc.oneof(
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.array(fc.constantFrom(secret, `a${secret}b`, '🙂', '\0', '\ud83d')),
      fc.dictionary(fc.constantFrom(secret, 'a'), fc.constant(secret)),
    )
    fc.assert(
      fc.property(value, (it) => {
        const text = JSON.stringify(keptResult(it, same, [secret]))
        expect(text).not.toContain(secret)
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/)
        expect(text.length).toBeLessThanOrEqual(16_002)
      }),
    )
  })

  it('ends at a depth', () => {
    let deep: unknown = 1
    for (let level = 0; level < 5_000; level++) deep = [deep]
    expect(JSON.stringify(keptValue(deep, same))).toHaveLength(43)
  })

  it('takes the longest secret out first, and knows the key within "Bearer …"', () => {
    expect(secretsIn({ Authorization: 'Bearer abcdef-123456', short: 'no', Accept: 'application/json' })).toEqual(['Bearer abcdef-123456', 'abcdef-123456'])
    expect(keptValue('x Bearer abcdef-123456 y abcdef-123456', same, secretsIn({ a: 'Bearer abcdef-123456' }))).toBe('x … y …')
  })
})
