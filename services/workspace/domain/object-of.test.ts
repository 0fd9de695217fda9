import { expect, test } from 'vitest'
import { objectOf } from './object-of.ts'

test('an event is about what its name says, or about the first thing it names', () => {
  expect(objectOf('call.ended', { agentId: 'a', callId: 'c' })).toBe('call:c')
  expect(objectOf('creation.ended', { agentId: 'a', creationId: 'k' })).toBe('creation:k')
  expect(objectOf('sessions.revoked', { userId: null, keyId: 'k' })).toBe('key:k')
  expect(objectOf('x.ended', { healthChangeId: 'h' })).toBe('health-change:h')
  expect(objectOf('domain.verified', { domain: 'example.in' })).toBe('domain:example.in')
  expect(objectOf('brand.changed', { name: 'A' })).toBeNull()
})
