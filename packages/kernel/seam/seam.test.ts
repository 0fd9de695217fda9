import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebook, notebookContract } from '#seam/test/notebook.ts'
import { openHouse } from '#testing/index.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [notebook], contracts: { notebook: notebookContract } })
})
afterAll(() => house.close())

async function* chunks(count: number, size: number) {
  for (let index = 0; index < count; index++) yield new Uint8Array(size)
}

describe.each(['process', 'http'] as const)('a call, over %s', (how) => {
  const open = (caller = house.newCaller()) => house.client<typeof notebookContract>('notebook', caller, how)

  it('answers, reading path, query and body', async () => {
    const client = open()
    const note = await client.writeNote({ text: 'hello' })
    expect(await client.readNote({ id: note.id })).toEqual(note)
    expect(await client.countNotes({ atLeast: 3 })).toEqual({ count: 1 })
  })

  it('finds nothing of another tenant', async () => {
    const { id } = await open().writeNote({ text: 'mine' })
    await expect(open().readNote({ id })).rejects.toMatchObject({ code: 'request.not_found' })
  })

  it('refuses a wrong input and names the field', async () => {
    await expect(open().writeNote({ text: '' })).rejects.toMatchObject({ code: 'request.invalid', fields: [{ field: 'text' }] })
  })

  it('refuses a caller without the scope, and one who is nobody', async () => {
    await expect(open(house.newCaller({ scopes: ['notebook:read'] })).writeNote({ text: 'a' })).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(open(house.newCaller({ subject: 'anonymous', tenantId: null, scopes: [] })).writeNote({ text: 'a' })).rejects.toMatchObject({
      code: 'request.unauthenticated',
    })
  })

  it('refuses to begin after its deadline', async () => {
    await expect(open(house.newCaller({ deadline: Date.now() - 1 })).countNotes({})).rejects.toMatchObject({ code: 'request.deadline' })
  })

  it('finds an answer that its contract forbids', async () => {
    await expect(open().lie({})).rejects.toThrow()
  })

  it('streams events to their end, and from after the last one heard', async () => {
    const lines = async (options?: { lastEventId: string }) => {
      const heard: number[] = []
      for await (const { data } of open().dictate({ upTo: 5 }, options)) heard.push(data.line)
      return heard
    }
    expect(await lines()).toEqual([1, 2, 3, 4, 5])
    expect(await lines({ lastEventId: '3' })).toEqual([4, 5])
  })

  it('throws a fault at the beginning and in the middle of a stream', async () => {
    const run = async (failAt: number) => {
      const heard: number[] = []
      try {
        for await (const { data } of open().dictate({ upTo: 5, failAt })) heard.push(data.line)
      } catch (error) {
        return { heard, code: (error as { code: string }).code }
      }
      return { heard }
    }
    expect(await run(1)).toEqual({ heard: [], code: 'request.not_found' })
    expect(await run(3)).toEqual({ heard: [1, 2], code: 'request.not_found' })
  })

  it('downloads bytes, or faults before the first', async () => {
    let size = 0
    for await (const chunk of open().download({ size: 300_000 })) size += chunk.byteLength
    expect(size).toBe(300_000)
    await expect(open().download({ size: -1 })[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'request.not_found' })
  })

  it('uploads bytes up to the limit', async () => {
    expect(await open().send({ name: 'a.bin' }, chunks(10, 100_000))).toEqual({ name: 'a.bin', size: 1_000_000 })
    await expect(open().send({ name: 'b.bin' }, chunks(30, 100_000))).rejects.toMatchObject({ code: 'request.too_large' })
  })

  it('converses over a socket in messages and bytes until the service is done', async () => {
    const socket = await open().chat({ prefix: '> ' })
    const messages = socket.messages[Symbol.asyncIterator]()
    socket.send({ say: 'hello' })
    expect((await messages.next()).value).toEqual({ heard: '> hello' })
    socket.sendBytes(new Uint8Array([1, 2, 3]))
    expect([...((await messages.next()).value as Uint8Array)]).toEqual([3, 2, 1])
    socket.send({ say: 'bye' })
    expect(await messages.next()).toMatchObject({ done: true })
  })

  it('ends a socket in the fault of the service', async () => {
    const socket = await open().chat({})
    socket.send({ say: 'fail' })
    await expect(socket.messages[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'request.not_found' })
  })
})

describe('over HTTP', () => {
  const post = (path: string, init: RequestInit = {}) => fetch(`${house.address}${path}`, { method: 'POST', ...init })

  it('an unexpected error says nothing of itself', async () => {
    const response = await post('/api/v1/notebook/break', { headers: { 'content-type': 'application/json' }, body: '{}' })
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(text).not.toContain('hunter2')
    expect(JSON.parse(text)).toMatchObject({ code: 'server.unexpected', traceId: response.headers.get('x-request-id') })
  })

  it('a body that is not JSON is refused in words', async () => {
    const response = await post('/api/v1/notebook/break', { headers: { 'content-type': 'application/json' }, body: '{"a":' })
    expect(await response.json()).toMatchObject({ code: 'request.invalid', fields: [{ problem: 'The body is not valid JSON.' }] })
  })

  it('an address that is none is a problem too', async () => {
    expect(await (await fetch(`${house.address}/api/v1/notebook/nothing`)).json()).toMatchObject({ code: 'request.not_found' })
  })

  it('a forged or misdirected caller is nobody', async () => {
    const response = await fetch(`${house.address}/api/v1/notebook/count`, { headers: { 'x-myna-caller': 'e30.e30' } })
    expect(response.status).toBe(401)
  })

  it('a write with an idempotency key happens once', async () => {
    const caller = house.newCaller()
    const client = house.client<typeof notebookContract>('notebook', caller, 'http')
    const key = { idempotencyKey: 'only-once' }
    const [first, second] = [await client.writeNote({ text: 'a' }, key), await client.writeNote({ text: 'a' }, key)]
    expect(second).toEqual(first)
    expect(await client.countNotes({})).toEqual({ count: 1 })
    await expect(client.writeNote({ text: 'b' }, key)).rejects.toMatchObject({ code: 'request.key_reused' })
  })

  it('a write that failed may be tried again with its key', async () => {
    const client = house.client<typeof notebookContract>('notebook', house.newCaller(), 'http')
    await expect(client.writeNote({ text: '' }, { idempotencyKey: 'k' })).rejects.toMatchObject({ code: 'request.invalid' })
    expect(await client.writeNote({ text: 'better' }, { idempotencyKey: 'k' })).toMatchObject({ text: 'better' })
  })

  it('health, readiness, services and measures are told', async () => {
    const get = async (path: string) => (await fetch(`${house.address}${path}`)).text()
    expect(await get('/health')).toContain('well')
    expect(await get('/ready')).toContain('ready')
    expect(await get('/services')).toContain('notebook')
    expect(await get('/metrics')).toContain('myna_request_seconds_bucket')
  })
})
