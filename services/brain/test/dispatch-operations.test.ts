import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDispatch, someKey } from '#test/dispatch-house.ts'
import { modelFaults } from '#test/scripted-model.ts'

const unknownId = '018f3a52-7c1e-7000-8000-000000000000'
const lab = { name: 'Lab', baseUrl: 'http://127.0.0.1:9/v1', model: 'small-1', key: someKey }

describe('the language models of an organisation', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  it('are connected with what their vendor needs', async () => {
    const { client } = it_.openTenant()
    expect(await client.addProvider({ ...lab, inputPrice: 0.5, outputPrice: 1.5, monthlyBudget: 20 })).toMatchObject({
      kind: 'openai-compatible',
      position: 0,
      hasKey: true,
      enabled: true,
      inputPrice: 0.5,
      outputPrice: 1.5,
      monthlyBudget: 20,
      spentThisMonth: 0,
      health: 'unknown',
    })
    for (const kind of ['openai', 'anthropic', 'gemini'] as const) {
      expect(await client.addProvider({ kind, name: kind, model: 'm', key: 'k' })).toMatchObject({ kind, baseUrl: null })
      await expect(client.addProvider({ kind, name: kind, model: 'm' })).rejects.toMatchObject({ code: 'brain.key_needed' })
      await expect(client.addProvider({ kind, name: kind, model: 'm', key: '' })).rejects.toMatchObject({ code: 'brain.key_needed' })
    }
    await expect(client.addProvider({ name: 'Lab', model: 'm', key: 'k' })).rejects.toMatchObject({ code: 'brain.address_needed' })
    expect(await client.addProvider({ ...lab, key: undefined })).toMatchObject({ hasKey: false, position: 4 })
  })

  it('stand in an order that can be changed, as a whole', async () => {
    const { client } = it_.openTenant()
    const ids: string[] = []
    for (const name of ['a', 'b', 'c']) ids.push((await client.addProvider({ ...lab, name })).id)
    const [a = '', b = '', c = ''] = ids
    expect((await client.orderProviders({ providerIds: [c, a, b] })).items.map((it) => [it.name, it.position])).toEqual([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ])
    expect((await client.listProviders({})).items.map((it) => it.name)).toEqual(['c', 'a', 'b'])
    await expect(client.orderProviders({ providerIds: [c, a] })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    await expect(client.orderProviders({ providerIds: [c, a, a] })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    await expect(client.orderProviders({ providerIds: [c, a, unknownId] })).rejects.toMatchObject({ code: 'brain.provider_not_found' })
    await client.removeProvider({ providerId: a })
    expect(await client.addProvider({ ...lab, name: 'd' })).toMatchObject({ position: 3 })
    const first = await client.listProviders({ limit: 2 })
    const second = await client.listProviders({ limit: 2, cursor: first.next })
    expect([...first.items, ...second.items].map((it) => it.name)).toEqual(['c', 'b', 'd'])
    await expect(client.listProviders({ cursor: 'bm9wZQ' })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(client.listProviders({ cursor: Buffer.from('["x",1]').toString('base64url') })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('change, lose their key and go', async () => {
    const { client, ask } = it_.openTenant()
    const { id: providerId } = await client.addProvider(lab)
    expect(await client.updateProvider({ providerId, name: 'Other', key: '', outputPrice: 3 })).toMatchObject({
      name: 'Other',
      hasKey: false,
      model: 'small-1',
      outputPrice: 3,
    })
    expect(await client.updateProvider({ providerId })).toMatchObject({ name: 'Other' })
    expect((await client.updateProvider({ providerId, enabled: false })).enabled).toBe(false)
    await expect(client.updateProvider({ providerId, baseUrl: null })).rejects.toMatchObject({ code: 'brain.address_needed' })
    it_.model.play({ say: ['Hello.'] })
    expect((await ask()).answered).toBeUndefined()
    await client.updateProvider({ providerId, enabled: true, baseUrl: 'https://example.com/v1' })
    expect((await ask()).answered).toMatchObject({ name: 'Other/small-1', providerId })
    await client.removeProvider({ providerId })
    expect((await client.listProviders({})).items).toEqual([])
    expect((await client.getUsage({})).days).toMatchObject([{ providerId, turns: 1 }])
    await expect(client.removeProvider({ providerId })).rejects.toMatchObject({ code: 'brain.provider_not_found' })
  })

  it('are well, failing, or resting until they are changed or work again', async () => {
    const { client, ask } = it_.openTenant()
    const { id: providerId } = await client.addProvider(lab)
    const health = async () => (await client.listProviders({})).items[0]
    it_.model.play({ say: ['Hello.'] })
    await ask()
    expect(await health()).toMatchObject({ health: 'well', lastError: null })
    it_.model.play({ fault: modelFaults.wrongKey() })
    await ask()
    expect(await health()).toMatchObject({ health: 'resting', lastError: 'The language model refused the key.' })
    it_.wait(11_000)
    expect(await health()).toMatchObject({ health: 'failing' })
    await ask()
    expect(await health()).toMatchObject({ health: 'resting' })
    await client.updateProvider({ providerId, key: 'sk-renewed' })
    expect(await health()).toMatchObject({ health: 'unknown', lastError: null })
    it_.model.play({ say: ['Hello.'] })
    expect((await ask()).text).toBe('Hello.')
  })

  it('are tested by one word, which wakes one that rests', async () => {
    const { client, ask } = it_.openTenant()
    const { id: providerId } = await client.addProvider(lab)
    it_.model.play({ fault: modelFaults.wrongKey() })
    expect(await client.testProvider({ providerId })).toMatchObject({ works: false, sentence: 'The language model refused the key.' })
    it_.model.play({ say: ['rea', 'dy'] })
    expect((await ask()).answered).toBeUndefined()
    expect(await client.testProvider({ providerId })).toMatchObject({ works: true, sentence: 'small-1 answered: ready' })
    expect((await ask()).text).toBe('ready')
    it_.model.play({ say: [] })
    expect(await client.testProvider({ providerId })).toMatchObject({ works: false, sentence: 'The language model answered nothing.' })
    it_.model.play({ say: ['rea'], fault: modelFaults.broke() })
    expect(await client.testProvider({ providerId })).toMatchObject({ works: false })
  })

  it('tell what they did and cost, and what was spent this month', async () => {
    const { client, ask } = it_.openTenant()
    const { id: providerId } = await client.addProvider({ ...lab, inputPrice: 1, outputPrice: 2, monthlyBudget: 1 })
    it_.setNow('2026-11-20T10:00:00Z')
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 100_000, outputTokens: 50_000 } })
    await ask()
    it_.setNow('2026-11-21T10:00:00Z')
    await ask()
    await ask()
    const { days } = await client.getUsage({})
    expect(days).toMatchObject([
      { day: '2026-11-20', providerId, turns: 1, inputTokens: 100_000, outputTokens: 50_000, cost: 0.2 },
      { day: '2026-11-21', providerId, turns: 2, cost: 0.4 },
    ])
    expect(days[0]?.firstTokenMs).toBeGreaterThan(0)
    expect((await client.getUsage({ days: 1 })).days).toHaveLength(1)
    expect((await client.listProviders({})).items[0]?.spentThisMonth).toBeCloseTo(0.6)
    it_.setNow('2026-12-01T10:00:00Z')
    expect((await client.listProviders({})).items[0]?.spentThisMonth).toBe(0)
  })

  it('are not overwritten by whoever saw an earlier state, unless they say none', async () => {
    const { client, ask } = it_.openTenant()
    const { id: providerId, revision } = await client.addProvider(lab)
    const named = await client.updateProvider({ providerId, name: 'Other', revision })
    expect(named.revision).not.toBe(revision)
    await expect(client.updateProvider({ providerId, name: 'Late', revision })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    it_.model.play({ say: ['Hello.'] })
    await ask()
    await client.orderProviders({ providerIds: [providerId] })
    expect((await client.listProviders({})).items).toMatchObject([{ name: 'Other', revision: named.revision }])
    const saves = ['a', 'b', 'c'].map((name) => client.updateProvider({ providerId, name, revision: named.revision }))
    expect((await Promise.allSettled(saves)).map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await client.updateProvider({ providerId, model: 'small-2' })).model).toBe('small-2')
  })

  it('leave no key in rows, answers, log or audit', async () => {
    const { client, caller, rows, actsNoted } = it_.openTenant()
    const { id: providerId } = await client.addProvider({ ...lab, baseUrl: 'https://example.com/v1?key=in-the-address' })
    await client.updateProvider({ providerId, key: `${someKey}-2`, name: 'Lab 2' })
    await client.orderProviders({ providerIds: [providerId] })
    const stored = JSON.stringify(await rows())
    await client.removeProvider({ providerId })
    await expect.poll(() => actsNoted().length).toBe(4)
    const noted = JSON.stringify(actsNoted())
    expect(noted).toContain('order-providers')
    expect(noted).toContain('"keyChanged":true')
    expect(`${stored}${noted}${it_.logged.join()}`).not.toContain(someKey)
    expect(noted).not.toContain('in-the-address')
    expect(caller.tenantId).not.toBeNull()
  })

  it('are not there for another organisation', async () => {
    const { client } = it_.openTenant()
    const { id: providerId } = await client.addProvider(lab)
    it_.model.play({ say: ['ready'] })
    await client.testProvider({ providerId })
    const other = it_.openTenant().client
    expect((await other.listProviders({})).items).toEqual([])
    expect((await other.getUsage({})).days).toEqual([])
    for (const work of [
      () => other.testProvider({ providerId }),
      () => other.updateProvider({ providerId, name: 'Mine' }),
      () => other.orderProviders({ providerIds: [providerId] }),
      () => other.removeProvider({ providerId }),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'brain.provider_not_found' })
  })
})
