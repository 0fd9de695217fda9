import type { Caller } from '@myna/contracts/caller'
import { createLocalJWKSet, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '../jobs/sweep.ts'
import { openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const day = 24 * 3_600_000
const operatorOf = (tenantId: string | null): Caller => ({ tenantId, subject: 'operator', roles: [], scopes: ['*'], traceId: 'test' })

test('a key opens what its scopes say, in its organisation, until it is revoked', async () => {
  const owner = town.browser()
  const { tenantId } = await owner.settle()
  const { key, apiKey } = await owner.ask('createApiKey', { name: 'ci', scopes: ['knowledge:read', 'agents:read'] })
  expect(await town.front.authenticate({ apiKey: key })).toEqual({
    caller: { tenantId, subject: `key:${apiKey.id}`, name: 'ci', roles: [], scopes: ['agents:read', 'knowledge:read'] },
    cacheMs: 10_000,
  })
  expect((await town.front.authenticate({ bearer: key })).caller?.subject).toBe(`key:${apiKey.id}`)
  const [listed] = (await owner.ask('listApiKeys', {})).items
  expect(listed).toMatchObject({ id: apiKey.id, start: key.slice(0, 11), createdBy: 'Asha', expiresAt: null })
  expect(listed?.lastUsedAt).not.toBeNull()
  expect(JSON.stringify(listed)).not.toContain(key)
  const { rows } = await town.house.database.pool.query('select * from identity.api_keys')
  expect(JSON.stringify(rows)).not.toContain(key)

  await owner.ask('revokeApiKey', { keyId: apiKey.id })
  expect(await town.front.authenticate({ apiKey: key })).toEqual({ caller: null, cacheMs: 0 })
  await expect(owner.ask('revokeApiKey', { keyId: apiKey.id })).rejects.toMatchObject({ code: 'identity.key_not_found' })
})

test('a key with a changed tenant, or any changed character, is none', async () => {
  const [one, two] = [town.browser(), town.browser()]
  await one.settle()
  const other = await two.settle()
  const { key } = await one.ask('createApiKey', { name: 'ci', scopes: ['agents:read'] })
  const bytes = Buffer.from(key.slice(5), 'base64url')
  Buffer.from(other.tenantId.replaceAll('-', ''), 'hex').copy(bytes, 24)
  expect((await town.front.authenticate({ apiKey: `myna_${bytes.toString('base64url')}` })).caller).toBeNull()
  for (const at of [5, 20, 58]) {
    const changed = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1)
    expect((await town.front.authenticate({ apiKey: changed })).caller).toBeNull()
  }
})

test('a key expires', async () => {
  const owner = town.browser()
  await owner.settle()
  const { key } = await owner.ask('createApiKey', { name: 'short', scopes: ['agents:read'], expiresInDays: 1 })
  town.putForward(day - 4_000)
  const { cacheMs } = await town.front.authenticate({ apiKey: key })
  expect(cacheMs).toBeGreaterThan(0)
  expect(cacheMs).toBeLessThanOrEqual(4_000)
  town.putForward(4_000)
  expect((await town.front.authenticate({ apiKey: key })).caller).toBeNull()
})

test('a key never holds more than its maker, at making nor at use, and dies with their membership', async () => {
  const owner = town.browser()
  await owner.settle()
  const email = `maker-${crypto.randomUUID()}@example.com`
  const { id } = await owner.ask('inviteMember', { email, role: 'admin' })
  const maker = town.browser()
  const { userId } = await maker.settle({ email, invitationId: id })
  await expect(owner.ask('createApiKey', { name: 'x', scopes: ['agents:fly'] })).rejects.toMatchObject({ code: 'request.invalid' })
  const { key } = await maker.ask('createApiKey', { name: 'x', scopes: ['agents:write', 'keys:write', 'agents:read'] })
  const child = town.anybody({ ...(await town.front.authenticate({ apiKey: key })).caller! })
  await expect(child.createApiKey({ name: 'y', scopes: ['members:write'] })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  const grandchild = await child.createApiKey({ name: 'y', scopes: ['agents:write'] })

  const scopesNow = async (it: string) => (await town.front.authenticate({ apiKey: it })).caller?.scopes
  await owner.ask('updateMember', { userId, role: 'user' })
  expect(await scopesNow(key)).toEqual(['agents:read'])
  expect(await scopesNow(grandchild.key)).toEqual([])
  await owner.ask('updateMember', { userId, role: 'admin' })
  expect(await scopesNow(grandchild.key)).toEqual(['agents:write'])
  await owner.ask('updateMember', { userId, active: false })
  expect(await scopesNow(key)).toBeUndefined()
  await owner.ask('updateMember', { userId, active: true })
  await owner.ask('removeMember', { userId })
  expect(await scopesNow(key)).toBeUndefined()
  expect(await scopesNow(grandchild.key)).toBeUndefined()
})

test('a key is no person: it gets no session, no token and no password', async () => {
  const owner = town.browser()
  await owner.settle()
  const { key } = await owner.ask('createApiKey', { name: 'ci', scopes: (await owner.ask('getMe', {})).scopes })
  const { caller } = await town.front.authenticate({ apiKey: key })
  expect(caller).not.toHaveProperty('sessionId')
  const program = town.anybody(caller!)
  const attempts = [
    program.issueToken({}),
    program.signOut({}),
    program.listSessions({}),
    program.updateMe({ name: 'Key' }),
    program.changePassword({ current: password, password: 'nine loud geese' }),
    program.createTenant({ name: 'Mine' }),
    program.sendVerification({}),
    program.switchTenant({ tenantId: caller!.tenantId! }),
  ]
  for (const it of attempts) await expect(it).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(program.inviteMember({ email: 'x@example.com', role: 'owner' })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  expect(await program.getMe({})).toMatchObject({ user: null, role: null, tenant: { id: caller!.tenantId } })
  expect((await town.front.authenticate({ session: key })).caller).toBeNull()
})

test("another organisation's keys are not there", async () => {
  const [one, two] = [town.browser(), town.browser()]
  await one.settle()
  await two.settle()
  const { key, apiKey } = await one.ask('createApiKey', { name: 'ci', scopes: ['agents:read'] })
  await expect(two.ask('revokeApiKey', { keyId: apiKey.id })).rejects.toMatchObject({ code: 'identity.key_not_found' })
  expect((await two.ask('listApiKeys', {})).items).toEqual([])
  expect((await town.front.authenticate({ apiKey: key })).caller).not.toBeNull()
})

test('an access token verifies with the published keys, and is worth its session', async () => {
  const browser = town.browser()
  const { tenantId, userId } = await browser.settle()
  const { accessToken, expiresAt } = await browser.ask('issueToken', {})
  const jwks = await town.anybody().getJwks({})
  expect(JSON.stringify(jwks)).not.toContain('"d"')
  const { payload, protectedHeader } = await jwtVerify(accessToken, createLocalJWKSet(jwks as never), {
    issuer: 'https://myna.test',
    audience: 'myna',
    currentDate: town.clock.now(),
  })
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' })
  expect(payload).toMatchObject({ sub: userId, tenant: tenantId, roles: ['owner'] })
  expect(new Date(expiresAt).getTime() - town.clock.now().getTime()).toBeLessThanOrEqual(600_000)
  const answer = await town.front.authenticate({ bearer: accessToken })
  expect(answer.caller).toMatchObject({ tenantId, subject: `user:${userId}`, roles: ['owner'] })
  expect(answer.cacheMs).toBeLessThanOrEqual(5_000)
  await browser.ask('signOut', {})
  expect((await town.front.authenticate({ bearer: accessToken })).caller).toBeNull()
})

test('an access token that is old, changed, or signed by somebody else is none', async () => {
  const browser = town.browser()
  const { userId } = await browser.settle()
  const { accessToken } = await browser.ask('issueToken', {})
  const { sessionId } = await browser.whoami()
  const [head, body, signature] = accessToken.split('.') as [string, string, string]
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
  const claims = { sub: userId, sid: sessionId, tenant: null, roles: [], scope: '' }
  const forged = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
    .setIssuer('https://myna.test')
    .setAudience('myna')
    .setExpirationTime(town.clock.now().getTime() / 1_000 + 600)
    .sign(privateKey)
  const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.`
  for (const bearer of [
    forged,
    none,
    `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    `${head}.${Buffer.from(JSON.stringify({ ...claims, exp: 9e9 })).toString('base64url')}.${signature}`,
  ])
    expect((await town.front.authenticate({ bearer })).caller).toBeNull()
  expect((await town.front.authenticate({ bearer: accessToken })).caller).not.toBeNull()
  town.putForward(600_000)
  expect((await town.front.authenticate({ bearer: accessToken })).caller).toBeNull()
})

test('a refresh token works once; used again, it ends its session and all that came of it', async () => {
  const browser = town.browser()
  const { email } = await browser.settle()
  const program = town.browser()
  await program.ask('signIn', { email, password })
  const first = await program.ask('issueToken', {})
  const second = await town.anybody().refreshToken({ refreshToken: first.refreshToken })
  expect((await town.front.authenticate({ bearer: second.accessToken })).caller).not.toBeNull()
  await expect(town.anybody().refreshToken({ refreshToken: first.refreshToken })).rejects.toMatchObject({ code: 'identity.link_expired' })
  await expect(town.anybody().refreshToken({ refreshToken: second.refreshToken })).rejects.toMatchObject({ code: 'identity.link_expired' })
  expect((await town.front.authenticate({ bearer: second.accessToken })).caller).toBeNull()
  expect((await program.whoami()).subject).toBe('anonymous')
  expect((await browser.whoami()).subject).toContain('user:')
})

test('of two uses of a refresh token at once, at most one gets tokens', async () => {
  const browser = town.browser()
  await browser.settle()
  const { refreshToken } = await browser.ask('issueToken', {})
  const results = await Promise.allSettled([1, 2].map(() => town.anybody().refreshToken({ refreshToken })))
  expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  expect((await browser.whoami()).subject).toBe('anonymous')
})

test('what is no refresh token renews nothing, nor does an old one', async () => {
  const browser = town.browser()
  await browser.settle()
  const { accessToken, refreshToken } = await browser.ask('issueToken', {})
  for (const it of ['', 'mynar_x', accessToken, browser.cookie()!])
    await expect(town.anybody().refreshToken({ refreshToken: it })).rejects.toMatchObject({ code: 'identity.link_expired' })
  town.putForward(30 * day)
  await expect(town.anybody().refreshToken({ refreshToken })).rejects.toMatchObject({ code: 'identity.link_expired' })
})

test('the nightly sweep changes an old signing key, keeps it while its tokens live, and forgets what ran out', async () => {
  const own = await openTown()
  const context = own.house.house.contextFor('identity', { caller: operatorOf(null), signal: new AbortController().signal })
  const run = () => sweep.run({}, context as never, { id: 'x', attempt: 1, signal: context.signal, progress: async () => {} })
  const kids = async () => (await own.anybody().getJwks({})).keys.map((it) => it['kid'])
  await own.browser().settle()
  const [old] = await kids()
  own.putForward(90 * day - 300_000)
  const browser = own.browser()
  await browser.settle()
  const { accessToken } = await browser.ask('issueToken', {})
  await run()
  expect(await kids()).toEqual([old])
  own.putForward(300_000)
  await run()
  const both = await kids()
  expect(both).toHaveLength(2)
  expect(both[1]).toBe(old)
  expect((await own.front.authenticate({ bearer: accessToken })).caller).not.toBeNull()
  const { rows } = await own.house.database.pool.query('select count(*)::int as sessions from identity_own.session')
  expect(rows[0]).toEqual({ sessions: 1 })
  own.putForward(90 * day)
  await run()
  expect(await kids()).not.toContain(old)
  await own.close()
})

test('the operator gets the first organisation, made only once, and sees all of them', async () => {
  const fresh = await openTown()
  const operator = fresh.anybody({ subject: 'operator', scopes: ['*'] })
  const [one, two] = await Promise.all([operator.ensureTenant({}), operator.ensureTenant({ name: 'Other' })])
  expect(two).toEqual(one)
  await fresh.browser().settle({ organisation: 'Second' })
  expect(await operator.ensureTenant({})).toEqual(one)
  expect((await operator.getMe({})).memberships.map((it) => it.tenant.name)).toEqual([one.name, 'Second'])
  await expect(fresh.anybody({ subject: `user:${crypto.randomUUID()}` }).ensureTenant({})).rejects.toMatchObject({ code: 'request.forbidden' })

  const inOne = fresh.anybody({ subject: 'operator', scopes: ['*'], tenantId: one.id })
  const { id, invitedBy } = await inOne.inviteMember({ email: 'first@example.com', role: 'owner' })
  expect(invitedBy).toBe('the operator')
  const first = fresh.browser()
  expect(await first.settle({ email: 'first@example.com', invitationId: id })).toMatchObject({ tenantId: one.id, role: 'owner' })
  const { key } = await inOne.createApiKey({ name: 'server', scopes: ['agents:write'] })
  expect((await fresh.front.authenticate({ apiKey: key })).caller?.scopes).toEqual(['agents:write'])
  await fresh.close()
})

test('better-auth finds the tables it wants, so that its next version can be compared with ours', async () => {
  const { authOptions } = await import('../store/directory.ts')
  const { getMigrations } = await import('better-auth/db/migration')
  const { database } = town.house
  const owner = database.kysely('identity_own')
  const options = {
    ...authOptions(
      owner,
      { publicUrl: 'https://myna.test', secret: 'a secret of the town that is long enough' },
      town.house.house.contextFor('identity', { caller: operatorOf(null), signal: new AbortController().signal }).log,
    ),
    database: { db: database.kysely('identity_own').withoutPlugins(), type: 'postgres' as const, schemaName: 'identity_own' },
  }
  const plan = await getMigrations(options)
  expect(plan.toBeCreated).toEqual([])
  expect(plan.toBeAdded).toEqual([])
})
