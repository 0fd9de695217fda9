import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Client } from '@myna/contracts'
import { WebSocketServer } from 'ws'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '#log.ts'
import { callerHeader, createCallerGate } from '#seam/caller-token.ts'
import { remoteClients } from '#seam/remote-client.ts'
import { notebookContract } from '#seam/test/notebook.ts'
import { createUpstreams } from '#upstream/create-upstreams.ts'
import { playService } from '#upstream/test/played-service.ts'

type Notebook = Client<typeof notebookContract>
const secret = new Uint8Array(32).fill(3)
const caller = { tenantId: null, subject: 'user:1', roles: [], scopes: ['*'], traceId: 'trace-0001' }
const id = '01a1fd46-0000-7000-8000-000000000001'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
async function clientOf(addresses: string[], asker: { deadline?: number; signal?: AbortSignal; healthMs?: number } = {}) {
  const { deadline, signal, healthMs = 60_000 } = asker
  const upstreams = await createUpstreams({ addresses: { notebook: addresses }, log: createLog({ level: 'silent' }), healthMs })
  closers.push(() => upstreams.close())
  const clients = remoteClients({ name: 'notebook', contract: notebookContract, upstreams, secret })
  const client = clients({ caller: { ...caller, ...(deadline ? { deadline } : {}) }, ...(signal ? { signal } : {}) }) as unknown as Notebook
  return { client, upstreams, instances: () => upstreams.list()[0]!.instances }
}
async function play(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const played = await playService(answer)
  closers.push(played.close)
  return played
}
const json = (response: ServerResponse, body: unknown, status = 200, type = 'application/json') =>
  void response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body))
const count = (_: IncomingMessage, response: ServerResponse) => json(response, { count: 7 })
const unavailable = { code: 'server.unavailable', status: 503 }

describe('an answer of another process', () => {
  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['no JSON', (_, response) => json(response, '{"count":')],
    ['nothing', (_, response) => json(response, '')],
    ['the wrong kind', (_, response) => json(response, '<html>', 200, 'text/html')],
    ['no kind', (_, response) => void response.end('{"count":1}')],
    ['a failure without words', (_, response) => json(response, 'oops', 500, 'text/plain')],
    ['a failure that nobody knows', (_, response) => json(response, { code: 'moon.full', title: 'x' }, 418)],
    ['a redirect', (_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    [
      'half of it',
      (_, response) => (response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 }), response.write('{"co'), response.destroy()),
    ],
    [
      'half of it in chunks',
      (_, response) => (response.writeHead(200, { 'content-type': 'application/json' }), response.write('{"co'), setImmediate(() => response.destroy())),
    ],
    [
      'no end of it',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const pour = () => {
          while (!response.destroyed && response.write(' '.repeat(1_000_000)));
        }
        response.on('drain', pour)
        pour()
      },
    ],
    ['a line cut at once', (request) => void request.socket.destroy()],
  ])('that is %s is unavailable, and counts against the instance', async (_, answer) => {
    const { client, instances } = await clientOf([(await play(answer)).address])
    await expect(client.writeNote({ text: 'a' })).rejects.toMatchObject(unavailable)
    expect(instances()[0]).toMatchObject({ inFlight: 0, requests: 1, failures: 1 })
  })

  it('that is no HTTP is unavailable', async () => {
    const server = createTcpServer((socket) => void socket.on('error', () => {}).end('\u0016\u0003garbage\r\n\r\n'))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    closers.push(() => void server.close())
    const { client } = await clientOf([`http://127.0.0.1:${(server.address() as AddressInfo).port}`])
    await expect(client.writeNote({ text: 'a' })).rejects.toMatchObject(unavailable)
  })

  it('that is a fault is that fault, with its fields, and does not count against the instance', async () => {
    const problem = { code: 'request.invalid', title: 'x', fields: [{ field: 'text', problem: 'too long' }] }
    const { client, instances } = await clientOf([(await play((_, response) => json(response, problem, 400, 'application/problem+json'))).address])
    await expect(client.writeNote({ text: 'a' })).rejects.toMatchObject({ code: 'request.invalid', fields: problem.fields })
    expect(instances()[0]).toMatchObject({ requests: 1, failures: 0 })
  })

  it('that does not believe who asks is unavailable: nobody has to sign in again', async () => {
    const { client } = await clientOf([
      (await play((_, response) => void response.writeHead(401, { [callerHeader]: 'refused' }).end('{"code":"request.unauthenticated"}'))).address,
    ])
    await expect(client.writeNote({ text: 'a' })).rejects.toMatchObject(unavailable)
  })

  it('of a stream that breaks or speaks nonsense is unavailable after what was heard', async () => {
    for (const rest of ['data: {"li', 'data: nonsense\n\n']) {
      const { client } = await clientOf([
        (await play((_, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`id: 1\ndata: {"line":1}\n\n${rest}`))).address,
      ])
      const heard: number[] = []
      const read = async () => {
        for await (const { data } of client.dictate({ upTo: 3 })) heard.push(data.line)
      }
      await expect(read()).rejects.toMatchObject(unavailable)
      expect(heard).toEqual([1])
    }
  })

  it('of bytes that break off is unavailable after what was heard', async () => {
    const { client } = await clientOf([
      (await play((_, response) => (response.writeHead(200, { 'content-length': 10 }), response.write('abc'), setImmediate(() => response.destroy())))).address,
    ])
    let size = 0
    const read = async () => {
      for await (const chunk of client.download({ size: 10 })) size += chunk.byteLength
    }
    await expect(read()).rejects.toMatchObject(unavailable)
    expect(size).toBe(3)
  })

  it('of a socket that speaks nonsense ends it', async () => {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    closers.push(() => sockets.close())
    await once(sockets, 'listening')
    sockets.on('connection', (socket) => socket.send('nonsense'))
    const { client } = await clientOf([`http://127.0.0.1:${(sockets.address() as AddressInfo).port}`])
    const socket = await client.chat({})
    await expect(socket.messages[Symbol.asyncIterator]().next()).rejects.toMatchObject(unavailable)
  })
})

