import { newId } from '@myna/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onActNoted } from '#reactions/on-act-noted.ts'
import { actsOf, openAudit } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openAudit>>
beforeAll(async () => void (room = await openAudit()))
afterAll(() => room.close())

describe('acts of other services', () => {
  it('arrive in their order, exactly once, with who did what from where', async () => {
    const caller = room.house.newCaller({ name: 'Asha', ip: '203.0.113.7' })
    const client = room.workspaceOf(caller)
    for (const country of ['US', 'GB', 'BD', 'IN']) await client.updateSettings({ settings: { country } })
    await room.arrive(caller, 4)
    const { items } = await room.auditOf(caller).listEntries({})
    expect(items.map((it) => it.sequence)).toEqual([4, 3, 2, 1])
    for (const it of items)
      expect(it).toMatchObject({
        actor: caller.subject,
        actorName: 'Asha',
        action: 'update-settings',
        subject: `settings:${caller.tenantId}`,
        ip: '203.0.113.7',
        traceId: caller.traceId,
        detail: { changed: ['country'] },
      })
    expect(new Set(items.map((it) => it.id)).size).toBe(4)
    expect(await room.auditOf(caller).verifyChain({})).toEqual({ intact: true, entries: 4, problems: [] })
  })

  it('leave nothing when their transaction does not commit', async () => {
    const caller = room.house.newCaller()
    const context = room.contextOf('workspace', caller)
    const broken = context.db.inTenant(caller, async (tx) => {
      await context.note(tx, { action: 'bake-bread', subject: 'bread:burnt' })
      throw new Error('the oven is cold')
    })
    await expect(broken).rejects.toThrow('the oven is cold')
    await room.note(caller, actsOf(1))
    expect((await room.auditOf(caller).listEntries({})).items.map((it) => it.subject)).toEqual(['bread:1'])
  })

  it('are written once, however often they are heard', async () => {
    const caller = room.house.newCaller()
    await room.note(caller, actsOf(2))
    const [, first] = (await room.auditOf(caller).listEntries({})).items
    const { sequence: _, hash: __, ...act } = first!
    await Promise.all([1, 2, 3].map(() => onActNoted.run(act, room.contextOf('audit', caller))))
    expect(await room.auditOf(caller).verifyChain({})).toEqual({ intact: true, entries: 2, problems: [] })
  })

  it('make one chain when heard in the same moment', async () => {
    const caller = room.house.newCaller()
    await room.note(caller, actsOf(1))
    const { sequence: _, hash: __, id: ___, ...act } = (await room.auditOf(caller).listEntries({})).items[0]!
    const ids = Array.from({ length: 8 }, () => newId())
    await Promise.all(ids.map((it) => onActNoted.run({ ...act, id: it }, room.contextOf('audit', caller))))
    expect(await room.auditOf(caller).verifyChain({})).toEqual({ intact: true, entries: 9, problems: [] })
  })

  it('stay provable whatever their details say', async () => {
    const caller = room.house.newCaller()
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    const detail = fc.dictionary(text, fc.oneof(fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 }), text), { maxKeys: 4 })
    const [sample] = fc.sample(fc.array(detail, { minLength: 40, maxLength: 40 }), 1)
    const details = [
      ...sample!,
      { half: '\ud83d', 'half \udc26 key': 1, nul: 'a\u0000b', big: 1e300, small: 5e-324, zero: -0, long: 0.1 + 0.2 },
      JSON.parse('{"__proto__":{"a":1}}') as Record<string, unknown>,
    ]
    await room.note(
      caller,
      details.map((it) => ({ action: 'bake-bread', subject: 'bread:\ud83d\u0000', detail: it })),
    )
    expect(await room.auditOf(caller).verifyChain({})).toEqual({ intact: true, entries: details.length, problems: [] })
    expect((await room.auditOf(caller).listEntries({ limit: 1 })).items[0]!.subject).toBe('bread:\ufffd\ufffd')
  })
})

