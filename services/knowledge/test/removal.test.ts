import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#context.ts'
import { forgetRemoved } from '#jobs/forget-removed.ts'
import { deleteItem } from '#operations/delete-item.ts'
import { largeBase } from '#search/index-cache.ts'
import { createItemQueries } from '#store/item-queries.ts'
import { codeOf, collect, openKnowledge } from '#test/house.ts'
import { playEmbedder } from '#test/play-embedder.ts'
import { type Answer, pageOf, sitesForTests } from '#test/site.ts'

let room: Awaited<ReturnType<typeof openKnowledge>>
let aheadMs = 0
beforeAll(async () => void (room = await openKnowledge(undefined, { now: () => new Date(Date.now() + aheadMs) })))
afterAll(() => room.close())
const openSite = sitesForTests()

const hourMs = 3_600_000
const written = { category: 'policies' as const, title: 'Returns', text: 'Within 30 days with the receipt.' }
const question = 'Can I return things without the receipt?'

/** How many deleted items of a tenant are still kept. */
const keptOf = (context: Context) => context.db.inTenant(context.caller, async (tx) => (await tx.selectFrom('removed_items').select('id').execute()).length)

describe('a deleted item', () => {
  it.each(['process', 'http'] as const)('is nowhere to be seen until it is restored, as it was (%s)', async (how) => {
    const { caller, baseId } = await room.newBase()
    const client = room.clientOf(caller, how)
    await client.addItem({ baseId, category: 'support_faq', title: 'Parking', text: 'Behind the house.' })
    const { id: itemId } = await client.addItem({ baseId, ...written })
    const item = await client.approveItem({ itemId, approved: true })
    const before = await client.getBase({ baseId })
    const found = async () => (await client.searchItems({ baseId, question })).hits.map((it) => it.item.id)
    expect(await found()).toContain(itemId)

    await client.deleteItem({ itemId })
    const listed = async (filter: Partial<Parameters<typeof client.listItems>[0]>) =>
      (await client.listItems({ baseId, ...filter })).items.map((it) => it.title)
    expect(await listed({})).toEqual(['Parking'])
    expect([await listed({ category: 'policies' }), await listed({ state: 'approved' }), await listed({ q: 'receipt' })]).toEqual([[], [], []])
    expect(await client.getBase({ baseId })).toMatchObject({ itemCount: 1, counts: { support_faq: 1 } })
    const search = await client.searchItems({ baseId, question })
    expect([search.hits.map((it) => it.item.id), search.passages]).toEqual([[], 1])
    const works = [client.getItem({ itemId }), client.editItem({ itemId, text: 'x' }), client.approveItem({ itemId, approved: true })]
    expect(new Set(await Promise.all(works.map(codeOf)))).toEqual(new Set(['knowledge.item_not_found']))

    expect(await client.restoreItem({ itemId })).toEqual(item)
    expect(await client.getItem({ itemId })).toEqual(item)
    expect(await client.getBase({ baseId })).toEqual(before)
    expect(await found()).toContain(itemId)
    expect((await client.editItem({ itemId, title: 'Sending back', revision: item.revision })).title).toBe('Sending back')
  })

  it('is deleted once and restored once, however often that is asked, and both are noted', async () => {
    const { client, baseId } = await room.newBase()
    const { id: itemId } = await client.addItem({ baseId, ...written })
    expect(await client.restoreItem({ itemId })).toMatchObject(written)
    await Promise.all([client.deleteItem({ itemId }), client.deleteItem({ itemId }), client.deleteItem({ itemId })])
    await Promise.all([client.restoreItem({ itemId }), client.restoreItem({ itemId })])
    expect(await client.restoreItem({ itemId })).toMatchObject(written)
    await client.deleteItem({ itemId })
    await expect.poll(() => room.actsOn(`item:${itemId}`), { timeout: 20_000 }).toEqual(['add-item', 'delete-item', 'restore-item', 'delete-item'])
  })

  it('can be restored for a day, and is gone for good after that', async () => {
    const { caller, client, baseId } = await room.newBase()
    const context = room.contextFor(caller)
    const { db, tenantId, clock } = context
    const { id: itemId } = await client.addItem({ baseId, ...written })
    const sent: { name: string; input: unknown; startAfter: Date | undefined }[] = []
    const send = async (_: unknown, name: string, input: unknown, options: { startAfter?: Date }) =>
      void sent.push({ name, input, startAfter: options.startAfter })
    const deletedAt = clock.now().getTime()
    // What is sent here nobody runs but this test.
    const remove = () => deleteItem({ itemId }, { db, caller, tenantId, clock, note: async () => {}, jobs: { send } } as unknown as Context)
    await remove()
    expect(sent).toEqual([{ name: 'forgetRemoved', input: { baseId }, startAfter: expect.any(Date) }])
    expect(sent[0]!.startAfter!.getTime()).toBeGreaterThan(deletedAt + 24 * hourMs)
    const forget = () => forgetRemoved.run({ baseId }, context, { id: newId(), attempt: 1, signal: new AbortController().signal, progress: async () => {} })
    try {
      aheadMs = 23 * hourMs
      await forget()
      await client.restoreItem({ itemId })
      await remove()
      aheadMs = 48 * hourMs
      expect(await codeOf(client.restoreItem({ itemId }))).toBe('knowledge.item_not_found')
      expect(await codeOf(client.deleteItem({ itemId }))).toBe('knowledge.item_not_found')
      expect(await keptOf(context)).toBe(1)
      await forget()
      expect(await keptOf(context)).toBe(0)
    } finally {
      aheadMs = 0
    }
  })

  it('is restored by whoever may delete, and by nobody of another organisation', async () => {
    const { caller, client, baseId } = await room.newBase()
    const { id: itemId } = await client.addItem({ baseId, ...written })
    await client.deleteItem({ itemId })
    const stranger = room.house.newCaller()
    expect(await codeOf(room.clientOf(stranger).restoreItem({ itemId }))).toBe('knowledge.item_not_found')
    expect(await codeOf(room.clientOf(stranger).deleteItem({ itemId }))).toBe('knowledge.item_not_found')
    expect(await keptOf(room.contextFor(stranger))).toBe(0)
    const readingOnly = room.clientOf({ ...caller, scopes: ['knowledge:read'] })
    expect(await codeOf(readingOnly.restoreItem({ itemId }))).toBe('request.forbidden')
    const writing = room.clientOf({ ...caller, scopes: ['knowledge:write'] })
    expect((await writing.restoreItem({ itemId })).id).toBe(itemId)
  })

  it('goes with its base', async () => {
    const { caller, client, baseId } = await room.newBase()
    const { id: itemId } = await client.addItem({ baseId, ...written })
    await client.deleteItem({ itemId })
    await client.deleteBase({ baseId })
    expect(await keptOf(room.contextFor(caller))).toBe(0)
    expect(await codeOf(client.restoreItem({ itemId }))).toBe('knowledge.item_not_found')
  })

  it('is not found in a large base either, while that is indexed anew', { timeout: 60_000 }, async () => {
    const { caller, client, baseId } = await room.newBase()
    const { id: itemId } = await client.addItem({ baseId, ...written })
    const row = await room.contextFor(caller).db.inTenant(caller, (tx) => createItemQueries(tx, caller.tenantId!).get(itemId))
    const many = Array.from({ length: largeBase }, (_, at) => ({ ...row, id: newId(), title: `Shelf ${at}`, text: `Number ${at} of the depot.` }))
    await room.contextFor(caller).db.inTenant(caller, (tx) => createItemQueries(tx, caller.tenantId!).insertMany(many))
    await client.editItem({ itemId, title: 'Sending back' })
    const found = async () => (await client.searchItems({ baseId, question: 'receipt' })).hits.map((it) => it.item.id)
    expect(await found()).toEqual([itemId])
    await client.deleteItem({ itemId })
    expect(await found()).toEqual([])
  })
})

