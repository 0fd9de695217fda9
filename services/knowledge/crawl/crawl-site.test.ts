import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { crawl } from '#test/crawl.ts'
import { createMemoryShelf } from '#test/memory-shelf.ts'
import { openSite as open, pageOf, redirectTo } from '#test/site.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => void (await Promise.all(opened.splice(0).map((it) => it.close()))))
const openSite: typeof open = async (routes) => {
  const site = await open(routes)
  opened.push(site)
  return site
}

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
    const site = await openSite((path) => (path === '/robots.txt' || path === '/sitemap.xml' ? undefined : pageOf(path, [...Array.from({ length: 30 }, (_, at) => `/blog/p${at}`), '/about', '/contact', '/faq'])))
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
    const site = await openSite((path) => (path === '/' ? pageOf('Home', paths) : paths.includes(path) ? (_, response) => void setTimeout(() => response.setHeader('content-type', 'text/html').end(pageOf(path)), 15) : undefined))
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
    const site = await openSite({ '/': pageOf('Home', [other.url, 'https://www.example.com/', 'mailto:a@b.c', '/moved']), '/moved': redirectTo(`${other.url}/`) })
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
  const setOf = (...urls: string[]) => `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((it) => `<url><loc>${it}</loc><image:image><image:loc>/x.jpg</image:loc></image:image></url>`).join('')}</urlset>`

  it('lead to pages nothing links to', async () => {
    const site = await openSite((path) => (path === '/sitemap.xml' ? { ...xml, body: setOf(' /listed ', 'https://elsewhere.example.com/x') } : lone[path as keyof typeof lone]))
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
    const index = (path: string) => ({ ...xml, body: `<sitemapindex><sitemap><loc>${path}</loc></sitemap><sitemap><loc>/rubbish</loc></sitemap><sitemap><loc>/bomb</loc></sitemap></sitemapindex>` })
    const site = await openSite({ ...lone, '/sitemap.xml': index('/sitemap2.xml'), '/sitemap2.xml': index('/sitemap.xml'), '/rubbish': '<urlset><loc>', '/bomb': gzipSync(Buffer.alloc(60_000_000)) })
    expect((await crawl(site.url)).read).toEqual(['/'])
  })
})