describe.each(['process', 'http'] as const)('the log, over %s', (how) => {
  it('is listed newest first, page after page', async () => {
    const caller = room.house.newCaller()
    await room.note(caller, actsOf(5))
    const client = room.auditOf(caller, how)
    const seen: number[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await client.listEntries({ limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((it) => it.sequence))
      if (!page.next) break
      cursor = page.next
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
    const foreign = Buffer.from('["0190c0de-0000-7000-8000-000000000001"]').toString('base64url')
    await expect(client.listEntries({ cursor: foreign })).rejects.toMatchObject({ code: 'request.invalid', fields: [{ field: 'cursor' }] })
  })

  it('is searched by actor, action, subject, words and time', async () => {
    const caller = room.house.newCaller({ name: 'Asha' })
    const colleague = room.house.newCaller({ tenantId: caller.tenantId, name: 'Bimal 50%' })
    await room.note(caller, actsOf(2))
    await room.note(colleague, [{ action: 'sell-bread', subject: 'bread:1' }], 2)
    const client = room.auditOf(caller, how)
    const found = async (filter: Parameters<typeof client.listEntries>[0]) => (await client.listEntries(filter)).items.map((it) => it.sequence)
    expect(await found({ actor: colleague.subject })).toEqual([3])
    expect(await found({ action: 'bake-bread' })).toEqual([2, 1])
    expect(await found({ subject: 'bread:1' })).toEqual([3, 1])
    expect(await found({ subject: 'bread:1', action: 'sell-bread' })).toEqual([3])
    expect(await found({ q: 'SELL' })).toEqual([3])
    expect(await found({ q: '50%' })).toEqual([3])
    expect(await found({ q: '%' })).toEqual([3])
    expect(await found({ q: '_' })).toEqual([])
    const { items } = await client.listEntries({})
    const [third, second] = items
    expect(await found({ from: third!.at })).toContain(3)
    expect(await found({ to: second!.at })).not.toContain(2)
    expect(await found({ from: `${third!.at.slice(0, 19)}Z` })).toContain(3)
    expect(await found({ to: `${third!.at.slice(0, 19)}Z` })).not.toContain(3)
    expect(await found({ to: '2020-01-01T00:00:00Z' })).toEqual([])
  })

  it('is exported oldest first as JSON lines with all that proves it', async () => {
    const caller = room.house.newCaller()
    await room.note(caller, actsOf(3))
    let text = ''
    for await (const chunk of room.auditOf(caller, how).exportEntries({})) text += Buffer.from(chunk).toString('utf8')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it) as Record<string, unknown>)
    expect(lines.map((it) => [it.sequence, it.subject])).toEqual([
      [1, 'bread:1'],
      [2, 'bread:2'],
      [3, 'bread:3'],
    ])
    expect(lines[1]).toMatchObject({
      previousHash: lines[0]!.hash,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      signature: expect.stringMatching(/^[\w-]{86}$/),
    })
    let none = ''
    for await (const chunk of room.auditOf(caller, how).exportEntries({ to: '2020-01-01T00:00:00Z' })) none += Buffer.from(chunk).toString('utf8')
    expect(none).toBe('')
  })

  it('of another tenant is not there, and needs the right to read', async () => {
    const caller = room.house.newCaller()
    await room.note(caller, actsOf(2))
    const stranger = room.auditOf(room.house.newCaller(), how)
    expect((await stranger.listEntries({})).items).toEqual([])
    expect(await stranger.verifyChain({})).toEqual({ intact: true, entries: 0, problems: [] })
    let text = ''
    for await (const chunk of stranger.exportEntries({})) text += Buffer.from(chunk).toString('utf8')
    expect(text).toBe('')
    const narrow = room.auditOf({ ...caller, scopes: ['agents:read'] }, how)
    await expect(narrow.listEntries({})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(narrow.verifyChain({})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(narrow.exportEntries({})[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