describe('a deleted item of a site', () => {
  const home = 'We serve forty teas from Assam, Darjeeling and Nilgiri in a quiet garden behind the old library.'
  const shop = (): Record<string, Answer> => ({
    '/': pageOf('Blue Lotus Tea House', ['/menu', '/contact', '/about'], home),
    '/menu': pageOf('Menu', ['/'], 'Masala chai is brewed with fresh ginger and cardamom and served in clay cups at every table.'),
    '/contact': pageOf('Contact', ['/'], 'Write to us. <h2>Opening hours</h2><p>Monday to Friday: 9 am – 6 pm</p>'),
    '/about': pageOf('About us', ['/'], 'The tea house belongs to two sisters. <h2>Opening hours</h2><p>Monday to Friday: 10 am – 7 pm</p>'),
  })
  async function openShop() {
    const pages = shop()
    const site = await openSite((path) => pages[path])
    const known = await room.newKnown(site.url)
    const of = async (words: string) => (await known.itemsOf()).filter((it) => it.quote?.includes(words))
    return {
      ...known,
      pages,
      of,
      async readAgain() {
        await collect(known.client.crawlSource({ sourceId: known.sourceId }))
        await collect(known.client.extractSource({ sourceId: known.sourceId }))
      },
    }
  }

  it('is found again by the next reading, and restored in place of that, with what people made of it', async () => {
    const { client, of, readAgain, itemsOf } = await openShop()
    const [chai] = await of('Masala chai')
    const edited = await client.editItem({ itemId: chai!.id, text: 'Masala chai costs nothing on Fridays.' })
    const count = (await itemsOf()).length
    await client.deleteItem({ itemId: chai!.id })
    await readAgain()
    const again = await of('Masala chai')
    expect(again.map((it) => [it.id === chai!.id, it.state])).toEqual([[false, 'found']])
    expect(await client.restoreItem({ itemId: chai!.id })).toEqual(edited)
    expect(await of('Masala chai')).toEqual([edited])
    await readAgain()
    expect((await of('Masala chai')).map((it) => [it.id, it.state])).toEqual([[chai!.id, 'edited']])
    expect((await itemsOf()).length).toBe(count)
  })

  it('stays beside what was found again once a person has worked on that', async () => {
    const { client, of, readAgain } = await openShop()
    const [chai] = await of('Masala chai')
    await client.deleteItem({ itemId: chai!.id })
    await readAgain()
    const [again] = await of('Masala chai')
    await client.approveItem({ itemId: again!.id, approved: true })
    await client.restoreItem({ itemId: chai!.id })
    expect((await of('Masala chai')).map((it) => it.id).sort()).toEqual([chai!.id, again!.id].sort())
  })

  it('is not said when its page no longer says it by the time it is restored', async () => {
    const { client, baseId, pages, of, readAgain } = await openShop()
    const [chai] = await of('Masala chai')
    await client.deleteItem({ itemId: chai!.id })
    pages['/menu'] = pageOf('Menu', ['/'], 'Filter coffee has taken the place of tea on the whole of the card since the monsoon.')
    await readAgain()
    expect(await client.restoreItem({ itemId: chai!.id })).toMatchObject({ state: 'found', stale: true })
    expect((await client.searchItems({ baseId, question: 'Do you have masala chai?' })).hits.map((it) => it.item.id)).not.toContain(chai!.id)
  })

  it('goes with its source, unless a person had a hand in it', async () => {
    const { client, sourceId, of } = await openShop()
    const [[chai], [garden]] = [await of('Masala chai'), await of('forty teas')]
    await client.approveItem({ itemId: garden!.id, approved: true })
    for (const it of [chai!, garden!]) await client.deleteItem({ itemId: it.id })
    await client.deleteSource({ sourceId })
    expect(await codeOf(client.restoreItem({ itemId: chai!.id }))).toBe('knowledge.item_not_found')
    expect(await client.restoreItem({ itemId: garden!.id })).toMatchObject({ state: 'approved', stale: true, text: garden!.text })
  })

  it('is part of no conflict until it is restored', async () => {
    const { client, baseId } = await openShop()
    const conflicts = async () =>
      (await client.listConflicts({ baseId })).items.map((it) => ({ settled: it.settled, items: it.items.map((item) => item.id).sort() }))
    const open = await conflicts()
    expect(open).toMatchObject([{ settled: false, items: [expect.any(String), expect.any(String)] }])
    const [itemId, other] = open[0]!.items as [string, string]
    await client.deleteItem({ itemId })
    expect(await conflicts()).toEqual([])
    expect((await client.getBase({ baseId })).conflictCount).toBe(0)
    await client.restoreItem({ itemId })
    expect(await conflicts()).toEqual(open)

    const [conflict] = (await client.listConflicts({ baseId })).items
    await client.settleConflict({ conflictId: conflict!.id, keepItemId: other })
    const settled = await conflicts()
    await client.deleteItem({ itemId })
    expect(await conflicts()).toEqual([{ settled: true, items: [other] }])
    expect(await codeOf(client.settleConflict({ conflictId: conflict!.id, keepItemId: itemId }))).toBe('knowledge.item_not_found')
    await client.restoreItem({ itemId })
    expect(await conflicts()).toEqual(settled)
  })
})

