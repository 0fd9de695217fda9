import { describe, expect, it } from 'vitest'
import { isBackchannel, mayBecomeBackchannel } from '#domain/backchannel.ts'

describe('a backchannel', () => {
  it.each(['Hmm.', 'haan, ok', 'ঠিক আছে', 'जी हाँ', 'Yeah yeah', 'ok I see', ''])('is %j', (text) => {
    expect(isBackchannel(text, false)).toBe(true)
  })
  it.each(['wait', 'haan lekin kitna', 'no', 'what about Sunday', 'yeso', `${'hmm '.repeat(100)}`])('is not %j', (text) => {
    expect(isBackchannel(text, false)).toBe(false)
  })
  it('is an answer when the agent asked', () => {
    expect(isBackchannel('yes', true)).toBe(false)
  })
})

describe('words still being spoken', () => {
  it.each(['h', 'o', 'ok the', 'got', 'ঠিক', 'Yes, rig'])('may become a backchannel: %j', (text) => {
    expect(mayBecomeBackchannel(text, false)).toBe(true)
  })
  it.each(['wh', 'no', 'stop', 'yeso', 'book', 'haan lek'])('cannot become one: %j', (text) => {
    expect(mayBecomeBackchannel(text, false)).toBe(false)
  })
  it('are an answer when the agent asked', () => {
    expect(mayBecomeBackchannel('ye', true)).toBe(false)
  })
})
