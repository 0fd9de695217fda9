import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@myna/kernel'
import { codeOf, fieldsOf, openTools, type ToolsClient } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openTools>>
beforeAll(async () => void (room = await openTools()))
afterAll(() => room.close())

const stock = {
  name: 'check_stock',
  title: 'Check stock',
  description: 'How many are left.',
  parameters: { type: 'object' as const, properties: { item: { type: 'string' } }, required: ['item'] },
  changes: 'nothing' as const,
  request: { method: 'GET' as const, url: 'https://api.example.com/stock/{item}', headers: { 'X-Key': 'secret-key-1', Authorization: 'Bearer secret-key-2' } },
}
const addTo = (client: ToolsClient, change: Record<string, unknown> = {}) => client.addTool({ ...stock, ...change } as typeof stock)

/** A schema that doubles with each of its levels. */
function branches(levels: number) {
  const names = Array.from({ length: levels }, (_, at) => at)
  const doubled = names.map((at): [string, object] => [`d${at}`, { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] }])
  return { $defs: { ...Object.fromEntries(doubled), [`d${levels}`]: { type: 'string' } }, properties: { item: { $ref: '#/$defs/d0' } } }
}

describe('a tool over HTTP', () => {
  it('is added, read, changed and removed, each with its act', async () => {
    const caller = room.house.newCaller()
    const client = room.toolsOf(caller, 'http')
    const tool = await addTo(client)
    expect(tool).toMatchObject({ name: 'check_stock', kind: 'http', changes: 'nothing', timeoutMs: 10_000, enabled: true, missing: false, connectionId: null })
    expect(tool.request).toEqual({ method: 'GET', url: stock.request.url, body: 'json', headerNames: ['X-Key', 'Authorization'] })
    expect(await client.getTool({ toolId: tool.id })).toEqual(tool)
    const changed = await client.updateTool({ toolId: tool.id, title: 'Stock', enabled: false, timeoutMs: 700, changes: 'money' })
    expect(changed).toMatchObject({ title: 'Stock', enabled: false, timeoutMs: 700, changes: 'money', request: tool.request })
    await client.removeTool({ toolId: tool.id })
    expect(await codeOf(client.getTool({ toolId: tool.id }))).toBe('tools.not_found')
    await expect
      .poll(() => room.said.filter((it) => it.tenantId === caller.tenantId).map((it) => it.data.action))
      .toEqual(['add-tool', 'update-tool', 'remove-tool'])
  })

  it('never shows its headers again, nor stores them in the open', async () => {
    const caller = room.house.newCaller()
    const client = room.toolsOf(caller, 'http')
    const tool = await addTo(client)
    const all = [
      tool,
      await client.getTool({ toolId: tool.id }),
      await client.listTools({}),
      await room.rowsOf(caller, (tx) => tx.selectFrom('tools').selectAll().execute()),
    ]
    await expect.poll(() => room.said.some((it) => it.tenantId === caller.tenantId)).toBe(true)
    expect(JSON.stringify([all, room.said])).not.toContain('secret-key')
  })

  it('keeps a header that is given without a value, but not for another place', async () => {
    const caller = room.house.newCaller()
    const client = room.toolsOf(caller)
    const { id: toolId } = await addTo(client)
    const asked = (url: string, headers: Record<string, string>) => client.updateTool({ toolId, request: { method: 'GET', url, headers } })
    expect((await asked('https://api.example.com/new/{item}', { 'x-key': '', Authorization: 'Bearer new' })).request?.headerNames).toEqual([
      'x-key',
      'Authorization',
    ])
    expect((await asked('https://api.example.com.evil.example/{item}', { 'x-key': '', Authorization: '' })).request?.headerNames).toEqual([])
    expect((await asked('https://api.example.com/new/{item}', { 'x-key': '' })).request?.headerNames).toEqual([])
  })

  it.each(['process', 'http'] as const)('is not overwritten by whoever saw an earlier state, unless they say none (%s)', async (how) => {
    const client = room.toolsOf(room.house.newCaller(), how)
    const { id: toolId, revision } = await addTo(client)
    const changed = await client.updateTool({ toolId, title: 'Stock', revision })
    expect(changed.revision).not.toBe(revision)
    expect(await codeOf(client.updateTool({ toolId, title: 'Late', revision }))).toBe('workspace.changed_meanwhile')
    expect(await client.getTool({ toolId })).toEqual(changed)
    expect((await client.updateTool({ toolId, enabled: false })).enabled).toBe(false)
    const { revision: now } = await client.getTool({ toolId })
    const codes = await Promise.all(['a', 'b', 'c'].map((title) => codeOf(client.updateTool({ toolId, title, revision: now }))))
    expect(codes.sort()).toEqual(['no fault', 'workspace.changed_meanwhile', 'workspace.changed_meanwhile'])
  })

  it.each(['check_stock', 'take_message', 'opt_out'])('refuses the taken name %s', async (name) => {
    const client = room.toolsOf(room.house.newCaller())
    await addTo(client)
    expect(await codeOf(addTo(client, { name }))).toBe('tools.name_taken')
  })

  it('takes a name once, however many ask at once', async () => {
    const client = room.toolsOf(room.house.newCaller())
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(addTo(client))))
    expect(codes.sort()).toEqual(['no fault', ...Array.from({ length: 4 }, () => 'tools.name_taken')])
  })

  it.each([
    'ftp://example.com/',
    'https://{item}.example.com/',
    'https://user:pass@example.com/{item}',
    '{item}',
    'https://example.com/{other}',
    'https://example.com/{item',
    'https://example.com/}{item}',
    'https://example.com/#{item}',
    'https://exa mple.com/{item}',
    'https://example.com:{item}/',
    String.raw`https://example.com\@evil.example/{item}`,
    'javascript:alert(1)',
  ])('refuses the address %s', async (url) => {
    expect(await codeOf(addTo(room.toolsOf(room.house.newCaller()), { request: { method: 'GET', url } }))).toBe('tools.address_wrong')
  })

  it.each([
    ['a circle', { $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } }, properties: { item: { $ref: '#/$defs/a' } } }],
    ['a reference abroad', { properties: { item: { $ref: 'https://example.com/schema.json' } } }],
    ['a reference to nothing', { properties: { item: { $ref: '#/$defs/none' } } }],
    ['a pattern that runs away', { properties: { item: { type: 'string', pattern: '^(a+)+$' } } }],
    ['a pattern that is none', { properties: { item: { type: 'string', pattern: '(' } } }],
    ['patterns of names', { patternProperties: { '^(a+)+$': { type: 'string' } } }],
    ['an unknown type', { properties: { item: { type: 'text' } } }],
    ['a name in another script', { properties: { आइटम: { type: 'string' } } }],
    ['a name with a space', { properties: { 'an item': { type: 'string' } } }],
    ['a list for properties', { properties: { item: { type: 'object', properties: [] } } }],
    ['text for a schema', { properties: { item: 'string' } }],
    ['an identity of its own', { $id: 'https://example.com/a', properties: {} }],
    ['a promise', { $async: true, properties: {} }],
    ['too much', { properties: { item: { enum: Array.from({ length: 4_000 }, (_, at) => `value ${at}`) } } }],
    ['branches upon branches', branches(30)],
  ])('refuses a schema with %s', async (_, schema) => {
    const asking = addTo(room.toolsOf(room.house.newCaller()), {
      parameters: { type: 'object', ...schema },
      request: { method: 'GET', url: 'https://api.example.com/' },
    })
    expect(await codeOf(asking)).toBe('tools.schema_wrong')
  })

  it('refuses a change after which address and parameters no longer fit', async () => {
    const client = room.toolsOf(room.house.newCaller())
    const { id: toolId } = await addTo(client)
    expect(await codeOf(client.updateTool({ toolId, parameters: { type: 'object', properties: { other: {} } } }))).toBe('tools.address_wrong')
    expect(await codeOf(client.updateTool({ toolId, request: { method: 'GET', url: 'https://api.example.com/{other}' } }))).toBe('tools.address_wrong')
    expect(await codeOf(client.updateTool({ toolId, parameters: { type: 'object', properties: { item: { pattern: '(a*)*' } } } }))).toBe('tools.schema_wrong')
  })

  it.each([
    ['Host', 'evil.example', 'sent by Myna itself'],
    ['Content-Length', '5', 'sent by Myna itself'],
    ['X-Key', 'a\r\nX-Other: b', 'plain letters'],
    ['X-Key', 'ключ', 'plain letters'],
  ])('refuses the header %s: %j', async (name, value, problem) => {
    const asking = addTo(room.toolsOf(room.house.newCaller()), { request: { ...stock.request, headers: { [name]: value } } })
    expect(await fieldsOf(asking)).toEqual([{ field: 'request.headers', problem: expect.stringContaining(problem) }])
  })
})

