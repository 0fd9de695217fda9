import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPlainDoor } from '#seam/plain/plain-door.ts'
import type { PlainExchange } from '#seam/plain/plain-exchange.ts'

const most = { bytes: 16_384, fields: 100, firstMs: 300, idleMs: 500 }
const large = Buffer.alloc(300_000, 'z')
let server: Server
let clients: Socket[]
let met: string[]
let answer: (exchange: PlainExchange) => void

/** Takes questions below `/plain`; Node's server answers all else with what it read. */
beforeEach(async () => {
  clients = []
  met = []
  answer = (exchange) => exchange.answer(200, ['x-url', exchange.request.url, 'content-length', '2'], Buffer.from('ok'))
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk)).on('end', () => response.end(`node ${request.method} ${request.url} ${body};`))
  })
  openPlainDoor(
    server,
    () => (exchange) => {
      if (!exchange.request.url.startsWith('/plain')) return false
      met.push(exchange.request.url)
      answer(exchange)
      return true
    },
    most,
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  for (const it of clients) it.destroy()
  server.close()
})

/** A connection, and what came back on it so far. */
function dial() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  clients.push(socket)
  const heard = { text: '', isEnded: false }
  socket.on('data', (chunk) => (heard.text += chunk.toString('latin1')))
  socket.on('close', () => (heard.isEnded = true)).on('error', () => {})
  return { heard, socket, say: (text: string) => void socket.write(text, 'latin1') }
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: a\r\n${more}\r\n`
const answersIn = (text: string) => text.match(/HTTP\/1\.1 \d+/g)?.length ?? 0

describe('the door for plain questions', () => {
  it('answers them one after another on one connection', async () => {
    const { heard, say } = dial()
    for (let count = 1; count <= 3; count++) {
      say(get(`/plain/${count}`))
      await vi.waitFor(() => expect(answersIn(heard.text)).toBe(count))
    }
    expect(heard.text).toMatch(
      /^HTTP\/1\.1 200 OK\r\ndate: [^\r]+ GMT\r\nx-url: \/plain\/1\r\ncontent-length: 2\r\nconnection: keep-alive\r\nkeep-alive: timeout=\d+\r\n\r\nok/,
    )
    expect(met).toEqual(['/plain/1', '/plain/2', '/plain/3'])
  })

  it.each([
    ['another address', get('/other'), 'node GET /other ;'],
    ['a body', 'POST /plain HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhello', 'node POST /plain hello;'],
    ['a body in chunks', 'POST /plain HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', 'node POST /plain hello;'],
    ['a head in pieces', get('/plain', 'x: y\r\n').slice(0, 20), 'node GET /plain ;'],
  ])('hands over a connection that comes with %s, and does not take it back', async (_name, text, wanted) => {
    const { heard, say } = dial()
    say(get('/plain/first'))
    await vi.waitFor(() => expect(answersIn(heard.text)).toBe(1))
    say(text)
    if (!text.includes('\r\n\r\n')) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      say(get('/plain', 'x: y\r\n').slice(20))
    }
    await vi.waitFor(() => expect(heard.text).toContain(wanted))
    say(get('/plain/last'))
    await vi.waitFor(() => expect(heard.text).toContain('node GET /plain/last ;'))
    expect(met).toEqual(['/plain/first'])
  })

  it('answers many sent at once in their order, whoever reads them', async () => {
    const { heard, say } = dial()
    const later: PlainExchange[] = []
    answer = (exchange) => void later.push(exchange)
    say(get('/plain/1'))
    await vi.waitFor(() => expect(later).toHaveLength(1))
    say(get('/plain/2') + get('/other') + get('/plain/3'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(later).toHaveLength(1)
    later[0]!.answer(200, ['content-length', '3'], Buffer.from('one'))
    await vi.waitFor(() => expect(answersIn(heard.text)).toBe(4))
    expect(heard.text.match(/one|node GET \S+ ;/g)).toEqual(['one', 'node GET /plain/2 ;', 'node GET /other ;', 'node GET /plain/3 ;'])
  })

  it("lets an answer be written bit by bit through Node's own object, however slowly it is read", async () => {
    const { heard, say, socket } = dial()
    answer = ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      let left = 20
      const go = () => {
        while (left-- > 0) if (!response.write(large)) return void response.once('drain', go)
        response.end()
      }
      go()
    }
    socket.pause()
    say(get('/plain/large'))
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.resume()
    await vi.waitFor(() => expect(heard.text.endsWith('0\r\n\r\n')).toBe(true), 5_000)
    expect(heard.text.match(/z/g)).toHaveLength(20 * large.length)
    answer = (exchange) => exchange.answer(204, [], undefined)
    say(get('/plain/after'))
    await vi.waitFor(() => expect(heard.text).toMatch(/HTTP\/1\.1 204 No Content\r\n[^]*$/))
  })

  it('has no body for HEAD', async () => {
    const { heard, say } = dial()
    say(get('/plain').replace('GET', 'HEAD'))
    await vi.waitFor(() => expect(heard.text).toMatch(/content-length: 2\r\n[^]*\r\n\r\n$/))
  })

  it('lets nothing out that could be read as two answers', async () => {
    const { say } = dial()
    const thrown = vi.fn()
    answer = (exchange) => {
      try {
        exchange.answer(200, ['x', 'a\r\nb: c', 'content-length', '0'], undefined)
      } catch (error) {
        thrown(error)
      }
    }
    say(get('/plain'))
    await vi.waitFor(() => expect(thrown).toHaveBeenCalledWith(expect.any(TypeError)))
  })

  it('tells who answers when nobody is there any more', async () => {
    const { say, socket } = dial()
    const over = vi.fn()
    answer = (exchange) => exchange.whenOver(over)
    say(get('/plain'))
    await vi.waitFor(() => expect(met).toHaveLength(1))
    socket.destroy()
    await vi.waitFor(() => expect(over).toHaveBeenCalledWith(499))
    expect(over).toHaveBeenCalledOnce()
  })

  it('ends a connection that is told to end, one that says nothing, and one that has said nothing for long', async () => {
    const [told, silent, idle] = [dial(), dial(), dial()]
    answer = (exchange) =>
      exchange.answer(200, exchange.request.url === '/plain/end' ? ['connection', 'close', 'content-length', '0'] : ['content-length', '0'], undefined)
    told.say(get('/plain/end'))
    idle.say(get('/plain/idle'))
    await vi.waitFor(
      () =>
        expect([told, silent, idle].map(({ heard }) => [answersIn(heard.text), heard.isEnded])).toEqual([
          [1, true],
          [0, true],
          [1, true],
        ]),
      4_000,
    )
  })

  it('ends idle connections when the server closes, and others after their answer', async () => {
    const [idle, busy] = [dial(), dial()]
    const later: PlainExchange[] = []
    answer = (exchange) => (exchange.request.url === '/plain/busy' ? void later.push(exchange) : exchange.answer(200, ['content-length', '0'], undefined))
    idle.say(get('/plain/idle'))
    busy.say(get('/plain/busy'))
    await vi.waitFor(() => expect([answersIn(idle.heard.text), later.length]).toEqual([1, 1]))
    const closed = vi.fn()
    server.close(closed)
    await vi.waitFor(() => expect(idle.heard.isEnded).toBe(true))
    expect(closed).not.toHaveBeenCalled()
    later[0]!.answer(200, ['content-length', '0'], undefined)
    await vi.waitFor(() => expect([answersIn(busy.heard.text), busy.heard.isEnded]).toEqual([1, true]))
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })
})
