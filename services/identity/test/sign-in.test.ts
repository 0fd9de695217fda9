import { contracts } from '@myna/contracts'
import { createHouse, createLog, createVault } from '@myna/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identity } from '../service.ts'
import { openTown, password, portsOf, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const wrong = 'seven quiet cranes'

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

test('the database keeps neither the password nor the token of a session', async () => {
  const browser = town.browser()
  const { userId } = await browser.settle()
  const rows = await town.house.database.pool.query(
    `select s.token, a.password from identity_own.session s join identity_own.account a on a."userId" = s."userId" where s."userId" = $1`,
    [userId],
  )
  expect(JSON.stringify(rows.rows)).not.toContain(browser.cookie())
  expect(JSON.stringify(rows.rows)).not.toContain(password)
})

test('signs in with the password, whatever the case of the address, and refuses another', async () => {
  const { email, userId } = await town.browser().settle()
  const other = town.browser()
  await expect(other.ask('signIn', { email, password: wrong })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  expect(other.cookie()).toBeUndefined()
  const me = await other.ask('signIn', { email: email.toUpperCase(), password })
  expect(me.user?.id).toBe(userId)
})

test('an address signs up once, also when two ask at the same moment', async () => {
  const email = 'twice@example.com'
  const signUp = () => town.browser().settle({ email })
  const results = await Promise.allSettled([signUp(), signUp()])
  expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(signUp()).rejects.toMatchObject({ code: 'identity.email_taken' })
  await expect(town.browser().settle({ email: 'Twice@Example.com' })).rejects.toMatchObject({ code: 'identity.email_taken' })
})

test('a sign-up that fails leaves nothing behind', async () => {
  const before = await counts()
  await expect(town.browser().ask('signUp', { name: 'A', email: 'weak@example.com', password: 'password12' })).rejects.toMatchObject({
    code: 'identity.weak_password',
    fields: [{ field: 'password' }],
  })
  await expect(town.browser().settle({ email: 'twice@example.com' })).rejects.toMatchObject({ code: 'identity.email_taken' })
  expect(await counts()).toEqual(before)
})

test('signing out ends the session and takes the cookie away', async () => {
  const browser = town.browser()
  await browser.settle()
  const stolen = browser.cookie()!
  await browser.ask('signOut', {})
  expect(browser.cookie()).toBeUndefined()
  expect(browser.header()).toContain('Max-Age=0')
  expect(await town.front.authenticate({ session: stolen })).toEqual({ caller: null, cacheMs: 0 })
})

test('nonsense is nobody', async () => {
  for (const input of [{}, { session: '' }, { session: "' or 1=1 --" }, { apiKey: 'myna_x' }, { bearer: 'x.y.z' }, { bearer: '' }])
    expect(await town.front.authenticate(input)).toEqual({ caller: null, cacheMs: 0 })
})

test('only a service may turn credentials into callers', async () => {
  await expect(town.anybody().authenticate({})).rejects.toMatchObject({ code: 'request.unauthenticated' })
  const near = await (async () => {
    const browser = town.browser()
    await browser.settle()
    return browser.near()
  })()
  await expect(near.authenticate({})).rejects.toMatchObject({ code: 'request.forbidden' })
})

test('after too many wrong passwords even the right one waits, and a restart does not help', async () => {
  const { email } = await town.browser().settle()
  const guess = (it = wrong) => town.browser().ask('signIn', { email, password: it })
  for (let n = 0; n < 5; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(guess(password)).rejects.toMatchObject({ code: 'identity.locked' })

  const { database } = town.house
  const restarted = await createHouse({
    services: [identity],
    contracts,
    database,
    ports: {
      identity: portsOf('https://myna.test'),
    },
    vault: createVault(new Uint8Array(32)),
    secret: town.house.secret,
    log: createLog({ level: 'silent' }),
  })
  const client = restarted.client('identity', {
    caller: { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: 'x' },
  }) as unknown as ReturnType<Town['anybody']>
  await expect(client.signIn({ email, password })).rejects.toMatchObject({ code: 'identity.locked' })

  town.putForward(31_000)
  expect((await guess(password)).user?.email).toBe(email)
  await expect(guess()).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
})

test('many guesses at once are counted as many', async () => {
  const { email } = await town.browser().settle()
  const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => town.anybody({ ip: '192.0.2.9' }).signIn({ email, password: wrong })))
  const codes = guesses.map((it) => (it.status === 'rejected' ? (it.reason as { code: string }).code : 'in'))
  expect(codes.filter((it) => it === 'identity.wrong_credentials')).toHaveLength(5)
  expect(codes.filter((it) => it === 'identity.locked')).toHaveLength(7)
})

test('an unknown account is refused, and in the end locked, as a known one is', async () => {
  const guess = () => town.anybody({ ip: '192.0.2.10' }).signIn({ email: 'nobody-here@example.com', password: wrong })
  for (let n = 0; n < 5; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(guess()).rejects.toMatchObject({ code: 'identity.locked' })
})

test('one network guessing at many accounts is locked, also when it changes its IPv6 address each time', async () => {
  const guess = (n: number) => town.anybody({ ip: `2001:db8:7:7::${n.toString(16)}` }).signIn({ email: `spray-${n}@example.com`, password: wrong })
  const codes: string[] = []
  for (let n = 1; n <= 31; n += 1)
    codes.push(
      await guess(n).then(
        () => 'in',
        (it: { code: string }) => it.code,
      ),
    )
  expect(codes.slice(0, 30)).toEqual(Array<string>(30).fill('identity.wrong_credentials'))
  expect(codes[30]).toBe('identity.locked')
  await expect(town.anybody({ ip: '2001:db8:7:8::1' }).signIn({ email: 'spray-40@example.com', password: wrong })).rejects.toMatchObject({
    code: 'identity.wrong_credentials',
  })
})

test('a revoked session is over at once, and only its own person can revoke it', async () => {
  const [first, second, stranger] = [town.browser(), town.browser(), town.browser()]
  const { email } = await first.settle()
  await second.ask('signIn', { email, password })
  await stranger.settle()
  const sessions = (await first.ask('listSessions', {})).items
  expect(sessions.filter((it) => it.current)).toHaveLength(1)
  const other = sessions.find((it) => !it.current)!
  await expect(stranger.ask('revokeSession', { sessionId: other.id })).rejects.toMatchObject({ code: 'identity.session_not_found' })
  await expect(stranger.ask('revokeSession', { sessionId: 'no id' })).rejects.toMatchObject({ code: 'identity.session_not_found' })
  await first.ask('revokeSession', { sessionId: other.id })
  expect((await second.whoami()).subject).toBe('anonymous')
  expect((await first.whoami()).subject).toContain('user:')
})

test('a session ends by itself after 30 days', async () => {
  const later = await openTown('http://localhost:3000')
  const browser = later.browser()
  await browser.settle()
  later.putForward(30 * 24 * 3_600_000 - 2_000)
  expect((await later.front.authenticate({ session: browser.cookie()! })).cacheMs).toBeLessThanOrEqual(2_000)
  later.putForward(2_000)
  expect((await browser.whoami()).subject).toBe('anonymous')
  await later.close()
})

test('shows when a session and a member were seen last', async () => {
  const browser = town.browser()
  await browser.settle()
  town.putForward(120_000)
  const now = town.clock.now().toISOString()
  expect((await browser.ask('listSessions', {})).items[0]!.lastSeenAt >= now).toBe(true)
  expect((await browser.ask('listMembers', {})).items[0]!.lastSeenAt! >= now).toBe(true)
})

test('changing the password takes the current one, and signs out everywhere else', async () => {
  const [here, there] = [town.browser(), town.browser()]
  const { email } = await here.settle()
  await there.ask('signIn', { email, password })
  await expect(here.ask('changePassword', { current: wrong, password: 'nine loud geese' })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await expect(here.ask('changePassword', { current: password, password: email })).rejects.toMatchObject({ code: 'identity.weak_password' })
  await here.ask('changePassword', { current: password, password: 'nine loud geese' })
  expect((await there.whoami()).subject).toBe('anonymous')
  expect((await here.whoami()).subject).toContain('user:')
  await expect(there.ask('signIn', { email, password })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  await there.ask('signIn', { email, password: 'nine loud geese' })
})

test('name and preferences change, and too many preferences do not', async () => {
  const browser = town.browser()
  await browser.settle({ language: 'bn' })
  const me = await browser.ask('updateMe', { name: 'Asha Sen', preferences: { theme: 'dark' } })
  expect(me.user).toMatchObject({ name: 'Asha Sen', preferences: { language: 'bn', theme: 'dark' } })
  await expect(browser.ask('updateMe', { preferences: { big: 'x'.repeat(9_000) } })).rejects.toMatchObject({ code: 'request.invalid' })
  expect((await browser.ask('getMe', {})).user?.preferences).toEqual({ language: 'bn', theme: 'dark' })
})

async function counts() {
  const { rows } = await town.house.database.pool.query(
    `select (select count(*) from identity_own."user") as users, (select count(*) from identity_own.organization) as organisations, (select count(*) from identity_own.session) as sessions`,
  )
  return rows[0]
}