describe('a site that cannot be read', () => {
  const nothing = async (answer: Parameters<typeof openSite>[0]) => crawl((await openSite(answer)).url)
  const bigPage = `<p>${'A very long page. '.repeat(3_000_000)}</p>`
  const signIn = pageOf('Sign in', [], '<form action="/login" method="post"><label>E-mail <input name="email"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form>')
  const scripted = '<!doctype html><html><head><title>App</title><script src="/static/js/main.8f3a.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>'

  it.each<[string, string, Parameters<typeof openSite>[0]]>([
    ['is not there', 'knowledge.site_not_found', {}],
    ['is gone', 'knowledge.site_not_found', { '/': { status: 410 } }],
    ['fails', 'knowledge.site_unreachable', { '/': { status: 500 } }],
    ['asks for a sign-in', 'knowledge.site_refused', { '/': { status: 401 } }],
    ['forbids', 'knowledge.site_refused', { '/': { status: 403, body: pageOf('Just a moment') } }],
    ['is overloaded', 'knowledge.site_refused', { '/': { status: 429, headers: { 'retry-after': '3600' } } }],
    ['shows a sign-in form', 'knowledge.site_refused', { '/': signIn }],
    ['redirects to its sign-in form', 'knowledge.site_refused', { '/': redirectTo('/login'), '/login': signIn }],
    ['redirects in a circle', 'knowledge.site_redirects', { '/': redirectTo('/a'), '/a': redirectTo('/') }],
    ['redirects to itself', 'knowledge.site_redirects', { '/': redirectTo('/') }],
    ['redirects without end', 'knowledge.site_redirects', (path) => (path === '/robots.txt' ? undefined : redirectTo(`/x${path}`))],
    ['redirects to a file', 'knowledge.site_redirects', { '/': redirectTo('file:///etc/passwd') }],
    ['redirects nowhere', 'knowledge.site_redirects', { '/': { status: 302 } }],
    ['redirects into a private network', 'knowledge.address_private', { '/': redirectTo('http://169.254.169.254/latest/meta-data/') }],
    ['is empty', 'knowledge.site_empty', { '/': '' }],
    ['has no text', 'knowledge.site_empty', { '/': '<html><body><img src="/a.png"></body></html>' }],
    ['needs scripts', 'knowledge.site_needs_script', { '/': scripted }],
    ['is a picture', 'knowledge.site_not_text', { '/': { headers: { 'content-type': 'image/png' }, body: 'x' } }],
    ['is a picture that says it is a page', 'knowledge.site_not_text', { '/': Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500)]) }],
    ['is a PDF', 'knowledge.site_not_text', { '/': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' } }],
    ['is one page of 50 MB', 'knowledge.site_too_large', { '/': bigPage }],
    ['asks not to be indexed', 'knowledge.site_disallows', { '/': pageOf('Draft', [], 'Not for the public yet, please come back later.', '<meta name="robots" content="noindex">') }],
  ])('%s: %s', async (_, code, routes) => {
    expect((await nothing(routes)).fault).toBe(code)
  })

  it('is not reached', async () => {
    const site = await open({})
    await site.close()
    expect((await crawl(site.url)).fault).toBe('knowledge.site_unreachable')
    expect((await crawl('http://10.0.0.1/')).fault).toBe('knowledge.address_private')
  })

  it('never answers', async () => {
    const site = await openSite({ '/': () => {} })
    expect((await crawl(site.url, { maxMs: 1_000 })).fault).toBe('knowledge.site_unreachable')
  })

  it('is asked again once when it fails once', async () => {
    let asked = 0
    const site = await openSite((path) => (path === '/' ? (asked++ === 0 ? { status: 503 } : pageOf('Home')) : undefined))
    expect((await crawl(site.url)).read).toEqual(['/'])
    expect(asked).toBe(2)
  })

  it('leaves out one bad page and reads the rest', async () => {
    const site = await openSite({ '/': bigPage, '/sitemap.xml': '<urlset><url><loc>/fine</loc></url><url><loc>/app</loc></url><url><loc>/brochure.pdf</loc></url></urlset>', '/fine': pageOf('Fine'), '/app': scripted })
    const { read, reasonOf, fault } = await crawl(site.url)
    expect([read, fault]).toEqual([['/fine'], undefined])
    expect(reasonOf('/')).toMatch(/larger than 5 MB/)
    expect(reasonOf('/app')).toMatch(/JavaScript/)
    expect(reasonOf('/brochure.pdf')).toBe('PDF files are not read yet.')
    expect(site.seen).not.toContain('/brochure.pdf')
  })
})

describe('pages that are the same', () => {
  it('are asked for once in all their spellings', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/about', '/about/', '/about#team', '/about?utm_source=x', '/./about?gclid=1', '/index.html', '/ab%6Fut']), '/about': pageOf('About') })
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
    const site = await openSite({ '/': pageOf('Home', ['/shop?lang=a', '/shop?lang=b', '/other']), '/shop?lang=a': pageOf('Shop', [], 'Text one of the shop page.', canonical), '/shop?lang=b': pageOf('Shop', [], 'Text two of the shop page.', canonical), '/other': pageOf('Other', [], undefined, home) })
    expect((await crawl(site.url)).read).toEqual(['/', '/other', '/shop'])
  })

  it('are known after a redirect', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/old', '/new', '/older']), '/old': redirectTo('/new', 301), '/older': redirectTo('/new', 301), '/new': pageOf('New') })
    expect((await crawl(site.url)).read).toEqual(['/', '/new'])
  })
})

