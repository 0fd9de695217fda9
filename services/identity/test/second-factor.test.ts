import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf, stepOf } from '../domain/totp.ts'
import { type Browser, openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

beforeEach(() => town.forgive())

/** The code an authenticator app shows, `steps` from now. */
function codeNow(secret: string, steps = 0): string {
  const bits = Array.from(secret, (it) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((it) => Number.parseInt(it, 2)))
  return codeOf(bytes, stepOf(town.clock.now()) + steps)
}

async function setUp(browser: Browser): Promise<{ secret: string; backupCodes: string[] }> {
  const { secret } = await browser.ask('beginTotp', { password })
  const { backupCodes } = await browser.ask('confirmTotp', { code: codeNow(secret, -1) })
  return { secret, backupCodes }
}
/** Somebody with an authenticator app, and a fresh browser that has shown the password. */
async function halfway() {
  const browser = town.browser()
  const me = await browser.settle()
  const made = await setUp(browser)
  const other = town.browser()
  const { pending } = await other.ask('signIn', { email: me.email, password })
  return { ...me, ...made, browser, other, token: pending!.token }
}
const next = () => town.putForward(30_000)

test('an authenticator app is shown as a secret, an address and a picture, and counts once a code was confirmed', async () => {
  const browser = town.browser()
  const { email, userId } = await browser.settle()
  const setup = await browser.ask('beginTotp', { password })
  expect(setup.uri).toBe(`otpauth://totp/Myna:${encodeURIComponent(email)}?secret=${setup.secret}&issuer=Myna&algorithm=SHA1&digits=6&period=30`)
  expect(setup.matrix.length).toBeGreaterThan(20)
  expect(setup.matrix.every((row) => row.length === setup.matrix.length && /^[01]+$/.test(row))).toBe(true)
  expect(setup.svg).toMatch(/^<svg /)
  expect((await browser.ask('getSecondFactor', {})).totp).toBeNull()
  expect((await town.browser().ask('signIn', { email, password })).pending).toBeNull()
  await expect(browser.ask('confirmTotp', { code: '000000' })).rejects.toMatchObject({ code: 'identity.wrong_code' })
  const { backupCodes } = await browser.ask('confirmTotp', { code: codeNow(setup.secret) })
  expect(new Set(backupCodes).size).toBe(10)
  expect(await browser.ask('getSecondFactor', {})).toMatchObject({ totp: { since: expect.any(String) }, backupCodesLeft: 10, required: false })
  const kept = await town.house.database.pool.query(
    'select * from identity_own.totp t join identity_own.backup_codes b on b.user_id = t.user_id where t.user_id = $1',
    [userId],
  )
  expect(kept.rows).toHaveLength(10)
  for (const secret of [setup.secret, ...backupCodes]) expect(JSON.stringify(kept.rows)).not.toContain(secret)
})

test('setting up takes the password, and so does taking away', async () => {
  const browser = town.browser()
  await browser.settle()
  await expect(browser.ask('beginTotp', {})).rejects.toMatchObject({ code: 'identity.proof_needed' })
  await expect(browser.ask('beginTotp', { password: 'seven quiet cranes' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  const { secret } = await setUp(browser)
  await expect(browser.ask('beginTotp', { password })).rejects.toMatchObject({ code: 'identity.second_factor_on' })
  await expect(browser.ask('removeTotp', {})).rejects.toMatchObject({ code: 'identity.proof_needed' })
  await expect(browser.ask('removeTotp', { code: '000000' })).rejects.toMatchObject({ code: 'identity.wrong_code' })
  next()
  await browser.ask('removeTotp', { code: codeNow(secret) })
  expect(await browser.ask('getSecondFactor', {})).toMatchObject({ totp: null, backupCodesLeft: 0 })
})

test('switching it on ends every other session', async () => {
  const [first, second] = [town.browser(), town.browser()]
  const { email } = await first.settle()
  await second.ask('signIn', { email, password })
  await setUp(first)
  expect((await second.whoami()).subject).toBe('anonymous')
  expect((await first.whoami()).subject).toContain('user:')
})

test('half a sign-in is none: no cookie, nobody behind its token, nothing opens', async () => {
  const { other, token } = await halfway()
  expect(other.cookie()).toBeUndefined()
  expect((await other.ask('signIn', { email: 'x@example.com', password }).catch(() => undefined))?.user).toBeUndefined()
  for (const credential of [{ session: token }, { bearer: token }, { apiKey: token }]) expect((await town.front.authenticate(credential)).caller).toBeNull()
  await expect(other.ask('getMe', {})).rejects.toMatchObject({ code: 'request.unauthenticated' })
})

test('a code finishes it, once; the same code never again, nor one before it', async () => {
  const { other, token, secret, email, userId } = await halfway()
  const code = codeNow(secret)
  expect((await other.ask('completeSignIn', { token, code })).user?.id).toBe(userId)
  await expect(other.ask('completeSignIn', { token, code: codeNow(secret, 1) })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const third = town.browser()
  const { pending } = await third.ask('signIn', { email, password })
  await expect(third.ask('completeSignIn', { token: pending!.token, code })).rejects.toMatchObject({ code: 'identity.wrong_code' })
  await expect(third.ask('completeSignIn', { token: pending!.token, code: codeNow(secret, -1) })).rejects.toMatchObject({ code: 'identity.wrong_code' })
  expect((await third.ask('completeSignIn', { token: pending!.token, code: codeNow(secret, 1) })).user?.id).toBe(userId)
})

test('the same code sent by many at the same moment lets one of them in', async () => {
  const { secret, email } = await halfway()
  const tokens = await Promise.all([1, 2, 3].map(async () => (await town.browser().ask('signIn', { email, password })).pending!.token))
  const code = codeNow(secret)
  const results = await Promise.allSettled(tokens.map((token) => town.browser().ask('completeSignIn', { token, code })))
  expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
})

test('a backup code works once, however it is typed; new ones take the place of the old', async () => {
  const { browser, other, token, backupCodes, email, userId } = await halfway()
  const [code, unused] = backupCodes as [string, string]
  expect((await other.ask('completeSignIn', { token, backupCode: ` ${code.toUpperCase().replaceAll('-', ' ')} ` })).user?.id).toBe(userId)
  expect((await other.ask('getSecondFactor', {})).backupCodesLeft).toBe(9)
  const { pending } = await town.browser().ask('signIn', { email, password })
  await expect(town.browser().ask('completeSignIn', { token: pending!.token, backupCode: code })).rejects.toMatchObject({ code: 'identity.wrong_code' })
  await browser.ask('renewBackupCodes', { password })
  await expect(town.browser().ask('completeSignIn', { token: pending!.token, backupCode: unused })).rejects.toMatchObject({ code: 'identity.wrong_code' })
})

test('a code of one person is none of another', async () => {
  const [one, two] = [await halfway(), await halfway()]
  await expect(two.other.ask('completeSignIn', { token: two.token, backupCode: one.backupCodes[0]! })).rejects.toMatchObject({ code: 'identity.wrong_code' })
})

test('guessing codes ends the sign-in, then locks, also for whoever begins anew each time, and is told', async () => {
  const { email, token, tenantId, userId } = await halfway()
  const guess = (it: string, ip: string) => town.anybody({ ip }).completeSignIn({ token: it, code: '000000' })
  const ip = (n: number) => `198.51.100.${n}`
  for (let n = 0; n < 5; n += 1) await expect(guess(token, ip(n))).rejects.toMatchObject({ code: 'identity.wrong_code' })
  await expect(guess(token, ip(9))).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const again = (await town.anybody({ ip: '198.51.100.20' }).signIn({ email, password })).pending!.token
  await expect(guess(again, ip(10))).rejects.toMatchObject({ code: 'identity.locked' })
  expect(await town.heardOf('account.attacked', tenantId, 1)).toMatchObject([{ userId, what: 'second_factor' }])
})

test('a half sign-in runs out, and a changed password ends it', async () => {
  const one = await halfway()
  town.putForward(10 * 60_000)
  await expect(one.other.ask('completeSignIn', { token: one.token, code: codeNow(one.secret) })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const two = await halfway()
  await two.browser.ask('changePassword', { current: password, password: 'nine patient storks' })
  await expect(two.other.ask('completeSignIn', { token: two.token, code: codeNow(two.secret, 1) })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
})

test('exactly one proof finishes a sign-in, and the password is none', async () => {
  const { other, token, secret } = await halfway()
  await expect(other.ask('completeSignIn', { token })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(other.ask('completeSignIn', { token, code: codeNow(secret), backupCode: 'x' })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(other.ask('completeSignIn', { token, password })).rejects.toMatchObject({ code: 'identity.wrong_code' })
})

test('a remembered browser is not asked again for 30 days, another one is', async () => {
  const { other, token, secret, email } = await halfway()
  await other.ask('completeSignIn', { token, code: codeNow(secret), rememberDevice: true })
  expect((await other.ask('getSecondFactor', {})).rememberedDevices).toBe(1)
  expect((await other.ask('signIn', { email, password })).pending).toBeNull()
  expect((await town.browser().ask('signIn', { email, password })).pending).not.toBeNull()
  const thief = town.browser({ cookie: `myna_device=${other.device()}` })
  await town.browser().settle()
  const victim = await halfway()
  expect((await thief.ask('signIn', { email: victim.email, password })).pending).not.toBeNull()
  await other.ask('forgetDevices', {})
  expect((await other.ask('signIn', { email, password })).pending).not.toBeNull()
})

test('remembering ends after 30 days', async () => {
  const { other, token, secret, email } = await halfway()
  await other.ask('completeSignIn', { token, code: codeNow(secret), rememberDevice: true })
  town.putForward(30 * 24 * 3_600_000 + 1_000)
  expect((await other.ask('signIn', { email, password })).pending).not.toBeNull()
})

test('an organisation asks for a second factor: whoever has none is let in to set one up and to nothing else', async () => {
  const owner = town.browser()
  const { tenantId } = await owner.settle()
  const email = `${newId()}@example.com`
  const { id } = await owner.ask('inviteMember', { email, role: 'user' })
  const member = town.browser()
  await member.settle({ email, invitationId: id })
  expect((await member.whoami()).tenantId).toBe(tenantId)

  await expect(owner.ask('updateSecurityPolicy', { requireSecondFactor: true })).rejects.toMatchObject({ code: 'identity.second_factor_first' })
  await expect(member.ask('updateSecurityPolicy', { requireSecondFactor: true })).rejects.toMatchObject({ code: 'request.forbidden' })
  await setUp(owner)
  expect(await owner.ask('updateSecurityPolicy', { requireSecondFactor: true })).toEqual({ requireSecondFactor: true, membersWithout: 1 })
  expect((await owner.whoami()).tenantId).toBe(tenantId)

  expect(await member.whoami()).toMatchObject({ tenantId: null, scopes: [], roles: [] })
  expect(await member.ask('getMe', {})).toMatchObject({ tenant: null, scopes: [], requires: { what: 'second_factor', tenant: { id: tenantId } } })
  await expect(member.ask('listMembers', {})).rejects.toMatchObject({ code: 'request.forbidden' })
  const made = await setUp(member)
  expect((await member.whoami()).tenantId).toBe(tenantId)
  next()
  await expect(member.ask('removeTotp', { code: codeNow(made.secret) })).rejects.toMatchObject({ code: 'identity.second_factor_required' })
  expect((await owner.ask('listMembers', { secondFactor: true })).items).toHaveLength(2)
})

test('a key is no session: it changes no credential', async () => {
  const browser = town.browser()
  await browser.settle()
  const { key } = await browser.ask('createApiKey', { name: 'bot', scopes: ['agents:read'] })
  const { caller } = await town.front.authenticate({ apiKey: key })
  const bot = town.anybody(caller!)
  const deeds: (() => Promise<unknown>)[] = [
    () => bot.beginTotp({ password }),
    () => bot.confirmTotp({ code: '000000' }),
    () => bot.renewBackupCodes({ password }),
    () => bot.beginPasskey({ password }),
    () => bot.changePassword({ current: password, password: 'nine patient storks' }),
    () => bot.issueToken({}),
    () => bot.beginLink({ vendor: 'google', password }),
    () => bot.revokeOtherSessions({}),
    () => bot.endImpersonation({}),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'request.forbidden' })
})
