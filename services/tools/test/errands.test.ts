import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@myna/kernel'
import { codeOf, fieldsOf, openTools } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openTools>>
beforeAll(async () => void (room = await openTools()))
afterAll(() => room.close())

describe('errand tools', () => {
  it.each([
    ['take_message', 'message', { message: 'कल फ़ोन करें 🙂', name: 'Asha' }, 'message'],
    ['create_lead', 'lead', { name: 'Asha', interest: 'rye bread' }, 'name'],
    ['schedule_meeting', 'meeting', { time: '2026-11-23T10:00', name: 'Asha' }, 'time'],
    ['reschedule_meeting', 'meeting_change', { new_time: '2026-11-23T11:00', old_time: '2026-11-23T10:00' }, 'new_time'],
    ['cancel_meeting', 'meeting_cancellation', { name: 'Asha' }, undefined],
    ['create_task', 'task', { task: 'Send the price list', priority: 'high' }, 'task'],
    ['request_callback', 'callback', { phone: '+91 98300 12345' }, 'phone'],
    ['opt_out', 'opt_out', {}, undefined],
  ])('%s notes a %s with its act and its event', async (tool, kind, args, needed) => {
    const caller = room.house.newCaller()
    const client = room.toolsOf(caller)
    const [agentId, conversationId] = [newId(), newId()]
    const run = await client.runTool({ tool, arguments: args, confirmed: true, agentId, conversationId, key: 'same-act-1' })
    expect(run).toMatchObject({ toolName: tool, status: 'done', arguments: args, confirmed: true, agentId, conversationId, sentence: null })
    const { items } = await client.listErrands({})
    expect(items).toMatchObject([{ kind, fields: args, agentId, conversationId, state: 'open', doneAt: null, doneBy: null }])
    expect(run.result).toEqual({ errandId: items[0]!.id })
    expect(await client.runTool({ tool, arguments: args, confirmed: true, key: 'same-act-1' })).toEqual(run)
    expect((await client.listErrands({})).items).toHaveLength(1)
    expect(await client.getErrand({ errandId: items[0]!.id })).toEqual(items[0])
    await expect
      .poll(() => room.said.filter((it) => it.tenantId === caller.tenantId).map((it) => it.data.action ?? it.event))
      .toEqual(expect.arrayContaining(['errand.noted', 'run-tool', 'note-errand']))
    expect(room.said.find((it) => it.tenantId === caller.tenantId && it.event === 'errand.noted')?.data).toEqual({ errandId: items[0]!.id, kind, agentId })
    if (needed) expect(await fieldsOf(client.runTool({ tool, arguments: {}, confirmed: true }))).toContainEqual({ field: needed, problem: 'is missing' })
    expect(await codeOf(client.runTool({ tool, arguments: { ...args, more: 1 }, confirmed: true }))).toBe('tools.arguments_wrong')
    expect(await codeOf(client.runTool({ tool, arguments: args }))).toBe('tools.needs_yes')
    expect((await client.runTool({ tool, arguments: args, dryRun: true })).status).toBe('tried')
    expect((await client.listErrands({})).items).toHaveLength(1)
  })

  it('are noted once, however many ask with the same key at once', async () => {
    const client = room.toolsOf(room.house.newCaller())
    const ask = () => client.runTool({ tool: 'take_message', arguments: { message: 'Once' }, confirmed: true, key: 'same-act-1' })
    const runs = await Promise.all(Array.from({ length: 8 }, ask))
    expect(new Set(runs.map((it) => it.id)).size).toBe(1)
    expect((await client.listErrands({})).items).toHaveLength(1)
    expect(await codeOf(client.runTool({ tool: 'take_message', arguments: { message: 'Twice' }, confirmed: true, key: 'same-act-1' }))).toBe('tools.key_reused')
    expect((await client.runTool({ tool: 'create_task', arguments: { task: 'Other' }, confirmed: true, key: 'same-act-1' })).status).toBe('done')
  })

  it('keep no card number', async () => {
    const caller = room.house.newCaller()
    const client = room.toolsOf(caller)
    const message = 'My card is 4111 1111 1111 1111, call +91 98300 12345.'
    const run = await client.runTool({ tool: 'take_message', arguments: { message }, confirmed: true })
    const stored = JSON.stringify(
      await room.rowsOf(caller, async (tx) => [await tx.selectFrom('runs').selectAll().execute(), await tx.selectFrom('errands').selectAll().execute()]),
    )
    expect(stored + JSON.stringify(run)).not.toMatch(/4111/)
    expect(stored).toContain('98300 12345')
  })

  it.each([
    ['null bytes', 'a\0b', 'ab'],
    ['half a letter', 'a\ud83d', 'a\ufffd'],
    ['right to left', 'مرحبا ‮ abc', 'مرحبا ‮ abc'],
  ])('bear %s', async (_, message, kept) => {
    const client = room.toolsOf(room.house.newCaller())
    expect((await client.runTool({ tool: 'take_message', arguments: { message }, confirmed: true })).arguments).toEqual({ message: kept })
  })

  it.each([
    ['huge text', { message: 'x'.repeat(5_000) }],
    ['many values', { message: 'x', name: Array.from({ length: 2_000 }, () => 1) }],
    ['an empty text', { message: '' }],
    ['another type', { message: 7 }],
  ])('refuse %s', async (_, args) => {
    expect(await codeOf(room.toolsOf(room.house.newCaller()).runTool({ tool: 'take_message', arguments: args, confirmed: true }))).toBe('tools.arguments_wrong')
  })

  it('refuse what is nested too deeply', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 400; level++) deep = [deep]
    const asking = room.toolsOf(room.house.newCaller()).runTool({ tool: 'opt_out', arguments: { deep }, confirmed: true })
    expect(await fieldsOf(asking)).toEqual([{ field: 'arguments', problem: 'must be nested no deeper than 12 levels' }])
  })
})

describe('errands', () => {
  it('are settled by whoever says so, and opened again', async () => {
    const caller = room.house.newCaller({ name: 'Asha' })
    const client = room.toolsOf(caller)
    await client.runTool({ tool: 'take_message', arguments: { message: 'One' }, confirmed: true })
    await client.runTool({ tool: 'create_task', arguments: { task: 'Two' }, confirmed: true })
    const [task, message] = (await client.listErrands({})).items
    expect([task!.kind, message!.kind]).toEqual(['task', 'message'])
    expect(await client.settleErrand({ errandId: task!.id, state: 'done' })).toMatchObject({ state: 'done', doneBy: 'Asha', doneAt: expect.any(String) })
    expect((await client.listErrands({ state: 'open' })).items.map((it) => it.id)).toEqual([message!.id])
    expect((await client.listErrands({ kind: 'task' })).items.map((it) => it.id)).toEqual([task!.id])
    expect(await client.settleErrand({ errandId: task!.id, state: 'open' })).toMatchObject({ state: 'open', doneBy: null, doneAt: null })
    const first = await client.listErrands({ limit: 1 })
    expect((await client.listErrands({ limit: 1, cursor: first.next! })).items.map((it) => it.id)).toEqual([message!.id])
  })
})
