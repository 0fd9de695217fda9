import { createGuardedFetch } from '@myna/fetch-guarded'
import type { ToolCall, ToolHost } from '@myna/ports/tool-host'
import { afterEach, describe, expect, it } from 'vitest'
import { createMcpConnector } from '#mcp-connector.ts'
import { openDiaryServer } from '#test/diary-server.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function open(options: { json?: boolean; idleMs?: number; headers?: Record<string, string> } = {}) {
  const server = await openDiaryServer(options)
  const guarded = createGuardedFetch({ allowHosts: [server.host] })
  const connect = createMcpConnector({ fetch: guarded.fetch, ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }) })
  const host = connect({ url: server.url, headers: options.headers ?? server.headers })
  closers.push(
    () => server.die(),
    () => guarded.close(),
    () => host.close(),
  )
  return { server, host, connect }
}
const never = new AbortController().signal
const callOf = (name: string, args: Record<string, unknown> = {}, change: Partial<ToolCall> = {}): ToolCall => ({
  name,
  arguments: args,
  idempotencyKey: 'same-act-1',
  timeoutMs: 5_000,
  maxBytes: 200_000,
  signal: never,
  ...change,
})
const sentenceOf = (work: Promise<unknown>) =>
  work.then(
    (it) => `no fault: ${JSON.stringify(it)}`,
    (error: Error) => (error.name === 'PortFault' ? error.message : `${error.name}: ${error.message}`),
  )
const namesOf = async (host: ToolHost) => (await host.list(never)).map((it) => it.name)

describe.each([{ json: false }, { json: true }])('an MCP server that answers $json JSON', (how) => {
  it('lists its tools page by page, under safe names', async () => {
    const { host } = await open(how)
    expect(await namesOf(host)).toEqual(['book_slot', 'list_slots', 'fail', 'picture', 'large'])
    expect((await host.list(never))[0]).toEqual({
      name: 'book_slot',
      title: 'Book a slot',
      description: 'Books.',
      parameters: { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] },
    })
  })

  it('runs tools in one session, by a fresh host too', async () => {
    const { server, host } = await open(how)
    expect(await host.run(callOf('book_slot', { at: 'कल 10 बजे' }))).toEqual({ booked: 'कल 10 बजे' })
    expect(await host.run(callOf('list_slots'))).toEqual({ slots: ['कल 10 बजे'] })
    expect(server.diary).toEqual([{ at: 'कल 10 बजे', key: 'same-act-1' }])
    expect(server.sessionCount()).toBe(1)
    expect(await host.run(callOf('picture'))).toBeNull()
  })

  it('says what a tool says of its failure', async () => {
    const { host } = await open(how)
    await host.run(callOf('book_slot', { at: 'ten' }))
    expect(await sentenceOf(host.run(callOf('book_slot', { at: 'ten' })))).toBe('The tool failed: This slot is taken.')
    expect(await sentenceOf(host.run(callOf('fail')))).toBe('The tool failed and did not say how.')
    expect(await sentenceOf(host.run(callOf('large')))).toBe('The server answered more than 200 KB.')
    expect(await sentenceOf(host.run(callOf('nothing')))).toBe('The server no longer has this tool.')
  })

  it.each([
    ['page', 'The server does not answer as an MCP server does.'],
    ['broken_json', 'The server does not answer as an MCP server does.'],
    ['wrong_shape', 'The server does not answer as an MCP server does.'],
    ['no_answer', 'The connection to the server broke off.'],
    ['stream_cut', 'The connection to the server broke off.'],
    ['huge', 'The server answered more than 1000 KB.'],
    ['down', 'The server has a failure of its own (status 503).'],
    ['busy', 'The server says too many requests.'],
    ['silent', 'The server did not answer within 0.4 seconds.'],
  ] as const)('fails with a sentence when it is %s, and is well again afterwards', async (mood, sentence) => {
    const { server, host } = await open(how)
    await host.list(never)
    server.be(mood)
    expect(await sentenceOf(host.run(callOf('list_slots', {}, { timeoutMs: mood === 'silent' ? 400 : 5_000 })))).toBe(sentence)
    if (mood !== 'silent') expect(await sentenceOf(host.list(never))).not.toContain('no fault')
    server.be('well')
    expect(await host.run(callOf('list_slots'))).toEqual({ slots: [] })
  })
})

