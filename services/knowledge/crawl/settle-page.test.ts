import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crawl } from '#test/crawl.ts'
import { createMemoryShelf } from '#test/memory-shelf.ts'
import { pageOf, redirectTo, sitesForTests } from '#test/site.ts'

const openSite = sitesForTests()

describe('pages that are the same', () => {
  it('are asked for once in all their spellings', async () => {
    const site = await openSite({
      '/': pageOf('Home', ['/about', '/about/', '/about#team', '/about?utm_source=x', '/./about?gclid=1', '/index.html', '/ab%6Fut']),
      '/about': pageOf('About'),
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/about'])
    expect(site.pages()).toEqual(['/', '/about'])
  })

  it('are kept once when their text is the same', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/one', '/two']), '/one': pageOf('Same'), '/two': pageOf('Same') })
    const { read, shelf } = await crawl(site.url)
    expect(read).toHaveLength(2)
    expect(shelf.pages.find((it) => it.outcome === 'skipped')?.reason).toMatch(/says the same as \/(one|two)/)
  })

  it('are kept under their canonical address when parameters differ, and not thrown together when a site names its home everywhere', async () => {
    const canonical = '<link rel="canonical" href="/shop">'
    const home = '<link rel="canonical" href="/">'
    const site = await openSite({
      '/': pageOf('Home', ['/shop?lang=a', '/shop?lang=b', '/other']),
      '/shop?lang=a': pageOf('Shop', [], 'Text one of the shop page.', canonical),
      '/shop?lang=b': pageOf('Shop', [], 'Text two of the shop page.', canonical),
      '/other': pageOf('Other', [], undefined, home),
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/other', '/shop'])
  })

  it('are known after a redirect', async () => {
    const site = await openSite({
      '/': pageOf('Home', ['/old', '/new', '/older']),
      '/old': redirectTo('/new', 301),
      '/older': redirectTo('/new', 301),
      '/new': pageOf('New'),
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/new'])
  })
})

describe('spaces without end', () => {
  it('a calendar is tasted, not read', async () => {
    const site = await openSite((path) => {
      if (path === '/') return pageOf('Home', ['/calendar/2026/11', '/about'])
      if (path === '/about') return pageOf('About')
      const [, year, month] = /^\/calendar\/(\d+)\/(\d+)$/.exec(path) ?? []
      return year
        ? pageOf(`Calendar ${year} ${month}`, [
            `/calendar/${year}/${Number(month) + 1}`,
            `/calendar/${Number(year) + 1}/${month}`,
            `/calendar/${year}/${month}?day=1`,
          ])
        : undefined
    })
    const { read } = await crawl(site.url, { maxPages: 100 })
    expect(read).toContain('/about')
    expect(read.length).toBeLessThan(30)
  })

  it('filters and sort orders are not followed', async () => {
    const site = await openSite((path) =>
      path.startsWith('/shop') || path === '/'
        ? pageOf(`Shop ${path}`, ['/shop?color=red', '/shop?sort=price&dir=asc', '/shop?a=1&b=2&c=3&d=4', '/shop?q=x'])
        : undefined,
    )
    await crawl(site.url)
    expect(site.pages()).toEqual(['/'])
  })

  it('relative links that pile up end', async () => {
    const site = await openSite((path) => (path === '/robots.txt' || path === '/sitemap.xml' ? undefined : pageOf(`Page ${path}`, ['more/'])))
    await crawl(site.url)
    expect(site.pages().length).toBeLessThanOrEqual(4)
  })

  it('a thousand addresses with one text are given up soon', async () => {
    const site = await openSite((path) =>
      path === '/'
        ? pageOf(
            'Home',
            Array.from({ length: 100 }, (_, at) => `/item/${at}`),
          )
        : path.startsWith('/item/')
          ? pageOf('An item')
          : undefined,
    )
    await crawl(site.url, { maxPages: 100 })
    expect(site.pages().length).toBeLessThan(15)
  })
})

describe('what pages ask for', () => {
  it('noindex and nofollow are obeyed, in the page and in the header', async () => {
    const site = await openSite({
      '/': pageOf('Home', ['/hidden', '/quiet', '/header', '/for-others']),
      '/hidden': pageOf('Hidden', ['/found-by-hidden'], undefined, '<meta name="robots" content="noindex">'),
      '/found-by-hidden': pageOf('Found'),
      '/quiet': pageOf('Quiet', ['/never'], undefined, '<meta name="robots" content="nofollow">'),
      '/header': { headers: { 'x-robots-tag': 'noindex, nofollow' }, body: pageOf('Header', ['/never']) },
      '/for-others': { headers: { 'x-robots-tag': 'otherbot: noindex' }, body: pageOf('For others') },
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/for-others', '/found-by-hidden', '/quiet'])
    expect(site.seen).not.toContain('/never')
  })

  it('a missing page answered with 200 is left out', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/gone']), '/gone': pageOf('Page not found', [], 'Sorry, this page could not be found.') })
    const { read, reasonOf } = await crawl(site.url)
    expect(read).toEqual(['/'])
    expect(reasonOf('/gone')).toBe('The page says it is not there.')
  })

  it('a cookie set on the way is brought back, and a refresh in the page followed', async () => {
    const site = await openSite({
      '/': (request, response) => {
        if (request.headers.cookie?.includes('seen=1'))
          response.setHeader('content-type', 'text/html').end('<meta http-equiv="refresh" content="0; url=/welcome">')
        else response.writeHead(302, { location: '/', 'set-cookie': ['seen=1; Path=/; Expires=Wed, 21 Oct 2037 07:28:00 GMT', 'b=2'] }).end()
      },
      '/welcome': pageOf('Welcome'),
    })
    expect((await crawl(site.url)).read).toEqual(['/welcome'])
  })

  it('plain text is read, a page in gzip too', async () => {
    const site = await openSite({
      '/': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(pageOf('Home', ['/hours.txt'])) },
      '/hours.txt': { headers: { 'content-type': 'text/plain' }, body: 'We open at nine <sharp>.\n\nWe close at five.' },
    })
    const { read, shelf } = await crawl(site.url)
    expect(read).toEqual(['/', '/hours.txt'])
    expect(shelf.pages.at(-1)?.html).toContain('&lt;sharp>')
  })
})

describe('reading again', () => {
  it('asks only whether pages changed, and follows the links they had', async () => {
    const routes = (path: string) =>
      ({
        '/': (request: { headers: Record<string, unknown> }, response: { writeHead(status: number, headers: object): { end(body?: string): void } }) =>
          request.headers['if-none-match'] === '"one"'
            ? response.writeHead(304, {}).end()
            : response.writeHead(200, { etag: '"one"', 'content-type': 'text/html' }).end(pageOf('Home', ['/about', '/gone'])),
        '/about': pageOf('About'),
      })[path] as never
    const site = await openSite(routes)
    const first = await crawl(site.url)
    const shelf = createMemoryShelf(
      Object.fromEntries(
        first.shelf.pages
          .filter((it) => it.html)
          .map((it) => [it.key, { url: it.url, etag: it.etag, lastModified: null, textHash: it.textHash, readable: true, fresh: false, html: it.html! }]),
      ),
    )
    const second = await crawl(site.url, { shelf })
    expect(second.shelf.byOutcome('unchanged')).toEqual(['/', '/about'])
    expect(second.shelf.byOutcome('failed')).toEqual(['/gone'])
    expect(second.shelf.pages.find((it) => it.url.endsWith('/'))?.html).toBeUndefined()
  })

  it('does not ask again for what this reading had before it broke off', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/about', '/contact']), '/about': pageOf('About'), '/contact': pageOf('Contact') })
    const key = `127.0.0.1:${site.port}/about`
    const shelf = createMemoryShelf({
      [key]: { url: `${site.url}/about`, etag: null, lastModified: null, textHash: 'x', readable: true, fresh: true, html: pageOf('About', ['/from-about']) },
    })
    await crawl(site.url, { shelf })
    expect(site.pages()).not.toContain('/about')
    expect(site.pages()).toEqual(expect.arrayContaining(['/contact', '/from-about']))
  })

  it('keeps the text of a page whose server is down today', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/about']), '/about': { status: 500 } })
    const { shelf } = await crawl(site.url)
    expect(shelf.pages.find((it) => it.url.endsWith('/about'))).toMatchObject({ outcome: 'failed', html: undefined })
  })
})
