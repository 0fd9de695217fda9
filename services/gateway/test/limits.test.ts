import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGuarded, operatorToken, patience } from '#test/guarded.ts'

let room: Awaited<ReturnType<typeof openGuarded>>
beforeAll(async () => void (room = await openGuarded()))
afterAll(() => room.close())

const settings = '/workspace/settings'

describe('a key with a limit of its own', () => {
  it('is told what is left, then refused until its minute is over, and no other is', async () => {
    const tenantId = newId()
    const [key, other] = await Promise.all([room.keyOf(tenantId), room.keyOf(tenantId)])
    await room.gatewayOf(room.newCaller({ tenantId })).setKeySettings({ keyId: key.id, perMinute: 3, version: null })
    const answers = []
    for (let left = 4; left > 0; left--) answers.push(await room.ask(settings, key.key))
    expect(answers.map((it) => it.status)).toEqual([200, 200, 200, 429])
    expect(answers[0]!.headers.get('ratelimit-policy')).toMatch(/^"tenant";q=\d+;w=60, "key";q=3;w=60, "reads";q=\d+;w=60$/)
    expect(answers.map((it) => /^"key";r=(\d);t=\d{1,2}$/.exec(it.headers.get('ratelimit') ?? '')?.[1])).toEqual(['2', '1', '0', '0'])
    const last = answers[3]!
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last.headers.get('content-type')).toContain('application/problem+json')
    expect(await last.json()).toMatchObject({ code: 'request.rate_limited', fields: [{ problem: expect.stringContaining('Come back in') }] })
    expect((await room.ask(settings, other.key)).status).toBe(200)
  })

  it('is free again when its settings are taken back, without a restart', async () => {
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    const client = room.gatewayOf(room.newCaller({ tenantId }))
    await client.setKeySettings({ keyId: key.id, perMinute: 1, version: null })
    expect([(await room.ask(settings, key.key)).status, (await room.ask(settings, key.key)).status]).toEqual([200, 429])
    expect((await client.listKeySettings({})).items).toEqual([{ keyId: key.id, perMinute: 1, version: null }])
    await client.setKeySettings({ keyId: key.id, perMinute: null, version: null })
    expect((await room.ask(settings, key.key)).status).toBe(200)
    expect((await client.listKeySettings({})).items).toEqual([])
  })
})

describe.each(['process', 'http'] as const)('limits an organisation sets for itself, over %s', (how) => {
  it('hold at once, and show what is used', async () => {
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    const client = room.gatewayOf(room.newCaller({ tenantId }), how)
    const set = await client.setLimits({ own: { reads: 2 }, revision: 0 })
    expect(set).toMatchObject({ own: { reads: 2 }, revision: 1, holding: { reads: 2 } })
    expect(set.platform.reads).toBeGreaterThan(1_000)
    const statuses = []
    for (let left = 3; left > 0; left--) statuses.push((await room.ask(settings, key.key)).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await client.getLimits({})).uses.find((it) => it.limit === 'reads')).toMatchObject({ perMinute: 2, used: 2 })
  })

  it('are refused above those of the platform, at nothing and beyond all measure, naming the field', async () => {
    const client = room.gatewayOf(room.newCaller(), how)
    const { platform } = await client.getLimits({})
    await expect(client.setLimits({ own: { key: platform.key + 1 } })).rejects.toMatchObject({ code: 'request.invalid', fields: [{ field: 'own.key' }] })
    for (const limit of [0, -1, 1e12, 1.5]) await expect(client.setLimits({ own: { reads: limit } })).rejects.toMatchObject({ code: 'request.invalid' })
    expect((await client.getLimits({})).revision).toBe(0)
  })

  it('of a colleague are not overwritten unseen', async () => {
    const client = room.gatewayOf(room.newCaller(), how)
    await client.setLimits({ own: { writes: 100 } })
    await expect(client.setLimits({ own: {}, revision: 0 })).rejects.toMatchObject({ code: 'gateway.changed_meanwhile' })
    expect(await client.setLimits({ own: {}, revision: 1 })).toMatchObject({ own: {}, revision: 2 })
  })

  it('are not there for another organisation, nor without the right', async () => {
    const caller = room.newCaller()
    await room.gatewayOf(caller, how).setLimits({ own: { user: 7 } })
    expect((await room.gatewayOf(room.newCaller(), how).getLimits({})).own).toEqual({})
    const narrow = room.gatewayOf({ ...caller, scopes: ['access:read'] }, how)
    expect((await narrow.getLimits({})).own).toEqual({ user: 7 })
    await expect(narrow.setLimits({ own: {} })).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(room.gatewayOf({ ...caller, scopes: ['access:write'] }, how).setPlatformLimits({ limits: {} })).rejects.toMatchObject({
      code: 'request.forbidden',
    })
  })
})

