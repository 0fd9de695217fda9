import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('signing up makes an account, an organisation it owns, and a session in a cookie that scripts cannot read', async () => {
  const browser = town.browser({ 'user-agent': 'Firefox of the test' })
  const me = await browser.settle({ name: 'Ravi', organisation: 'Ravi Dental' })
  expect(me.tenant?.name).toBe('Ravi Dental')
  expect(me.role).toBe('owner')
  expect(me.user).toMatchObject({ name: 'Ravi', emailVerified: false, active: true })
  expect(browser.header()).toMatch(/^myna_session=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=2592000; Secure$/)
  const caller = await browser.whoami()
  expect(caller).toMatchObject({ tenantId: me.tenantId, subject: `user:${me.userId}`, name: 'Ravi', roles: ['owner'] })
  expect(caller.scopes).toEqual(me.scopes)
  expect((await browser.ask('listSessions', {})).items).toMatchObject([{ current: true, userAgent: 'Firefox of the test', ip: '127.0.0.1' }])
})

test('signs in with the password and refuses another', async () => {
  const { email, userId } = await town.browser().settle()
  const other = town.browser()
  await expect(other.ask('signIn', { email, password: 'seven quiet cranes' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  expect(other.cookie()).toBeUndefined()
  const me = await other.ask('signIn', { email: email.toUpperCase(), password })
  expect(me.user?.id).toBe(userId)
})
