import { topicOf } from '@myna/contracts/workspace-news'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGuarded, patience } from '#test/guarded.ts'

let room: Awaited<ReturnType<typeof openGuarded>>
beforeAll(async () => void (room = await openGuarded()))
afterAll(() => room.close())

const settings = '/workspace/settings'

describe.each(['process', 'http'] as const)('traffic, over %s', (how) => {
  it('is told by operation, by key, by status and over time, each with the same sum', async () => {
    const tenantId = newId()
    const [key, other] = await Promise.all([room.keyOf(tenantId), room.keyOf(tenantId)])
    for (let left = 3; left > 0; left--) await room.ask(settings, key.key)
    await room.ask(settings, other.key)
    expect((await room.ask('/agents/creations', other.key)).status).toBeGreaterThanOrEqual(400)
    const client = room.gatewayOf(room.newCaller({ tenantId, scopes: ['traffic:read'] }), how)
    const read = (input: Parameters<typeof client.getTraffic>[0] = {}) => client.getTraffic({ from: new Date(Date.now() - 3_600_000).toISOString(), ...input })
    await expect.poll(async () => (await read()).total.requests, patience).toBe(5)
    const shown = await read()
    expect(shown).toMatchObject({
      step: 'minute',
      total: { requests: 5, clientErrors: 1, serverErrors: 0, p50Ms: expect.any(Number), p99Ms: expect.any(Number) },
    })
    expect(shown.routes).toContainEqual(expect.objectContaining({ route: 'workspace.getSettings', requests: 4 }))
    expect(shown.keys.map((it) => [it.keyId, it.requests]).sort()).toEqual(
      [
        [key.id, 3],
        [other.id, 2],
      ].sort(),
    )
    expect(shown.codes.reduce((sum, it) => sum + it.requests, 0)).toBe(1)
    expect(shown.series.reduce((sum, it) => sum + it.requests, 0)).toBe(5)
    expect((await read({ keyId: other.id })).total.requests).toBe(2)
    expect((await read({ route: 'workspace.getSettings' })).total).toMatchObject({ requests: 4, clientErrors: 0 })
    expect((await client.getTraffic({ from: new Date(Date.now() - 20 * 86_400_000).toISOString() })).total.requests).toBe(5)
    expect((await client.getTraffic({ to: '2020-01-01T00:00:00Z' })).total).toMatchObject({ requests: 0, p50Ms: null })
  })

  it('of another organisation is not there, and needs the right', async () => {
    const tenantId = newId()
    await room.ask(settings, (await room.keyOf(tenantId)).key)
    expect((await room.gatewayOf(room.newCaller(), how).getTraffic({})).total.requests).toBe(0)
    await expect(room.gatewayOf(room.newCaller({ tenantId, scopes: ['access:read'] }), how).getTraffic({})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(room.gatewayOf(room.newCaller({ tenantId, scopes: ['traffic:read'] }), how).getPlatformTraffic({})).rejects.toMatchObject({
      code: 'request.forbidden',
    })
  })

  it('is news to who looks at it when others ask, and looking is none', async () => {
    const tenantId = newId()
    const { key } = await room.keyOf(tenantId)
    let words = 0
    const stop = new AbortController()
    const caller = room.newCaller({ tenantId, scopes: ['traffic:read'] })
    const { live } = room.house.contextFor('gateway', { caller, signal: stop.signal })
    void (async () => {
      for (;;) {
        await live.wait(topicOf(tenantId, 'traffic'), 3_600_000, stop.signal)
        if (stop.signal.aborted) return
        words++
      }
    })()
    const counted = async () => (await room.gatewayOf(caller, how).getTraffic({})).total.requests
    await room.ask('/gateway/traffic', key)
    await expect.poll(counted, patience).toBe(1)
    expect(words).toBe(0)
    await room.ask(settings, key)
    await expect.poll(counted, patience).toBe(2)
    await expect.poll(() => words, patience).toBe(1)
    stop.abort()
  })

  it('of all is told to the operator, by organisation and with those nobody knows', async () => {
    const tenantId = newId()
    await room.ask(settings, (await room.keyOf(tenantId)).key)
    await room.ask(`/nothing-${newId()}`, undefined)
    const operator = room.gatewayOf(room.platformCaller(), how)
    await expect.poll(async () => (await operator.getPlatformTraffic({})).tenants.find((it) => it.tenantId === tenantId)?.requests, patience).toBe(1)
    const shown = await operator.getPlatformTraffic({})
    expect(shown.tenants.some((it) => it.tenantId === null)).toBe(true)
    expect(shown.total.requests).toBe(shown.tenants.reduce((sum, it) => sum + it.requests, 0))
    // Addresses that nobody knows are one route, or whoever asks could make as many rows as they like.
    expect(shown.routes.filter((it) => it.route.includes('nothing'))).toEqual([])
  })

  it('can be watched', async () => {
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    await room.ask(settings, key.key)
    for await (const { data } of room.gatewayOf(room.newCaller({ tenantId }), how).watchTraffic({})) {
      expect(data.step).toBe('minute')
      break
    }
  })
})

describe('services', () => {
  it('are listed with where they run and how they do', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    await room.ask(settings, (await room.keyOf(newId())).key)
    await expect.poll(async () => (await operator.listServices({})).services.find((it) => it.name === 'workspace')?.requests, patience).toBeGreaterThan(0)
    const { services, version } = await operator.listServices({})
    expect(version).toBe('test')
    const stateOf = (name: string) => services.find((it) => it.name === name)
    expect(stateOf('workspace')).toMatchObject({ where: 'here', state: 'well', instances: [{ address: null, version: 'test' }] })
    expect(stateOf('calls')).toMatchObject({ where: 'nowhere', state: 'away', instances: [] })
    await expect(room.gatewayOf(room.newCaller({ scopes: ['traffic:read'] })).listServices({})).rejects.toMatchObject({ code: 'request.forbidden' })
  })

  it('can be watched', async () => {
    let seen = 0
    for await (const { data } of room.gatewayOf(room.platformCaller(), 'http').watchServices({})) {
      expect(data.services.length).toBeGreaterThan(5)
      seen++
      break
    }
    expect(seen).toBe(1)
  })
})
