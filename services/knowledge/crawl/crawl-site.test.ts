import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crawl } from '#test/crawl.ts'
import { pageOf, redirectTo, sitesForTests } from '#test/site.ts'

const openSite = sitesForTests()

describe('reading a site', () => {
  it('reads the most telling pages first and says how far it is', async () => {
    const paths = ['/blog/one', '/tag/x', '/privacy', '/machines', '/contact', '/pricing']
    const site = await openSite({ '/': pageOf('Home', paths), ...Object.fromEntries(paths.map((it) => [it, pageOf(it)])) })
    const { steps, sentences, read } = await crawl(site.url)
    expect(read).toEqual(['/', ...[...paths].sort()])
    const order = steps.filter((it) => it.step === 'read').map((it) => new URL(it.url!).pathname)
    expect(order[0]).toBe('/')
    expect(site.pages().slice(1, 4)).toEqual(expect.arrayContaining(['/contact', '/pricing']))
    expect(site.pages().slice(-3)).toEqual(expect.arrayContaining(['/blog/one', '/tag/x']))
    expect(sentences[1]).toMatch(/^Read 1 of \d pages: \/$/)
    expect(sentences.at(-1)).toBe('Read 7 pages.')
    expect(steps.every((it) => it.done <= it.found)).toBe(true)
  })

  it('stops at the page limit, having read the telling pages', async () => {
    const site = await openSite((path) =>
      path === '/robots.txt' || path === '/sitemap.xml'
        ? undefined
        : pageOf(path, [...Array.from({ length: 30 }, (_, at) => `/blog/p${at}`), '/about', '/contact', '/faq']),
    )
    const { read, sentences, steps } = await crawl(site.url, { maxPages: 6 })
    expect(read).toHaveLength(6)
    expect(read).toEqual(expect.arrayContaining(['/', '/about', '/contact', '/faq']))
    expect(sentences.at(-1)).toMatch(/^Read 6 pages\. \d+ pages more are known but beyond the limit\.$/)
    expect(steps.at(-1)).toMatchObject({ step: 'done', done: 6, found: 6 })
  })

  it('goes no deeper than six links', async () => {
    const site = await openSite((path) => {
      const step = Number(/^\/step(\d+)$/.exec(path)?.[1] ?? (path === '/' ? 0 : Number.NaN))
      return Number.isNaN(step) ? undefined : pageOf(`Step ${'abcdefghijkl'[step]}`, [`/step${step + 1}`])
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/step1', '/step2', '/step3', '/step4', '/step5', '/step6'])
  })

  it('stops when time is up and keeps what it read', async () => {
    const site = await openSite((path) => (path === '/' ? pageOf('Home', ['/slow']) : path === '/slow' ? () => {} : undefined))
    const { read, sentences, fault } = await crawl(site.url, { maxMs: 1_000 })
    expect([read, fault]).toEqual([['/'], undefined])
    expect(sentences.at(-1)).toBe('Read 1 page. Time was up after 1 s.')
  })

  it('opens at most four pages at once', async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `/thing-${String.fromCharCode(97 + at)}`)
    const site = await openSite((path) =>
      path === '/'
        ? pageOf('Home', paths)
        : paths.includes(path)
          ? (_, response) => void setTimeout(() => response.setHeader('content-type', 'text/html').end(pageOf(path)), 15)
          : undefined,
    )
    expect((await crawl(site.url)).read).toHaveLength(21)
    expect(site.most()).toBe(4)
  })

  it('is cancelled at once', async () => {
    const going = new AbortController()
    const site = await openSite((path) => (path === '/' ? pageOf('Home', ['/slow']) : path === '/slow' ? () => going.abort() : undefined))
    const { fault, read } = await crawl(site.url, { signal: going.signal })
    expect([fault, read]).toEqual(['request.cancelled', ['/']])
  })

  it('stays on the site', async () => {
    const other = await openSite({ '/': pageOf('Other') })
    const site = await openSite({
      '/': pageOf('Home', [other.url, 'https://www.example.com/', 'mailto:a@b.c', '/moved']),
      '/moved': redirectTo(`${other.url}/`),
    })
    const { read, reasonOf } = await crawl(site.url)
    expect(read).toEqual(['/'])
    expect(reasonOf('/moved')).toMatch(/leads to another website/)
    expect(other.seen).toEqual([])
  })

  it('follows a start address that moved to another site', async () => {
    const site = await openSite({ '/': pageOf('New home', ['/about']), '/about': pageOf('About') })
    const old = await openSite({ '/': redirectTo(site.url, 301) })
    expect((await crawl(old.url)).read).toEqual(['/', '/about'])
  })
})

