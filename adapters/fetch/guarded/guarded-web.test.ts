import { createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { WebFault, WebTrouble } from '@myna/ports/web'
import { afterEach, describe, expect, it } from 'vitest'
import type { Resolve } from '#guarded-agent.ts'
import { createGuardedWeb, type GuardedWeb } from '#guarded-web.ts'
import { openSite } from '#test/site.ts'

const opened: GuardedWeb[] = []
afterEach(async () => void (await Promise.all(opened.splice(0).map((web) => web.close()))))

function webFor(allowHosts: string[] = [], resolve?: Resolve): GuardedWeb {
  const web = createGuardedWeb({ allowHosts, userAgent: 'TestBot/1.0', ...(resolve ? { resolve } : {}) })
  opened.push(web)
  return web
}
const limits = { maxBytes: 100_000, timeoutMs: 5_000 }
const troubleOf = (work: Promise<unknown>): Promise<WebTrouble | 'none'> =>
  work.then(
    () => 'none',
    (error: WebFault) => error.trouble,
  )

describe('addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'http://nas.local/',
    'http://intranet/',
    'http://①②⑦.0.0.1/',
    'http://10.1.2.3:8080/',
    'https://192.168.0.1/',
  ])('refuses %s as private', async (url) => {
    expect(await troubleOf(webFor().request({ url, ...limits }))).toBe('private_address')
    expect(await troubleOf(webFor().check(url))).toBe('private_address')
  })

  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'no address',
    '',
    'http://',
    'http://user:pass@example.com/',
    'http://example.com:22/',
    'http://example.com:6379/',
  ])('refuses %s as no address of a website', async (url) => {
    expect(await troubleOf(webFor().request({ url, ...limits }))).toBe('bad_address')
  })

  it('refuses a name that leads inside, and a name where one of several addresses does', async () => {
    await using site = await openSite((_, response) => void response.end('secret'))
    const url = `http://rebind.example.com:${site.port}/`
    const alone = webFor([], async () => [{ address: '127.0.0.1', family: 4 }])
    const mixed = webFor([], async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
    const sixth = webFor([], async () => [{ address: '::ffff:127.0.0.1', family: 6 }])
    for (const web of [alone, mixed, sixth]) {
      expect(await troubleOf(web.request({ url, ...limits }))).toBe('private_address')
      expect(await troubleOf(web.check(url))).toBe('private_address')
    }
    expect(site.connections()).toBe(0)
  })

  it('resolves once for a connection, so a second answer of the name server changes nothing', async () => {
    await using site = await openSite((_, response) => void response.end('secret'))
    const answers = ['198.41.0.4', '127.0.0.1']
    let asked = 0
    const web = webFor([], async () => [{ address: answers[Math.min(asked++, 1)]!, family: 4 }])
    const trouble = await troubleOf(web.request({ url: `http://rebind.example.com:${site.port}/`, maxBytes: 100, timeoutMs: 300 }))
    expect(['timeout', 'unreachable']).toContain(trouble)
    expect(asked).toBe(1)
    expect(site.connections()).toBe(0)
  })

  it('opens only the hosts the operator names, by host or by host and port', async () => {
    await using site = await openSite((_, response) => void response.end('hello'))
    await using other = await openSite((_, response) => void response.end('other'))
    expect(await troubleOf(webFor([site.host]).request({ url: site.url, ...limits }))).toBe('none')
    expect(await troubleOf(webFor([site.host]).request({ url: other.url, ...limits }))).toBe('private_address')
    expect(await troubleOf(webFor(['127.0.0.1']).request({ url: other.url, ...limits }))).toBe('none')
    expect(await troubleOf(webFor(['127.0.0.1']).request({ url: `http://localhost:${other.port}`, ...limits }))).toBe('private_address')
    expect(await troubleOf(webFor([' LocalHost ']).request({ url: `http://localhost:${other.port}`, ...limits }))).toBe('none')
  })

  it('does not follow a redirect', async () => {
    await using site = await openSite((_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end())
    const answer = await webFor([site.host]).request({ url: site.url, ...limits })
    expect([answer.status, answer.headers.location]).toEqual([302, 'http://169.254.169.254/'])
  })
})

