import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayEnter, readyAccess, rulingOf, tidied } from './access-rules.ts'
import { addressSet, isIn, readRange } from './address-ranges.ts'
import { networkOf, readAddress, writeAddress } from './address.ts'
import { foreignOrigin, readOrigin } from './origin.ts'

const v4 = fc.ipV4()
const v6 = fc.ipV6()
const range = fc
  .oneof(fc.tuple(v4, fc.integer({ min: 0, max: 32 })), fc.tuple(v6, fc.integer({ min: 97, max: 128 })))
  .map(([address, prefix]) => `${address}/${prefix}`)

describe('addresses', () => {
  it('are read and written back as the same address', () => {
    fc.assert(
      fc.property(fc.oneof(v4, v6), (text) => {
        const read = readAddress(text)!
        expect(readAddress(writeAddress(read))).toEqual(read)
      }),
    )
    expect(writeAddress(readAddress('2001:DB8:0:0:1:0:0:1')!)).toBe('2001:db8::1:0:0:1')
    expect(writeAddress(readAddress('::')!)).toBe('::')
    expect(isIPv6(writeAddress(readAddress('1:2:3:4:5:6:0:8')!))).toBe(true)
  })

  it('are the same with a zone, and as IPv4 inside IPv6', () => {
    expect(readAddress('fe80::1%eth0')).toEqual(readAddress('fe80::1'))
    expect(readAddress('::ffff:203.0.113.7')).toEqual(readAddress('203.0.113.7'))
    expect(readAddress('::ffff:cb00:7107')).toEqual(readAddress('203.0.113.7'))
    expect(readAddress('::203.0.113.7')).not.toEqual(readAddress('203.0.113.7'))
  })

  it('that are none are none', () => {
    for (const text of ['', 'localhost', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4 ', ':::', '1::2::3', 'unknown', '_secret'])
      expect(readAddress(text)).toBeUndefined()
  })

  it('of one IPv6 customer count as one, however they rotate', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (low) => {
        const text = writeAddress({ bits: 128, value: (0x2001_0db8_0001_0002n << 64n) | low })
        expect(networkOf(text)).toBe(networkOf('2001:db8:1:2::1'))
      }),
    )
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('::ffff:203.0.113.7')).toBe(networkOf('203.0.113.7'))
    expect(networkOf('not an address')).toBe('nowhere')
  })
})

describe('ranges', () => {
  it('hold what each of them holds, and nothing else, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), fc.array(fc.oneof(v4, v6), { minLength: 1, maxLength: 10 }), (ranges, others) => {
        const spans = ranges.map(readRange).filter((it) => typeof it !== 'string')
        expect(spans).toHaveLength(ranges.length)
        const set = addressSet(spans)
        const edges = spans.map((it) => (it.bits === 32 ? { bits: 32 as const, value: it.last } : { bits: 128 as const, value: it.last }))
        for (const address of [...edges, ...others.map((it) => readAddress(it)!)]) expect(set(address)).toBe(spans.some((it) => isIn(address, it)))
      }),
    )
  })

  it('are written in one way', () => {
    const written = (text: string) => (readRange(text) as { text: string }).text
    expect(written('203.0.113.77/24')).toBe('203.0.113.0/24')
    expect(written('203.0.113.77/32')).toBe('203.0.113.77')
    expect(written('0.0.0.0/0')).toBe('0.0.0.0/0')
    expect(written('2001:DB8::1/32')).toBe('2001:db8::/32')
    expect(written('::ffff:203.0.113.7/120')).toBe('203.0.113.0/24')
  })

  it('that cannot be are refused in words', () => {
    for (const text of ['1.2.3.4/33', '::/129', '1.2.3.4/', '1.2.3.4/-1', '1.2.3.4/8/8', 'fe80::1%eth0/64', '::ffff:1.2.3.4/64', 'example.com', '*', '1.2.3.*'])
      expect(typeof readRange(text)).toBe('string')
  })

  it('come in tens of thousands', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ range: `10.${at >> 8}.${at & 255}.0/25`, note: '' }))
    const { rules, problems } = tidied({ allow: many, deny: [], origins: [] })
    expect(problems).toEqual([])
    const ready = readyAccess(rules)
    expect(mayEnter(ready, '10.39.15.3')).toBe(true)
    expect(mayEnter(ready, '10.39.15.200')).toBe(false)
    expect(mayEnter(ready, '10.39.16.3')).toBe(false)
  })
})

describe('rules of access', () => {
  const rules = (allow: string[], deny: string[]) => ({
    allow: allow.map((it) => ({ range: it, note: '' })),
    deny: deny.map((it) => ({ range: it, note: '' })),
    origins: [],
  })

  it('say the same at the door as when they are tried out', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 }), fc.oneof(v4, v6, fc.constant('')), (allow, deny, ip) => {
        const all = rules(allow, deny)
        expect(mayEnter(readyAccess(all), ip)).toBe(rulingOf(all, ip).allowed)
      }),
    )
  })

  it('let a denial win, and name the range that decided', () => {
    expect(rulingOf(rules(['10.0.0.0/8'], ['10.1.0.0/16']), '10.1.2.3')).toEqual({ allowed: false, because: 'denied', range: '10.1.0.0/16' })
    expect(rulingOf(rules(['10.0.0.0/8'], ['10.1.0.0/16']), '10.2.2.3')).toEqual({ allowed: true, because: 'allowed', range: '10.0.0.0/8' })
    expect(rulingOf(rules(['10.0.0.0/8'], []), '::ffff:11.0.0.1')).toEqual({ allowed: false, because: 'not_listed', range: null })
    expect(rulingOf(rules([], ['0.0.0.0/0']), '::1')).toEqual({ allowed: true, because: 'no_rule', range: null })
    expect(rulingOf(rules(['::/0'], []), undefined)).toEqual({ allowed: false, because: 'no_address', range: null })
  })

  it('are kept once each, and problems say where they are', () => {
    const { rules: tidy, problems } = tidied({
      ...rules(['10.1.1.1/8', '10.0.0.0/8', 'nonsense'], []),
      origins: ['HTTPS://Shop.Example.com:443/', 'https://*.example.com'],
    })
    expect(tidy.allow.map((it) => it.range)).toEqual(['10.0.0.0/8'])
    expect(tidy.origins).toEqual(['https://shop.example.com'])
    expect(problems.map((it) => it.field)).toEqual(['allow.2.range', 'origins.1'])
  })
})

describe('origins', () => {
  it('are those of websites alone', () => {
    for (const text of [
      'null',
      '*',
      'https://a.example/path',
      'https://me:word@a.example',
      'ftp://a.example',
      'https://a.example\r\nx: y',
      'javascript:alert(1)',
      '',
    ])
      expect(readOrigin(text)).toBeUndefined()
    expect(readOrigin('http://localhost:5173')).toBe('http://localhost:5173')
  })

  it('are foreign unless they are where this is reached', () => {
    expect(foreignOrigin({ origin: 'https://a.example', host: 'myna.example' }, 'myna.example')).toBe('https://a.example')
    expect(foreignOrigin({ origin: 'https://myna.example', host: 'inner:3000' }, 'myna.example')).toBeUndefined()
    expect(foreignOrigin({ origin: 'http://inner:3000', host: 'inner:3000' }, 'myna.example')).toBeUndefined()
    expect(foreignOrigin({ origin: 'null', host: 'myna.example' }, 'myna.example')).toBeUndefined()
    expect(foreignOrigin({ host: 'myna.example' }, 'myna.example')).toBeUndefined()
  })
})
