import { describe, expect, it } from 'vitest'
import { createLoopWatch } from '#domain/loop.ts'

const after = (texts: string[]) => {
  const watch = createLoopWatch()
  return texts.map((it) => watch.hears(it)).at(-1)
}

describe('a call that goes round in a circle', () => {
  it('is noticed when the same is said five times', () => {
    const text = 'Thank you for calling, how may I help you today?'
    expect(after(Array.from({ length: 4 }, () => text))).toBe(false)
    expect(after(Array.from({ length: 5 }, () => text))).toBe(true)
  })

  it('is noticed when a word changes each time', () => {
    expect(after([1, 2, 3, 4, 5].map((it) => `You are number ${it} in the queue please stay on the line`))).toBe(true)
  })

  it('is not a person who says yes again and again, or asks different things', () => {
    expect(after(Array.from({ length: 9 }, () => 'yes'))).toBe(false)
    expect(
      after(['when do you open on monday', 'when do you open on tuesday', 'and what does it cost', 'when do you open on monday', 'thanks a lot then']),
    ).toBe(false)
  })
})
