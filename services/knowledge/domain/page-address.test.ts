import { describe, expect, it } from 'vitest'
import { addressShape, isEndlessShape, isPdfAddress, mayBePage } from '#domain/page-address.ts'

const at = (path: string) => `https://example.com${path}`

describe('mayBePage', () => {
  it.each(['/', '/about', '/p?id=4', '/menu.php', '/a.b/c', '/brochure.pdf', '/?page_id=12'])('lets %s through', (path) => {
    expect(mayBePage(at(path))).toBe(true)
  })
  it.each([
    '/logo.png',
    '/style.css?v=2',
    '/feed',
    '/wp-admin/x',
    '/cart',
    '/shop?sort=price',
    '/shop?filter_color=red',
    '/x?a=1&b=2&c=3&d=4',
    '/a/b/a/b/a',
    '/1/2/3/4/5/6/7/8/9/10/11',
    `/${'x'.repeat(700)}`,
    '/?add-to-cart=4',
    '/search?q=x',
  ])('leaves %s out', (path) => {
    expect(mayBePage(at(path))).toBe(false)
  })
  it('knows a PDF by its name', () => {
    expect([isPdfAddress(at('/a/B.PDF?x=1')), isPdfAddress(at('/pdf'))]).toEqual([true, false])
  })
})

describe('addressShape', () => {
  it.each([
    ['/', '/'],
    ['/about', '/about'],
    ['/shop/red-shoe', '/shop/*'],
    ['/shop/hat-12', '/shop/*'],
    ['/blog/2023/05/title', '/blog/#/#/*'],
    ['/item12', '/item#'],
    ['/x?b=1&a=2&b=3', '/x?a&b'],
  ])('of %s is %s', (path, shape) => {
    expect(addressShape(at(path))).toBe(shape)
  })
  it('tells calendars and counters from pages', () => {
    expect(['/calendar/#/*', '/#/#/*', '/x?page', '/events?month'].map(isEndlessShape)).toEqual([true, true, true, true])
    expect(['/shop/*', '/about', '/events', '/x?lang'].map(isEndlessShape)).toEqual([false, false, false, false])
  })
})
