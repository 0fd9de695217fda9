import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, openKnowledge } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => void (room = await openKnowledge()))
afterAll(() => room.close())

const written = { category: 'policies' as const, title: 'Returns', text: 'Within 30 days with the receipt.' }

describe('bases', () => {
  it.each(['process', 'http'] as const)('are created, counted and deleted (%s)', async (how) => {
    const client = room.clientOf(room.house.newCaller(), how)
    const base = await client.createBase({ name: ' Shop ' })
    expect(base).toMatchObject({ name: 'Shop', itemCount: 0, counts: {}, conflictCount: 0 })
    await client.addItem({ baseId: base.id, ...written })
    await client.addItem({ baseId: base.id, ...written, category: 'support_faq' })
    expect(await client.getBase({ baseId: base.id })).toMatchObject({ itemCount: 2, counts: { policies: 1, support_faq: 1 } })
    await client.addSource({ baseId: base.id, url: 'http://127.0.0.1:9/' })
    await client.deleteBase({ baseId: base.id })
    expect(await codeOf(client.getBase({ baseId: base.id }))).toBe('knowledge.base_not_found')
  })

  it('of another tenant are not there', async () => {
    const { client, baseId } = await room.newBase()
    const item = await client.addItem({ baseId, ...written })
    const source = await client.addSource({ baseId, url: 'http://127.0.0.1:9/' })
    const other = room.clientOf(room.house.newCaller())
    const codes = (...works: Promise<unknown>[]) => Promise.all(works.map(codeOf)).then((all) => [...new Set(all)])
    expect(
      await codes(
        other.getBase({ baseId }),
        other.deleteBase({ baseId }),
        other.addSource({ baseId, url: 'http://127.0.0.1:9/' }),
        other.listSources({ baseId }),
        other.listItems({ baseId }),
        other.addItem({ baseId, ...written }),
        other.listConflicts({ baseId }),
        other.searchItems({ baseId, question: 'returns' }),
      ),
    ).toEqual(['knowledge.base_not_found'])
    expect(
      await codes(
        other.getItem({ itemId: item.id }),
        other.editItem({ itemId: item.id, title: 'x' }),
        other.approveItem({ itemId: item.id, approved: true }),
        other.deleteItem({ itemId: item.id }),
        other.restoreItem({ itemId: item.id }),
      ),
    ).toEqual(['knowledge.item_not_found'])
    expect(
      await codes(
        other.getSource({ sourceId: source.id }),
        other.deleteSource({ sourceId: source.id }),
        other.listPages({ sourceId: source.id }),
        other.crawlSource({ sourceId: source.id })[Symbol.asyncIterator]().next(),
        other.extractSource({ sourceId: source.id })[Symbol.asyncIterator]().next(),
      ),
    ).toEqual(['knowledge.source_not_found'])
    expect(await codeOf(other.settleConflict({ conflictId: item.id, keepItemId: item.id }))).toBe('knowledge.conflict_not_found')
  })
})

describe('sources', () => {
  it('are known by their address, however it is written', async () => {
    const { client, baseId } = await room.newBase()
    const source = await client.addSource({ baseId, url: '127.0.0.1:9/shop/' })
    expect(source).toMatchObject({ url: 'https://127.0.0.1:9/shop/', status: 'new', fault: null, pageCount: 0, readAt: null })
    expect(await codeOf(client.addSource({ baseId, url: 'http://127.0.0.1:9/shop?utm_source=mail' }))).toBe('knowledge.source_taken')
    const { id: otherBase } = await client.createBase({ name: 'Other' })
    await client.addSource({ baseId: otherBase, url: 'http://127.0.0.1:9/shop' })
    expect((await client.listSources({ baseId })).items).toEqual([source])
    await client.deleteSource({ sourceId: source.id })
    expect((await client.listSources({ baseId })).items).toEqual([])
  })

  it.each([
    ['file:///etc/passwd', 'address_unusable'],
    ['ftp://example.com', 'address_unusable'],
    ['javascript:alert(1)', 'address_unusable'],
    ['http://a:b@example.com', 'address_unusable'],
    ['just words', 'address_unusable'],
    ['word', 'address_unusable'],
    ['http://169.254.169.254/', 'address_private'],
  ])('refuses %s', async (url, code) => {
    const { client, baseId } = await room.newBase()
    expect(await codeOf(client.addSource({ baseId, url }))).toBe(`knowledge.${code}`)
  })
})

