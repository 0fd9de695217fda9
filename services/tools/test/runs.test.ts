import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openShopApi, type ShopApi } from '../../../adapters/tools/http/test/shop-api.ts'
import { codeOf, fieldsOf, openTools, type ToolsClient } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openTools>>
let shop: ShopApi
beforeAll(async () => void (room = await openTools()))
afterAll(() => room.close())
beforeEach(async () => {
  shop = await openShopApi()
  return () => shop.close()
})

const key = 'right-key'
type Change = {
  name?: string
  changes?: 'nothing' | 'records' | 'money'
  path?: string
  timeoutMs?: number
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
}
async function addOrder(client: ToolsClient, { path = '/orders', headers = { 'X-Key': key }, method = 'POST', ...change }: Change = {}) {
  return client.addTool({
    name: 'order_item',
    title: 'Order',
    parameters: { type: 'object', properties: { item: { type: 'string', maxLength: 100 }, note: { type: 'string' } }, required: ['item'] },
    changes: 'money',
    request: { method, url: `${shop.url}${path}`, headers },
    ...change,
  })
}
const open = () => {
  const caller = room.house.newCaller()
  return { caller, client: room.toolsOf(caller) }
}
const rye = { tool: 'order_item', arguments: { item: 'rye' }, confirmed: true }

describe('a use of a tool', () => {
  it('needs fitting arguments, a tool that is in use, and a yes', async () => {
    const { client } = open()
    const { id: toolId } = await addOrder(client)
    expect(await fieldsOf(client.runTool({ tool: 'order_item', arguments: { item: 7, note: 'x'.repeat(21_000) } }))).toEqual([
      { field: 'arguments', problem: 'must be no longer than 20000 characters in all' },
    ])
    expect(await fieldsOf(client.runTool({ tool: 'order_item', arguments: { note: 7 } }))).toEqual([
      { field: 'item', problem: 'is missing' },
      { field: 'note', problem: 'must be string' },
    ])
    expect(await codeOf(client.runTool({ tool: 'order_item', arguments: { item: 'rye' } }))).toBe('tools.needs_yes')
    await client.updateTool({ toolId, enabled: false })
    expect(await codeOf(client.runTool(rye))).toBe('tools.disabled')
    expect(await codeOf(client.runTool({ ...rye, tool: 'nothing' }))).toBe('tools.not_found')
    expect(shop.asked).toEqual([])
    expect((await client.listRuns({})).items).toEqual([])
  })

  it('tells in the log what is wrong with arguments, without their values', async () => {
    const { client } = open()
    await addOrder(client)
    const fault = await client.runTool({ tool: 'order_item', arguments: { item: 'rye', note: 7 } }).catch((it: unknown) => it)
    expect(fault).toMatchObject({ code: 'tools.arguments_wrong', detail: { problems: [{ path: 'note', problem: 'must be string' }] } })
  })

  it('acts, and keeps what came of it', async () => {
    const { client } = open()
    await addOrder(client)
    const conversationId = newId()
    const run = await client.runTool({ ...rye, conversationId })
    expect(run).toMatchObject({ toolName: 'order_item', status: 'done', result: { order: 1, item: 'rye' }, sentence: null, confirmed: true, conversationId })
    expect(shop.asked[0]).toMatchObject({ method: 'POST', body: '{"item":"rye"}', headers: { 'x-key': key, 'idempotency-key': run.id } })
    expect((await client.listRuns({ conversationId })).items).toEqual([run])
    expect((await client.listRuns({ tool: 'order_item' })).items).toEqual([run])
    expect((await client.listRuns({ tool: 'other' })).items).toEqual([])
  })

  it('that is a dry run checks everything and does nothing', async () => {
    const { client } = open()
    await addOrder(client)
    const run = await client.runTool({ tool: 'order_item', arguments: { item: 'rye' }, dryRun: true, key: 'same-act-1' })
    expect(run).toMatchObject({ status: 'tried', result: null })
    expect(await codeOf(client.runTool({ tool: 'order_item', arguments: {}, dryRun: true }))).toBe('tools.arguments_wrong')
    expect(shop.asked).toEqual([])
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toMatchObject({ status: 'done' })
  })

  it('puts arguments into address and query, escaped, and never asks another path', async () => {
    const { client } = open()
    await addOrder(client, { name: 'check_stock', changes: 'nothing', method: 'GET', path: '/stock/{item}?from={note}' })
    const ask = (args: Record<string, unknown>) => client.runTool({ tool: 'check_stock', arguments: args })
    expect(await ask({ item: 'rye', note: 'a&b=c#' })).toMatchObject({ status: 'done', result: { item: 'rye', left: 3 } })
    await ask({ item: '../orders?x=1' })
    await ask({ item: 'रोटी 🙂', more: [1] })
    expect(shop.asked.map((it) => it.url)).toEqual([
      '/stock/rye?from=a%26b%3Dc%23',
      '/stock/..%2Forders%3Fx%3D1',
      `/stock/${encodeURIComponent('रोटी 🙂')}?more=%5B1%5D`,
    ])
    for (const item of ['', '.', '..']) expect([item, await codeOf(ask({ item }))]).toEqual([item, 'tools.arguments_wrong'])
    expect(shop.asked).toHaveLength(3)
  })
})

