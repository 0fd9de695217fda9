import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBakery } from '#test/bakery.ts'
import { serveMyna } from '#test/myna.ts'
import { openPlace, type Place } from '#test/place.ts'

let place: Place
let bakery: Awaited<ReturnType<typeof openBakery>>
let server: Awaited<ReturnType<typeof serveMyna>>
beforeEach(async () => {
  place = await openPlace()
  bakery = await openBakery()
  server = await serveMyna(place.env)
})
afterEach(async () => {
  await server.stop('SIGKILL')
  await bakery.close()
  await place.close()
})

const restart = async () => {
  await server.stop('SIGKILL')
  server = await serveMyna(place.env)
  return place.operator(server.url)
}

describe('a server killed', () => {
  it('in the middle of a crawl goes on with the pages it had not read, and finishes', async () => {
    bakery.hold('/about')
    let api = place.operator(server.url)
    const { id: creationId, agentId } = await api.agents.createFromWebsite({ url: bakery.url })
    let heard = '0'
    for await (const { id, data } of api.agents.watchCreation({ creationId })) {
      heard = id!
      if (data.creation.steps[0]!.done === 4) break
    }
    const asked = bakery.asked.filter((it) => it === '/prices').length
    bakery.release('/about')
    bakery.hold('/about')
    const restarting = restart()
    await sleep(100)
    bakery.release('/about')
    api = await restarting
    const events: { id?: string; data: { sentence: string; creation: { status: string } } }[] = []
    for await (const it of api.agents.watchCreation({ creationId }, { lastEventId: heard })) events.push(it)
    expect(events.at(-1)!.data).toMatchObject({ sentence: 'The agent is ready. Talk to it.', creation: { status: 'done' } })
    expect(Number(events[0]!.id)).toBe(Number(heard) + 1)
    expect(await api.agents.getAgent({ agentId })).toMatchObject({ name: 'Corner Bakery', status: 'live', publishedVersion: 1 })
    expect(bakery.asked.filter((it) => it === '/prices')).toHaveLength(asked)
    expect(await api.audit.verifyChain({})).toMatchObject({ intact: true })
  }, 180_000)

  it('at any moment finishes what it began, once', async () => {
    let api = place.operator(server.url)
    const begun: string[] = []
    for (let round = 0; round < 3; round++) {
      for (const path of ['', 'prices', 'delivery'])
        begun.push((await api.agents.createFromWebsite({ url: `${bakery.url}${path}?round=${round}`, name: `Agent ${round} ${path}` })).id)
      await sleep(Math.random() * 700)
      api = await restart()
    }
    for (const creationId of begun) {
      let last: { creation: { status: string; agentId: string } } | undefined
      for await (const { data } of api.agents.watchCreation({ creationId })) last = data
      expect(last).toMatchObject({ creation: { status: 'done' } })
      expect((await api.agents.listVersions({ agentId: last!.creation.agentId })).items.map((it) => it.number)).toEqual([1])
    }
    const created = () => api.audit.listEntries({ action: 'create-agent', limit: 200 }).then(({ items }) => items.map((it) => it.subject))
    await expect.poll(async () => (await created()).length, { timeout: 60_000 }).toBe(begun.length)
    expect(new Set(await created()).size).toBe(begun.length)
    expect(await api.audit.verifyChain({})).toMatchObject({ intact: true, problems: [] })
  }, 280_000)

  it('answers a repeated write as it did before', async () => {
    const write = { name: 'Front desk', config: { businessName: 'Corner Bakery' } }
    const first = await place.operator(server.url).agents.createAgent(write, { idempotencyKey: 'only-once' })
    const api = await restart()
    expect(await api.agents.createAgent(write, { idempotencyKey: 'only-once' })).toEqual(first)
    expect((await api.agents.listAgents({})).items).toHaveLength(1)
    await expect(api.agents.createAgent({ ...write, name: 'Another' }, { idempotencyKey: 'only-once' })).rejects.toMatchObject({ code: 'request.key_reused' })
    await expect(api.agents.createAgent(write, { idempotencyKey: 'another' })).rejects.toMatchObject({ code: 'agents.name_taken' })
  }, 120_000)
})