describe('robots.txt', () => {
  const pages = { '/': pageOf('Home', ['/private/a', '/open']), '/private/a': pageOf('A'), '/open': pageOf('Open') }
  const text = { headers: { 'content-type': 'text/plain' } }

  it('is obeyed, and what it forbids is not asked for', async () => {
    const site = await openSite({ ...pages, '/robots.txt': { ...text, body: 'User-agent: *\nDisallow: /private/' } })
    const { read, reasonOf } = await crawl(site.url)
    expect(read).toEqual(['/', '/open'])
    expect(reasonOf('/private/a')).toMatch(/robots\.txt/)
    expect(site.seen).not.toContain('/private/a')
  })

  it('ends the reading when it forbids all', async () => {
    const site = await openSite({ ...pages, '/robots.txt': { ...text, body: 'User-agent: *\nDisallow: /' } })
    expect((await crawl(site.url)).fault).toBe('knowledge.site_disallows')
    expect(site.pages()).toEqual([])
  })

  it('speaks to us by name', async () => {
    const site = await openSite({ ...pages, '/robots.txt': { ...text, body: 'User-agent: *\nDisallow: /\n\nUser-agent: MynaBot\nAllow: /\nDisallow: /open' } })
    expect((await crawl(site.url)).read).toEqual(['/', '/private/a'])
  })

  it('forbids all while the server fails to give it, and nothing when it is not there', async () => {
    const failing = await openSite({ ...pages, '/robots.txt': { status: 503 } })
    const without = await openSite({ ...pages, '/robots.txt': { status: 403 } })
    expect((await crawl(failing.url)).fault).toBe('knowledge.site_disallows')
    expect((await crawl(without.url)).read).toHaveLength(3)
  })

  it('sets the pace', async () => {
    const site = await openSite({ ...pages, '/robots.txt': { ...text, body: 'User-agent: *\nCrawl-delay: 0.2' } })
    const begin = performance.now()
    expect((await crawl(site.url)).read).toHaveLength(3)
    expect(performance.now() - begin).toBeGreaterThanOrEqual(400)
  })
})

describe('sitemaps', () => {
  const lone = { '/': pageOf('Home'), '/listed': pageOf('Listed') }
  const xml = { headers: { 'content-type': 'application/xml' } }
  const setOf = (...urls: string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((it) => `<url><loc>${it}</loc><image:image><image:loc>/x.jpg</image:loc></image:image></url>`).join('')}</urlset>`

  it('lead to pages nothing links to', async () => {
    const site = await openSite((path) =>
      path === '/sitemap.xml' ? { ...xml, body: setOf(' /listed ', 'https://elsewhere.example.com/x') } : lone[path as keyof typeof lone],
    )
    expect((await crawl(site.url)).read).toEqual(['/', '/listed'])
  })

  it('are found by robots.txt, through an index, gzipped', async () => {
    const site = await openSite({
      ...lone,
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nAllow: /\nSitemap: /maps/index.xml' },
      '/maps/index.xml': { ...xml, body: '<sitemapindex><sitemap><loc><![CDATA[/maps/one.xml.gz]]></loc></sitemap></sitemapindex>' },
      '/maps/one.xml.gz': { headers: { 'content-type': 'application/gzip' }, body: gzipSync(setOf('/listed')) },
    })
    expect((await crawl(site.url)).read).toEqual(['/', '/listed'])
  })

  it('do no harm when they are circles, rubbish or bombs', async () => {
    const index = (path: string) => ({
      ...xml,
      body: `<sitemapindex><sitemap><loc>${path}</loc></sitemap><sitemap><loc>/rubbish</loc></sitemap><sitemap><loc>/bomb</loc></sitemap></sitemapindex>`,
    })
    const site = await openSite({
      ...lone,
      '/sitemap.xml': index('/sitemap2.xml'),
      '/sitemap2.xml': index('/sitemap.xml'),
      '/rubbish': '<urlset><loc>',
      '/bomb': gzipSync(Buffer.alloc(60_000_000)),
    })
    expect((await crawl(site.url)).read).toEqual(['/'])
  })
})
