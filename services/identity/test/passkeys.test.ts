import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Authenticator, makeAuthenticator } from './authenticator.ts'
import { type Browser, openTown, password, type Town } from './town.ts'

const origin = 'https://myna.test'
let town: Town
beforeAll(async () => {
  town = await openTown(origin, { origins: ['https://voice.example.com'] })
})
afterAll(() => town.close())

beforeEach(() => town.forgive())

async function addTo(browser: Browser, device: Authenticator, lies: Parameters<Authenticator['create']>[1] = {}, name = 'Phone') {
  const { challengeId, options } = await browser.ask('beginPasskey', { password })
  return browser.ask('addPasskey', { challengeId, name, response: device.create(options, lies) })
}
async function owner() {
  const browser = town.browser()
  const me = await browser.settle()
  const device = makeAuthenticator(origin)
  const passkey = await addTo(browser, device)
  return { ...me, browser, device, passkey }
}
async function enter(browser: Browser, device: Authenticator, lies: Parameters<Authenticator['get']>[1] = {}) {
  const { challengeId, options } = await browser.ask('beginPasskeySignIn', {})
  return browser.ask('completePasskeySignIn', { challengeId, response: device.get(options, lies) })
}
const refused = { code: 'identity.passkey_refused' }

test('a passkey is made, listed, renamed, signs in without a name, and is removed', async () => {
  const { browser, device, passkey, userId } = await owner()
  expect((await browser.ask('listPasskeys', {})).items).toMatchObject([{ name: 'Phone', synced: false, lastUsedAt: null }])
  expect((await browser.ask('renamePasskey', { passkeyId: passkey.id, name: 'My phone' })).name).toBe('My phone')
  const fresh = town.browser()
  const me = await enter(fresh, device)
  expect(me).toMatchObject({ user: { id: userId }, pending: null })
  expect((await fresh.ask('listSessions', {})).items.find((it) => it.current)).toMatchObject({ method: 'passkey' })
  expect((await browser.ask('listPasskeys', {})).items[0]!.lastUsedAt).not.toBeNull()
  await browser.ask('removePasskey', { passkeyId: passkey.id, password })
  await expect(enter(town.browser(), device)).rejects.toMatchObject(refused)
})

