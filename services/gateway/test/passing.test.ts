import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openEdge, operatorToken } from '#test/open-edge.ts'
import { answerJson, playService } from '#test/played-service.ts'

const path = '/api/v1/brain/conversations/019a9c7e-5f00-7000-8000-000000000001'
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** The gateway of the tests in which nothing fails, and what the service behind it does just now. */
let well: Awaited<ReturnType<typeof openEdge>>
let wellPlayed: Awaited<ReturnType<typeof playService>>
let answerNow: Parameters<typeof playService>[1]
beforeAll(async () => {
  wellPlayed = await playService('brain', (request, response) => answerNow(request, response))
  well = await openEdge({ brain: [wellPlayed.address] })
}, 120_000)
afterAll(async () => {
  await well.close()
  await wellPlayed.close()
})
function edgeBefore(answer: typeof answerNow) {
  answerNow = answer
  wellPlayed.asked.splice(0)
  return { edge: well, played: wellPlayed }
}

/** A gateway in front of played instances of one service. */
async function edgeOf(...played: { address: string; close(): Promise<void> }[]) {
  const edge = await openEdge({ brain: played.map((it) => it.address) })
  for (const it of played) closers.push(() => it.close())
  closers.push(() => edge.close())
  return edge
}

describe('a request for a service elsewhere', { timeout: 120_000 }, () => {
  it('arrives as it was sent, with the caller signed and without what the sender may not say', async () => {
    let heard: IncomingMessage | undefined
    const { edge } = edgeBefore((request, response) => {
      heard = request
      answerJson(response, { url: request.url })
    })
    const response = await edge.ask(`${path}?a=%2F&b=é`, {
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-forwarded-proto': 'gopher',
        forwarded: 'for=6.6.6.6',
        'x-real-ip': '6.6.6.6',
        'x-myna-caller': 'forged.forged.forged',
        'x-myna-anything': 'forged',
        cookie: 'a=b',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        'x-kept': 'yes',
        'x-request-id': 'given-by-the-sender',
      },
    })
    expect(await response.json()).toEqual({ url: `${path}?a=%2F&b=%C3%A9` })
    expect(response.headers.get('x-request-id')).toBe('given-by-the-sender')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const { headers } = heard!
    expect(headers).toMatchObject({ 'x-kept': 'yes', 'x-request-id': 'given-by-the-sender', 'x-forwarded-for': '127.0.0.1' })
    expect(headers['x-myna-caller']).toMatch(/^[\w-]{8}\.[\w-]{43}\.\{"caller":.*\}$/)
    for (const name of ['x-forwarded-proto', 'forwarded', 'x-real-ip', 'x-myna-anything', 'x-myna-tenant', 'cookie', 'authorization', 'traceparent'])
      expect(headers).not.toHaveProperty(name)
  })

  it('brings its body, small or large, and never more than its contract allows', async () => {
    const { edge } = edgeBefore((request, response) => {
      let bytes = 0
      request.on('data', (chunk: Buffer) => (bytes += chunk.length))
      request.on('end', () => answerJson(response, { bytes }))
    })
    const send = (body: string | ReadableStream, more: object = {}) => edge.ask('/api/v1/brain/ask', { method: 'POST', body, ...more })
    expect(await (await send(JSON.stringify({ text: 'x' }))).json()).toEqual({ bytes: 12 })
    expect(await (await send('x'.repeat(500_000))).json()).toEqual({ bytes: 500_000 })
    const chunked = (size: number) => new Blob(['y'.repeat(size)]).stream()
    expect(await (await send(chunked(300_000), { duplex: 'half' })).json()).toEqual({ bytes: 300_000 })
    const told = await send('x'.repeat(1_100_000))
    expect([told.status, await told.json()]).toMatchObject([413, { code: 'request.too_large' }])
    const untold = await send(chunked(1_300_000), { duplex: 'half' })
    expect(untold.status).toBe(413)
  })

  it('is tried again elsewhere when an instance breaks off before anything of an answer was sent, unless it changes something', async () => {
    const broken = await playService('brain', (_request, response) => response.destroy())
    const half = await playService(
      'brain',
      (_request, response) => void response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy()),
    )
    const good = await playService('brain', (_request, response) => answerJson(response, { good: true }))
    const edge = await edgeOf(broken, half, good)
    for (let at = 0; at < 12; at++) expect((await edge.ask(path)).status).toBe(200)
    expect(broken.asked.length + half.asked.length).toBeGreaterThan(0)

    const alone = await edgeOf(await playService('brain', (_request, response) => response.destroy()))
    const write = await alone.ask('/api/v1/brain/ask', { method: 'POST', body: '{}' })
    expect([write.status, await write.json()]).toMatchObject([503, { code: 'server.unavailable' }])
  })

  it('never ends well when half of a long answer is missing', async () => {
    const played = await playService('brain', (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).write(Buffer.alloc(300_000), () => setImmediate(() => response.destroy()))
    })
    const edge = await edgeOf(played)
    const response = await edge.ask(path)
    await expect(response.arrayBuffer()).rejects.toThrow()
    const long = await edgeOf(
      await playService('brain', (_request, response) =>
        response.writeHead(200, { 'content-length': 900_000 }).write(Buffer.alloc(500_000), () => setImmediate(() => response.destroy())),
      ),
    )
    await expect((await long.ask(path)).arrayBuffer()).rejects.toThrow()
  })

  it('is given up when whoever asked goes away', async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    const { edge, played } = edgeBefore((_request, response) => void response.once('close', resolve))
    const leaving = new AbortController()
    const asking = edge.ask(path, { signal: leaving.signal })
    while (played.asked.length === 0) await new Promise(setImmediate)
    leaving.abort()
    await expect(asking).rejects.toThrow()
    await gone
  })

  it('is answered in words when the service takes too long, answers nonsense, or is not there', async () => {
    const silent = await playService('brain', () => {})
    const edge = await openEdge({ brain: [silent.address] }, { ports: { patienceMs: 50 } })
    closers.push(
      () => edge.close(),
      () => silent.close(),
    )
    const late = await edge.ask(path)
    expect([late.status, await late.json()]).toMatchObject([504, { code: 'request.deadline' }])

    const garbage = await playService('brain', (request) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    const confused = await edgeOf(garbage)
    expect(await (await confused.ask(path)).json()).toMatchObject({ code: 'server.unavailable', traceId: expect.any(String) })
    const absent = await openEdge({ brain: ['http://127.0.0.1:9'] })
    closers.push(() => absent.close())
    expect((await absent.ask(path)).status).toBe(503)
  })

  it('holds a service back whose answer is read slowly, and gives all of it in the end', async () => {
    let sent = 0
    const size = 20_000_000
    const { edge } = edgeBefore((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      const go = () => {
        while (sent < size) {
          sent += 100_000
          if (!response.write(Buffer.alloc(100_000))) return void response.once('drain', go)
        }
        response.end()
      }
      go()
    })
    const asking = httpRequest(`${edge.address}${path}`, {
      headers: { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': '019a9c7e-5f00-7000-8000-00000000000a' },
    }).end()
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    answer.pause()
    let before = -1
    // It comes to a stand by itself once all that lies between is full.
    while (before !== sent) {
      before = sent
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(sent).toBeLessThan(size)
    let bytes = 0
    for await (const chunk of answer) bytes += (chunk as Buffer).length
    expect(bytes).toBe(size)
  })

  it('understands HEAD and OPTIONS', async () => {
    const { edge } = edgeBefore((_request, response) => answerJson(response, { long: 'x'.repeat(2_000) }))
    const head = await edge.ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '2011', ''])
    const options = await edge.ask('/api/v1/brain/conversations', { method: 'OPTIONS' })
    expect(options.status).toBe(204)
    expect(options.headers.get('allow')).toContain('OPTIONS')
  })

  it('gets events as they come, and is asked to come back when this process ends', async () => {
    const { promise: second, resolve: sendSecond } = Promise.withResolvers<void>()
    const played = await playService('brain', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      void second.then(() => response.write('data: 2\n\n'))
    })
    const edge = await openEdge({ brain: [played.address] })
    closers.push(() => played.close())
    const response = await edge.ask(path, { headers: { 'accept-encoding': 'br, gzip' } })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('data: 1\n\n')
    sendSecond()
    expect((await reader.read()).value).toBe('data: 2\n\n')
    expect(response.headers.get('content-encoding')).toBeNull()
    await edge.close()
    expect((await reader.read()).done).toBe(true)
  })
})

