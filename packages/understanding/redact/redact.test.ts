import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iban, luhn, verhoeff } from '#redact/checksums.ts'
import { redact } from '#redact/redact.ts'
import { openCases, secretCases } from '#redact/secret-cases.ts'

const cells = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((it) => it.trim()))
const awaitingOf = (cell: string | undefined): { awaiting?: 'otp' | 'card' | 'id' } =>
  cell === 'otp' || cell === 'card' || cell === 'id' ? { awaiting: cell } : {}

describe('redact', () => {
  it.each(cells(secretCases).map(([kind, secret, text, awaiting]) => [kind, secret, text, awaiting] as const))(
    'finds the %s %s in "%s" (%s)',
    (kind, secret = '', text = '', awaiting) => {
      const { found, text: left } = redact(text, awaitingOf(awaiting))
      expect(found.map((it) => [it.kind, text.slice(it.start, it.end)])).toEqual([[kind, secret]])
      expect(left).not.toContain(secret)
      expect(left.startsWith(text.slice(0, text.indexOf(secret)))).toBe(true)
    },
  )

  it.each(cells(openCases).map(([text, awaiting]) => [text, awaiting] as const))('leaves "%s" alone (%s)', (text = '', awaiting) => {
    expect(redact(text, awaitingOf(awaiting))).toEqual({ text, found: [] })
  })

  it('takes out several secrets at once and keeps what stands between', () => {
    const text = 'card 4111 1111 1111 1111 expiry 12/27 cvv 123, call 9876543210'
    expect(redact(text).text).toBe('card [card number] expiry [card expiry] cvv [card code], call 9876543210')
  })

  const piece = fc.oneof(
    fc.constantFrom(
      'otp',
      'my',
      'is',
      'hai',
      'card',
      'cvv',
      'pin',
      'code',
      'password',
      'ओटीपी',
      'ওটিপি',
      'four',
      'one',
      'एक',
      'double',
      'aadhaar',
      'account number',
      'passport',
      'pan',
      'expiry',
      'nid',
      '\n',
      '. ',
    ),
    fc.constantFrom(
      '4111111111111111',
      '4111 1111',
      '482913',
      '123',
      '1234',
      '12/27',
      '234123412346',
      'ABCPE1234F',
      'K1234567',
      '[card number]',
      '[PIN]',
      'hunter2',
      'x[otp]',
      '+',
      '9876543210',
      '\u0000',
      '\ue000',
      '\u200d',
      '😀',
      '\u202e',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const spoken = fc.array(piece, { maxLength: 24 }).map((it) => it.join(' '))
  const awaiting = fc.constantFrom({}, { awaiting: 'otp' as const }, { awaiting: 'card' as const }, { awaiting: 'id' as const })

  it('never throws, and redacting twice changes nothing more', () => {
    fc.assert(
      fc.property(spoken, awaiting, (text, options) => {
        const once = redact(text, options).text
        expect(redact(once, options).text).toBe(once)
      }),
      { numRuns: 600 },
    )
  })

  it('changes nothing but what it found, in order and without overlap', () => {
    fc.assert(
      fc.property(spoken, awaiting, (text, options) => {
        const { found, text: left } = redact(text, options)
        let last = 0
        let rest = left
        for (const { start, end } of found) {
          expect(start >= last && end > start && end <= text.length).toBe(true)
          expect(rest.startsWith(text.slice(last, start))).toBe(true)
          rest = rest.slice(start - last).replace(/^\[[^\]]+\]/, '')
          last = end
        }
        expect(rest).toBe(text.slice(last))
      }),
      { numRuns: 600 },
    )
  })

  it('knows its checksums', () => {
    expect([
      luhn('79927398713'),
      luhn('79927398710'),
      verhoeff('2363'),
      verhoeff('2364'),
      iban('GB29NWBK60161331926819'),
      iban('GB29NWBK60161331926818'),
    ]).toEqual([true, false, true, false, true, false])
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), fc.nat(11), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const whole = [...Array(10).keys()].map((it) => body + it).find((it) => verhoeff(it)) ?? ''
        const wrong = whole.slice(0, at) + ((Number(whole[at]) + shift) % 10) + whole.slice(at + 1)
        expect(whole).not.toBe('')
        expect(verhoeff(wrong)).toBe(false)
      }),
    )
  })
})