describe('the key of an act', () => {
  it('acts once, however many ask at once, and answers the first result to all', async () => {
    const { client } = open()
    await addOrder(client)
    const runs = await Promise.all(Array.from({ length: 6 }, () => client.runTool({ ...rye, key: 'same-act-1' })))
    expect(new Set(runs.map((it) => JSON.stringify(it))).size).toBe(1)
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toEqual(runs[0])
    expect(shop.asked).toHaveLength(1)
    expect(shop.asked[0]!.headers['idempotency-key']).toBe('same-act-1')
  })

  it('is of one tool and one set of arguments', async () => {
    const { client } = open()
    await addOrder(client)
    await addOrder(client, { name: 'order_again' })
    await client.runTool({ ...rye, key: 'same-act-1' })
    expect(await codeOf(client.runTool({ ...rye, arguments: { item: 'sourdough' }, key: 'same-act-1' }))).toBe('tools.key_reused')
    await client.runTool({ tool: 'order_again', arguments: { item: 'rye' }, confirmed: true, key: 'same-act-1' })
    expect(shop.asked).toHaveLength(2)
  })

  it('of another organisation is another key', async () => {
    for (const { client } of [open(), open()]) {
      await addOrder(client)
      expect((await client.runTool({ ...rye, key: 'same-act-1' })).status).toBe('done')
    }
    expect(shop.asked).toHaveLength(2)
  })

  it('answers "in progress" when the first use goes on for longer than anybody waits', async () => {
    const { caller, client } = open()
    await addOrder(client, { path: '/slow', timeoutMs: 1_500 })
    const first = client.runTool({ ...rye, key: 'same-act-1' })
    await expect.poll(() => shop.asked.length).toBe(1)
    const hurried = room.toolsOf({ ...caller, deadline: Date.now() + 600 })
    expect(await codeOf(hurried.runTool({ ...rye, key: 'same-act-1' }))).toBe('request.in_progress')
    expect(shop.asked).toHaveLength(1)
    expect((await first).status).toBe('unsure')
  })
})

describe('a use whose process died', () => {
  const die = async (room_: typeof room, caller: ReturnType<typeof open>['caller']) =>
    room_.rowsOf(caller, (tx) =>
      tx
        .updateTable('runs')
        .set({ status: 'running', result: null, until: new Date(Date.now() - 1_000) })
        .execute(),
    )

  it('is unsure and not done again', async () => {
    const { caller, client } = open()
    await addOrder(client)
    await client.runTool({ ...rye, key: 'same-act-1' })
    await die(room, caller)
    const unsure = { status: 'unsure', result: null, sentence: 'It was broken off, and nobody knows whether it took effect.' }
    expect((await client.listRuns({})).items).toMatchObject([unsure])
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toMatchObject(unsure)
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toMatchObject(unsure)
    expect(shop.asked).toHaveLength(1)
  })

  it('is done again when it changes nothing', async () => {
    const { caller, client } = open()
    await addOrder(client, { name: 'check_stock', changes: 'nothing', method: 'GET', path: '/stock/{item}' })
    const ask = () => client.runTool({ tool: 'check_stock', arguments: { item: 'rye' }, key: 'same-act-1' })
    const first = await ask()
    await die(room, caller)
    expect(await ask()).toMatchObject({ id: first.id, status: 'done', result: { left: 3 } })
    expect(shop.asked).toHaveLength(2)
    expect((await client.listRuns({})).items).toHaveLength(1)
  })
})