describe('items', () => {
  it('are written, edited, approved, rejected and deleted by people', async () => {
    const { client, baseId } = await room.newBase()
    const item = await client.addItem({ baseId, ...written })
    expect(item).toMatchObject({ ...written, kind: 'passage', state: 'written', stale: false, url: null, quote: null, confidence: 1, language: 'en' })
    const edited = await client.editItem({ itemId: item.id, text: '३० दिनों के भीतर लौटाएँ।' })
    expect(edited).toMatchObject({ title: 'Returns', text: '३० दिनों के भीतर लौटाएँ।', state: 'written', language: 'hi' })
    expect(await client.approveItem({ itemId: item.id, approved: false })).toMatchObject({ state: 'rejected' })
    expect((await client.getBase({ baseId })).itemCount).toBe(0)
    expect(await client.approveItem({ itemId: item.id, approved: true })).toMatchObject({ state: 'approved' })
    await client.deleteItem({ itemId: item.id })
    expect(await codeOf(client.getItem({ itemId: item.id }))).toBe('knowledge.item_not_found')
  })

  it.each(['process', 'http'] as const)('are not overwritten by whoever saw an earlier state, unless they say no state (%s)', async (how) => {
    const { caller, baseId } = await room.newBase()
    const client = room.clientOf(caller, how)
    const { id: itemId, revision } = await client.addItem({ baseId, ...written })
    const first = await client.editItem({ itemId, text: 'Within 14 days.', revision })
    expect(first.revision).not.toBe(revision)
    expect(await codeOf(client.editItem({ itemId, text: 'Never.', revision }))).toBe('workspace.changed_meanwhile')
    expect(await client.getItem({ itemId })).toEqual(first)
    expect((await client.listItems({ baseId })).items).toEqual([first])
    await client.approveItem({ itemId, approved: false })
    expect(await codeOf(client.editItem({ itemId, text: 'Never.', revision: first.revision }))).toBe('workspace.changed_meanwhile')
    expect((await client.editItem({ itemId, text: 'Never.' })).text).toBe('Never.')
  })

  it('are saved by one of several who save at the same moment', async () => {
    const { client, baseId } = await room.newBase()
    const { id: itemId, revision } = await client.addItem({ baseId, ...written })
    const codes = await Promise.all(Array.from({ length: 5 }, (_, at) => codeOf(client.editItem({ itemId, text: `Within ${at} days.`, revision }))))
    expect(codes.sort()).toEqual(['no fault', ...Array.from({ length: 4 }, () => 'workspace.changed_meanwhile')])
  })

  it('are listed by category, state and words, page by page', async () => {
    const { client, baseId } = await room.newBase()
    for (let at = 0; at < 5; at++)
      await client.addItem({ baseId, ...written, title: `Rule ${at}`, text: at === 3 ? 'Discount of 50%_off for members' : 'Nothing' })
    await client.addItem({ baseId, category: 'support_faq', title: 'Question', text: 'Answer' })
    expect((await client.listItems({ baseId, category: 'support_faq' })).items.map((it) => it.title)).toEqual(['Question'])
    expect((await client.listItems({ baseId, q: '50%_off rule' })).items.map((it) => it.title)).toEqual(['Rule 3'])
    expect((await client.listItems({ baseId, q: '50__off' })).items).toEqual([])
    expect((await client.listItems({ baseId, state: 'approved' })).items).toEqual([])
    const titles: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await client.listItems({ baseId, limit: 2, ...(cursor ? { cursor } : {}) })
      titles.push(...items.map((it) => it.title))
      if (!next) break
      cursor = next
    }
    expect(titles).toEqual(['Rule 0', 'Rule 1', 'Rule 2', 'Rule 3', 'Rule 4', 'Question'])
    expect(await codeOf(client.listItems({ baseId, cursor: Buffer.from('["x"]').toString('base64url') }))).toBe('request.invalid')
  })

  it('are found by a question at once after they change', async () => {
    const { client, baseId } = await room.newBase()
    const item = await client.addItem({ baseId, ...written })
    const titles = async () => (await client.searchItems({ baseId, question: 'Can I return things without the receipt?' })).hits.map((it) => it.item.title)
    expect(await titles()).toEqual(['Returns'])
    await client.editItem({ itemId: item.id, title: 'Sending back' })
    expect(await titles()).toEqual(['Sending back'])
    await client.approveItem({ itemId: item.id, approved: false })
    expect(await titles()).toEqual([])
  })

  it('need the right to write', async () => {
    const { caller, client, baseId } = await room.newBase()
    const reader = room.clientOf({ ...caller, scopes: ['knowledge:read'] })
    const item = await client.addItem({ baseId, ...written })
    expect((await reader.getItem({ itemId: item.id })).title).toBe('Returns')
    expect(await codeOf(reader.editItem({ itemId: item.id, title: 'x' }))).toBe('request.forbidden')
    expect(await codeOf(reader.addItem({ baseId, ...written }))).toBe('request.forbidden')
  })
})
