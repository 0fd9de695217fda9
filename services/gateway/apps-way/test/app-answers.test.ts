import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAppServer, openRawServer } from './app-server.ts'
import { codeOf, openWay } from './open-way.ts'

let room: Awaited<ReturnType<typeof openWay>>
let server: Awaited<ReturnType<typeof openAppServer>>
beforeAll(async () => {
  room = await openWay()
  server = await openAppServer()
})
afterAll(async () => {
  await room.close()
  await server.close()
})

describe('an answer', () => {
  it('leaves cookies, policies and connection headers behind, and runs nowhere', async () => {
    server.answer(
      (_request, response) =>
        void response
          .writeHead(200, {
            'content-type': 'text/html',
            'set-cookie': 'myna_session=theirs',
            'strict-transport-security': 'max-age=1',
            'access-control-allow-origin': '*',
            'content-security-policy': "script-src 'unsafe-inline'",
            'clear-site-data': '"*"',
            'x-request-id': 'forged',
            'cache-control': 'public, s-maxage=60, max-age=5',
            server: 'secret/1.0',
            etag: '"a"',
          })
          .end('<script>1</script>'),
    )
    const { ask } = await room.openApp(server.url)
    const { headers } = await ask('/')
    for (const name of ['set-cookie', 'strict-transport-security', 'access-control-allow-origin', 'clear-site-data', 'server'])
      expect(headers.get(name)).toBeNull()
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('cache-control')).toBe('private, max-age=5')
    expect(headers.get('etag')).toBe('"a"')
    expect(headers.get('x-request-id')).not.toBe('forged')
    server.answer((_request, response) => void response.writeHead(200, { 'content-type': 'text/javascript' }).end('alert(1)'))
    expect((await ask('/x.js')).headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  it('of a refusal comes as it is', async () => {
    server.answer((_request, response) => void response.writeHead(422, { 'content-type': 'application/json', 'retry-after': '5' }).end('{"no":1}'))
    const { ask, uses } = await room.openApp(server.url)
    const answer = await ask('/')
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([422, '5', '{"no":1}'])
    expect(await uses()).toMatchObject([{ requests: 1, errors: 0 }])
  })

  it('streams: events arrive while the request still goes on, both ways', async () => {
    server.answer(async (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      for await (const chunk of request) response.write(`data: ${String(chunk)}\n\n`)
      response.end('data: bye\n\n')
    })
    const { ask } = await room.openApp(server.url)
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const near = writable.getWriter()
    const words = new TextEncoder()
    void near.write(words.encode('one'))
    const answer = await ask('/', { method: 'POST', body: readable, duplex: 'half' })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const far = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await far.read()).value).toBe('data: one\n\n')
    void near.write(words.encode('two'))
    expect((await far.read()).value).toBe('data: two\n\n')
    void near.close()
    expect((await far.read()).value).toBe('data: bye\n\n')
    expect((await far.read()).done).toBe(true)
  })

  it('that redirects within the application leads there through Myna; elsewhere it is refused', async () => {
    const { ask } = await room.openApp(`${server.url}/v2`)
    server.answer((_request, response) => void response.writeHead(302, { location: '/v2/there?x=1' }).end())
    const answer = await ask('/here')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/api/v1/apps/finder/run/there?x=1'])
    for (const location of [
      'http://169.254.169.254/latest/meta-data',
      'https://elsewhere.example.com/',
      '/admin',
      '//evil.example.com/v2',
      'file:///etc/passwd',
    ]) {
      server.answer((_request, response) => void response.writeHead(307, { location }).end())
      expect(await codeOf(ask('/here'))).toBe('apps.answer_wrong')
      expect(server.asked).toHaveLength(1)
    }
  })

  it('that is not coming is not waited for', async () => {
    server.answer(() => {})
    const { ask, uses } = await room.openApp(server.url, { limits: { timeoutMs: 500 } })
    expect(await codeOf(ask('/'))).toBe('apps.too_slow')
    expect(await uses()).toMatchObject([{ requests: 1, errors: 1, p50Ms: null }])
  })

  it.each([
    ['stalls', { idleMs: 1_000 }, (response: { write(text: string): void }) => response.write('half')],
    ['breaks off', {}, (response: { write(text: string): void; destroy(): void }) => (response.write('half'), setTimeout(() => response.destroy(), 50))],
    [
      'is too long',
      { maxAnswerBytes: 1_024 },
      (response: { write(it: Buffer): void; end(): void }) => (response.write(Buffer.alloc(800)), response.write(Buffer.alloc(800)), response.end()),
    ],
  ])('that %s in the middle is never taken for a whole one', async (_, limits, half) => {
    server.answer((_request, response) => void half(response as never))
    const { ask, uses } = await room.openApp(server.url, { limits })
    const answer = await ask('/')
    expect(answer.status).toBe(200)
    await expect(answer.arrayBuffer()).rejects.toThrow()
    await expect.poll(async () => (await uses())[0]?.errors).toBe(1)
  })

  it('whose length is told to be too long is refused before a byte of it', async () => {
    server.answer((_request, response) => void response.writeHead(200, { 'content-length': '5000000' }).write('a'))
    const { ask } = await room.openApp(server.url)
    expect(await codeOf(ask('/'))).toBe('apps.answer_wrong')
  })

  it.each([
    ['garbage', 'this is no HTTP\r\n\r\n', 'apps.answer_wrong'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde', 'apps.answer_wrong'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(200)}\r\n`.repeat(400)}\r\n`, 'apps.answer_wrong'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', 'apps.'],
    ['nothing', '', 'apps.unreachable'],
  ])('of %s is told as trouble of the application', async (_, bytes, code) => {
    const raw = await openRawServer(bytes)
    const { ask } = await room.openApp(raw.url)
    expect(await codeOf(ask('/'))).toContain(code)
    await raw.close()
  })

  it('of an application that is not there is told without asking it again after some failures', async () => {
    const { ask } = await room.openApp('http://127.0.0.1:1')
    const codes: unknown[] = []
    for (let times = 0; times < 7; times++) codes.push(await codeOf(ask('/')))
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'apps.unreachable'), 'apps.resting', 'apps.resting'])
  })

  it('in a coding the client did not ask for is decoded, with no false length', async () => {
    const { gzipSync } = await import('node:zlib')
    const body = gzipSync('hello'.repeat(100))
    server.answer((_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length }).end(body))
    const { ask } = await room.openApp(server.url)
    expect(await (await ask('/')).text()).toBe('hello'.repeat(100))
  })

  it('nobody waits for any more ends the question to the application', async () => {
    let isLeft = false
    server.answer((_request, response) => {
      response.write('first')
      response.once('close', () => (isLeft = true))
    })
    const { ask, uses } = await room.openApp(server.url)
    const leave = new AbortController()
    const answer = await ask('/', { signal: leave.signal })
    await answer.body!.getReader().read()
    leave.abort()
    await expect.poll(() => isLeft).toBe(true)
    await expect.poll(async () => (await uses())[0]).toMatchObject({ requests: 1, errors: 0 })
  })
})