describe('a connection to an MCP server', () => {
  it('is opened anew when the server has forgotten it, at once', async () => {
    const { server, host } = await open()
    await host.run(callOf('book_slot', { at: 'ten' }))
    server.forget()
    expect(await host.run(callOf('list_slots'))).toEqual({ slots: ['ten'] })
    expect(server.sessionCount()).toBe(2)
  })

  it('comes back with a server that died', async () => {
    const { server, host } = await open()
    await host.run(callOf('book_slot', { at: 'ten' }))
    await server.die()
    expect(await sentenceOf(host.run(callOf('list_slots')))).toBe('The server could not be reached, or broke off.')
    expect(await sentenceOf(host.list(never))).toBe('The server could not be reached, or broke off.')
    await server.comeBack()
    expect(await host.run(callOf('list_slots'))).toEqual({ slots: ['ten'] })
  })

  it('fails a run that is under way when the server dies', async () => {
    const { server, host } = await open()
    await host.list(never)
    server.be('silent')
    const running = sentenceOf(host.run(callOf('list_slots')))
    setTimeout(() => void server.die(), 50)
    expect(await running).toBe('The server could not be reached, or broke off.')
    await server.comeBack()
  })

  it('sees tools that come later and misses those that went', async () => {
    const { server, host } = await open()
    await host.list(never)
    server.setTools([{ name: 'new-tool', inputSchema: { type: 'object' } }])
    expect(await host.run(callOf('new_tool'))).toBe('called new-tool')
    expect(await namesOf(host)).toEqual(['new_tool'])
    expect(await sentenceOf(host.run(callOf('book_slot', { at: 'ten' })))).toBe('The server no longer has this tool.')
  })

  it('reads 200 tools at most, and names every one of them apart', async () => {
    const { server, host } = await open()
    server.setTools(
      ['a-b', 'a_b', 'a.b', 'é', 'मौसम', '', '9lives', `${'x'.repeat(90)}1`, `${'x'.repeat(90)}2`, ...Array.from({ length: 300 }, (_, at) => `t${at}`)].map(
        (name) => ({ name, inputSchema: { type: 'object' } }),
      ),
    )
    const names = await namesOf(host)
    expect(names).toHaveLength(200)
    expect(new Set(names).size).toBe(200)
    expect(names.every((it) => /^[a-z][a-z0-9_]{0,63}$/.test(it))).toBe(true)
    expect(await host.run(callOf('a_b'))).toBe('called a_b')
    expect(await host.run(callOf(names[0]!))).toBe('called a-b')
  })

  it('refuses a list that is none', async () => {
    const { server, host } = await open()
    server.setTools([{ name: 'odd', inputSchema: { type: 'array' } }])
    expect(await sentenceOf(host.list(never))).toBe('The server does not answer as an MCP server does.')
  })

  it('says that a key is wrong, without showing it', async () => {
    const { host } = await open({ headers: { Authorization: 'Bearer wrong-key', 'Mcp-Session-Id': 'mine', Host: 'other' } })
    expect(await sentenceOf(host.list(never))).toBe('The server refused the key. Check the headers of this connection.')
  })

  it('leads to no private address', async () => {
    const { connect } = await open()
    for (const url of ['http://169.254.169.254/mcp', 'http://localhost:1/mcp', 'http://[::1]:3000/'])
      expect(await sentenceOf(connect({ url, headers: {} }).list(never))).toContain('private network')
  })

  it('lets go of a server that is no longer waited for, and leaves other runs alone', async () => {
    const { server, host } = await open()
    await host.list(never)
    server.be('silent')
    const leaving = new AbortController()
    const slow = sentenceOf(host.run(callOf('list_slots', {}, { signal: leaving.signal })))
    const other = sentenceOf(host.run(callOf('list_slots', {}, { timeoutMs: 600 })))
    setTimeout(() => leaving.abort(), 100)
    expect(await slow).toBe('The server was not waited for any longer.')
    await expect.poll(() => server.closedEarly()).toBe(1)
    expect(await other).toBe('The server did not answer within 0.6 seconds.')
    expect(await sentenceOf(host.run(callOf('list_slots', {}, { signal: leaving.signal })))).toBe('The server was not waited for any longer.')
  })

  it('ends its session when nobody has used it for a while, and when it is closed', async () => {
    const { server, host } = await open({ idleMs: 100 })
    await host.list(never)
    expect(server.openSessions()).toBe(1)
    await expect.poll(() => server.openSessions()).toBe(0)
    await host.list(never)
    await host.close()
    expect(server.openSessions()).toBe(0)
  })
})