test('what is asked names no account and no credential, and asks for the person', async () => {
  const { options } = await town.browser().ask('beginPasskeySignIn', {})
  expect(options).toMatchObject({ rpId: 'myna.test', userVerification: 'required' })
  expect(options['allowCredentials']).toBeUndefined()
  const browser = town.browser()
  const { email } = await browser.settle()
  const made = (await browser.ask('beginPasskey', { password })).options
  expect(made).toMatchObject({
    rp: { id: 'myna.test' },
    user: { name: email },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
})

test.each([
  ['of another site', { origin: 'https://evil.example' }],
  ['for another relying party', { rpId: 'evil.example' }],
  ['of another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['without verifying its person', { verified: false }],
  ['without its person there', { present: false }],
  ['of another kind', { type: 'webauthn.payment' }],
])('an answer %s neither makes nor opens', async (_, lies) => {
  const browser = town.browser()
  await browser.settle()
  await expect(addTo(browser, makeAuthenticator(origin), lies)).rejects.toMatchObject(refused)
  const { device } = await owner()
  await expect(enter(town.browser(), device, lies)).rejects.toMatchObject(refused)
  expect((await enter(town.browser(), device)).pending).toBeNull()
})

test('a challenge works once, for its session, and for what it was made for', async () => {
  const { browser, device } = await owner()
  const fresh = town.browser()
  const asked = await fresh.ask('beginPasskeySignIn', {})
  const response = device.get(asked.options)
  await fresh.ask('completePasskeySignIn', { challengeId: asked.challengeId, response })
  await expect(fresh.ask('completePasskeySignIn', { challengeId: asked.challengeId, response })).rejects.toMatchObject({ code: 'identity.sign_in_over' })

  const mine = await browser.ask('beginPasskey', { password })
  const stranger = town.browser()
  await stranger.settle()
  const made = makeAuthenticator(origin).create(mine.options)
  await expect(stranger.ask('addPasskey', { challengeId: mine.challengeId, name: 'x', response: made })).rejects.toMatchObject({
    code: 'identity.sign_in_over',
  })
  await expect(browser.ask('addPasskey', { challengeId: mine.challengeId, name: 'x', response: made })).rejects.toMatchObject({ code: 'identity.sign_in_over' })

  const again = await browser.ask('beginPasskey', { password })
  await expect(
    town.browser().ask('completePasskeySignIn', { challengeId: again.challengeId, response: device.get({ ...again.options, rpId: 'myna.test' }) }),
  ).rejects.toMatchObject({ code: 'identity.sign_in_over' })
})

test('a challenge runs out', async () => {
  const { device } = await owner()
  const fresh = town.browser()
  const asked = await fresh.ask('beginPasskeySignIn', {})
  town.putForward(5 * 60_000 + 1_000)
  await expect(fresh.ask('completePasskeySignIn', { challengeId: asked.challengeId, response: device.get(asked.options) })).rejects.toMatchObject({
    code: 'identity.sign_in_over',
  })
})

test('a counter that goes back is a copy: refused, and told', async () => {
  const { device, tenantId, userId } = await owner()
  await enter(town.browser(), device, { counter: 40 })
  await expect(enter(town.browser(), device, { counter: 40 })).rejects.toMatchObject(refused)
  await expect(enter(town.browser(), device, { counter: 12 })).rejects.toMatchObject(refused)
  await expect(enter(town.browser(), device, { counter: 0 })).rejects.toMatchObject(refused)
  expect(await town.heardOf('account.attacked', tenantId, 3)).toMatchObject([{ userId, what: 'passkey_copied' }, {}, {}])
  expect((await enter(town.browser(), device, { counter: 41 })).pending).toBeNull()
})

test('passkeys that count nothing may always say 0', async () => {
  const browser = town.browser()
  await browser.settle()
  const device = makeAuthenticator(origin)
  await addTo(browser, device, { counter: 0 })
  for (let n = 0; n < 2; n += 1) expect((await enter(town.browser(), device, { counter: 0 })).pending).toBeNull()
})

test('a key that says it is of another person opens nothing', async () => {
  const [one, two] = [await owner(), await owner()]
  await expect(enter(town.browser(), one.device, { userHandle: Buffer.from(two.userId).toString('base64url') })).rejects.toMatchObject(refused)
  const { challengeId, options } = await two.browser.ask('beginPasskey', { password })
  await expect(two.browser.ask('addPasskey', { challengeId, name: 'again', response: one.device.create(options) })).rejects.toMatchObject(refused)
})

test('it is the second step as well, for the person who waits alone', async () => {
  const [one, two] = [await owner(), await owner()]
  for (const it of [one, two]) {
    const { secret } = await it.browser.ask('beginTotp', { password })
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  }
  await town.house.database.pool.query('update identity_own.totp set confirmed_at = now() where user_id = any($1)', [[one.userId, two.userId]])
  const fresh = town.browser()
  const { pending } = await fresh.ask('signIn', { email: one.email, password })
  expect(pending?.methods).toEqual(['totp', 'backup_code', 'passkey'])
  const asked = await fresh.ask('beginPasskeySignIn', { token: pending!.token })
  await expect(fresh.ask('completePasskeySignIn', { challengeId: asked.challengeId, response: two.device.get(asked.options) })).rejects.toMatchObject(refused)
  const again = await fresh.ask('beginPasskeySignIn', { token: pending!.token })
  expect((await fresh.ask('completePasskeySignIn', { challengeId: again.challengeId, response: one.device.get(again.options) })).user?.id).toBe(one.userId)
  await expect(fresh.ask('beginPasskeySignIn', { token: pending!.token })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
})

test('a further address of the console has passkeys of its own; one that is not ours gets those of the first', async () => {
  const there = town.browser({ origin: 'https://voice.example.com' })
  await there.settle()
  const device = makeAuthenticator('https://voice.example.com')
  await addTo(there, device)
  expect((await enter(town.browser({ origin: 'https://voice.example.com' }), device)).pending).toBeNull()
  await expect(enter(town.browser(), device, { origin })).rejects.toMatchObject(refused)
  const { options } = await town.browser({ origin: 'https://evil.example', host: 'evil.example' }).ask('beginPasskeySignIn', {})
  expect(options['rpId']).toBe('myna.test')
})

test('the last way in stays', async () => {
  const { device, passkey, userId } = await owner()
  await town.house.database.pool.query(`update identity_own.account set password = null where "userId" = $1`, [userId])
  const fresh = town.browser()
  await enter(fresh, device)
  await expect(fresh.ask('removePasskey', { passkeyId: passkey.id })).rejects.toMatchObject({ code: 'identity.last_way_in' })
})

test('garbage is refused', async () => {
  const fresh = town.browser()
  const { challengeId } = await fresh.ask('beginPasskeySignIn', {})
  await expect(fresh.ask('completePasskeySignIn', { challengeId, response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } })).rejects.toMatchObject(
    refused,
  )
  await expect(
    fresh.ask('addPasskey', { challengeId: 'x', name: 'x', response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } }),
  ).rejects.toMatchObject({
    code: 'request.unauthenticated',
  })
})
