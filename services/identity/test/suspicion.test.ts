import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => town.forgive())

const wrong = 'seven quiet cranes'
/** Moves everything a person did to another network, as if they came from here for the first time. */
const elsewhere = (userId: string) => town.house.database.pool.query(`update identity_own.sign_ins set network = '198.51.100.1' where user_id = $1`, [userId])

test('a new browser, or a new network, is everyday; both are told by mail and to the audit log', async () => {
  const home = town.browser({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })
  const { email, userId, tenantId } = await home.settle()
  await town.mailTo(email)
  await town.browser().ask('signIn', { email, password })
  await elsewhere(userId)
  await home.ask('signIn', { email, password })
  await elsewhere(userId)
  const thief = town.browser({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36' })
  await thief.ask('signIn', { email, password })
  expect(await town.heardOf('signin.suspicious', tenantId, 1)).toMatchObject([{ userId, reasons: ['new_device', 'new_network'], ip: '127.0.0.1' }])
  const { items } = await home.ask('listMyActivity', {})
  expect(items.map((it) => it.suspicious.length > 0)).toEqual([true, false, false, false])

  const { mail, token } = await town.mailTo(email, 1)
  expect(mail.subject).toContain('Was this you?')
  expect(mail.text).toContain('Chrome · Linux')
  expect(mail.text).toContain('https://myna.test/not-me?token=')
  await town.browser().ask('reportSignIn', { token })
  for (const it of [thief, home]) expect((await it.whoami()).subject).toBe('anonymous')
  await expect(thief.ask('signIn', { email, password })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  expect(await town.heardOf('signin.reported', tenantId, 1)).toMatchObject([{ userId }])
  await expect(town.browser().ask('reportSignIn', { token })).rejects.toMatchObject({ code: 'identity.link_expired' })
  const { token: reset } = await town.mailTo(email, 2)
  await home.ask('resetPassword', { token: reset, password: 'nine patient storks' })
  await home.ask('signIn', { email, password: 'nine patient storks' })
  expect((await home.ask('listMyActivity', {})).items.map((it) => it.outcome)).toContain('reported')
})

test('a success after many failures is told', async () => {
  const home = town.browser()
  const { email, userId, tenantId } = await home.settle()
  for (let n = 0; n < 5; n += 1)
    await expect(town.browser().ask('signIn', { email, password: wrong })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  expect(await town.heardOf('account.attacked', tenantId, 1)).toMatchObject([{ userId, what: 'password' }])
  town.putForward(31_000)
  await town.browser().ask('signIn', { email, password })
  expect((await town.heardOf('signin.suspicious', tenantId, 1))[0]).toMatchObject({ reasons: expect.arrayContaining(['failures_before']) })
})

test('a sign-in after months is told', async () => {
  const home = town.browser()
  const { email, userId, tenantId } = await home.settle()
  await town.house.database.pool.query(`update identity_own.sign_ins set at = at - interval '100 days' where user_id = $1`, [userId])
  await home.ask('signIn', { email, password })
  expect(await town.heardOf('signin.suspicious', tenantId, 1)).toMatchObject([{ reasons: ['long_absence'] }])
})

test('a link of one mail is none of another', async () => {
  const home = town.browser()
  const { email } = await home.settle()
  const { token } = await town.mailTo(email)
  await expect(home.ask('reportSignIn', { token })).rejects.toMatchObject({ code: 'identity.link_expired' })
  await expect(home.ask('resetPassword', { token, password: 'nine patient storks' })).rejects.toMatchObject({ code: 'identity.link_expired' })
  expect((await home.ask('verifyEmail', { token })).email).toBe(email)
})

test('guesses from many networks at one account lock it for strangers, not for a browser its person knows', async () => {
  const home = town.browser()
  const { email } = await home.settle()
  for (let n = 0; n < 5; n += 1)
    await expect(town.anybody({ ip: `198.51.100.${n}` }).signIn({ email, password: wrong })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(town.anybody({ ip: '198.51.100.77' }).signIn({ email, password })).rejects.toMatchObject({ code: 'identity.locked' })
  expect((await home.ask('signIn', { email, password })).user?.email).toBe(email)
  const forged = town.browser({ cookie: `myna_device=${'x'.repeat(43)}` })
  await expect(forged.ask('signIn', { email, password })).rejects.toMatchObject({ code: 'identity.locked' })
})

test('a browser its person knows is locked by guesses of its own', async () => {
  const home = town.browser()
  const { email } = await home.settle()
  for (let n = 0; n < 5; n += 1) await expect(home.ask('signIn', { email, password: wrong })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(home.ask('signIn', { email, password })).rejects.toMatchObject({ code: 'identity.locked' })
})

test('tokens, passkeys and answers of vendors cannot be tried without end from one network', async () => {
  const ip = (n: number) => `2001:db8:9:9::${n.toString(16)}`
  const tries = [
    (n: number) => town.anybody({ ip: ip(n) }).verifyEmail({ token: `guess-${n}` }),
    (n: number) => town.anybody({ ip: ip(n) }).resetPassword({ token: `guess-${n}`, password: 'nine patient storks' }),
    (n: number) => town.anybody({ ip: ip(n) }).reportSignIn({ token: `guess-${n}` }),
    (n: number) => town.anybody({ ip: ip(n) }).completeExternalSignIn({ flow: 'x', via: 'google', state: `guess-${n}`, code: 'y' }),
    (n: number) =>
      town.anybody({ ip: ip(n) }).completePasskeySignIn({ challengeId: `guess-${n}`, response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } }),
  ]
  for (const attempt of tries) {
    await town.forgive()
    for (let n = 0; n < 30; n += 1) await expect(attempt(n)).rejects.not.toMatchObject({ code: 'identity.locked' })
    await expect(attempt(31)).rejects.toMatchObject({ code: 'identity.locked' })
  }
})

test('questions anybody may ask have a limit too', async () => {
  const ask = () => town.anybody({ ip: '198.51.100.200' }).listSignInWays({ email: `${newId()}@example.com` })
  for (let n = 0; n < 120; n += 1) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'request.too_many' })
})

test('an account there is not leaves the same traces as one there is', async () => {
  const counted = async () => Number((await town.house.database.pool.query<{ count: string }>('select count(*) from identity_own.sign_ins')).rows[0]!.count)
  const { email } = await town.browser().settle()
  const before = await counted()
  await town
    .anybody({ ip: '198.51.100.201' })
    .signIn({ email, password: wrong })
    .catch(() => undefined)
  await town
    .anybody({ ip: '198.51.100.202' })
    .signIn({ email: 'nobody@example.com', password: wrong })
    .catch(() => undefined)
  expect((await counted()) - before).toBe(2)
})

test.each([
  ['with a name that is no word', { name: '\u202e\u200b' }],
  ['with a name that is too long', { name: 'x'.repeat(81) }],
  ['with an address of letters that look alike', { email: 'аsha@example.com' }],
  ['with a mail header in the address', { email: 'a@example.com\r\nBcc: all@example.com' }],
  ['with two addresses', { email: 'a@example.com,b@example.com' }],
  ['with an address that is too long', { email: `${'a'.repeat(250)}@example.com` }],
])('nobody signs up %s', async (_, wrongly) => {
  await expect(town.browser().settle(wrongly)).rejects.toMatchObject({ code: 'request.invalid' })
})

test('names are kept readable, and mails with them in one line', async () => {
  const owner = town.browser()
  const me = await owner.settle({ name: 'Asha\u202e\r\nRao', organisation: 'Win\r\nBcc: x@example.com https://evil.example' })
  expect(me.user?.name).toBe('Asha Rao')
  expect(me.tenant?.name).toBe('Win Bcc: x@example.com https evil.example')
  const email = `${newId()}@example.com`
  await owner.ask('inviteMember', { email, role: 'user' })
  const { mail } = await town.mailTo(email)
  expect(mail.subject).toBe('Join Win Bcc: x@example.com https evil.example on Myna')
})

test('links in mails lead to the console, whatever the request said about its host', async () => {
  const browser = town.browser({ host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' })
  const { email } = await browser.settle()
  expect((await town.mailTo(email)).mail.text).toContain('https://myna.test/verify?token=')
})
