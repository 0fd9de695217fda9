import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '#seam/fault.ts'
import { createListener, defaultListenerLimits, refuseUnread } from '#seam/listener.ts'

/** A server that tells what it was asked, and notes every request that came to its end. */
async function openListener(limits: Partial<typeof defaultListenerLimits> = {}) {
  const seen: string[] = []
  const server = createListener(
    { ...defaultListenerLimits, ...limits },
    (request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => seen.push(`${request.method} ${request.url}`))
      request.on('end', () => response.end(JSON.stringify({ url: request.url, host: request.headers.host, upgrade: request.headers.upgrade, body })))
    },
    (_request, response, fault) => {
      const body = JSON.stringify(problemOf(fault, 'trace'))
      response.writeHead(fault.status, { 'content-type': 'application/problem+json', 'content-length': body.length }).end(body)
    },
  )
  server.on('clientError', refuseUnread)
  server.on('upgrade', (_request, duplex) => duplex.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = (): Socket => connect(port, '127.0.0.1').on('error', () => {})
  return {
    seen,
    open,
    /** Writes bytes and reads until the other side ends the connection. */
    async ask(bytes: string | Buffer): Promise<string> {
      const socket = open()
      socket.write(bytes)
      return readAll(socket)
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  await new Promise((resolve) => socket.once('close', resolve))
  return text
}

type Listener = Awaited<ReturnType<typeof openListener>>

describe('a listener', () => {
  let listener: Listener
  beforeAll(async () => {
    listener = await openListener()
  })
  afterAll(() => listener.close())

  const host = 'Host: myna.example\r\n'
  const shapes: Record<string, [bytes: string, status: number]> = {
    'a length and a transfer coding': [
      `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /hidden HTTP/1.1\r\n${host}\r\n`,
      400,
    ],
    'a transfer coding and a length': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`, 400],
    'two lengths': [`POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`, 400],
    'the same length twice': [`POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`, 400],
    'a list of lengths': [`POST / HTTP/1.1\r\n${host}Content-Length: 5, 5\r\n\r\nhello`, 400],
    'a signed length': [`POST / HTTP/1.1\r\n${host}Content-Length: +5\r\n\r\nhello`, 400],
    'a folded header': [`GET / HTTP/1.1\r\n${host}X-A: b\r\n c\r\n\r\n`, 400],
    'a folded transfer coding': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`, 400],
    'bare line feeds': [`GET / HTTP/1.1\n${host}\n\n`, 400],
    'a bare line feed in the headers': ['GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n', 400],
    'a bare carriage return': [`GET / HTTP/1.1\r\n${host}X: y\rZ: q\r\n\r\n`, 400],
    'a space before the colon': [`GET / HTTP/1.1\r\n${host}X : y\r\n\r\n`, 400],
    'an unknown transfer coding': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 400],
    'a transfer coding after chunked': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
    'a transfer coding before chunked': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, 400],
    'two transfer codings': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    'chunks in HTTP/1.0': [`POST / HTTP/1.0\r\n${host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    'a chunk that is no number': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n`, 400],
    'chunks that end in line feeds': [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n1\na\n0\n\n`, 400],
    'two hosts': [`GET / HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`, 400],
    'no version': ['GET /\r\n\r\n', 400],
    'an unknown version': [`GET / HTTP/1.2\r\n${host}\r\n`, 400],
    'HTTP/2 without an agreement': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    'NUL in a header': [`GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`, 400],
    'a method nobody knows': [`BREW / HTTP/1.1\r\n${host}\r\n`, 400],
    'a method that is not served': [`TRACE / HTTP/1.1\r\n${host}\r\n`, 405],
    'a hundred and more headers': [`GET / HTTP/1.1\r\n${host}${'X: y\r\n'.repeat(101)}\r\n`, 431],
    'headers without end': [`GET / HTTP/1.1\r\n${host}X: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    'an asterisk': [`GET * HTTP/1.1\r\n${host}\r\n`, 400],
    'dots that lead above': [`GET /a/../b HTTP/1.1\r\n${host}\r\n`, 400],
    'hidden dots that lead above': [`GET /a/%2e%2E/b HTTP/1.1\r\n${host}\r\n`, 400],
    'hidden dots and a hidden slash': [`GET /a/..%2fb HTTP/1.1\r\n${host}\r\n`, 400],
    'an empty segment': [`GET //evil.example/a HTTP/1.1\r\n${host}\r\n`, 400],
    'a hidden NUL': [`GET /a%00b HTTP/1.1\r\n${host}\r\n`, 400],
    'a backslash': [`GET /a\\b HTTP/1.1\r\n${host}\r\n`, 400],
    'a hidden backslash': [`GET /a%5c..%5cb HTTP/1.1\r\n${host}\r\n`, 400],
    'a broken escape': [`GET /a%zz HTTP/1.1\r\n${host}\r\n`, 400],
    'a fragment': [`GET /a#b HTTP/1.1\r\n${host}\r\n`, 400],
  }
  it.each(Object.entries(shapes))('refuses %s, as a problem, and ends the connection', async (_, [bytes, status]) => {
    const before = listener.seen.length
    const text = await listener.ask(bytes)
    expect(text.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(text.toLowerCase()).toContain('connection: close')
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ status, traceId: expect.any(String) })
    expect(listener.seen.length).toBe(before)
  })

  it('takes what is unusual and plain', async () => {
    const end = 'Connection: close\r\n\r\n'
    expect(await listener.ask(`GET /a%20b/c%2Fd?e=../f HTTP/1.1\r\n${host}${end}`)).toContain('"url":"/a%20b/c%2Fd?e=../f"')
    expect(await listener.ask(`GET http://other.example/a?b HTTP/1.1\r\n${host}${end}`)).toContain('"url":"/a?b","host":"other.example"')
    expect(await listener.ask('GET /old HTTP/1.0\r\n\r\n')).toContain('"url":"/old"')
    expect(
      await listener.ask(`GET /h2c HTTP/1.1\r\n${host}Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nConnection: Upgrade, HTTP2-Settings, close\r\n\r\n`),
    ).toContain('"url":"/h2c"')
  })

  it('answers requests that were sent in a row, each once and in order', async () => {
    const text = await listener.ask(
      `POST /1 HTTP/1.1\r\n${host}Content-Length: 3\r\n\r\nabcGET /2 HTTP/1.1\r\n${host}\r\nPOST /3 HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nde\r\n0\r\n\r\n`,
    )
    expect([...text.matchAll(/"url":"(\/\d)"/g)].map((it) => it[1])).toEqual(['/1', '/2', '/3'])
    expect(text).toContain('"body":"abc"')
    expect(text).toContain('"body":"de"')
  })

  it('opens a WebSocket only for a handshake without a body', async () => {
    const handshake = `GET /socket HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n`
    expect(await listener.ask(`${handshake}\r\n`)).toMatch(/^HTTP\/1\.1 101 /)
    const before = listener.seen.length
    const smuggled = listener.open()
    smuggled.write(`${handshake}Content-Length: 4\r\n\r\nbody`)
    const [answer] = (await once(smuggled, 'data')) as [Buffer]
    smuggled.destroy()
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
    expect(listener.seen.length).toBe(before + 1)
  })
})

