import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { isSignedBy } from '#webhook-signature.ts'

const token = '0123456789abcdef0123456789abcdef'
const form = { To: '+442079460100', From: '+447700900123', CallSid: 'CA0123456789abcdef0123456789abcdef', Digits: '', callSid: 'lower' }
const sign = (text: string) => createHmac('sha1', token).update(text).digest('base64')

describe('a signature of Twilio', () => {
  it('is made over the address and the fields in the order of their names, capitals first', () => {
    const url = 'https://voice.example/answer?agent=7'
    const signature = sign(`${url}CallSidCA0123456789abcdef0123456789abcdefDigitsFrom+447700900123To+442079460100callSidlower`)
    expect(isSignedBy(token, { url, form, signature })).toBe(true)
    expect(validateRequest(token, signature, url, form)).toBe(true)
  })

  it.each([
    ['the standard port, when it signed without', 'https://voice.example:443/a?b=c', 'https://voice.example/a?b=c'],
    ['no port, when it signed with the standard one', 'https://voice.example/a?b=c', 'https://voice.example:443/a?b=c'],
    ['no port over http', 'http://voice.example/a', 'http://voice.example:80/a'],
    ['a port of its own, when it signed without', 'https://voice.example:8443/a', 'https://voice.example/a'],
    ['a port of its own', 'http://voice.example:8080/a', 'http://voice.example:8080/a'],
    ['a fragment of connection overrides', 'https://voice.example/a?b=c#rc=5&rp=all', 'https://voice.example/a?b=c'],
    ['name and password', 'https://user:pass@voice.example/a', 'https://user:pass@voice.example/a'],
    ['an IPv6 host', 'http://[::1]:8080/a', 'http://[::1]:8080/a'],
    ['a query that is escaped by half', "https://voice.example/a?b=it's%20so&c=%2B", "https://voice.example/a?b=it's%20so&c=%2B"],
    ['a media socket', 'wss://voice.example/media', 'wss://voice.example/media'],
    ['a media socket with a port', 'wss://voice.example/media', 'wss://voice.example:443/media'],
  ])('fits an address with %s', (_, known, signed) => {
    const signature = getExpectedTwilioSignature(token, signed, form)
    expect(isSignedBy(token, { url: known, form, signature })).toBe(true)
    expect(isSignedBy(`${token}0`, { url: known, form, signature })).toBe(false)
  })

  it('does not fit another host, path, port or scheme', () => {
    const signature = getExpectedTwilioSignature(token, 'https://voice.example:8443/a', form)
    for (const url of [
      'https://voice.example:8444/a',
      'https://voice.example.org:8443/a',
      'https://voice.example:8443/a/',
      'https://voice.example:8443/A',
      'http://voice.example:8443/a',
      'voice.example:8443/a',
      '',
    ])
      expect(isSignedBy(token, { url, form, signature }), url).toBe(false)
  })

  it('is taken whenever the library takes it, for addresses as they are and any form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: false }), fc.dictionary(fc.string(), fc.string()), (url, any) => {
        const signature = getExpectedTwilioSignature(token, url, any)
        expect(validateRequest(token, signature, url, any)).toBe(true)
        expect(isSignedBy(token, { url, form: any, signature })).toBe(true)
        const wrong = getExpectedTwilioSignature(token, `${url}x`, any)
        expect(isSignedBy(token, { url, form: any, signature: wrong })).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