describe('the list of tools', () => {
  it('holds built-in tools among the others, by name, page by page', async () => {
    const client = room.toolsOf(room.house.newCaller(), 'http')
    for (const name of ['a_tool', 'create_lead_now', 'create_z', 'zoo']) await addTo(client, { name })
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await client.listTools({ limit: 3, ...(cursor ? { cursor } : {}) })
      names.push(...page.items.map((it) => it.name))
      cursor = page.next
    } while (cursor)
    const builtIn = ['take_message', 'create_lead', 'schedule_meeting', 'reschedule_meeting', 'cancel_meeting', 'create_task', 'request_callback', 'opt_out']
    expect(names).toEqual([...builtIn, 'a_tool', 'create_lead_now', 'create_z', 'zoo'].sort())
    expect((await client.listTools({ kind: 'errand' })).items.map((it) => it.name)).toEqual(builtIn.sort())
    expect((await client.listTools({ kind: 'http', q: 'LEAD_' })).items.map((it) => it.name)).toEqual(['create_lead_now'])
    expect((await client.listTools({ q: '%' })).items).toEqual([])
    for (const key of [[7], ['a\0'], [null]])
      expect(await codeOf(client.listTools({ cursor: Buffer.from(JSON.stringify(key)).toString('base64url') }))).toBe('request.invalid')
  })

  it('has built-in tools that nobody changes', async () => {
    const client = room.toolsOf(room.house.newCaller())
    const [tool] = (await client.listTools({ kind: 'errand' })).items
    expect(await client.getTool({ toolId: tool!.id })).toEqual(tool)
    expect(await codeOf(client.updateTool({ toolId: tool!.id, enabled: false }))).toBe('tools.not_yours_to_change')
    expect(await codeOf(client.removeTool({ toolId: tool!.id }))).toBe('tools.not_yours_to_change')
    expect(await codeOf(client.getTool({ toolId: newId() }))).toBe('tools.not_found')
  })
})
