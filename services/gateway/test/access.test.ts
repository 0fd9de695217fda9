import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGuarded, operatorToken } from '#test/guarded.ts'

let room: Awaited<ReturnType<typeof openGuarded>>
beforeAll(async () => void (room = await openGuarded()))
afterAll(() => room.close())

const settings = '/workspace/settings'
const from = (...ranges: string[]) => ranges.map((range) => ({ range, note: '' }))
const none = { allow: [], deny: [], origins: [] }

describe('addresses an organisation refuses', () => {
  it('do not come in with a key, from the next request on, and others are not touched', async () => {
    const tenantId = newId()
    const [key, stranger] = await Promise.all([room.keyOf(tenantId), room.keyOf(newId())])
    const client = room.gatewayOf(room.newCaller({ tenantId, ip: '203.0.113.7' }))
    expect((await room.ask(settings, key.key)).status).toBe(200)
    await client.setAccessRules({ ...none, deny: from('::ffff:127.0.0.0/104') })
    const refused = await room.ask(settings, key.key)
    expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ code: 'request.address_refused' })])
    expect((await room.ask(settings, stranger.key)).status).toBe(200)
    await client.setAccessRules({ ...none, allow: from('203.0.113.0/24', '10.0.0.0/8') })
    expect((await room.ask(settings, key.key)).status).toBe(403)
    await client.setAccessRules({ ...none, allow: from('203.0.113.0/24', '127.0.0.1') })
    expect((await room.ask(settings, key.key)).status).toBe(200)
  })

  it('do not hold what is no business of the organisation, nor the operator at the server', async () => {
    const tenantId = newId()
    const key = await room.keyOf(tenantId)
    await room.gatewayOf(room.newCaller({ tenantId })).setAccessRules({ ...none, deny: from('0.0.0.0/0', '::/0'), evenIfLockedOut: true })
    expect((await room.ask('/identity/jwks', key.key)).status).toBe(200)
    expect((await room.ask('/agents', key.key)).status).toBe(403)
    const operator = await room.ask(settings, undefined, { headers: { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': tenantId } })
    expect(operator.status).toBe(200)
  })
})

describe.each(['process', 'http'] as const)('rules of access, over %s', (how) => {
  it('never lock out who sets them, unless they say so', async () => {
    const client = room.gatewayOf(room.newCaller({ ip: '198.51.100.9' }), how)
    for (const rules of [
      { ...none, deny: from('0.0.0.0/0') },
      { ...none, allow: from('203.0.113.0/24') },
      { ...none, allow: from('::/0') },
    ])
      await expect(client.setAccessRules(rules)).rejects.toMatchObject({ code: 'gateway.would_lock_out' })
    expect(await client.getAccessRules({})).toMatchObject({ ...none, revision: 0, yourAddress: '198.51.100.9', youMayEnter: true })
    const set = await client.setAccessRules({ ...none, deny: from('0.0.0.0/0'), evenIfLockedOut: true })
    expect(set).toMatchObject({ youMayEnter: false, revision: 1 })
  })

  it('can be tried out on any address', async () => {
    const client = room.gatewayOf(room.newCaller({ ip: '::ffff:198.51.100.9' }), how)
    const rules = { ...none, allow: from('198.51.100.0/24'), deny: from('198.51.100.128/25') }
    expect(await client.checkAccessRules(rules)).toEqual({
      address: '198.51.100.9',
      allowed: true,
      because: 'allowed',
      range: '198.51.100.0/24',
      wouldLockOut: false,
    })
    expect(await client.checkAccessRules({ ...rules, address: '198.51.100.200' })).toMatchObject({
      allowed: false,
      because: 'denied',
      range: '198.51.100.128/25',
      wouldLockOut: false,
    })
    expect(await client.checkAccessRules({ ...rules, address: '2001:DB8::1' })).toMatchObject({ address: '2001:db8::1', allowed: false, because: 'not_listed' })
    await expect(client.checkAccessRules({ ...rules, address: 'here' })).rejects.toMatchObject({ code: 'request.invalid', fields: [{ field: 'address' }] })
    expect((await client.getAccessRules({})).revision).toBe(0)
  })

  it('are kept in one spelling, and problems name their place', async () => {
    const client = room.gatewayOf(room.newCaller({ ip: '203.0.113.7' }), how)
    const set = await client.setAccessRules({ allow: [], deny: from('10.1.2.3/8', '10.0.0.0/8', '2001:DB8::/33'), origins: ['https://Shop.example.com/'] })
    expect(set).toMatchObject({ deny: from('10.0.0.0/8', '2001:db8::/33'), origins: ['https://shop.example.com'] })
    await expect(client.setAccessRules({ ...none, deny: from('10.0.0.0/8', 'fe80::1%eth0/64'), origins: ['null'] })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ field: 'deny.1.range', problem: expect.stringContaining('zone') }, { field: 'origins.0' }],
    })
    await expect(client.setAccessRules({ ...none, deny: Array.from({ length: 10_001 }, () => ({ range: '10.0.0.1', note: '' })) })).rejects.toMatchObject({
      code: 'request.invalid',
    })
    const many = Array.from({ length: 10_000 }, (_, at) => ({ range: `10.${at >> 8}.${at & 255}.0/24`, note: '' }))
    expect((await client.setAccessRules({ ...none, deny: many })).deny).toHaveLength(10_000)
  })

  it('of another organisation are not there, and need their rights', async () => {
    const caller = room.newCaller({ ip: '203.0.113.7' })
    await room.gatewayOf(caller, how).setAccessRules({ ...none, deny: from('10.0.0.0/8') })
    expect((await room.gatewayOf(room.newCaller(), how).getAccessRules({})).deny).toEqual([])
    await expect(room.gatewayOf({ ...caller, scopes: ['agents:read'] }, how).getAccessRules({})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(room.gatewayOf({ ...caller, scopes: ['access:read'] }, how).setAccessRules(none)).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})

describe('addresses the platform refuses', () => {
  it('do not come in at all', async () => {
    const operator = room.gatewayOf({ ...room.platformCaller(), ip: '203.0.113.7' })
    const key = await room.keyOf(newId())
    await expect(room.gatewayOf(room.platformCaller()).setPlatformAccess({ deny: from('127.0.0.0/8') })).rejects.toMatchObject({
      code: 'gateway.would_lock_out',
    })
    await expect(room.gatewayOf(room.newCaller({ scopes: ['access:write'] })).setPlatformAccess({ deny: [] })).rejects.toMatchObject({
      code: 'request.forbidden',
    })
    try {
      await operator.setPlatformAccess({ deny: from('127.0.0.0/8') })
      expect((await room.ask(settings, key.key)).status).toBe(403)
      expect((await room.ask('/identity/jwks', undefined)).status).toBe(403)
    } finally {
      await operator.setPlatformAccess({ deny: [] })
    }
    expect((await room.ask(settings, key.key)).status).toBe(200)
  })
})

describe('a script of another website', () => {
  const shop = 'https://shop.example.com'

  it('may use a key where its organisation allows the website, and no cookie anywhere', async () => {
    const tenantId = newId()
    const [key, stranger] = await Promise.all([room.keyOf(tenantId), room.keyOf(newId())])
    const preflight = (origin: string) =>
      room.ask(settings, undefined, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'x-api-key' },
      })
    expect((await preflight(shop)).status).toBe(403)
    await room.gatewayOf(room.newCaller({ tenantId })).setAccessRules({ ...none, origins: [shop] })
    const asked = await preflight(shop)
    expect(asked.status).toBe(204)
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': expect.stringContaining('X-Api-Key'),
      vary: expect.stringContaining('Origin'),
    })
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    const script = (key: string, origin: string) => room.ask(settings, key, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
    const answer = await script(key.key, shop)
    expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('vary')]).toEqual([
      200,
      shop,
      expect.stringContaining('Origin'),
    ])
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    for (const [key_, origin] of [
      [stranger.key, shop],
      [key.key, 'https://evil.example'],
    ] as const) {
      const refused = await script(key_, origin)
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
    await room.gatewayOf(room.newCaller({ tenantId })).setAccessRules(none)
    expect((await preflight(shop)).status).toBe(403)
  })

  it('is answered as before where it is no script: a program may send any origin', async () => {
    const key = await room.keyOf(newId())
    const answer = await room.ask(settings, key.key, { headers: { origin: 'https://anything.example' } })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })

  it('that forges headers to hide in an answer changes nothing of it', async () => {
    const key = await room.keyOf(newId())
    for (const origin of ['null', 'https://a.example\u00e9', `https://${'a'.repeat(300)}.example`, 'javascript:alert(1)', '*']) {
      const answer = await room.ask(settings, key.key, { headers: { origin } })
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null])
    }
  })
})
