import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDiaryServer } from '../../../adapters/tools/mcp/test/diary-server.ts'
import { codeOf, openTools } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openTools>>
let diary: Awaited<ReturnType<typeof openDiaryServer>>
beforeAll(async () => void (room = await openTools()))
afterAll(() => room.close())
beforeEach(async () => {
  diary = await openDiaryServer()
  return () => diary.die()
})

const open = (how: 'process' | 'http' = 'process') => {
  const caller = room.house.newCaller()
  return { caller, client: room.toolsOf(caller, how) }
}
const ofDiary = (change: Partial<{ name: string; url: string; headers: Record<string, string> }> = {}) => ({
  kind: 'mcp' as const,
  name: 'Our Diary',
  url: diary.url,
  headers: diary.headers,
  ...change,
})

describe('an MCP server', () => {
  it('gives its tools under names of its own, and asks for a yes until told otherwise', async () => {
    const { client } = open('http')
    const connection = await client.addConnection(ofDiary())
    expect(connection).toMatchObject({ kind: 'mcp', name: 'Our Diary', url: diary.url, plugin: null, health: 'well', lastError: null, toolCount: 5 })
    const { items } = await client.listTools({ kind: 'mcp' })
    expect(items.map((it) => it.name)).toEqual(['our_diary_book_slot', 'our_diary_fail', 'our_diary_large', 'our_diary_list_slots', 'our_diary_picture'])
    const book = items[0]!
    expect(book).toMatchObject({ title: 'Book a slot', changes: 'records', enabled: true, request: null, connectionId: connection.id, missing: false })
    expect(await codeOf(client.runTool({ tool: book.name, arguments: { at: 'ten' } }))).toBe('tools.needs_yes')
    expect(await codeOf(client.runTool({ tool: book.name, arguments: {}, confirmed: true }))).toBe('tools.arguments_wrong')
    const run = await client.runTool({ tool: book.name, arguments: { at: 'ten' }, confirmed: true, key: 'same-act-1' })
    expect(run).toMatchObject({ status: 'done', result: { booked: 'ten' } })
    expect(await client.runTool({ tool: book.name, arguments: { at: 'ten' }, confirmed: true, key: 'same-act-1' })).toEqual(run)
    expect(diary.diary).toEqual([{ at: 'ten', key: 'same-act-1' }])
    const list = items[3]!
    expect(await client.updateTool({ toolId: list.id, changes: 'nothing', timeoutMs: 3_000 })).toMatchObject({ changes: 'nothing', timeoutMs: 3_000 })
    expect(await client.runTool({ tool: list.name })).toMatchObject({ status: 'done', result: { slots: ['ten'] } })
    expect(diary.sessionCount()).toBeLessThanOrEqual(2)
    for (const change of [
      { title: 'Mine' },
      { description: '' },
      { parameters: { type: 'object' as const } },
      { request: { method: 'GET' as const, url: 'https://example.com' } },
    ])
      expect(await codeOf(client.updateTool({ toolId: list.id, ...change }))).toBe('tools.not_yours_to_change')
    expect(await codeOf(client.removeTool({ toolId: list.id }))).toBe('tools.not_yours_to_change')
  })

  it('fails uses with a sentence, and says so of itself until it is well', async () => {
    const { client } = open()
    await client.addConnection(ofDiary())
    const healthOf = async () => (await client.listConnections({})).items.map((it) => [it.health, it.lastError])
    const list = () => client.runTool({ tool: 'our_diary_list_slots', confirmed: true })
    expect(await client.runTool({ tool: 'our_diary_fail', confirmed: true })).toMatchObject({
      status: 'failed',
      sentence: 'The tool failed and did not say how.',
    })
    expect(await healthOf()).toEqual([['well', null]])
    await diary.die()
    const sentence = 'The server could not be reached, or broke off.'
    expect(await list()).toMatchObject({ status: 'failed', sentence })
    expect(await healthOf()).toEqual([['failing', sentence]])
    await diary.comeBack()
    expect(await list()).toMatchObject({ status: 'done' })
    expect(await healthOf()).toEqual([['well', null]])
  })

  it('is asked again what it has: new tools come, vanished ones are marked, and what an admin said stays', async () => {
    const { client } = open()
    const { id: connectionId } = await client.addConnection(ofDiary())
    const named = async (name: string) => (await client.listTools({ kind: 'mcp' })).items.find((it) => it.name === `our_diary_${name}`)
    await client.updateTool({ toolId: (await named('fail'))!.id, changes: 'nothing' })
    diary.setTools([
      { name: 'fail', description: 'Now described', inputSchema: { type: 'object' } },
      { name: 'endless', inputSchema: { type: 'object', properties: { it: { $ref: '#' } } } },
      { name: 'strict', inputSchema: { type: 'object', properties: { it: { type: 'string', pattern: '^(a+)+$', maxLength: 3 } } } },
    ])
    const refreshed = await client.refreshConnection({ connectionId })
    expect(refreshed).toMatchObject({ toolCount: 2, health: 'well', lastError: expect.stringContaining('endless') })
    expect(await named('fail')).toMatchObject({ changes: 'nothing', description: 'Now described', missing: false })
    expect(await named('book_slot')).toMatchObject({ missing: true })
    expect((await named('strict'))!.parameters).toEqual({ type: 'object', properties: { it: { type: 'string', maxLength: 3 } } })
    expect(await client.runTool({ tool: 'our_diary_book_slot', arguments: { at: 'ten' }, confirmed: true })).toMatchObject({
      status: 'failed',
      sentence: 'The server no longer has this tool.',
    })
    diary.be('down')
    expect(await codeOf(client.refreshConnection({ connectionId }))).toBe('tools.server_unreachable')
    expect((await client.listConnections({})).items).toMatchObject([
      { health: 'failing', lastError: 'The server has a failure of its own (status 503).', toolCount: 2 },
    ])
  })

  it('goes with its tools, and its uses stay', async () => {
    const { client } = open()
    const { id: connectionId } = await client.addConnection(ofDiary())
    await client.runTool({ tool: 'our_diary_list_slots', confirmed: true })
    await client.removeConnection({ connectionId })
    expect((await client.listTools({ kind: 'mcp' })).items).toEqual([])
    expect((await client.listRuns({})).items).toHaveLength(1)
    expect(await codeOf(client.runTool({ tool: 'our_diary_list_slots', confirmed: true }))).toBe('tools.not_found')
    await expect.poll(() => diary.openSessions()).toBe(0)
  })

  it('is connected once; another of its name gets other names', async () => {
    const { client } = open()
    await client.addConnection(ofDiary())
    expect(await codeOf(client.addConnection(ofDiary({ name: 'Other' })))).toBe('tools.connection_taken')
    await client.addConnection(ofDiary({ url: `${diary.url}?2` }))
    await client.addTool({ name: 'x_book_slot', title: 'X', request: { method: 'GET', url: 'https://example.com/' } })
    await client.addConnection(ofDiary({ url: `${diary.url}?3`, name: 'X' }))
    await client.addConnection(ofDiary({ url: `${diary.url}?4`, name: 'डायरी 🙂' }))
    const names = (await client.listTools({ kind: 'mcp' })).items.map((it) => it.name)
    expect(names).toEqual(expect.arrayContaining(['our_diary_book_slot', 'our_diary_2_book_slot', 'x_book_slot_2', 'server_book_slot']))
    expect(new Set(names).size).toBe(20)
    expect((await client.listConnections({ limit: 3 })).items).toHaveLength(3)
  })

  it.each([
    ['is not there', () => ofDiary({ url: 'http://127.0.0.1:1/mcp' })],
    ['refuses the key', () => ofDiary({ headers: { Authorization: 'Bearer wrong' } })],
    ['is a web page', () => (diary.be('page'), ofDiary())],
    ['is inside a private network', () => ofDiary({ url: 'http://169.254.169.254/mcp' })],
  ])('that %s is not connected', async (_, input) => {
    const { client } = open()
    expect(await codeOf(client.addConnection(input()))).toBe('tools.server_unreachable')
    expect((await client.listConnections({})).items).toEqual([])
  })

  it('never shows its headers', async () => {
    const { caller, client } = open()
    const { id: connectionId } = await client.addConnection(ofDiary())
    const refused = await client
      .addConnection(ofDiary({ name: 'Other', url: `${diary.url}?2`, headers: { Authorization: 'Bearer secret-wrong' } }))
      .catch((it: unknown) => it)
    const all = [
      await client.refreshConnection({ connectionId }),
      await room.rowsOf(caller, (tx) => tx.selectFrom('connections').selectAll().execute()),
      room.said,
      refused,
      (refused as Error).message,
    ]
    expect(JSON.stringify(all)).not.toMatch(/right-key|secret-wrong/)
  })
})

