import { createGuardedFetch } from '@myna/fetch-guarded'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { playOpenid } from '../../../adapters/identity-provider/openid/test/play-openid.ts'
import { client, openDirectoryTown } from './directory-town.ts'
import { type Browser, password } from './town.ts'

type Directory = Awaited<ReturnType<typeof openDirectoryTown>>
type Organisation = Awaited<ReturnType<Directory['organisation']>>

let town: Directory['town']
let played: Directory['played']
let records: Directory['records']
let organisation: Directory['organisation']
let close: Directory['close']
beforeAll(async () => void ({ town, played, records, organisation, close } = await openDirectoryTown()))
afterAll(() => close())

beforeEach(() => town.forgive())

async function withOpenid(it: Organisation) {
  const openid = { issuer: played.url, ...client }
  const connection = await it.owner.ask('createSsoConnection', { name: 'Our directory', domains: [it.domain], defaultRole: 'sales_rep', openid })
  played.played.redirectUris.push(connection.redirectUrl)
  return connection
}

async function byOpenid(browser: Browser, connectionId: string, person: { sub: string; email: string; name?: string }) {
  played.played.person = person
  const { url, flow } = await browser.ask('beginExternalSignIn', { connectionId })
  const back = await played.visit(url)
  return browser.ask('completeExternalSignIn', { flow, via: connectionId, state: back.searchParams.get('state')!, code: back.searchParams.get('code')! })
}

test('a domain is proven by its TXT record, and by one organisation alone', async () => {
  const { domain } = await organisation()
  const other = town.browser()
  await other.settle()
  const claim = await other.ask('claimDomain', { domain })
  await expect(other.ask('verifyDomain', { domain })).rejects.toMatchObject({ code: 'identity.domain_unproven' })
  records.set(claim.dnsName, [claim.dnsValue])
  await expect(other.ask('verifyDomain', { domain })).rejects.toMatchObject({ code: 'identity.domain_taken' })
  await expect(other.ask('claimDomain', { domain: 'gmail.com' })).rejects.toMatchObject({ code: 'identity.domain_public' })
  for (const wrong of ['localhost', 'a..b', '-a.example', 'ex ample.com', 'аpple.com', 'x'.repeat(300)])
    await expect(other.ask('claimDomain', { domain: wrong })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(other.ask('verifyDomain', { domain: 'never-claimed.example' })).rejects.toMatchObject({ code: 'identity.domain_not_found' })
})

test('or by a code that only its administrator gets', async () => {
  const browser = town.browser()
  await browser.settle()
  const domain = 'mailed.example'
  await browser.ask('claimDomain', { domain })
  await browser.ask('sendDomainMail', { domain, mailbox: 'postmaster' })
  const { mail } = await town.mailTo(`postmaster@${domain}`)
  const code = /\b\d{8}\b/.exec(mail.text)![0]
  await expect(browser.ask('verifyDomain', { domain, code: '00000000' })).rejects.toMatchObject({ code: 'identity.domain_unproven' })
  expect(await browser.ask('verifyDomain', { domain, code })).toMatchObject({ verified: true })
})

test('a code cannot be guessed at leisure', async () => {
  const browser = town.browser()
  await browser.settle()
  await browser.ask('claimDomain', { domain: 'guessed.example' })
  const guess = () => browser.ask('verifyDomain', { domain: 'guessed.example', code: '00000000' })
  for (let n = 0; n < 5; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'identity.domain_unproven' })
  await expect(guess()).rejects.toMatchObject({ code: 'request.too_many' })
})

test('a connection covers proven domains alone, hides its secret, and makes nobody an owner', async () => {
  const it = await organisation()
  const openid = { issuer: played.url, ...client }
  await expect(it.owner.ask('createSsoConnection', { name: 'x', domains: ['not-mine.example'], openid })).rejects.toMatchObject({
    code: 'identity.domain_not_verified',
  })
  await expect(it.owner.ask('createSsoConnection', { name: 'x', defaultRole: 'owner', openid })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(it.owner.ask('createSsoConnection', { name: 'x', openid: { ...openid, issuer: 'http://127.0.0.1:9/none' } })).rejects.toMatchObject({
    code: 'identity.vendor_failed',
  })
  await expect(it.owner.ask('createSsoConnection', { name: 'x', saml: { metadata: '<a/>' } })).rejects.toMatchObject({ code: 'identity.metadata_wrong' })
  const connection = await withOpenid(it)
  const rows = await town.house.database.pool.query('select * from identity_own.sso_connections where id = $1', [connection.id])
  expect(rows.rows).toHaveLength(1)
  expect(JSON.stringify([rows.rows, connection, await it.owner.ask('listSsoConnections', {})])).not.toContain(client.clientSecret)
  const stranger = await organisation()
  expect((await stranger.owner.ask('listSsoConnections', {})).items).toEqual([])
  await expect(stranger.owner.ask('deleteSsoConnection', { connectionId: connection.id })).rejects.toMatchObject({ code: 'identity.connection_not_found' })
  await expect(stranger.owner.ask('updateSsoConnection', { connectionId: connection.id, active: false })).rejects.toMatchObject({
    code: 'identity.connection_not_found',
  })
})

test('a secret does not follow to another provider', async () => {
  const it = await organisation()
  const connection = await withOpenid(it)
  const elsewhere = await playOpenid({ ...client, redirectUris: [connection.redirectUrl] })
  const allowed = createGuardedFetch({ allowHosts: [new URL(elsewhere.url).host] })
  await expect(
    it.owner.ask('updateSsoConnection', { connectionId: connection.id, openid: { issuer: elsewhere.url, clientId: client.clientId } }),
  ).rejects.toMatchObject({
    code: 'identity.vendor_failed',
  })
  await it.owner.ask('updateSsoConnection', { connectionId: connection.id, openid: { issuer: played.url, clientId: client.clientId } })
  expect((await byOpenid(town.browser(), connection.id, { sub: newId(), email: `a@${it.domain}` })).role).toBe('sales_rep')
  await Promise.all([elsewhere.close(), allowed.close()])
})

test('people of the domain sign in by OpenID Connect, become members with the role, and are found by their address', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  expect(await town.browser().ask('listSignInWays', { email: `new@${it.domain}` })).toMatchObject({
    sso: { connectionId: id, name: 'Our directory', enforced: false },
  })
  const person = { sub: newId(), email: `asha@${it.domain}`, name: 'Asha' }
  const me = await byOpenid(town.browser(), id, person)
  expect(me).toMatchObject({ role: 'sales_rep', tenant: { id: it.tenantId }, user: { emailVerified: true, name: 'Asha' } })
  expect((await byOpenid(town.browser(), id, person)).user?.id).toBe(me.user?.id)
})

