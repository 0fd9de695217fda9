import { describe, expect, it } from 'vitest'
import { crawl } from '#test/crawl.ts'
import { pageOf, redirectTo, sitesForTests } from '#test/site.ts'

const openSite = sitesForTests()

describe('a site that cannot be read', () => {
  const nothing = async (answer: Parameters<typeof openSite>[0]) => crawl((await openSite(answer)).url)
  const bigPage = `<p>${'A very long page. '.repeat(3_000_000)}</p>`
  const signIn = pageOf(
    'Sign in',
    [],
    '<form action="/login" method="post"><label>E-mail <input name="email"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form>',
  )
  const scripted =
    '<!doctype html><html><head><title>App</title><script src="/static/js/main.8f3a.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>'

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
    [
      'asks not to be indexed',
      'knowledge.site_disallows',
      { '/': pageOf('Draft', [], 'Not for the public yet, please come back later.', '<meta name="robots" content="noindex">') },
    ],
  ])('%s: %s', async (_, code, routes) => {
    expect((await nothing(routes)).fault).toBe(code)
  })

  it('is not reached', async () => {
    const site = await openSite({})
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
    const site = await openSite({
      '/': bigPage,
      '/sitemap.xml': '<urlset><url><loc>/fine</loc></url><url><loc>/app</loc></url><url><loc>/brochure.pdf</loc></url></urlset>',
      '/fine': pageOf('Fine'),
      '/app': scripted,
    })
    const { read, reasonOf, fault } = await crawl(site.url)
    expect([read, fault]).toEqual([['/fine'], undefined])
    expect(reasonOf('/')).toMatch(/larger than 5 MB/)
    expect(reasonOf('/app')).toMatch(/JavaScript/)
    expect(reasonOf('/brochure.pdf')).toBe('PDF files are not read here.')
    expect(site.seen).not.toContain('/brochure.pdf')
  })
})
