import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountPolicy, type Attempts, delayMs, networkOf, waitMs, withFailure } from './lockout.ts'

const policy = { free: 2, firstDelayMs: 1_000, longestDelayMs: 60_000, forgetMs: 3_600_000 }

test('the first failures are free, then each doubles the wait up to the longest', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((it) => delayMs(policy, it))).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 60_000])
})

test('more failures never make the wait shorter', () => {
  fc.assert(fc.property(fc.nat(10_000), (failures) => delayMs(accountPolicy, failures + 1) >= delayMs(accountPolicy, failures)))
})

test('a wait counts from the last failure and ends', () => {
  const attempts: Attempts = { failures: 4, lastAt: new Date(10_000) }
  expect(waitMs(policy, attempts, new Date(10_000))).toBe(2_000)
  expect(waitMs(policy, attempts, new Date(11_500))).toBe(500)
  expect(waitMs(policy, attempts, new Date(12_000))).toBe(0)
  expect(waitMs(policy, undefined, new Date(0))).toBe(0)
})

test('whoever comes at the same moment does not wait for a free failure that was counted a little later', () => {
  expect(waitMs(policy, { failures: 2, lastAt: new Date(10_003) }, new Date(10_000))).toBe(0)
})

test('old failures are forgotten', () => {
  const attempts: Attempts = { failures: 40, lastAt: new Date(0) }
  expect(withFailure(policy, attempts, new Date(policy.forgetMs))).toEqual({ failures: 41, lastAt: new Date(policy.forgetMs) })
  expect(withFailure(policy, attempts, new Date(policy.forgetMs + 1)).failures).toBe(1)
})

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:bbbb:cccc:dddd:eeee', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s, so that turning addresses of one network over does not help', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
