import { describe, expect, it } from 'vitest'
import { isBackchannel } from '#domain/backchannel.ts'

describe('a backchannel', () => {
  it.each(['Hmm.', 'haan, ok', 'ঠিক আছে', 'जी हाँ', 'Yeah yeah', ''])('is %j', (text) => {
    expect(isBackchannel(text, false)).toBe(true)
  })
  it.each(['wait', 'haan lekin kitna', 'no', 'what about Sunday'])('is not %j', (text) => {
    expect(isBackchannel(text, false)).toBe(false)
  })
  it('is an answer when the agent asked', () => {
    expect(isBackchannel('yes', true)).toBe(false)
  })
})