describe('limits of the platform', () => {
  it('hold all who have none of their own, at once, and go back to the first ones', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    expect((await room.ask(settings, key.key)).status).toBe(200)
    const { first } = await operator.getPlatformLimits({})
    try {
      expect(await operator.setPlatformLimits({ limits: { key: 1 } })).toMatchObject({ set: { key: 1 }, limits: { ...first, key: 1 } })
      expect((await room.ask(settings, key.key)).status).toBe(429)
      await operator.setTenantAllowance({ tenantId, limits: { key: 5 } })
      expect((await room.ask(settings, key.key)).status).toBe(200)
      expect((await operator.listTenantAllowances({})).items).toContainEqual({ tenantId, limits: { key: 5 } })
    } finally {
      expect((await operator.setPlatformLimits({ limits: {} })).limits).toEqual(first)
    }
  })

  it('hold who asks without a credential by address, and who tries to sign in apart from that', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    try {
      await operator.setPlatformLimits({ limits: { anonymous: 2, signIn: 1 } })
      const anonymous = []
      for (let left = 3; left > 0; left--) anonymous.push((await room.ask(settings, `myna_${'x'.repeat(40)}`)).status)
      expect(anonymous).toEqual([401, 401, 429])
      const signIn = () =>
        room.ask('/identity/sign-in', undefined, {
          method: 'POST',
          body: JSON.stringify({ email: 'who@example.com', password: 'a long enough password' }),
          headers: { 'content-type': 'application/json' },
        })
      expect((await signIn()).status).toBe(401)
      const refused = await signIn()
      expect(refused.status).toBe(429)
      expect(refused.headers.get('ratelimit-policy')).toBe('"sign-in";q=1;w=60')
      expect(await refused.json()).toMatchObject({ code: 'request.rate_limited' })
    } finally {
      await operator.setPlatformLimits({ limits: {} })
    }
  })

  it('do not hold the operator at the server itself', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    try {
      await operator.setPlatformLimits({ limits: { tenant: 1, user: 1 } })
      for (let left = 3; left > 0; left--)
        expect((await room.ask(settings, undefined, { headers: { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': newId() } })).status).toBe(200)
    } finally {
      await operator.setPlatformLimits({ limits: {} })
    }
  })
})

describe('the quota of a month', () => {
  it('ends what an organisation may ask, says when it may again, and counts on when it is raised', async () => {
    const operator = room.gatewayOf(room.platformCaller())
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    await operator.setTenantAllowance({ tenantId, limits: { monthlyRequests: 3 } })
    const statuses = []
    for (let left = 4; left > 0; left--) statuses.push((await room.ask(settings, key.key)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const refused = await room.ask(settings, key.key)
    expect(await refused.json()).toMatchObject({
      code: 'request.quota_used_up',
      fields: [{ problem: expect.stringMatching(/^3 requests are used up until \d{4}-\d{2}-01\.$/) }],
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const client = room.gatewayOf(room.newCaller({ tenantId }))
    // What is written and what is counted since are one sum.
    await client.getTraffic({})
    expect((await client.getLimits({})).month).toMatchObject({ used: 3, allowed: 3 })
    await operator.setTenantAllowance({ tenantId, limits: { monthlyRequests: 4 } })
    expect([(await room.ask(settings, key.key)).status, (await room.ask(settings, key.key)).status]).toEqual([200, 429])
  })
})

describe('a second process', () => {
  it('hears of changed limits, and counts the same minute', async () => {
    const second = await room.openSecond()
    try {
      const tenantId = newId()
      const key = await room.keyOf(tenantId)
      expect((await room.ask(settings, key.key, { at: second.address })).status).toBe(200)
      await room.gatewayOf(room.newCaller({ tenantId })).setKeySettings({ keyId: key.id, perMinute: 40, version: null })
      await expect
        .poll(async () => (await room.ask(settings, key.key, { at: second.address })).headers.get('ratelimit-policy'), patience)
        .toContain('"key";q=40;w=60')
      const statuses: number[] = []
      for (let left = 120; left > 0; left--) statuses.push((await room.ask(settings, key.key, { at: left % 2 ? second.address : room.address })).status)
      // 40 and a slice of 2 for each of two processes.
      expect(statuses.filter((it) => it === 200).length).toBeLessThanOrEqual(44)
      expect(statuses.slice(-20)).toEqual(Array.from({ length: 20 }, () => 429))
    } finally {
      await second.close()
    }
  })
})
