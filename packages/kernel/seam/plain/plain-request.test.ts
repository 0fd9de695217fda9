import { createServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlain } from '#seam/plain/plain-request.ts'

const most = { bytes: 16_384, fields: 100 }
const socket = new Socket()
const read = (text: string) => readPlain(Buffer.from(text, 'latin1'), socket, most)

type Seen = { method: string; url: string; headers: IncomingHttpHeaders }
const seen: Seen[] = []
const server = createServer(({ method, url, headers }, response) => {
  seen.push({ method: method!, url: url!, headers })
  response.writeHead(200, { connection: 'close' }).end()
})

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** The requests that Node's own parser sees in these bytes, when nothing follows. */
async function readByNode(text: string): Promise<Seen[]> {
  seen.length = 0
  await new Promise<void>((resolve) => {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1', () => client.end(text, 'latin1'))
    client.on('error', () => {}).on('close', () => resolve())
    client.resume()
  })
  return [...seen]
}

describe('a plain question', () => {
  it('is read with its address and its fields', () => {
    const request = read('GET /api/v1/agents?limit=5 HTTP/1.1\r\nHost: a\r\nX-Name:  some words \r\nAccept: */*\r\nconnection: Keep-Alive\r\nx-empty:\r\n\r\n')
    expect(request).toMatchObject({ method: 'GET', url: '/api/v1/agents?limit=5', complete: true, socket })
    expect(request!.headers).toEqual({ host: 'a', 'x-name': 'some words', accept: '*/*', connection: 'Keep-Alive', 'x-empty': '' })
  })

  it.each([
    ['another method', 'POST / HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['another version', 'GET / HTTP/1.0\r\nhost: a\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['an empty host', 'GET / HTTP/1.1\r\nhost:\r\n\r\n'],
    ['two hosts', 'GET / HTTP/1.1\r\nhost: a\r\nHost: a\r\n\r\n'],
    ['a field twice', 'GET / HTTP/1.1\r\nhost: a\r\ncookie: a=1\r\ncookie: b=2\r\n\r\n'],
    ['a length', 'GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n'],
    ['a coding', 'GET / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a wish for another protocol', 'GET / HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\n\r\n'],
    ['a connection to be ended', 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'],
    ['fields of the connection', 'GET / HTTP/1.1\r\nhost: a\r\nconnection: x-one\r\nx-one: 1\r\n\r\n'],
    ['an expectation', 'GET / HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\n\r\n'],
    ['a name with a space', 'GET / HTTP/1.1\r\nhost: a\r\nx : b\r\n\r\n'],
    ['a folded field', 'GET / HTTP/1.1\r\nhost: a\r\nx: b\r\n c\r\n\r\n'],
    ['a bare line feed', 'GET / HTTP/1.1\r\nhost: a\r\nx: b\ny: c\r\n\r\n'],
    ['a bare return', 'GET / HTTP/1.1\r\nhost: a\r\nx: b\rc\r\n\r\n'],
    ['a line feed before the line end', 'GET / HTTP/1.1\r\nhost: a\r\nx: y\n\r\n\r\n'],
    ['a null byte', 'GET / HTTP/1.1\r\nhost: a\r\nx: \0\r\n\r\n'],
    ['no name', 'GET / HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n'],
    ['a name that objects have', 'GET / HTTP/1.1\r\nhost: a\r\n__proto__: b\r\n\r\n'],
    ['a constructor', 'GET / HTTP/1.1\r\nhost: a\r\nconstructor: b\r\n\r\n'],
    ['two spaces', 'GET  / HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['no path', 'GET http://a/ HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['a segment of dots', 'GET /a/%2e%2e/b HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['an empty segment', 'GET //a HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['a backslash', 'GET /a\\b HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['an empty line before it', '\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['another after it', 'GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['bytes after it', 'GET / HTTP/1.1\r\nhost: a\r\n\r\nx'],
    ['half of it', 'GET / HTTP/1.1\r\nhost: a\r\n'],
    ['too many fields', `GET / HTTP/1.1\r\nhost: a\r\n${Array.from({ length: 100 }, (_, at) => `x-${at}: y\r\n`).join('')}\r\n`],
    ['too many bytes', `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['nothing', ''],
  ])('is not one with %s', (_name, text) => {
    expect(read(text)).toBeUndefined()
  })

  it("is read as Node's own parser reads it, whatever stands in it", async () => {
    const odd = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ' ',
      '\t',
      '\0',
      ':',
      'host',
      'Host: a',
      'x: y',
      'content-length: 1',
      'transfer-encoding: chunked',
      'HTTP/1.1',
      '/',
      '\xe9',
      '\x7f',
      ';',
      ',',
    )
    const field = fc.oneof(
      fc.constantFrom(
        'accept: */*',
        'X-One:1',
        'x-two: \t a b \t',
        'cookie: a=b',
        'connection: keep-alive',
        'x-e: caf\xe9',
        'content-type: text/plain',
        'hasOwnProperty: 1',
        'toString: 2',
      ),
      fc.array(odd, { maxLength: 4 }).map((it) => it.join('')),
    )
    const whole = fc
      .record({
        method: fc.constantFrom('GET', 'GET', 'HEAD', 'get', 'PUT'),
        path: fc.constantFrom('/', '/a?b=c', '/a%20b', '/a;b', '/a b', '*'),
        fields: fc.array(field, { maxLength: 5 }),
      })
      .map(({ method, path, fields }) => `${method} ${path} HTTP/1.1\r\nhost: h\r\n${fields.map((it) => `${it}\r\n`).join('')}\r\n`)
    let plain = 0
    await fc.assert(
      fc.asyncProperty(whole, async (text) => {
        const request = read(text)
        if (!request) return
        plain++
        const { method, url, headers } = request
        expect(await readByNode(text)).toEqual([{ method, url, headers }])
      }),
      { numRuns: 600 },
    )
    expect(plain).toBeGreaterThan(50)
  })
})
