import { newId } from '@myna/kernel'
import { afterEach, expect, test } from 'vitest'
import { openTown, password, type Town } from './town.ts'

let town: Town
afterEach(() => town.close())

const platform = ['platform:read', 'platform:write']

test('the first person on a fresh installation runs it, once they have verified their address; nobody else does, and no role holds the rights', async () => {
  town = await openTown()
  const [first, second] = [town.browser(), town.browser()]
  const one = await first.settle()
  const two = await second.settle()
  expect(one.operator).toBe(false)
  expect((await first.whoami()).scopes).not.toContain('platform:read')
  const { token } = await town.mailTo(two.email)
  await second.ask('verifyEmail', { token })
  expect((await second.whoami()).scopes).toEqual(expect.arrayContaining(platform))
  expect(await second.ask('getMe', {})).toMatchObject({ operator: true })
  const { token: late } = await town.mailTo(one.email)
  await first.ask('verifyEmail', { token: late })
  expect((await first.whoami()).scopes).not.toContain('platform:read')
  expect((await second.ask('listOperators', {})).items).toMatchObject([{ userId: two.userId, source: 'first' }])
  await expect(first.ask('listOperators', {})).rejects.toMatchObject({ code: 'request.forbidden' })
  const roles = await first.ask('listRoles', {})
  expect([...roles.allScopes, ...roles.items.flatMap((it) => it.scopes)].filter((it) => it.startsWith('platform:'))).toEqual([])
  await expect(second.ask('saveRole', { name: 'root', scopes: ['platform:write'] })).rejects.toMatchObject({ fields: expect.anything() })
}, 120_000)

test('of many who sign up in the same moment where no mail goes out, exactly one runs the installation', async () => {
  town = await openTown('https://myna.test', { mailIsOn: false })
  const all = Array.from({ length: 6 }, () => town.browser())
  const people = await Promise.all(all.map((it) => it.settle()))
  expect((await town.house.database.pool.query('select * from identity_own.operators')).rows.length).toBeLessThanOrEqual(1)
  const mes = await Promise.all(all.map((it) => it.ask('getMe', {})))
  expect(mes.filter((it) => it.operator)).toHaveLength(1)
  expect(people).toHaveLength(6)
}, 120_000)

test('those named in the settings run it, once their address is proven, and the first to come does not', async () => {
  town = await openTown('https://myna.test', { operators: ['root@example.com'], mailIsOn: false })
  const [first, root] = [town.browser(), town.browser()]
  await first.settle()
  expect((await first.ask('getMe', {})).operator).toBe(false)
  await root.settle({ email: 'root@example.com' })
  expect((await root.ask('getMe', {})).operator).toBe(false)
  await root.ask('verifyEmail', { token: (await town.mailTo('root@example.com')).token })
  expect(await root.ask('listOperators', {})).toMatchObject({ items: [{ email: 'root@example.com', source: 'settings' }], awaited: [] })
  const me = await root.ask('getMe', {})
  await expect(root.ask('removeOperator', { userId: me.user!.id })).rejects.toMatchObject({ code: 'identity.operator_by_setting' })
}, 120_000)

async function installation() {
  town = await openTown('https://myna.test', { mailIsOn: false })
  const [root, other] = [town.browser(), town.browser()]
  const [one, two] = [await root.settle({ name: 'Root' }), await other.settle({ name: 'Ravi' })]
  return { root, other, one, two }
}

test('operators add and remove operators, never the last one; every change is noted', async () => {
  const { root, other, one, two } = await installation()
  await expect(root.ask('removeOperator', { userId: one.userId })).rejects.toMatchObject({ code: 'identity.last_operator' })
  await expect(root.ask('addOperator', { email: 'nobody@example.com' })).rejects.toMatchObject({ code: 'identity.person_not_found' })
  expect(await root.ask('addOperator', { email: two.email })).toMatchObject({ userId: two.userId, source: 'added' })
  expect((await other.whoami()).scopes).toEqual(expect.arrayContaining(platform))
  const removals = await Promise.allSettled([root.ask('removeOperator', { userId: two.userId }), other.ask('removeOperator', { userId: one.userId })])
  expect(removals.filter((it) => it.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
  expect((await town.house.database.pool.query('select * from identity_own.operators')).rows).toHaveLength(1)
  expect((await town.heardOf('act.noted', one.tenantId, 3)).map((it) => it['action'])).toContain('add-operator')
}, 120_000)

test('a key runs nothing, unless an operator gives it that by name, and then as long as they are one', async () => {
  const { root, other, one, two } = await installation()
  const plain = await root.ask('createApiKey', { name: 'plain', scopes: ['agents:read'] })
  expect((await town.front.authenticate({ apiKey: plain.key })).caller?.scopes).toEqual(['agents:read'])
  await expect(other.ask('createApiKey', { name: 'x', scopes: ['platform:read'] })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  const made = await root.ask('createApiKey', { name: 'probe', scopes: ['platform:read'] })
  expect((await town.front.authenticate({ apiKey: made.key })).caller?.scopes).toEqual(['platform:read'])
  await root.ask('addOperator', { email: two.email })
  await other.ask('removeOperator', { userId: one.userId })
  expect((await town.front.authenticate({ apiKey: made.key })).caller?.scopes).toEqual([])
}, 120_000)

test('an account is shut out of the whole installation at once: sessions, half sign-ins, keys', async () => {
  const { root, other, one, two } = await installation()
  const { key } = await other.ask('createApiKey', { name: 'bot', scopes: ['agents:read'] })
  expect((await root.ask('listPeople', { q: 'ravi' })).items).toMatchObject([{ id: two.userId, active: true, organisations: [{ role: 'owner' }] }])
  await expect(other.ask('listPeople', {})).rejects.toMatchObject({ code: 'request.forbidden' })
  expect(await root.ask('updatePerson', { userId: two.userId, active: false })).toMatchObject({ active: false })
  expect((await other.whoami()).subject).toBe('anonymous')
  expect((await town.front.authenticate({ apiKey: key })).caller).toBeNull()
  await expect(town.browser().ask('signIn', { email: two.email, password: 'seven quiet cranes' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(town.browser().ask('signIn', { email: two.email, password })).rejects.toMatchObject({ code: 'identity.account_disabled' })
  expect((await root.ask('listPeople', { active: false })).items).toHaveLength(1)
  await expect(root.ask('updatePerson', { userId: one.userId, active: false })).rejects.toMatchObject({ code: 'identity.last_operator' })
  await expect(root.ask('updatePerson', { userId: newId(), active: false })).rejects.toMatchObject({ code: 'identity.person_not_found' })
  await root.ask('updatePerson', { userId: two.userId, active: true })
  expect((await town.browser().ask('signIn', { email: two.email, password })).user?.id).toBe(two.userId)
  expect((await town.front.authenticate({ apiKey: key })).caller).not.toBeNull()
}, 120_000)
