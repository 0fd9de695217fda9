import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, collect, openKnowledge } from '#test/house.ts'
import { createSourceQueries } from '#store/source-queries.ts'
import { type Answer, pageOf, sitesForTests } from '#test/site.ts'

let room: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => void (room = await openKnowledge()))
afterAll(() => room.close())
const openSite = sitesForTests()

const hours = (text: string) => `<h2>Opening hours</h2><p>${text}</p>`
const shop = (changes: Record<string, Answer> = {}): Record<string, Answer> => ({
  '/': pageOf(
    'Blue Lotus Tea House',
    ['/about', '/contact', '/menu'],
    'We serve forty teas from Assam, Darjeeling and Nilgiri in a quiet garden behind the old library.',
  ),
  '/about': pageOf('About us', ['/'], 'The tea house was opened by two sisters who wanted a place to read, and it still belongs to their family.'),
  '/contact': pageOf('Contact', ['/'], `Call us on +91 44 2345 6789 or write to hello@bluelotus.example.${hours('Monday to Friday: 9 am – 6 pm')}`),
  '/menu': pageOf('Menu', ['/'], 'Masala chai is brewed with fresh ginger and cardamom and served in clay cups at every table.'),
  ...changes,
})

describe('a reading', () => {
  it.each(['process', 'http'] as const)('tells its progress and ends with the source read (%s)', async (how) => {
    const site = await openSite(shop())
    const { caller, baseId } = await room.newBase()
    const client = room.clientOf(caller, how)
    const { id: sourceId } = await client.addSource({ baseId, url: site.url })
    const steps = await collect(client.crawlSource({ sourceId, maxPages: 10 }))
    expect(steps[0]).toMatchObject({ step: 'reading', done: 0, found: 1 })
    expect(steps.filter((it) => it.step === 'read')).toHaveLength(4)
    expect(steps.at(-1)).toMatchObject({ step: 'done', done: 4, found: 4, sentence: 'Read 4 pages.' })
    expect(await client.getSource({ sourceId })).toMatchObject({ status: 'read', fault: null, pageCount: 4, readAt: expect.any(String) })
    const { items: pages } = await client.listPages({ sourceId })
    expect(pages.map((it) => [new URL(it.url).pathname, it.outcome, it.language]).sort()).toEqual([
      ['/', 'read', 'en'],
      ['/about', 'read', 'en'],
      ['/contact', 'read', 'en'],
      ['/menu', 'read', 'en'],
    ])

    const again = await collect(client.extractSource({ sourceId }))
    expect(again.filter((it) => it.step === 'page')).toHaveLength(4)
    expect(again.slice(-3).map((it) => it.step)).toEqual(['sorting', 'comparing', 'done'])
    expect(again.at(-1)?.items).toBe((await client.listItems({ baseId, limit: 200 })).items.length)
  })

  it('that fails says why, and the source remembers it', async () => {
    const site = await openSite({})
    const { client, baseId } = await room.newBase()
    const { id: sourceId } = await client.addSource({ baseId, url: site.url })
    expect(await codeOf(collect(client.crawlSource({ sourceId })))).toBe('knowledge.site_not_found')
    expect(await client.getSource({ sourceId })).toMatchObject({ status: 'failed', fault: 'knowledge.site_not_found', pageCount: 0 })
    expect(await codeOf(collect(client.extractSource({ sourceId })))).toBe('knowledge.site_empty')
  })

  it('is the only one of its source', async () => {
    let open = () => {}
    const gate = new Promise<void>((done) => void (open = done))
    const site = await openSite({ ...shop(), '/': (_, response) => void gate.then(() => response.setHeader('content-type', 'text/html').end(pageOf('Home'))) })
    const { client, baseId } = await room.newBase()
    const { id: sourceId } = await client.addSource({ baseId, url: site.url })
    const first = client.crawlSource({ sourceId })[Symbol.asyncIterator]()
    await first.next()
    const rest = first.next()
    const second = await codeOf(collect(client.crawlSource({ sourceId })))
    expect(second).toBe('knowledge.source_busy')
    expect((await client.getSource({ sourceId })).status).toBe('reading')
    open()
    expect((await rest).value?.data).toMatchObject({ step: 'read', done: 1 })
    while (!(await first.next()).done);
    expect((await collect(client.crawlSource({ sourceId }))).at(-1)?.step).toBe('done')
  })

  it('broken off by its caller goes on where it was', async () => {
    const site = await openSite(shop())
    const { client, baseId } = await room.newBase()
    const { id: sourceId } = await client.addSource({ baseId, url: site.url })
    let read = 0
    for await (const { data } of client.crawlSource({ sourceId })) if (data.step === 'read' && ++read === 2) break
    expect(await client.getSource({ sourceId })).toMatchObject({ status: 'new', pageCount: 2 })
    const before = site.pages().length
    const steps = await collect(client.crawlSource({ sourceId }))
    expect(steps.at(-1)).toMatchObject({ step: 'done', done: 4 })
    const pages = (await client.listPages({ sourceId })).items
    expect(pages).toHaveLength(4)
    expect(before + 3).toBeGreaterThanOrEqual(site.pages().length)
    expect((await client.getSource({ sourceId })).status).toBe('read')
  })

  it('is taken over from a reader that died, with the pages it had', async () => {
    const site = await openSite(shop())
    const { caller, client, baseId } = await room.newBase()
    const { id: sourceId } = await client.addSource({ baseId, url: site.url })
    for await (const { data } of client.crawlSource({ sourceId })) if (data.step === 'read') break
    const context = room.contextFor(caller)
    const now = Date.now()
    // A reader that takes the source and then never says a word, as after kill -9.
    const dead = { id: sourceId, reader: newId(), now: new Date(now), until: new Date(now + 1_500), resumeFrom: new Date(now - 60_000) }
    await context.db.inTenant(caller, (tx) => createSourceQueries(tx, context.tenantId).takeReading(dead))
    expect((await client.getSource({ sourceId })).status).toBe('reading')
    const asked = site.pages().filter((it) => it === '/').length
    expect((await collect(client.crawlSource({ sourceId }))).at(-1)).toMatchObject({ step: 'done', done: 4 })
    expect(site.pages().filter((it) => it === '/').length).toBe(asked + 1)
  })
})

