import { describe, expect, it } from 'vitest'
import { readSitemaps, sitemapOf } from '#crawl/sitemap.ts'

describe('sitemapOf', () => {
  it('reads namespaces, CDATA, entities and blanks', () => {
    const text =
      '<sm:urlset xmlns:sm="x"><sm:url><sm:loc>\n https://a.example/?x=1&amp;y=2 </sm:loc></sm:url><sm:url><sm:loc>\n  <![CDATA[https://a.example/b]]>\n</sm:loc></sm:url></sm:urlset>'
    expect(sitemapOf(text).addresses).toEqual(['https://a.example/?x=1&y=2', 'https://a.example/b'])
  })
  it('finds nothing in endless markup that never closes, in one pass', () => {
    for (const part of ['<loc>', '<loc><![CDATA[', '<loc> ', '<a:'])
      expect(sitemapOf(`<urlset>${part.repeat(1_000_000)}`)).toEqual({ sitemaps: [], addresses: [] })
  })
  it('reads a list of lines, and nothing from a page', () => {
    expect(sitemapOf('https://a.example/1\r\nhttps://a.example/2\n').addresses).toEqual(['https://a.example/1', 'https://a.example/2'])
    expect(sitemapOf('<!doctype html><p>https://a.example/1 not found</p>')).toEqual({ sitemaps: [], addresses: [] })
  })
})

describe('readSitemaps', () => {
  it('asks for no more than 20 files and gives no more than 5,000 addresses', async () => {
    let asked = 0
    const index = `<sitemapindex>${Array.from({ length: 100 }, (_, at) => `<sitemap><loc>https://a.example/${at}.xml</loc></sitemap>`).join('')}</sitemapindex>`
    const file = (part: number) =>
      `<urlset>${Array.from({ length: 900 }, (_, at) => `<url><loc>https://a.example/${part}/${at}</loc></url>`).join('')}</urlset>`
    const all = await readSitemaps(['https://a.example/index.xml'], async (url) => Buffer.from(url.endsWith('index.xml') ? index : file(asked++)))
    expect(all).toHaveLength(5_000)
    const none = await readSitemaps(['https://a.example/index.xml'], async (url) => (asked++, url.endsWith('index.xml') ? Buffer.from(index) : undefined))
    expect(none).toEqual([])
    expect(asked).toBeLessThan(40)
  })
})