describe('a far side that fails', () => {
  it.each([
    ['/page', 'The address answered a web page instead of data.', null],
    ['/busy', 'The address says too many requests (status 429). Try again in a moment.', { error: 'too many' }],
    ['/large', 'The address answered more than 200 KB.', null],
    ['/cut', 'The connection broke off before the answer was whole; whether it took effect is not known.', null],
    ['/broken', 'The address answered JSON that is broken.', null],
    ['/none', 'The address has nothing of that kind (status 404).', { error: 'nothing here' }],
  ])('with %s is a failed use with a sentence', async (path, sentence, result) => {
    const { client } = open()
    await addOrder(client, { path })
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toMatchObject({ status: 'failed', sentence, result })
    expect(await client.runTool({ ...rye, key: 'same-act-1' })).toMatchObject({ status: 'failed', sentence })
    expect(shop.asked).toHaveLength(1)
  })

  it.each([
    ['money', 'unsure', 'The address did not answer within 0.5 seconds. It was broken off, and nobody knows whether it took effect.'],
    ['nothing', 'failed', 'The address did not answer within 0.5 seconds.'],
  ] as const)('by silence leaves a tool that changes %s %s', async (changes, status, sentence) => {
    const { client } = open()
    await addOrder(client, { path: '/slow', timeoutMs: 500, changes })
    expect(await client.runTool(rye)).toMatchObject({ status, sentence })
  })

  it('is not waited for beyond the deadline of the caller', async () => {
    const caller = room.house.newCaller()
    await addOrder(room.toolsOf(caller), { path: '/slow', timeoutMs: 20_000, changes: 'nothing' })
    const run = await room.toolsOf({ ...caller, deadline: Date.now() + 900 }).runTool(rye)
    expect(run).toMatchObject({ status: 'failed', sentence: expect.stringMatching(/did not answer within 0\.\d+ seconds/) })
    expect(await codeOf(room.toolsOf({ ...caller, deadline: Date.now() + 100 }).runTool(rye))).toBe('request.deadline')
  })

  it('is let go when the asker goes away, unless it changes something', async () => {
    const { client } = open()
    await addOrder(client, { path: '/slow', timeoutMs: 20_000, changes: 'nothing' })
    const leaving = new AbortController()
    const asking = client.runTool(rye, { signal: leaving.signal })
    await expect.poll(() => shop.asked.length).toBe(1)
    leaving.abort()
    expect(await asking).toMatchObject({ status: 'failed' })
    await expect.poll(() => shop.closedEarly()).toBe(1)
  })

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://localhost:1/'])('inside a private network (%s) is not asked', async (url) => {
    const { client } = open()
    await client.addTool({ name: 'spy', title: 'Spy', changes: 'nothing', request: { method: 'GET', url } })
    expect(await client.runTool({ tool: 'spy' })).toMatchObject({ status: 'failed', sentence: expect.stringContaining('private network') })
    await addOrder(client, { path: '/redirects' })
    shop.redirect(url)
    expect(await client.runTool(rye)).toMatchObject({ status: 'failed', sentence: expect.stringContaining('redirects') })
  })
})

describe('what is kept of a use', () => {
  it('holds no card number and none of the secrets of the tool, whoever sends them', async () => {
    const { caller, client } = open()
    const secret = 'secret-token-of-mine'
    await addOrder(client, { path: '/echo', headers: { Authorization: `Bearer ${secret}` }, changes: 'nothing' })
    shop.answer('/echo', (asked) => ({
      seen: asked.headers,
      [secret]: [`key ${secret}`],
      card: '4111-1111-1111-1111',
      number: 4111111111111111,
      phone: '9830012345',
    }))
    const run = await client.runTool({ ...rye, arguments: { item: 'rye', note: 'card 4111111111111111' } })
    const stored = JSON.stringify([run, await room.rowsOf(caller, (tx) => tx.selectFrom('runs').selectAll().execute()), room.said])
    expect(run.status).toBe('done')
    expect(stored).not.toContain(secret)
    expect(stored.replaceAll('-', '')).not.toContain('41111111')
    expect(stored).toContain('9830012345')
  })

  it('is cut to 8,000 characters, whatever they are', async () => {
    const { client } = open()
    await addOrder(client, { path: '/long', changes: 'nothing' })
    for (const [answer, length] of [
      [{ text: '🙂'.repeat(20_000) }, 8_000],
      ['क'.repeat(9_000), 8_000],
      ['short', 5],
    ] as const) {
      shop.answer('/long', () => answer)
      const { result } = await client.runTool(rye)
      expect(String(result).length).toBe(length)
      expect(String(result).isWellFormed()).toBe(true)
    }
  })

  it('bears null bytes, half letters and great depth', async () => {
    const { client } = open()
    await addOrder(client, { path: '/odd', changes: 'nothing' })
    shop.answer('/odd', () => ({ 'a\0b': 'c\0d', half: '\ud83d', __proto__: null, constructor: 1 }))
    expect((await client.runTool(rye)).result).toEqual({ ab: 'cd', half: '\ufffd', constructor: 1 })
    shop.answer('/odd', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    expect(await client.runTool(rye)).toMatchObject({ status: 'done' })
  })
})
