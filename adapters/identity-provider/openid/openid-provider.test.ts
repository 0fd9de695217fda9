import { randomBytes } from 'node:crypto'
import { createGuardedFetch } from '@myna/fetch-guarded'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOpenidProvider } from '#openid-provider.ts'
import { playOpenid } from '#test/play-openid.ts'

const redirectUri = 'https://myna.test/sign-in/callback/x'
const client = { clientId: 'myna', clientSecret: 'a secret: of & the client' }
let played: Awaited<ReturnType<typeof playOpenid>>
let guarded: ReturnType<typeof createGuardedFetch>
beforeAll(async () => {
  played = await playOpenid({ ...client, redirectUris: [redirectUri] })
  guarded = createGuardedFetch({ allowHosts: [new URL(played.url).host] })
})
afterAll(async () => void (await Promise.all([played.close(), guarded.close()])))
beforeEach(() => {
  played.played.evil = undefined
  played.played.now = () => Date.now()
  played.played.issuer = played.url
  played.played.person = { sub: 'person-1', email: 'Person@Example.com', email_verified: true, name: 'A person' }
})

const openid = () => createOpenidProvider({ fetch: guarded.fetch, issuer: played.url, ...client })
const fresh = () => ({
  redirectUri,
  state: randomBytes(8).toString('hex'),
  nonce: randomBytes(8).toString('hex'),
  codeVerifier: randomBytes(32).toString('base64url'),
})

async function roundTrip(provider = openid(), change: Partial<ReturnType<typeof fresh> & { code: string }> = {}) {
  const asked = fresh()
  const back = await played.visit(await provider.begin({ ...asked, email: undefined }))
  expect(back.searchParams.get('state')).toBe(asked.state)
  return provider.finish({ ...asked, code: back.searchParams.get('code')!, now: new Date(), ...change })
}

describe('a provider of OpenID Connect', () => {
  it('vouches for whoever signed in there', async () => {
    expect(await roundTrip()).toEqual({ subject: 'person-1', email: 'person@example.com', emailVerified: true, name: 'A person' })
  })

  it('does not vouch for an address it has not checked', async () => {
    played.played.person = { sub: 'person-1', email: 'victim@example.com' }
    expect(await roundTrip()).toMatchObject({ email: 'victim@example.com', emailVerified: false })
  })

  it.each([
    'wrong_key',
    'unsigned',
    'symmetric',
    'wrong_issuer',
    'wrong_audience',
    'second_audience',
    'expired',
    'wrong_nonce',
    'no_nonce',
    'garbage',
  ] as const)('is not believed with an id token that is %s', async (evil) => {
    played.played.evil = evil
    await expect(roundTrip()).rejects.toMatchObject({ retryable: false })
  })

  it('takes a code once, and only with its verifier and its address', async () => {
    const provider = openid()
    const asked = fresh()
    const back = await played.visit(await provider.begin({ ...asked, email: undefined }))
    const code = back.searchParams.get('code')!
    const now = new Date()
    await expect(provider.finish({ ...asked, code, now, codeVerifier: 'x'.repeat(43) })).rejects.toMatchObject({ retryable: false })
    await expect(provider.finish({ ...asked, code, now, redirectUri: 'https://evil.example' })).rejects.toMatchObject({ retryable: false })
    await provider.finish({ ...asked, code, now })
    await expect(provider.finish({ ...asked, code, now })).rejects.toMatchObject({ retryable: false })
  })

  it('has its keys read again when they change', async () => {
    const provider = openid()
    await roundTrip(provider)
    played.played.kid = 'key-2'
    expect((await roundTrip(provider)).subject).toBe('person-1')
  })

  it('is not who another says it is', async () => {
    played.played.issuer = 'https://accounts.google.com'
    await expect(openid().begin({ ...fresh(), email: undefined })).rejects.toMatchObject({ retryable: true })
  })

  it('is not believed when its clock and ours differ', async () => {
    played.played.now = () => Date.now() + 50_000
    expect((await roundTrip()).subject).toBe('person-1')
    played.played.now = () => Date.now() + 5 * 60_000
    await expect(roundTrip()).rejects.toMatchObject({ name: 'ProviderRefusal', why: 'set_up_wrong' })
  })

  it('says that it knows another secret', async () => {
    const provider = createOpenidProvider({ fetch: guarded.fetch, issuer: played.url, ...client, clientSecret: 'another' })
    await expect(roundTrip(provider)).rejects.toMatchObject({ name: 'ProviderRefusal', why: 'set_up_wrong' })
  })

  it('may not name its issuer with a place for tenants, of which any could then speak for all', async () => {
    played.played.issuer = `${played.url}/{tenantid}`
    await expect(openid().begin({ ...fresh(), email: undefined })).rejects.toMatchObject({ retryable: true })
  })

  it('is not asked where the guard forbids it', async () => {
    const closed = createGuardedFetch({ allowHosts: [] })
    const provider = createOpenidProvider({ fetch: closed.fetch, issuer: played.url, ...client })
    const before = played.played.asked.length
    await expect(provider.begin({ ...fresh(), email: undefined })).rejects.toMatchObject({ name: 'PortFault' })
    expect(played.played.asked).toHaveLength(before)
    await closed.close()
  })
})