describe('spaces without end', () => {
  it('a calendar is tasted, not read', async () => {
    const site = await openSite((path) => {
      if (path === '/') return pageOf('Home', ['/calendar/2026/11', '/about'])
      if (path === '/about') return pageOf('About')
      const [, year, month] = /^\/calendar\/(\d+)\/(\d+)$/.exec(path) ?? []
      return year ? pageOf(`Calendar ${year} ${month}`, [`/calendar/${year}/${Number(month) + 1}`, `/calendar/${Number(year) + 1}/${month}`, `/calendar/${year}/${month}?day=1`]) : undefined
    })
    const { read } = await crawl(site.url, { maxPages: 100 })
    expect(read).toContain('/about')
    expect(read.length).toBeLessThan(30)
  })

  it('filters and sort orders are not followed', async () => {
    const site = await openSite((path) => (path.startsWith('/shop') || path === '/' ? pageOf(`Shop ${path}`, ['/shop?color=red', '/shop?sort=price&dir=asc', '/shop?a=1&b=2&c=3&d=4', '/shop?q=x']) : undefined))
    await crawl(site.url)
    expect(site.pages()).toEqual(['/'])
  })

  it('relative links that pile up end', async () => {
    const site = await openSite((path) => (path === '/robots.txt' || path === '/sitemap.xml' ? undefined : pageOf(`Page ${path}`, ['more/'])))
    await crawl(site.url)
    expect(site.pages().length).toBeLessThanOrEqual(4)
  })

  it('a thousand addresses with one text are given up soon', async () => {
    const site = await openSite((path) => (path === '/' ? pageOf('Home', Array.from({ length: 100 }, (_, at) => `/item/${at}`)) : path.startsWith('/item/') ? pageOf('An item') : undefined))
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
        if (request.headers.cookie?.includes('seen=1')) response.setHeader('content-type', 'text/html').end('<meta http-equiv="refresh" content="0; url=/welcome">')
        else response.writeHead(302, { location: '/', 'set-cookie': ['seen=1; Path=/; Expires=Wed, 21 Oct 2037 07:28:00 GMT', 'b=2'] }).end()
      },
      '/welcome': pageOf('Welcome'),
    })
    expect((await crawl(site.url)).read).toEqual(['/welcome'])
  })

  it('plain text is read, a page in gzip too', async () => {
    const site = await openSite({ '/': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(pageOf('Home', ['/hours.txt'])) }, '/hours.txt': { headers: { 'content-type': 'text/plain' }, body: 'We open at nine <sharp>.\n\nWe close at five.' } })
    const { read, shelf } = await crawl(site.url)
    expect(read).toEqual(['/', '/hours.txt'])
    expect(shelf.pages.at(-1)?.html).toContain('&lt;sharp>')
  })
})

describe('reading again', () => {
  it('asks only whether pages changed, and follows the links they had', async () => {
    const routes = (path: string) => ({
      '/': (request: { headers: Record<string, unknown> }, response: { writeHead(status: number, headers: object): { end(body?: string): void } }) =>
        request.headers['if-none-match'] === '"one"' ? response.writeHead(304, {}).end() : response.writeHead(200, { etag: '"one"', 'content-type': 'text/html' }).end(pageOf('Home', ['/about', '/gone'])),
      '/about': pageOf('About'),
    })[path] as never
    const site = await openSite(routes)
    const first = await crawl(site.url)
    const shelf = createMemoryShelf(Object.fromEntries(first.shelf.pages.filter((it) => it.html).map((it) => [it.key, { url: it.url, etag: it.etag, lastModified: null, textHash: it.textHash, readable: true, fresh: false, html: it.html! }])))
    const second = await crawl(site.url, { shelf })
    expect(second.shelf.byOutcome('unchanged')).toEqual(['/', '/about'])
    expect(second.shelf.byOutcome('failed')).toEqual(['/gone'])
    expect(second.shelf.pages.find((it) => it.url.endsWith('/'))?.html).toBeUndefined()
  })

  it('does not ask again for what this reading had before it broke off', async () => {
    const site = await openSite({ '/': pageOf('Home', ['/about', '/contact']), '/about': pageOf('About'), '/contact': pageOf('Contact') })
    const key = `127.0.0.1:${site.port}/about`
    const shelf = createMemoryShelf({ [key]: { url: `${site.url}/about`, etag: null, lastModified: null, textHash: 'x', readable: true, fresh: true, html: pageOf('About', ['/from-about']) } })
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