describe('bodies', () => {
  const text = 'Opening hours: Monday to Friday. '.repeat(200)
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ])('undoes %s', async (encoding, body) => {
    await using site = await openSite((_, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect(Buffer.from((await webFor([site.host]).request({ url: site.url, ...limits })).body).toString()).toBe(text)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('cuts a %s bomb off', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(30_000_000))
    expect(bomb.length).toBeLessThan(limits.maxBytes)
    await using site = await openSite((_, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(bomb))
    expect(await troubleOf(webFor([site.host]).request({ url: site.url, ...limits }))).toBe('too_large')
  })

  it('cuts an endless body off', async () => {
    await using site = await openSite((_, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(20_000)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await troubleOf(webFor([site.host]).request({ url: site.url, ...limits }))).toBe('too_large')
  })

  it('reads what came of a gzip stream that was cut short', async () => {
    const whole = gzipSync(text)
    await using site = await openSite((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 8)))
    expect(Buffer.from((await webFor([site.host]).request({ url: site.url, ...limits })).body).toString()).toBe(text)
  })

  it.each([
    ['gzip', 'plainly not gzip'],
    ['br', 'plainly not brotli at all'],
    ['rot13', 'uryyb'],
    ['gzip, gzip, gzip', 'x'],
  ])('says protocol to a body that is not %s', async (encoding, body) => {
    await using site = await openSite((_, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect(await troubleOf(webFor([site.host]).request({ url: site.url, ...limits }))).toBe('protocol')
  })

  it('reads no body of HEAD and 304', async () => {
    await using site = await openSite(
      (request, response) =>
        void response.writeHead(request.method === 'HEAD' ? 200 : 304, { 'content-length': request.method === 'HEAD' ? 9_000_000 : 0 }).end(),
    )
    const web = webFor([site.host])
    expect((await web.request({ url: site.url, method: 'HEAD', ...limits })).body.length).toBe(0)
    expect((await web.request({ url: site.url, ...limits })).status).toBe(304)
  })
})

describe('time', () => {
  it('says timeout when the answer does not start, and when it does not end', async () => {
    await using silent = await openSite(() => {})
    await using slow = await openSite((_, response) => void response.write('begin'))
    expect(await troubleOf(webFor([silent.host]).request({ url: silent.url, maxBytes: 100, timeoutMs: 60 }))).toBe('timeout')
    expect(await troubleOf(webFor([slow.host]).request({ url: slow.url, maxBytes: 100, timeoutMs: 60 }))).toBe('timeout')
  })

  it('says cancelled when the caller aborts, before or during', async () => {
    await using slow = await openSite((_, response) => void response.write('begin'))
    const going = new AbortController()
    const running = troubleOf(webFor([slow.host]).request({ url: slow.url, ...limits, signal: going.signal }))
    going.abort()
    expect(await running).toBe('cancelled')
    expect(await troubleOf(webFor([slow.host]).request({ url: slow.url, ...limits, signal: AbortSignal.abort() }))).toBe('cancelled')
  })

  it('says unreachable where nobody listens and for a name that does not exist', async () => {
    const gone = await openSite(() => {})
    await gone[Symbol.asyncDispose]()
    expect(await troubleOf(webFor([gone.host]).request({ url: gone.url, ...limits }))).toBe('unreachable')
    const web = webFor([], async () => {
      throw new Error('ENOTFOUND')
    })
    expect(await troubleOf(web.request({ url: 'http://no-such-name.example.com/', ...limits }))).toBe('unreachable')
  })

  it('says protocol to a server that does not speak HTTP', async () => {
    const server = createServer(
      (socket) =>
        void socket
          .on('error', () => {})
          .resume()
          .end('SSH-2.0-OpenSSH_9.6\r\n'),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    expect(await troubleOf(webFor(['127.0.0.1']).request({ url: `http://127.0.0.1:${port}/`, ...limits }))).toBe('protocol')
    await new Promise((done) => server.close(done))
  })
})

describe('headers', () => {
  it('says who it is, and takes other headers from the caller', async () => {
    let seen: Record<string, unknown> = {}
    await using site = await openSite((request, response) => {
      seen = request.headers
      response.end('ok')
    })
    await webFor([site.host]).request({ url: site.url, headers: { 'If-None-Match': '"a"' }, ...limits })
    expect(seen).toMatchObject({ 'user-agent': 'TestBot/1.0', 'if-none-match': '"a"' })
  })
})
