import { createGuardedFetch } from '@myna/fetch-guarded'
import { createGithub, createGoogle } from '@myna/identity-provider-openid'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { playGithub } from '../../../adapters/identity-provider/openid/test/play-github.ts'
import { playOpenid } from '../../../adapters/identity-provider/openid/test/play-openid.ts'
import { visitPlayed } from '../../../adapters/identity-provider/openid/test/played-site.ts'
import { makeAuthenticator } from './authenticator.ts'
import { type Browser, openTown, password, type Town } from './town.ts'

const client = { clientId: 'myna', clientSecret: 'a secret' }
const callbackUrl = 'https://myna.test/sign-in/callback'
let town: Town
let played: Awaited<ReturnType<typeof playOpenid>>
let github: Awaited<ReturnType<typeof playGithub>>
let guarded: ReturnType<typeof createGuardedFetch>
beforeAll(async () => {
  played = await playOpenid({ ...client, redirectUris: [`${callbackUrl}/google`] })
  github = await playGithub({ ...client, callbackUrl })
  guarded = createGuardedFetch({ allowHosts: [played, github].map((it) => new URL(it.url).host) })
  const given = { fetch: guarded.fetch, ...client }
  const vendors = { google: createGoogle({ ...given, url: played.url }), github: createGithub({ ...given, url: github.url }) }
  town = await openTown('https://myna.test', { vendors })
})
afterAll(async () => void (await Promise.all([town, played, github, guarded].map((it) => it.close()))))

let person: { sub: string; email: string; email_verified: boolean; name: string }
beforeEach(async () => {
  await town.forgive()
  person = { sub: String(Math.floor(Math.random() * 1e12)), email: `${newId()}@example.com`, email_verified: true, name: 'Asha Rao' }
  played.played.person = person
  const emails = [{ email: person.email, primary: true, verified: true, visibility: null }]
  github.github.person = { id: Number(person.sub), login: 'asha', name: person.name, profileEmail: null, emails }
  played.played.evil = undefined
  played.played.down = false
  played.played.now = () => town.clock.now().getTime()
})

type Leaving = { vendor?: 'google' | 'github' | 'microsoft'; invitationId?: string; returnTo?: string; password?: string }
/** Goes to the vendor and comes back: what the console hands over. */
async function leave(browser: Browser, it: Leaving = { vendor: 'google' }, begin: 'beginExternalSignIn' | 'beginLink' = 'beginExternalSignIn') {
  const { url, flow } = await (begin === 'beginLink' ? browser.ask(begin, { vendor: 'github', ...it }) : browser.ask(begin, it))
  const back = await (url.startsWith(github.url) ? visitPlayed : played.visit)(url)
  return { flow, via: back.pathname.split('/').at(-1)!, state: back.searchParams.get('state')!, code: back.searchParams.get('code')! }
}
const enter = async (browser: Browser, it?: Leaving) => browser.ask('completeExternalSignIn', await leave(browser, it))

test('only vendors that are set up are offered, and nothing is told of accounts', async () => {
  const { email } = await town.browser().settle()
  const nobody = await town.browser().ask('listSignInWays', { email: 'nobody@example.com' })
  expect(nobody).toEqual({ vendors: ['github', 'google'], sso: null })
  expect(await town.browser().ask('listSignInWays', { email })).toEqual(nobody)
  await expect(leave(town.browser(), { vendor: 'microsoft' })).rejects.toMatchObject({ code: 'identity.vendor_absent' })
  await expect(leave(town.browser(), {})).rejects.toMatchObject({ code: 'request.invalid' })
})

test('somebody new gets an account with a verified address and an organisation, and comes back to it', async () => {
  const browser = town.browser()
  const me = await enter(browser, { vendor: 'google', returnTo: '/agents?tab=1' })
  expect(me).toMatchObject({ user: { email: person.email, emailVerified: true, name: 'Asha Rao' }, role: 'owner', pending: null, returnTo: '/agents?tab=1' })
  expect((await browser.whoami()).tenantId).toBe(me.tenant?.id)
  const again = town.browser()
  expect((await enter(again)).user?.id).toBe(me.user?.id)
  expect((await again.ask('listExternalAccounts', {})).items).toMatchObject([{ vendor: 'google', email: person.email }])
  expect((await again.ask('listSessions', {})).items.every((it) => it.method === 'google')).toBe(true)
})

test('who comes back is known by the vendor’s subject, not by an address that changed hands', async () => {
  const first = await enter(town.browser())
  played.played.person = { ...person, email: `${newId()}@example.com` }
  expect((await enter(town.browser())).user?.id).toBe(first.user?.id)
  played.played.person = { ...person, sub: '99999' }
  await expect(enter(town.browser())).rejects.toMatchObject({ code: 'identity.link_first' })
})