it('a listener closes though somebody is connected who has said nothing', async () => {
  const listener = await openListener()
  const silent = listener.open()
  await once(silent, 'connect')
  // The server has met it once it has answered another.
  await listener.ask('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  const ended = once(silent, 'close')
  await listener.close()
  await ended
})

describe('a listener with little patience', () => {
  let listener: Listener
  beforeAll(async () => {
    listener = await openListener({ headersMs: 100, bodyGraceMs: 100, bodyBytesPerSecond: 1_000_000_000, connectionsPerAddress: 3 })
  })
  afterAll(() => listener.close())

  it('ends a connection whose headers do not come to an end, or never begin', async () => {
    expect(await listener.ask('GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
    expect(await readAll(listener.open())).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
  })

  it('ends a connection whose body trickles', async () => {
    const text = await listener.ask('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nslow')
    expect(text).toMatch(/^HTTP\/1\.1 408 /)
    expect(text).toContain('request.too_slow')
  })

  it('refuses more connections from one address than it bears', async () => {
    const held = [listener.open(), listener.open(), listener.open()]
    await Promise.all(held.map((it) => once(it, 'connect')))
    expect(await readAll(listener.open())).toMatch(/^HTTP\/1\.1 429 /)
    for (const it of held) it.destroy()
  })
})
