import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanUrl, siteKey, urlKey } from '#domain/url-key.ts'

describe('urlKey', () => {
  it.each([
    ['http://www.example.com/', 'https://example.com'],
    ['https://example.com/about/', 'https://example.com/about'],
    ['https://example.com/about#team', 'https://example.com/about'],
    ['https://example.com/about?utm_source=a&fbclid=b', 'https://example.com/about'],
    ['https://example.com/a?x=1&y=2', 'https://example.com/a?y=2&x=1'],
    ['https://example.com/shop/index.php', 'https://example.com/shop'],
    ['https://example.com:443/a', 'http://example.com:80/a'],
    ['https://EXAMPLE.com./%7euser/', 'https://example.com/~user'],
    ['https://example.com/a;jsessionid=A1B2', 'https://example.com/a?PHPSESSID=9'],
    ['https://example.com//a///b', 'https://example.com/a/b'],
  ])('sees %s and %s as one page', (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other))
  })

  it.each([
    ['https://example.com/About', 'https://example.com/about'],
    ['https://example.com/a?page=1', 'https://example.com/a?page=2'],
    ['https://example.com:8080/', 'https://example.com/'],
    ['https://shop.example.com/', 'https://example.com/'],
    ['https://example.com/a%2Fb', 'https://example.com/a/b'],
  ])('sees %s and %s as two pages', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other))
  })

  it('gives an address and its clean form one key, and cleans once and for all', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const clean = cleanUrl(url)!
        expect(urlKey(clean)).toBe(urlKey(url))
        expect(cleanUrl(clean)).toBe(clean)
      }),
    )
  })

  it('knows no address but of the web', () => {
    for (const it of ['mailto:a@b.c', 'file:///etc/passwd', 'nothing']) expect(cleanUrl(it)).toBeUndefined()
  })
})

describe('siteKey', () => {
  it('tells sites apart by host and port, not by www', () => {
    expect(siteKey(new URL('https://www.example.com/'))).toBe('example.com')
    expect(siteKey(new URL('http://127.0.0.1:8080/'))).toBe('127.0.0.1:8080')
    expect(siteKey(new URL('https://www.com/'))).toBe('www.com')
  })
})