test('a provider speaks for its own domains: an address elsewhere opens no account there is', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  const victim = await town.browser().settle()
  await expect(byOpenid(town.browser(), id, { sub: newId(), email: victim.email })).rejects.toMatchObject({ code: 'identity.not_provisioned' })
  await it.owner.ask('releaseDomain', { domain: it.domain })
  await expect(byOpenid(town.browser(), id, { sub: newId(), email: `asha@${it.domain}` })).rejects.toMatchObject({ code: 'identity.not_provisioned' })
})

test('an account that exists is proven before the provider signs in to it, and its other organisations stay closed to the provider', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  const email = `ravi@${it.domain}`
  const own = town.browser()
  const { userId, tenantId: private_ } = await own.settle({ email })
  const browser = town.browser()
  const { pending } = await byOpenid(browser, id, { sub: 'ravi', email })
  expect(pending).toMatchObject({ kind: 'link', methods: ['password'] })
  await browser.ask('completeSignIn', { token: pending!.token, password })
  expect((await browser.ask('listSessions', {})).items.find((one) => one.current)?.method).toBe('password')
  const sso = town.browser()
  const me = await byOpenid(sso, id, { sub: 'ravi', email })
  expect(me).toMatchObject({ user: { id: userId }, tenant: { id: it.tenantId } })
  expect(me.memberships.map((one) => one.tenant.id)).toEqual([it.tenantId])
  await expect(sso.ask('switchTenant', { tenantId: private_ })).rejects.toMatchObject({ code: 'identity.tenant_not_found' })
  await expect(sso.ask('createTenant', { name: 'Mine' })).rejects.toMatchObject({ code: 'identity.proof_needed' })
  await expect(sso.ask('beginPasskey', {})).rejects.toMatchObject({ code: 'identity.proof_needed' })
  expect((await own.whoami()).tenantId).toBe(private_)
})

test('without provisioning only those who are members enter', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  await it.owner.ask('updateSsoConnection', { connectionId: id, provision: false })
  await expect(byOpenid(town.browser(), id, { sub: newId(), email: `new@${it.domain}` })).rejects.toMatchObject({ code: 'identity.not_provisioned' })
})

test('a deactivated member is not let in again by the provider', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  const person = { sub: newId(), email: `asha@${it.domain}` }
  const browser = town.browser()
  const { user } = await byOpenid(browser, id, person)
  await it.owner.ask('updateMember', { userId: user!.id, active: false })
  expect((await browser.whoami()).tenantId).toBeNull()
  await expect(byOpenid(town.browser(), id, person)).rejects.toMatchObject({ code: 'identity.not_provisioned' })
})

test('enforced: passwords of the domain do not open the organisation, those of owners do; it takes a trial first', async () => {
  const it = await organisation()
  const { id } = await withOpenid(it)
  const email = `mira@${it.domain}`
  const invited = await it.owner.ask('inviteMember', { email, role: 'user' })
  const member = town.browser()
  await member.settle({ email, invitationId: invited.id })
  await expect(it.owner.ask('updateSsoConnection', { connectionId: id, enforced: true })).rejects.toMatchObject({ code: 'identity.connection_untried' })
  await byOpenid(town.browser(), id, { sub: newId(), email: `first@${it.domain}` })
  await it.owner.ask('updateSsoConnection', { connectionId: id, enforced: true })
  expect(await member.whoami()).toMatchObject({ tenantId: null, scopes: [] })
  expect(await member.ask('getMe', {})).toMatchObject({ tenant: null, requires: { what: 'single_sign_on', connectionId: id } })
  await member.ask('signIn', { email, password })
  expect((await member.whoami()).tenantId).toBeNull()
  const { pending } = await byOpenid(member, id, { sub: 'mira', email })
  await member.ask('completeSignIn', { token: pending!.token, password })
  await byOpenid(member, id, { sub: 'mira', email })
  expect((await member.whoami()).tenantId).toBe(it.tenantId)
  expect((await it.owner.whoami()).tenantId).toBe(it.tenantId)
  await it.owner.ask('deleteSsoConnection', { connectionId: id })
  expect((await member.whoami()).subject).toBe('anonymous')
  await member.ask('signIn', { email, password })
  expect((await member.whoami()).tenantId).toBe(it.tenantId)
})