describe('a plugin', () => {
  it('is put to use with settings of the organisation', async () => {
    const { caller, client } = open('http')
    room.plugins.write(
      'till',
      `export const add = ({ a, b }, { settings }) => ({ sum: a + b, by: settings.owner, echo: settings.token })
       export const crash = () => { setTimeout(() => { throw 1 }, 0); return new Promise(() => {}) }
       export const hang = () => { for (;;); }`,
      {
        title: 'The till',
        tools: [
          { name: 'add', title: 'Add', parameters: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] } },
          { name: 'crash' },
          { name: 'hang' },
        ],
      },
    )
    expect((await client.listPlugins({})).items).toEqual([expect.objectContaining({ name: 'till', trouble: null, hosts: [] })])
    const connection = await client.addConnection({ kind: 'plugin', plugin: 'till', settings: { owner: 'Asha', token: 'secret-token' } })
    expect(connection).toMatchObject({ kind: 'plugin', name: 'The till', plugin: 'till', url: null, toolCount: 3, health: 'well' })
    const run = await client.runTool({ tool: 'till_add', arguments: { a: 1, b: 2 }, confirmed: true })
    expect(run).toMatchObject({ status: 'done', result: { sum: 3, by: 'Asha', echo: '…' } })
    const [hang] = (await client.listTools({ q: 'till_hang' })).items
    await client.updateTool({ toolId: hang!.id, timeoutMs: 500 })
    const runs = await Promise.all(['till_crash', 'till_hang', 'till_crash'].map((tool) => client.runTool({ tool, confirmed: true })))
    expect(runs.map((it) => it.status)).toEqual(['failed', 'unsure', 'failed'])
    expect(runs[0]!.sentence).toBe('The plugin till ended in the middle of its work.')
    expect(await client.runTool({ tool: 'till_add', arguments: { a: 2, b: 2 }, confirmed: true })).toMatchObject({ result: { sum: 4 } })
    expect(JSON.stringify(await room.rowsOf(caller, (tx) => tx.selectFrom('connections').selectAll().execute()))).not.toContain('secret-token')
    expect(await codeOf(client.addConnection({ kind: 'plugin', plugin: 'till' }))).toBe('tools.connection_taken')
  })

  it('of one organisation remembers nothing of another', async () => {
    room.plugins.write('memory', `let last = null\nexport const swap = ({ it }) => { const before = last; last = it; return before }`, {
      tools: [{ name: 'swap' }],
    })
    const results = []
    for (const { client } of [open(), open()]) {
      await client.addConnection({ kind: 'plugin', plugin: 'memory' })
      results.push((await client.runTool({ tool: 'memory_swap', arguments: { it: 'mine' }, confirmed: true })).result)
    }
    expect(results).toEqual([null, null])
  })

  it('that is new or changed is found without a restart', async () => {
    const { client } = open()
    expect(await codeOf(client.addConnection({ kind: 'plugin', plugin: 'late' }))).toBe('tools.plugin_not_found')
    room.plugins.write('late', 'export const one = () => 1')
    const { id: connectionId } = await client.addConnection({ kind: 'plugin', plugin: 'late' })
    room.plugins.write('late', 'export const one = () => "changed"\nexport const two = () => 2')
    expect(await client.runTool({ tool: 'late_one', confirmed: true })).toMatchObject({ result: 'changed' })
    expect(await client.refreshConnection({ connectionId })).toMatchObject({ toolCount: 2 })
    room.plugins.write('late', 'export const one = (')
    expect(await codeOf(client.refreshConnection({ connectionId }))).toBe('tools.server_unreachable')
    expect(await client.runTool({ tool: 'late_two', confirmed: true })).toMatchObject({ status: 'failed' })
  })

  it.each(['../till', 'nothing', 'TILL', '.'])('called %s is not found', async (plugin) => {
    expect(await codeOf(open().client.addConnection({ kind: 'plugin', plugin }))).toBe('tools.plugin_not_found')
  })

  it('that cannot be loaded is listed with its trouble, and not put to use', async () => {
    room.plugins.write('wrong', 'export const one = 1', { hosts: ['*'] })
    const { client } = open()
    expect((await client.listPlugins({})).items.find((it) => it.name === 'wrong')!.trouble).toContain('"hosts"')
    expect(await codeOf(client.addConnection({ kind: 'plugin', plugin: 'wrong' }))).toBe('tools.plugin_not_found')
    expect(await codeOf(client.refreshConnection({ connectionId: newId() }))).toBe('tools.connection_not_found')
  })
})