describe('a deleted item of a base that is searched by meaning', () => {
  const played = playEmbedder()
  let meaning: Awaited<ReturnType<typeof openKnowledge>>
  beforeAll(async () => void (meaning = await openKnowledge(played.embedder)))
  afterAll(() => meaning.close())

  it('is not near to anything, and has its vector again once it is restored', async () => {
    const { caller, client, baseId } = await meaning.newBase()
    const { id: itemId } = await client.addItem({ baseId, category: 'policies', title: 'Refunds', text: 'Unworn goods are taken back within 30 days.' })
    await client.addItem({ baseId, category: 'policies', title: 'Pool', text: 'Open from May to September.' })
    await client.addItem({ baseId, category: 'policies', title: 'Kitchen', text: 'Half of our dishes are plant-based.' })
    const ground = meaning.contextFor(caller)
    const vectors = () => ground.db.inTenant(caller, async (tx) => (await tx.selectFrom('embeddings').select('item_id').execute()).map((it) => it.item_id))
    const found = async () => (await client.searchItems({ baseId, question: 'Can I send it back?' })).hits.map((it) => it.item.id)
    await expect.poll(async () => (await vectors()).length, { timeout: 20_000 }).toBe(3)
    await expect.poll(found, { timeout: 20_000 }).toContainEqual(itemId)
    await client.deleteItem({ itemId })
    expect(await vectors()).not.toContain(itemId)
    expect(await found()).not.toContain(itemId)
    await client.restoreItem({ itemId })
    await expect.poll(vectors, { timeout: 20_000 }).toContainEqual(itemId)
    await expect.poll(found, { timeout: 20_000 }).toContainEqual(itemId)
  })
})