describe('a WebSocket for a service elsewhere', { timeout: 120_000 }, () => {
  const open = (address: string) =>
    new WebSocket(`${address.replace('http', 'ws')}/api/v1/brain/talk`, {
      headers: { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': '019a9c7e-5f00-7000-8000-00000000000a' },
    })

  it('carries messages both ways, and is sent to another process when this one ends', async () => {
    const host = new WebSocketServer({ noServer: true })
    const closed: number[] = []
    const played = await playService(
      'brain',
      () => {},
      (request, duplex, head) =>
        host.handleUpgrade(request, duplex, head, (socket) => {
          socket.send('welcome')
          socket.on('message', (data, binary) => socket.send(data as Buffer, { binary }))
          socket.on('close', (code) => closed.push(code))
        }),
    )
    const edge = await openEdge({ brain: [played.address] })
    closers.push(() => played.close())
    const socket = open(edge.address)
    expect(String((await once(socket, 'message'))[0])).toBe('welcome')
    const large = Buffer.alloc(200_000, 7)
    socket.send(large)
    expect(Buffer.compare((await once(socket, 'message'))[0] as Buffer, large)).toBe(0)
    const ended = once(socket, 'close')
    await edge.close()
    expect((await ended)[0]).toBe(1012)
  })

  it('is refused as the service refuses it', async () => {
    const played = await playService(
      'brain',
      () => {},
      (_request, duplex) => void duplex.end('HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nno'),
    )
    const edge = await edgeOf(played)
    const socket = open(edge.address)
    socket.on('error', () => {})
    const [, refusal] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
    expect(refusal.statusCode).toBe(403)
    const { port, hostname } = new URL(edge.address)
    const raw = connect(Number(port), hostname)
    raw.write(
      'GET /api/v1/nobody HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    let text = ''
    for await (const chunk of raw) text += String(chunk)
    expect(text).toMatch(/^HTTP\/1\.1 404 /)
    expect(text).toContain('"code":"request.not_found"')
  })
})
