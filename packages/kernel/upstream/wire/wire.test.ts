import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { buildConnector } from 'undici'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWire, type Passage, type Wire, type WireRequest } from '#upstream/wire/wire.ts'

const open: { server: Server; sockets: Set<Socket>; wires: Wire[] }[] = []

afterEach(async () => {
  for (const { server, sockets, wires } of open.splice(0)) {
    await Promise.all(wires.map((it) => it.destroy()))
    for (const it of sockets) it.destroy()
    server.close()
  }
})

/** A server that does with each connection as it is told, and what was sent to it. */
async function play(onConnection: (socket: Socket, at: number) => void, connections = 4) {
  const sockets = new Set<Socket>()
  let came = 0
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    onConnection(socket, came++)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const wire = createWire(`http://127.0.0.1:${port}`, buildConnector({ timeout: 1_000 }), connections)
  open.push({ server, sockets, wires: [wire] })
  return { wire, port, connections: () => came }
}

/** Answers each request with what it held, one at a time. */
const echo = (socket: Socket) => {
  socket.on('data', (chunk) => {
    const text = chunk.toString('latin1')
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`, 'latin1')
  })
}

type Answer = { status: number; fields: readonly string[]; body: string; error?: string }

function ask(wire: Wire, request: Partial<WireRequest> = {}): { answer: Promise<Answer>; passage: Passage } {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const answer: Answer = { status: 0, fields: [], body: '' }
  const passage = wire.ask(
    { method: 'GET', target: '/a', fields: [], body: null, patienceMs: 2_000, ...request },
    {
      onHead: (status, fields) => Object.assign(answer, { status, fields }),
      onData: (chunk) => void (answer.body += chunk.toString('latin1')),
      onEnd: () => resolve(answer),
      onError: (error) => resolve({ ...answer, error: (error as { code?: string }).code ?? error.message }),
    },
  )
  return { answer: promise, passage }
}

describe('a wire', () => {
  it('sends a request as it is told and brings its answer', async () => {
    const { wire, port } = await play(echo)
    const { body } = await ask(wire, { method: 'POST', target: '/a?b=1', fields: ['x-one', 'two', 'x-three', 'caf\xe9'], body: Buffer.from('hi') }).answer
    expect(body).toBe(`POST /a?b=1 HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-one: two\r\nx-three: caf\xe9\r\ncontent-length: 2\r\n\r\nhi`)
    expect((await ask(wire).answer).body).toBe(`GET /a HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`)
    expect((await ask(wire, { method: 'DELETE' }).answer).body).toContain('content-length: 0\r\n')
  })

  it('uses a connection again, opens as many as it may, and lets the rest wait', async () => {
    const { wire, connections } = await play(echo, 3)
    for (let at = 0; at < 5; at++) await ask(wire).answer
    expect(connections()).toBe(1)
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(wire).answer))
    expect(answers.every((it) => it.status === 200)).toBe(true)
    expect(connections()).toBe(3)
  })

  it('refuses what could be read as more than one request', async () => {
    const { wire, connections } = await play(echo)
    for (const bad of [
      { target: '/a b' },
      { target: '/a\r\nx: y' },
      { target: '' },
      { method: 'GET /b' },
      { fields: ['x', 'a\r\ny: b'] },
      { fields: ['x: y', 'a'] },
      { fields: ['x', '\u0939'] },
    ])
      expect(() => ask(wire, bad), JSON.stringify(bad)).toThrow(TypeError)
    expect(connections()).toBe(0)
  })

  it('says why there is no answer', async () => {
    const nobody = createWire('http://127.0.0.1:1', buildConnector({ timeout: 1_000 }), 2)
    expect((await ask(nobody).answer).error).toBe('ECONNREFUSED')
    const many = await Promise.all(Array.from({ length: 9 }, () => ask(nobody).answer))
    expect(many.every((it) => it.error === 'ECONNREFUSED')).toBe(true)
    await nobody.close()
    const half = await play((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')))
    expect(await ask(half.wire).answer).toMatchObject({ status: 200, body: 'half', error: 'WIRE_CLOSED' })
    const garbage = await play((socket) => socket.once('data', () => socket.write('\x00\x01 what?\r\n\r\n')))
    expect((await ask(garbage.wire).answer).error).toBe('WIRE_NO_ANSWER')
    const silent = await play(() => {})
    expect((await ask(silent.wire, { patienceMs: 150 }).answer).error).toBe('WIRE_LATE')
    const waiting = await play(() => {}, 1)
    const [first, second] = [ask(waiting.wire, { patienceMs: 1_500 }), ask(waiting.wire, { patienceMs: 150 })]
    expect((await second.answer).error).toBe('WIRE_LATE')
    first.passage.abort()
    expect((await first.answer).error).toBe('WIRE_ABORTED')
  })

  it('does not take an answer that came unasked for the next one', async () => {
    const { wire, connections } = await play((socket) =>
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nmineHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nyours')),
    )
    expect((await ask(wire).answer).error).toBe('WIRE_NO_ANSWER')
    expect((await ask(wire).answer).error).toBe('WIRE_NO_ANSWER')
    expect(connections()).toBe(2)
  })

  it('asks on another connection when one was ended while it was idle, or says that it ends', async () => {
    const { wire, connections } = await play((socket, at) => {
      socket.once('data', () =>
        socket.write(`HTTP/1.1 200 OK\r\n${at === 0 ? 'connection: close\r\n' : ''}content-length: 2\r\n\r\nok`, () => at === 1 && socket.end()),
      )
    })
    expect((await ask(wire).answer).body).toBe('ok')
    expect((await ask(wire).answer).body).toBe('ok')
    await vi.waitFor(async () => expect((await ask(wire, { patienceMs: 200 }).answer).body).toBe('ok'))
    expect(connections()).toBeGreaterThanOrEqual(3)
  })

  it('breaks off what nobody waits for, and goes on with the others', async () => {
    const came = vi.fn()
    const { wire } = await play((socket, at) => (at === 0 ? socket.once('data', came) : echo(socket)), 1)
    const first = ask(wire)
    await vi.waitFor(() => expect(came).toHaveBeenCalled())
    const second = ask(wire)
    const third = ask(wire)
    second.passage.abort()
    first.passage.abort()
    expect([(await first.answer).error, (await second.answer).error, (await third.answer).status]).toEqual(['WIRE_ABORTED', 'WIRE_ABORTED', 200])
  })

  it('sends a stream as it comes, in chunks or with its length', async () => {
    const came: string[] = []
    const { wire } = await play((socket) => {
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
        if (!text.endsWith('0\r\n\r\n') && !text.endsWith('three')) return
        came.push(text)
        text = ''
        socket.write('HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n')
      })
    })
    for (const length of [undefined, 11]) {
      const body = new PassThrough()
      const { answer } = ask(wire, { method: 'PUT', body, length })
      for (const it of ['one', 'two', length ? 'three' : 'four']) body.write(it)
      body.end()
      expect((await answer).status).toBe(201)
    }
    expect(came[0]).toMatch(/transfer-encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n4\r\nfour\r\n0\r\n\r\n$/)
    expect(came[1]).toMatch(/content-length: 11\r\n\r\nonetwothree$/)
  })

  it('does not use a connection again on which half a body was sent', async () => {
    const { wire, connections } = await play((socket, at) =>
      at === 0 ? socket.once('data', () => socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n')) : echo(socket),
    )
    const body = new PassThrough()
    const { answer } = ask(wire, { method: 'PUT', body, length: 1_000_000 })
    body.write('some')
    expect((await answer).status).toBe(413)
    expect(body.destroyed).toBe(true)
    expect((await ask(wire).answer).status).toBe(200)
    expect(connections()).toBe(2)
  })

  it('ends when what is under way is answered', async () => {
    let answer = () => {}
    const { wire } = await play((socket) => socket.on('data', () => (answer = () => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'))))
    const asked = ask(wire)
    await vi.waitFor(() => expect(answer.toString()).toContain('200'))
    const closed = wire.close()
    expect(() => ask(wire)).toThrow('ended')
    answer()
    expect((await asked.answer).body).toBe('ok')
    await closed
  })
})
