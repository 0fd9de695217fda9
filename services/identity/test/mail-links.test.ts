import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const hour = 3_600_000
const next = 'nine loud geese'

test('the mailed link verifies the address, once', async () => {
  const browser = town.browser()
  const { email } = await browser.settle({ language: 'hi' })
  const { mail, token } = await town.mailTo(email)
  expect(mail.subject).toBe('अपना ई-मेल पता सत्यापित करें')
  expect(mail.text).toContain(`https://myna.test/verify?token=${token}`)
  expect(await town.anybody().verifyEmail({ token })).toEqual({ email })
  expect((await browser.ask('getMe', {})).user?.emailVerified).toBe(true)
  await expect(town.anybody().verifyEmail({ token })).rejects.toMatchObject({ code: 'identity.link_expired' })
  await browser.ask('sendVerification', {})
  expect(town.mails.filter((it) => it.to === email)).toHaveLength(1)
})

test('a link is worth nothing after its time, to another purpose, or when it is made up', async () => {
  const { email } = await town.browser().settle()
  const { token } = await town.mailTo(email)
  await expect(town.anybody().resetPassword({ token, password: next })).rejects.toMatchObject({ code: 'identity.link_expired' })
  for (const it of ['', 'x', token.slice(1), `${token}x`])
    await expect(town.anybody().verifyEmail({ token: it })).rejects.toMatchObject({ code: 'identity.link_expired' })
  town.putForward(24 * hour)
  await expect(town.anybody().verifyEmail({ token })).rejects.toMatchObject({ code: 'identity.link_expired' })
})

test('what the database keeps of a link opens nothing', async () => {
  const { email } = await town.browser().settle()
  const { token } = await town.mailTo(email)
  const { rows } = await town.house.database.pool.query(`select v.* from identity_own.verification v where v.value like '%' || $1`, [email])
  expect(rows).toHaveLength(1)
  const jobs = await town.house.database.pool.query(`select * from kernel.jobs where service = 'identity'`)
  expect(JSON.stringify([rows, jobs.rows])).not.toContain(token)
  for (const it of [rows[0].identifier, rows[0].id])
    await expect(town.anybody().verifyEmail({ token: it })).rejects.toMatchObject({ code: 'identity.link_expired' })
})

test('one link used by two at once works for one', async () => {
  const { email } = await town.browser().settle()
  const { token } = await town.mailTo(email)
  const results = await Promise.allSettled([1, 2, 3].map(() => town.anybody().verifyEmail({ token })))
  expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
})

test('the verification mail can be asked for again, but not all the time', async () => {
  const browser = town.browser()
  const { email } = await browser.settle()
  const { count } = await town.mailTo(email)
  await browser.ask('sendVerification', {})
  await town.mailTo(email, count)
  await browser.ask('sendVerification', {})
  await browser.ask('sendVerification', {})
  await expect(browser.ask('sendVerification', {})).rejects.toMatchObject({ code: 'request.too_many' })
})

test('a reset sets the password once, ends every session, opens the lock and verifies the address', async () => {
  const browser = town.browser()
  const { email } = await browser.settle()
  await town.mailTo(email)
  const outside = town.anybody({ ip: '192.0.2.77' })
  for (let n = 0; n < 5; n += 1) await outside.signIn({ email, password: 'not this one' }).catch(() => {})
  await expect(outside.signIn({ email, password })).rejects.toMatchObject({ code: 'identity.locked' })

  await outside.requestPasswordReset({ email })
  const { mail, token } = await town.mailTo(email, 1)
  expect(mail.text).toContain('https://myna.test/reset?token=')
  await expect(outside.resetPassword({ token, password: 'qwertyuiop' })).rejects.toMatchObject({ code: 'identity.weak_password' })
  await outside.resetPassword({ token, password: next })
  await expect(outside.resetPassword({ token, password: 'another long one' })).rejects.toMatchObject({ code: 'identity.link_expired' })
  expect((await browser.whoami()).subject).toBe('anonymous')
  expect((await outside.signIn({ email, password: next })).user?.emailVerified).toBe(true)
})

test('a used reset, or a changed password, makes older reset links worthless', async () => {
  const browser = town.browser()
  const { email } = await browser.settle()
  await town.mailTo(email)
  await town.anybody().requestPasswordReset({ email })
  const first = await town.mailTo(email, 1)
  await town.anybody().requestPasswordReset({ email })
  const second = await town.mailTo(email, 2)
  await town.anybody().resetPassword({ token: second.token, password: next })
  await expect(town.anybody().resetPassword({ token: first.token, password })).rejects.toMatchObject({ code: 'identity.link_expired' })

  await browser.ask('signIn', { email, password: next })
  town.putForward(hour)
  await town.anybody().requestPasswordReset({ email })
  const third = await town.mailTo(email, 3)
  await browser.ask('changePassword', { current: next, password })
  await expect(town.anybody().resetPassword({ token: third.token, password: next })).rejects.toMatchObject({ code: 'identity.link_expired' })
})

test('asking for a reset says and sends nothing about accounts that do not exist', async () => {
  expect(await town.anybody().requestPasswordReset({ email: 'nobody-at-all@example.com' })).toEqual({})
  const { email } = await town.browser().settle()
  await town.mailTo(email)
  for (let n = 0; n < 6; n += 1) expect(await town.anybody().requestPasswordReset({ email })).toEqual({})
  await town.mailTo(email, 3)
  expect(town.mails.filter((it) => it.to === email)).toHaveLength(4)
  expect(town.mails.some((it) => it.to === 'nobody-at-all@example.com')).toBe(false)
})
