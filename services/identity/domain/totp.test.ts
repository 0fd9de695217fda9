import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptedStep, base32, codeOf, stepOf, totpUri } from './totp.ts'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1_000)

test('codes are those of RFC 6238, appendix B', () => {
  const table: [number, string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [seconds, code] of table) expect(codeOf(secret, stepOf(at(seconds)))).toBe(code.slice(2))
})

test('a code is good one step early and late, and no further', () => {
  const now = at(1_700_000_010)
  const step = stepOf(now)
  for (const off of [-1, 0, 1]) expect(acceptedStep(secret, codeOf(secret, step + off), now, 0)).toBe(step + off)
  for (const off of [-3, -2, 2, 3]) expect(acceptedStep(secret, codeOf(secret, step + off), now, 0)).toBeUndefined()
})

test('a code works once, and none before it works after it', () => {
  const now = at(1_700_000_010)
  const step = stepOf(now)
  expect(acceptedStep(secret, codeOf(secret, step), now, step)).toBeUndefined()
  expect(acceptedStep(secret, codeOf(secret, step - 1), now, step)).toBeUndefined()
  expect(acceptedStep(secret, codeOf(secret, step + 1), now, step)).toBe(step + 1)
})

test('what is no code is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (/^\s*(\d\s*){6}$/.test(text)) return
      expect(acceptedStep(secret, text, at(1_700_000_010), 0)).toBeUndefined()
    }),
  )
})

test('base32 is that of RFC 4648, section 10', () => {
  for (const [text, coded] of [
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const)
    expect(base32(Buffer.from(text))).toBe(coded)
})

test('an address cannot add parameters to the picture', () => {
  const uri = new URL(totpUri(secret, 'a&secret=EVIL#?@example.com', 'Myna & co'))
  expect(uri.searchParams.getAll('secret')).toEqual(['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'])
  expect(uri.searchParams.get('issuer')).toBe('Myna & co')
})
