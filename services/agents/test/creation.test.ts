import { randomBytes } from 'node:crypto'
import { contracts } from '@myna/contracts'
import { createHouse, createLog, createVault } from '@myna/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, eventually, follow, followUntil, openAgents } from '#test/house.ts'
import { bakery, openSite, pageOf, type Site } from '#test/site.ts'

let room: Awaited<ReturnType<typeof openAgents>>
const sites: Site[] = []
beforeAll(async () => void (room = await openAgents()))
afterEach(async () => void (await Promise.all(sites.splice(0).map((it) => it.close()))))
afterAll(() => room.close())

async function open(pages: Record<string, string> = bakery(), how: 'process' | 'http' = 'process') {
  const site = await openSite(pages)
  sites.push(site)
  const caller = room.house.newCaller()
  return { site, caller, client: room.agentsOf(caller, how), knowledge: room.knowledgeOf(caller) }
}

describe.each(['process', 'http'] as const)('building an agent, over %s', (how) => {
  it('goes through five steps in order, says what it does, and ends with a live agent that knows the business', async () => {
    const { site, caller, client, knowledge } = await open(bakery(), how)
    const begun = await client.createFromWebsite({ url: site.url })
    expect(begun).toMatchObject({ url: site.url, status: 'running', endedAt: null })
    expect((await client.getAgent({ agentId: begun.agentId })).name).toBe('127.0.0.1')
    const happenings = await follow(client.watchCreation({ creationId: begun.id }))
    const { creation } = happenings.at(-1)!.data

    expect(creation).toMatchObject({ status: 'done', endedAt: expect.any(String) })
    expect(creation.steps.map((it) => [it.name, it.status])).toEqual([
      ['crawl', 'done'],
      ['extract', 'done'],
      ['generate', 'done'],
      ['number', 'skipped'],
      ['deploy', 'done'],
    ])
    expect(creation.steps.find((it) => it.name === 'number')!.sentence).toContain('No phone carrier is connected')
    const moments = creation.steps.flatMap((it) => [it.startedAt!, it.endedAt!])
    expect(moments).toEqual([...moments].sort())
    expect([...new Set(happenings.flatMap((it) => it.data.step ?? []))]).toEqual(['crawl', 'extract', 'generate', 'number', 'deploy'])
    expect(happenings.map((it) => it.id)).toEqual(happenings.map((_, index) => String(index + 1)))

    const sentences = happenings.map((it) => it.data.sentence)
    expect(sentences[0]).toBe(`Building an agent from ${site.url}`)
    expect(sentences).toContain('Read 1 of 5 pages: /')
    expect(sentences).toContain('Read 5 pages.')
    expect(sentences.at(-1)).toBe('The agent is ready. Talk to it.')
    const newest = await client.listCreationSentences({ creationId: creation.id, limit: 2 })
    expect(newest.items.map((it) => it.sentence)).toEqual(sentences.slice(-2).toReversed())
    const before = await client.listCreationSentences({ creationId: creation.id, cursor: newest.next! })
    expect([...newest.items, ...before.items].map((it) => it.number)).toEqual(sentences.map((_, index) => sentences.length - index))
    const read = happenings.filter((it) => it.data.step === 'crawl' && it.data.sentence.startsWith('Read ')).map((it) => it.data.creation.steps[0]!.done)
    expect(read.at(-1)).toBe(5)

    const agent = await client.getAgent({ agentId: creation.agentId })
    expect(agent).toMatchObject({ name: 'Corner Bakery', status: 'live', publishedVersion: 1, hasUnpublishedChanges: false, website: site.url })
    expect(agent.draft).toMatchObject({
      businessName: 'Corner Bakery',
      greeting: 'Hello, this is Corner Bakery. How can I help you?',
      timeZone: 'Asia/Kolkata',
      country: 'IN',
    })
    expect(agent.draft.hours).toEqual([...[1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:00' })), { day: 6, from: '09:00', to: '13:00' }])
    const { hits } = await knowledge.searchItems({ baseId: agent.baseId, question: 'How much is a loaf of rye?' })
    expect(hits[0]!.item).toMatchObject({ url: `${site.url}prices` })
    const ended = () => room.said.filter((it) => it.tenantId === caller.tenantId).map((it) => it.event)
    expect((await eventually(ended, (it) => it.length >= 2)).sort()).toEqual(['agent.published', 'creation.ended'])
  })

  it('is heard on from the event last heard, live and long after', async () => {
    const { site, client } = await open(bakery(), how)
    site.hold('/about')
    const { id: creationId } = await client.createFromWebsite({ url: site.url })
    const first: string[] = []
    for await (const { id } of client.watchCreation({ creationId })) {
      first.push(id!)
      if (first.length === 3) break
    }
    const rest = follow(client.watchCreation({ creationId }, { lastEventId: first.at(-1)! }))
    site.release('/about')
    const live = await rest
    const all = await follow(client.watchCreation({ creationId }))
    expect([...first, ...live.map((it) => it.id)]).toEqual(all.map((it) => it.id))
    expect(await follow(client.watchCreation({ creationId }, { lastEventId: all.at(-3)!.id! }))).toEqual(all.slice(-2))
    expect(await follow(client.watchCreation({ creationId }, { lastEventId: all.at(-1)!.id! }))).toEqual([])
    expect(await follow(client.watchCreation({ creationId }, { lastEventId: 'nonsense' }))).toEqual(all)
  })

  it('keeps the name a person chose, and finds a free one otherwise', async () => {
    const { site, client } = await open(bakery(), how)
    const chosen = await client.createFromWebsite({ url: site.url, name: 'Corner Bakery' })
    await follow(client.watchCreation({ creationId: chosen.id }))
    expect(await codeOf(client.createFromWebsite({ url: site.url, name: 'CORNER bakery' }))).toBe('agents.name_taken')
    const found = await client.createFromWebsite({ url: site.url })
    await follow(client.watchCreation({ creationId: found.id }))
    expect((await client.getAgent({ agentId: chosen.agentId })).name).toBe('Corner Bakery')
    expect(await client.getAgent({ agentId: found.agentId })).toMatchObject({ name: 'Corner Bakery 2', draft: { businessName: 'Corner Bakery' } })
    expect((await client.listCreations({ agentId: found.agentId })).items.map((it) => it.id)).toEqual([found.id])
    expect((await client.listCreations({ status: 'done' })).items.map((it) => it.id)).toEqual([found.id, chosen.id])
  })
})

describe('a site that disappoints', () => {
  it.each<[string, (site: Site) => void | Promise<void>, string, RegExp]>([
    ['is not there', (site) => void delete site.pages['/'], 'knowledge.site_not_found', /answered "not found"/],
    ['cannot be reached', (site) => site.close(), 'knowledge.site_unreachable', /could not be reached/],
    ['asks robots to stay away', (site) => void (site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /'), 'knowledge.site_disallows', /robots\.txt/],
    ['says nothing', (site) => void (site.pages['/'] = '<html><body></body></html>'), 'knowledge.site_empty', /no readable text/],
  ])('and %s ends the first step with its sentence', async (_what, spoil, fault, sentence) => {
    const { site, caller, client } = await open({ '/': pageOf('Home', 'Words that are on the page of this house.') })
    await spoil(site)
    const { id: creationId, agentId } = await client.createFromWebsite({ url: site.url })
    const { creation, sentence: last } = (await follow(client.watchCreation({ creationId }))).at(-1)!.data
    expect(creation.status).toBe('failed')
    expect(creation.steps.map((it) => it.status)).toEqual(['failed', 'waiting', 'waiting', 'waiting', 'waiting'])
    expect(creation.steps[0]).toMatchObject({ fault, sentence: expect.stringMatching(sentence), endedAt: expect.any(String) })
    expect(last).toMatch(sentence)
    expect((await client.getAgent({ agentId })).status).toBe('failed')
    const ended = () => room.said.filter((it) => it.event === 'creation.ended' && it.tenantId === caller.tenantId)
    expect((await eventually(ended, (it) => it.length > 0)).map((it) => it.data.status)).toEqual(['failed'])
  })

  it.each([
    ['http://10.0.0.1/', 'knowledge.address_private'],
    ['http://169.254.169.254/latest/meta-data', 'knowledge.address_private'],
    ['http://[::1]/', 'knowledge.address_private'],
    ['file:///etc/passwd', 'knowledge.address_unusable'],
    ['not an address', 'knowledge.address_unusable'],
  ])('by its address %s is refused at once, and leaves nothing behind', async (url, code) => {
    const { caller, client } = await open()
    expect(await codeOf(client.createFromWebsite({ url }))).toBe(code)
    expect((await client.listAgents({})).items).toEqual([])
    expect(await room.countBases(caller)).toBe(0)
  })

  it('is tried again once it is mended, and only there', async () => {
    const pages = bakery()
    const { '/': home, ...others } = pages
    const { site, client } = await open(others)
    const { id: creationId, agentId } = await client.createFromWebsite({ url: site.url })
    await follow(client.watchCreation({ creationId }))
    expect(await codeOf(client.retryStep({ creationId, step: 'extract' }))).toBe('agents.step_not_failed')
    site.pages['/'] = home!
    const before = (await follow(client.watchCreation({ creationId }))).length
    expect(await client.retryStep({ creationId, step: 'crawl' })).toMatchObject({ status: 'running', endedAt: null })
    const after = await follow(client.watchCreation({ creationId }, { lastEventId: String(before) }))
    expect(after[0]!.data.sentence).toBe('Trying again')
    expect(after.at(-1)!.data.creation).toMatchObject({ id: creationId, status: 'done' })
    expect(await client.getAgent({ agentId })).toMatchObject({ name: 'Corner Bakery', status: 'live' })
    expect(await codeOf(client.retryStep({ creationId, step: 'crawl' }))).toBe('agents.step_not_failed')
    expect(await codeOf(client.cancelCreation({ creationId }))).toBe('agents.creation_over')
  })
})

describe('a creation under way', () => {
  it('is cancelled midway, keeps what was read, and can be taken up again', async () => {
    const { site, caller, client, knowledge } = await open()
    site.hold('/about')
    const { id: creationId, agentId } = await client.createFromWebsite({ url: site.url })
    await followUntil(client.watchCreation({ creationId }), (it) => it.creation.steps[0]!.done === 4)
    const watching = follow(client.watchCreation({ creationId }))
    expect(await client.cancelCreation({ creationId })).toMatchObject({
      status: 'cancelled',
      steps: [
        { name: 'crawl', status: 'failed', sentence: 'Stopped' },
        { status: 'waiting' },
        { status: 'waiting' },
        { status: 'waiting' },
        { status: 'waiting' },
      ],
    })
    expect((await watching).at(-1)!.data.sentence).toBe('Stopped. What was read so far is kept.')
    expect((await client.getAgent({ agentId })).status).toBe('failed')
    const jobIds = await room.jobIdsOf(caller)
    expect(
      await eventually(
        () => room.jobStates(caller, jobIds),
        ([it]) => it !== 'running',
      ),
    ).toEqual(['cancelled'])
    const { baseId } = await client.getAgent({ agentId })
    const { items: sources } = await knowledge.listSources({ baseId })
    expect((await knowledge.listPages({ sourceId: sources[0]!.id })).items.map((it) => it.url.slice(site.url.length)).sort()).toEqual([
      '',
      'contact',
      'delivery',
      'prices',
    ])

    site.release('/about')
    expect(await client.getCreation({ creationId })).toMatchObject({ status: 'cancelled' })
    const asked = site.asked.filter((it) => it === '/prices').length
    await client.retryStep({ creationId, step: 'crawl' })
    expect((await follow(client.watchCreation({ creationId }))).at(-1)!.data.creation.status).toBe('done')
    expect(site.asked.filter((it) => it === '/prices')).toHaveLength(asked)
  })

  it('is the only one of its site, however often it is asked for', async () => {
    const { site, client } = await open()
    site.hold('/about')
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(client.createFromWebsite({ url: site.url }))))
    expect(codes.sort()).toEqual([...Array<string>(4).fill('agents.creation_running'), 'no fault'])
    expect(await codeOf(client.createFromWebsite({ url: site.url, name: 'Another' }))).toBe('agents.creation_running')
    expect((await client.listAgents({})).items).toHaveLength(1)
    site.release('/about')
    const [creation] = (await client.listCreations({})).items
    await follow(client.watchCreation({ creationId: creation!.id }))
    expect((await client.createFromWebsite({ url: site.url, name: 'Another' })).status).toBe('running')
  })

  it('is the only one of its site, however often stopped ones are taken up again', async () => {
    const { site, client } = await open()
    site.hold('/')
    const stopped: string[] = []
    for (const name of ['One', 'Two', 'Three']) {
      const { id: creationId } = await client.createFromWebsite({ url: site.url, name })
      await client.cancelCreation({ creationId })
      stopped.push(creationId)
    }
    const codes = await Promise.all(stopped.map((creationId) => codeOf(client.retryStep({ creationId, step: 'crawl' }))))
    expect(codes.sort()).toEqual(['agents.creation_running', 'agents.creation_running', 'no fault'])
    site.release('/')
    const { items } = await client.listCreations({ status: 'running' })
    expect((await follow(client.watchCreation({ creationId: items[0]!.id }))).at(-1)!.data.creation.status).toBe('done')
  })

  it('does not stand in the way of another page of the same host begun in the same moment', async () => {
    const { site, client } = await open()
    const begun = await Promise.all(['prices', 'about', 'delivery'].map((it) => client.createFromWebsite({ url: `${site.url}${it}` })))
    for (const { id } of begun) expect((await follow(client.watchCreation({ creationId: id }))).at(-1)!.data.creation.status).toBe('done')
    expect(new Set((await client.listAgents({})).items.map((it) => it.name)).size).toBe(3)
  })

  it('cannot be published, and ends with its agent when that is deleted', async () => {
    const { site, caller, client, knowledge } = await open()
    site.hold('/about')
    const { id: creationId, agentId } = await client.createFromWebsite({ url: site.url })
    await followUntil(client.watchCreation({ creationId }), (it) => it.creation.steps[0]!.done === 4)
    expect(await codeOf(client.publishAgent({ agentId }))).toBe('agents.not_publishable')
    const { baseId } = await client.getAgent({ agentId })
    const jobIds = await room.jobIdsOf(caller)
    const watching = codeOf(follow(client.watchCreation({ creationId })))
    await client.deleteAgent({ agentId })
    expect(await watching).toBe('agents.creation_not_found')
    expect(await codeOf(client.getCreation({ creationId }))).toBe('agents.creation_not_found')
    expect(await codeOf(knowledge.getBase({ baseId }))).toBe('knowledge.base_not_found')
    expect(
      await eventually(
        () => room.jobStates(caller, jobIds),
        ([it]) => it !== 'running',
      ),
    ).toEqual(['cancelled'])
    site.release('/about')
    expect((await client.createFromWebsite({ url: site.url })).status).toBe('running')
  })
})

describe('a house that closes midway', () => {
  it('leaves the creation to the next house, which goes on and finishes', async () => {
    const first = await openAgents()
    const site = await openSite(bakery())
    sites.push(site)
    const caller = first.house.newCaller()
    site.hold('/about')
    const { id: creationId, agentId } = await first.agentsOf(caller).createFromWebsite({ url: site.url })
    await followUntil(first.agentsOf(caller).watchCreation({ creationId }), (it) => it.creation.steps[0]!.done === 4)
    await first.house.house.drain(0)
    site.release('/about')
    const asked = site.asked.filter((it) => it === '/prices').length

    const {
      house: { database },
      services,
      ports,
    } = first
    const second = await createHouse({
      services,
      contracts,
      database,
      ports,
      vault: createVault(randomBytes(32)),
      secret: first.house.secret,
      log: createLog({ level: 'silent' }),
    })
    await second.start()
    const client = second.client('agents', { caller }) as unknown as ReturnType<typeof first.agentsOf>
    const happenings = await follow(client.watchCreation({ creationId }))
    expect(happenings.at(-1)!.data.creation).toMatchObject({ status: 'done' })
    expect(await client.getAgent({ agentId })).toMatchObject({ name: 'Corner Bakery', status: 'live', publishedVersion: 1 })
    expect(site.asked.filter((it) => it === '/prices')).toHaveLength(asked)
    await second.drain(1_000)
    await first.close()
  })
})