test('an account that exists is linked only once its password is shown', async () => {
  const { email, userId } = await town.browser().settle({ email: person.email })
  const browser = town.browser()
  const { pending } = await enter(browser)
  expect(pending).toMatchObject({ kind: 'link', methods: ['password'], email })
  expect(browser.cookie()).toBeUndefined()
  const { token } = pending!
  await expect(browser.ask('completeSignIn', { token, password: 'seven quiet cranes' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(browser.ask('completeSignIn', { token, code: '000000' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  const me = await browser.ask('completeSignIn', { token, password })
  expect(me.user).toMatchObject({ id: userId, emailVerified: true })
  expect((await enter(town.browser())).user?.id).toBe(userId)
})

test('a passkey of the account links as its password does; who has neither signs in as before', async () => {
  const browser = town.browser()
  await enter(browser)
  await expect(enter(town.browser(), { vendor: 'github' })).rejects.toMatchObject({ code: 'identity.link_first' })
  const device = makeAuthenticator('https://myna.test')
  const made = await browser.ask('beginPasskey', {})
  await browser.ask('addPasskey', { challengeId: made.challengeId, name: 'Phone', response: device.create(made.options) })
  const fresh = town.browser()
  const { pending } = await enter(fresh, { vendor: 'github' })
  expect(pending).toMatchObject({ kind: 'link', methods: ['passkey'] })
  const { challengeId, options } = await fresh.ask('beginPasskeySignIn', { token: pending!.token })
  await fresh.ask('completePasskeySignIn', { challengeId, response: device.get(options) })
  expect((await fresh.ask('listExternalAccounts', {})).items.map((it) => it.vendor).toSorted()).toEqual(['github', 'google'])
})

test('whoever signed up with the address of another before them gets nothing when its owner comes', async () => {
  const squatter = town.browser()
  const { userId } = await squatter.settle({ email: person.email })
  const owner = town.browser()
  expect((await enter(owner)).pending?.kind).toBe('link')
  // The owner proves the mailbox instead: the squatter and every way in of theirs are out.
  await town.house.database.pool.query(
    `insert into identity_own.account (id, "userId", "accountId", "providerId", "createdAt", "updatedAt") values ($1, $2, 'evil', 'github', now(), now())`,
    [newId(), userId],
  )
  await town.mailTo(person.email)
  await town.browser().ask('requestPasswordReset', { email: person.email })
  const { token } = await town.mailTo(person.email, 1)
  await town.browser().ask('resetPassword', { token, password: 'nine patient storks' })
  expect((await squatter.whoami()).subject).toBe('anonymous')
  await owner.ask('signIn', { email: person.email, password: 'nine patient storks' })
  expect((await owner.ask('listExternalAccounts', {})).items).toEqual([])
})

test('an address the vendor has not checked opens and makes nothing', async () => {
  played.played.person = { ...person, email_verified: false }
  await expect(enter(town.browser())).rejects.toMatchObject({ code: 'identity.no_proven_address' })
  await town.browser().settle({ email: person.email })
  await expect(enter(town.browser())).rejects.toMatchObject({ code: 'identity.no_proven_address' })
})

test('what one tab began another cannot finish; nor twice, late, or on another way', async () => {
  const [mine, theirs] = [town.browser(), town.browser()]
  const back = await leave(mine)
  const other = await leave(theirs)
  await expect(theirs.ask('completeExternalSignIn', { ...back, flow: other.flow })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  await expect(mine.ask('completeExternalSignIn', back)).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  await expect(theirs.ask('completeExternalSignIn', { ...other, via: 'github' })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const once = await leave(mine)
  await mine.ask('completeExternalSignIn', once)
  await expect(mine.ask('completeExternalSignIn', once)).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const late = await leave(mine)
  town.putForward(15 * 60_000 + 1_000)
  await expect(mine.ask('completeExternalSignIn', late)).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  await expect(mine.ask('completeExternalSignIn', { flow: 'x', state: 'y', via: 'google', code: 'z' })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
})

test.each(['wrong_key', 'wrong_nonce', 'wrong_audience', 'unsigned'] as const)('an id token that is %s opens nothing', async (evil) => {
  played.played.evil = evil
  await expect(enter(town.browser())).rejects.toMatchObject({ code: 'identity.vendor_refused' })
})

test('a vendor that is down, or says no, is told apart', async () => {
  const browser = town.browser()
  const back = await leave(browser)
  played.played.down = true
  await expect(browser.ask('completeExternalSignIn', back)).rejects.toMatchObject({ code: 'identity.vendor_failed' })
  played.played.down = false
  const { code: _, ...no } = await leave(browser)
  await expect(browser.ask('completeExternalSignIn', { ...no, error: 'access_denied' })).rejects.toMatchObject({ code: 'identity.vendor_declined' })
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
  'coming back to %s is coming back to nothing',
  async (returnTo) => {
    expect((await enter(town.browser(), { vendor: 'google', returnTo })).returnTo).toBeNull()
  },
)

test('an invitation is accepted by the vendor account of its address, and of no other', async () => {
  const owner = town.browser()
  const { tenantId } = await owner.settle()
  const { id } = await owner.ask('inviteMember', { email: person.email, role: 'manager' })
  const me = await enter(town.browser(), { vendor: 'google', invitationId: id })
  expect(me).toMatchObject({ role: 'manager', tenant: { id: tenantId } })
  const { id: another } = await owner.ask('inviteMember', { email: `${newId()}@example.com`, role: 'user' })
  played.played.person = { ...person, sub: '77', email: `${newId()}@example.com` }
  await expect(enter(town.browser(), { vendor: 'google', invitationId: another })).rejects.toMatchObject({ code: 'identity.invitation_for_other' })
})

test('signed in, one links a vendor after a proof, in the same session alone, and unlinks it', async () => {
  const browser = town.browser()
  const { userId } = await browser.settle()
  await expect(leave(browser, { vendor: 'github' }, 'beginLink')).rejects.toMatchObject({ code: 'identity.proof_needed' })
  const stolen = await leave(browser, { vendor: 'github', password }, 'beginLink')
  const thief = town.browser()
  await thief.settle()
  await expect(thief.ask('completeExternalSignIn', stolen)).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  await browser.ask('completeExternalSignIn', await leave(browser, { vendor: 'github', password }, 'beginLink'))
  expect((await enter(town.browser(), { vendor: 'github' })).user?.id).toBe(userId)
  await expect(thief.ask('completeExternalSignIn', await leave(thief, { vendor: 'github', password }, 'beginLink'))).rejects.toMatchObject({
    code: 'identity.account_taken',
  })
  const { items } = await browser.ask('listExternalAccounts', {})
  await expect(thief.ask('unlinkExternalAccount', { accountId: items[0]!.id })).rejects.toMatchObject({ code: 'request.not_found' })
  await browser.ask('unlinkExternalAccount', { accountId: items[0]!.id })
  expect((await browser.ask('listExternalAccounts', {})).items).toEqual([])
})

test('who has no password keeps the last way in', async () => {
  const browser = town.browser()
  await enter(browser)
  const { items, hasPassword } = await browser.ask('listExternalAccounts', {})
  expect(hasPassword).toBe(false)
  await expect(browser.ask('unlinkExternalAccount', { accountId: items[0]!.id })).rejects.toMatchObject({ code: 'identity.last_way_in' })
})

test('without a password, fresh sign-ins prove who asks, older ones do not', async () => {
  const browser = town.browser()
  await enter(browser)
  expect((await browser.ask('beginTotp', {})).secret).toBeTruthy()
  town.putForward(11 * 60_000)
  await expect(browser.ask('beginTotp', {})).rejects.toMatchObject({ code: 'identity.proof_needed' })
})

test('a second factor is asked for after a vendor, too', async () => {
  const browser = town.browser()
  const { user } = await enter(browser)
  await town.house.database.pool.query(`insert into identity_own.totp (user_id, sealed_secret, confirmed_at, created_at) values ($1, 'x', now(), now())`, [
    user!.id,
  ])
  const fresh = town.browser()
  expect((await enter(fresh)).pending).toMatchObject({ kind: 'second_factor', methods: ['totp', 'backup_code'] })
  expect(fresh.cookie()).toBeUndefined()
})

test('names from elsewhere are made readable', async () => {
  played.played.person = { ...person, name: '\u202Eevil\r\nBcc: x https://evil.example' }
  expect((await enter(town.browser())).user?.name).toBe('evil Bcc: x https evil.example')
  played.played.person = { ...person, sub: '123', email: 'quiet@example.com', name: '\u200b' }
  expect((await enter(town.browser())).user?.name).toBe('quiet')
})

test('nothing of what is under way lies readable in the database', async () => {
  const browser = town.browser()
  const { flow, state } = await leave(browser)
  const rows = JSON.stringify((await town.house.database.pool.query('select * from identity_own.flows')).rows)
  for (const secret of [flow, state]) expect(rows).not.toContain(secret)
})