describe('a request to another process', () => {
  it('brings its caller signed for itself, and the id of its trace', async () => {
    const heard: IncomingMessage[] = []
    const { client } = await clientOf([(await play((request, response) => (heard.push(request), count(request, response)))).address])
    await client.countNotes({ atLeast: 2 })
    const [{ headers, url }] = heard as [IncomingMessage]
    expect([url, headers['x-request-id']]).toEqual(['/api/v1/notebook/count?atLeast=2', caller.traceId])
    const errand = { service: 'notebook', method: 'GET', target: url! }
    expect(createCallerGate(secret).admit(String(headers[callerHeader]), errand, false, Date.now())).toMatchObject(caller)
  })

  it('that asks is sent again to another instance', async () => {
    const broken = await play((request) => void request.socket.destroy())
    const well = await play(count)
    const { client } = await clientOf([broken.address, well.address])
    for (let asked = 0; asked < 10; asked++) expect(await client.countNotes({})).toEqual({ count: 7 })
    expect(well.state.heard).toBe(10)
  })

  it('that asks is sent again to the only instance there is, three times at most', async () => {
    let heard = 0
    const only = await play((request, response) => (++heard < 3 ? request.socket.destroy() : count(request, response)))
    const { client } = await clientOf([only.address])
    expect(await client.countNotes({})).toEqual({ count: 7 })
    heard = -10
    const { client: other } = await clientOf([only.address])
    await expect(other.countNotes({})).rejects.toMatchObject(unavailable)
    expect(heard).toBe(-7)
  })

  it('that is sent again when the other is about to stop, and not when it answers with another fault', async () => {
    const draining = await play((_, response) => json(response, { code: 'server.draining', title: 'x' }, 503))
    const well = await play(count)
    const { client } = await clientOf([draining.address, well.address])
    for (let asked = 0; asked < 5; asked++) expect(await client.countNotes({})).toEqual({ count: 7 })
    const none = await play((_, response) => json(response, { code: 'request.not_found', title: 'x' }, 404))
    const { client: other } = await clientOf([none.address])
    await expect(other.readNote({ id })).rejects.toMatchObject({ code: 'request.not_found' })
    expect(none.state.heard).toBe(1)
  })

  it('that writes is sent once, whatever happens to it', async () => {
    const broken = await play((request) => void request.socket.destroy())
    const { client } = await clientOf([broken.address])
    for (const options of [{}, { idempotencyKey: 'key' }]) await expect(client.writeNote({ text: 'a' }, options)).rejects.toMatchObject(unavailable)
    expect(broken.state.heard).toBe(2)
  })

  it('that writes with a key is sent to another instance when nobody took it', async () => {
    const gone = await playService()
    await gone.close()
    const well = await play((_, response) => json(response, { id, text: 'a' }))
    const { client } = await clientOf([gone.address, well.address])
    for (let asked = 0; asked < 6; asked++) expect(await client.writeNote({ text: 'a' }, { idempotencyKey: `key-${asked}` })).toMatchObject({ text: 'a' })
    expect(well.state.heard).toBe(6)
  })

  it('ends at the deadline of its caller, and when the caller goes away', async () => {
    const silent = await play(() => {})
    const late = await clientOf([silent.address], { deadline: Date.now() + 50 })
    await expect(late.client.countNotes({})).rejects.toMatchObject({ code: 'request.deadline' })
    await expect((await clientOf([silent.address], { deadline: Date.now() - 1 })).client.countNotes({})).rejects.toMatchObject({ code: 'request.deadline' })
    const gone = new AbortController()
    const left = await clientOf([silent.address], { signal: gone.signal })
    const asked = left.client.countNotes({})
    gone.abort()
    await expect(asked).rejects.toMatchObject({ code: 'request.cancelled' })
    expect(left.instances()[0]).toMatchObject({ inFlight: 0, failures: 0 })
  })

  it('that asks is not left waiting for an instance that hangs', async () => {
    const hanging = await play(() => {})
    const { client } = await clientOf([hanging.address], { healthMs: 20 })
    const asked = client.countNotes({})
    asked.catch(() => {})
    hanging.state.health = 503
    await expect(asked).rejects.toMatchObject(unavailable)
  })

  it('that uploads brings its bytes once', async () => {
    let size = 0
    const well = await play((request, response) => {
      request.on('data', (chunk: Buffer) => void (size += chunk.byteLength))
      request.on('end', () => json(response, { name: 'a', size }))
    })
    const { client } = await clientOf([well.address])
    async function* body() {
      for (let sent = 0; sent < 3; sent++) yield new Uint8Array(100_000)
    }
    expect(await client.send({ name: 'a' }, body())).toEqual({ name: 'a', size: 300_000 })
  })
})