describe('knowledge of a site', () => {
  it('has its source, the words of the page, and one item for what every page repeats', async () => {
    const footer = '<footer><p>Visit us in the garden behind the library on Anna Salai, two minutes from the metro station.</p></footer>'
    const pages = Object.fromEntries(Object.entries(shop()).map(([path, html]) => [path, (html as string).replace('</body>', `${footer}</body>`)]))
    const site = await openSite(pages)
    const known = await room.newKnown(site.url)
    const items = await known.itemsOf()
    expect(items.every((it) => it.state === 'found' && it.quote && it.url?.startsWith(site.url) && it.confidence > 0)).toBe(true)
    expect(items.filter((it) => it.text.includes('garden behind the library on Anna Salai'))).toHaveLength(1)
    expect(items.find((it) => it.label === 'phone')).toMatchObject({ url: `${site.url}/contact`, value: expect.stringContaining('2345') })
  })

  it('keeps what people did through the next reading, and marks what is gone', async () => {
    const pages = shop()
    const site = await openSite((path) => pages[path])
    const known = await room.newKnown(site.url)
    const of = async (words: string) => (await known.itemsOf()).find((it) => it.quote?.includes(words))
    const menu = (await of('Masala chai'))!
    const about = (await of('two sisters'))!
    const home = (await of('forty teas'))!
    await known.client.editItem({ itemId: menu.id, text: 'Masala chai costs nothing on Fridays.' })
    await known.client.approveItem({ itemId: about.id, approved: true })
    await known.client.approveItem({ itemId: home.id, approved: false })
    const own = await known.client.addItem({ baseId: known.baseId, category: 'policies', title: 'Dogs', text: 'Dogs are welcome.' })

    await collect(known.client.crawlSource({ sourceId: known.sourceId }))
    await collect(known.client.extractSource({ sourceId: known.sourceId }))
    expect(await known.client.getItem({ itemId: menu.id })).toMatchObject({ state: 'edited', text: 'Masala chai costs nothing on Fridays.', stale: false })
    expect(await known.client.getItem({ itemId: about.id })).toMatchObject({ state: 'approved' })
    expect(await known.client.getItem({ itemId: home.id })).toMatchObject({ state: 'rejected' })
    expect((await known.itemsOf()).filter((it) => it.quote?.includes('Masala chai'))).toHaveLength(1)

    pages['/menu'] = pageOf('Menu', ['/'], 'Filter coffee has taken the place of tea on the whole of the card since the monsoon.')
    pages['/about'] = { status: 404 }
    await collect(known.client.crawlSource({ sourceId: known.sourceId }))
    await collect(known.client.extractSource({ sourceId: known.sourceId }))
    expect(await known.client.getItem({ itemId: menu.id })).toMatchObject({ state: 'edited', stale: true })
    expect(await known.client.getItem({ itemId: about.id })).toMatchObject({ state: 'approved', stale: true })
    expect(await known.client.getItem({ itemId: own.id })).toMatchObject({ state: 'written', stale: false })
    expect(await of('Filter coffee')).toMatchObject({ state: 'found' })

    await known.client.deleteSource({ sourceId: known.sourceId })
    expect((await known.itemsOf()).map((it) => it.state).sort()).toEqual(['approved', 'edited', 'written'])
  })

  it('tells that pages contradict each other until a person settles it', async () => {
    const site = await openSite(
      shop({ '/about': pageOf('About us', ['/'], `The tea house belongs to two sisters who love to read.${hours('Monday to Friday: 10 am – 7 pm')}`) }),
    )
    const known = await room.newKnown(site.url)
    const { items: conflicts } = await known.client.listConflicts({ baseId: known.baseId })
    expect(conflicts).toHaveLength(1)
    const [conflict] = conflicts
    expect(conflict).toMatchObject({ label: 'opening_hours', settled: false })
    expect(conflict!.items.map((it) => new URL(it.url!).pathname).sort()).toEqual(['/about', '/contact'])
    expect((await known.client.getBase({ baseId: known.baseId })).conflictCount).toBe(1)

    const keep = conflict!.items.find((it) => it.url!.endsWith('/contact'))!
    const drop = conflict!.items.find((it) => it.url!.endsWith('/about'))!
    expect(await codeOf(known.client.settleConflict({ conflictId: conflict!.id, keepItemId: known.baseId }))).toBe('knowledge.item_not_found')
    const settled = await known.client.settleConflict({ conflictId: conflict!.id, keepItemId: keep.id })
    expect(settled).toMatchObject({ settled: true })
    expect(await known.client.getItem({ itemId: keep.id })).toMatchObject({ state: 'approved' })
    expect(await known.client.getItem({ itemId: drop.id })).toMatchObject({ state: 'rejected' })
    await collect(known.client.extractSource({ sourceId: known.sourceId }))
    expect((await known.client.getBase({ baseId: known.baseId })).conflictCount).toBe(0)
  })

  it('is said to others when it is in place, and reading it again doubles nothing', async () => {
    const site = await openSite(shop())
    const known = await room.newKnown(site.url)
    const items = (await known.itemsOf()).length
    await collect(known.client.extractSource({ sourceId: known.sourceId }))
    expect((await known.itemsOf()).length).toBe(items)
    await expect
      .poll(() => room.heard.filter((it) => it.sourceId === known.sourceId))
      .toEqual([
        { sourceId: known.sourceId, baseId: known.baseId, pages: 4, items },
        { sourceId: known.sourceId, baseId: known.baseId, pages: 4, items },
      ])
  })
})
