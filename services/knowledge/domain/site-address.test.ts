import { describe, expect, it } from 'vitest'
import { siteAddress } from '#domain/site-address.ts'

describe('siteAddress', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    [' http://example.com/shop ', 'http://example.com/shop'],
    ['HTTPS://Example.COM', 'https://example.com/'],
    ['//example.com/a', 'https://example.com/a'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['https://example.com/a#b', 'https://example.com/a'],
    ['दुकान.भारत', 'https://xn--11b7ah1gn.xn--h2brj9c/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ])('takes %s for %s', (written, address) => {
    expect(siteAddress(written)).toBe(address)
  })

  it.each([
    '',
    'hello',
    'hello world',
    'file:///etc/passwd',
    'ftp://example.com',
    'javascript:alert(1)',
    'mailto:a@example.com',
    'data:text/html,x',
    'https://',
    'https://user:secret@example.com',
    'https://exa mple.com',
    'example.com\u0000',
    'http://..',
    '<script>',
  ])('refuses %s', (written) => {
    expect(siteAddress(written)).toBeUndefined()
  })
})
