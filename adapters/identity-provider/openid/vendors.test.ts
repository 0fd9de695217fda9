import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createGuardedFetch } from '@myna/fetch-guarded'
import { vendorSpec } from '@myna/ports/conformance/vendor-spec'
import type { CodeProvider } from '@myna/ports/identity-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGithub } from '#github.ts'
import { playGithub } from '#test/play-github.ts'
import { playGoogle } from '#test/play-google.ts'
import { personalTenant, playMicrosoft } from '#test/play-microsoft.ts'
import { visitPlayed } from '#test/played-site.ts'
import { createGoogle, createMicrosoft } from '#vendors.ts'

const redirectUri = 'https://myna.test/sign-in/callback/vendor'
const client = { clientId: 'myna', clientSecret: 'a secret: of & the client' }
const [tenant, otherTenant] = ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222']
let google: Awaited<ReturnType<typeof playGoogle>>
let github: Awaited<ReturnType<typeof playGithub>>
let microsoft: Awaited<ReturnType<typeof playMicrosoft>>
let guarded: ReturnType<typeof createGuardedFetch>
beforeAll(async () => {
  google = await playGoogle({ ...client, redirectUris: [redirectUri] })
  github = await playGithub({ ...client, callbackUrl: 'https://myna.test/sign-in/callback' })
  microsoft = await playMicrosoft({ ...client, redirectUris: [redirectUri] }, [tenant, otherTenant])
  guarded = createGuardedFetch({ allowHosts: [google, github, microsoft].map((it) => new URL(it.url).host) })
})
afterAll(async () => void (await Promise.all([google, github, microsoft, guarded].map((it) => it.close()))))

const given = (it: { url: string }) => ({ fetch: guarded.fetch, url: it.url, ...client })
const asked = () => {
  const [state, nonce, codeVerifier] = [8, 8, 32].map((bytes) => randomBytes(bytes).toString('base64url')) as [string, string, string]
  return { redirectUri, state, nonce, codeVerifier, email: undefined }
}
async function roundTrip(provider: CodeProvider) {
  const it = asked()
  const back = await visitPlayed(await provider.begin(it))
  expect(back.searchParams.get('state')).toBe(it.state)
  return provider.finish({ ...it, code: back.searchParams.get('code')!, now: new Date() })
}

describe('Microsoft', () => {
  const by = (of?: string) => createMicrosoft({ ...given(microsoft), tenant: of })
  const work = { oid: '7', tid: tenant, name: 'A person', preferred_username: 'person@example.com' }

  it('lets in whom its tenant lets in, wherever its cloud is', async () => {
    microsoft.microsoft.person = { ...work, email: 'person@example.com' }
    for (const it of ['common', 'organizations', tenant]) expect(await roundTrip(by(it))).toMatchObject({ subject: 'pairwise-7' })
    for (const it of ['consumers', otherTenant]) await expect(roundTrip(by(it))).rejects.toThrow('AADSTS50020')
    microsoft.microsoft.person = { ...work, tid: personalTenant, email: 'person@example.com' }
    for (const it of ['common', 'consumers']) expect(await roundTrip(by(it))).toMatchObject({ emailVerified: true })
    await expect(roundTrip(by('organizations'))).rejects.toThrow('AADSTS50020')
    await expect(roundTrip(by('33333333-3333-3333-3333-333333333333'))).rejects.toMatchObject({ retryable: true })
  })

  it('is not believed about an address that some tenant wrote, only where it checked the domain', async () => {
    microsoft.microsoft.person = { ...work, email: 'victim@example.com' }
    expect(await roundTrip(by())).toMatchObject({ email: 'victim@example.com', emailVerified: false })
    microsoft.microsoft.person = { ...work, email: 'person@example.com', xms_edov: true }
    expect(await roundTrip(by())).toMatchObject({ emailVerified: true })
    microsoft.microsoft.person = work
    expect(await roundTrip(by())).toMatchObject({ email: null, emailVerified: false, name: 'A person' })
  })

  it.each([
    ['of another tenant than its issuer', { tid: otherTenant }],
    ['of no tenant', { tid: undefined }],
    ['of another cloud', { iss: `https://login.microsoftonline.us/${tenant}/v2.0` }],
  ])('is not believed with a token %s', async (_, tell) => {
    microsoft.microsoft.person = work
    microsoft.microsoft.tell = tell
    await expect(roundTrip(by())).rejects.toMatchObject({ retryable: false })
    microsoft.microsoft.tell = {}
  })

  it('is not believed with a key that signs for other tenants', async () => {
    microsoft.microsoft.person = work
    microsoft.microsoft.keyIssuer = `${microsoft.url}/${personalTenant}/v2.0`
    await expect(roundTrip(by())).rejects.toMatchObject({ retryable: false })
    microsoft.microsoft.keyIssuer = undefined
  })
})

describe('GitHub', () => {
  const provider = () => createGithub(given(github))
  const email = (address: string, it = {}) => ({ email: address, primary: false, verified: true, visibility: null, ...it })

  it('vouches for the primary address, whatever the profile shows', async () => {
    const emails = [email('other@example.com'), email('Octo@Example.com', { primary: true })]
    github.github.person = { id: 42, login: 'octo', name: null, profileEmail: 'victim@example.com', emails }
    expect(await roundTrip(provider())).toEqual({ subject: '42', email: 'octo@example.com', emailVerified: true, name: 'octo' })
  })

  it('tells of no address where its person did not let it be read', async () => {
    github.github.granted = ['read:user']
    expect(await roundTrip(provider())).toMatchObject({ subject: '42', email: null, emailVerified: false })
    github.github.granted = undefined
  })

  it('is asked at its own API: beside github.com and tenants of ghe.com, below an Enterprise server', async () => {
    const places: string[] = []
    const fetch: typeof globalThis.fetch = async (input) => {
      places.push(new Request(input).url)
      return Response.json(places.length % 3 === 1 ? { access_token: 'x' } : places.length % 3 === 2 ? { id: 1 } : [])
    }
    for (const url of [undefined, 'https://rao.ghe.com', 'https://git.rao.example'])
      await createGithub({ ...client, fetch, url }).finish({ ...asked(), code: 'x', now: new Date() })
    expect(places.filter((it) => it.endsWith('/user'))).toEqual([
      'https://api.github.com/user',
      'https://api.rao.ghe.com/user',
      'https://git.rao.example/api/v3/user',
    ])
  })
})

it.each([
  ['Google', () => createGoogle({ ...given(google), fetch: createGuardedFetch({ allowHosts: [] }).fetch }), () => google],
  ['Microsoft', () => createMicrosoft({ ...given(microsoft), fetch: createGuardedFetch({ allowHosts: [] }).fetch }), () => microsoft],
  ['GitHub', () => createGithub({ ...given(github), fetch: createGuardedFetch({ allowHosts: [] }).fetch }), () => github],
])('%s is not reached at a private address that the operator has not allowed', async (_, provider, played) => {
  const before = played().asked.length
  const it = asked()
  await expect(async () => {
    await provider().begin(it)
    await provider().finish({ ...it, code: 'x', now: new Date() })
  }).rejects.toMatchObject({ name: 'PortFault', retryable: true })
  expect(played().asked).toHaveLength(before)
})

const described = vendorSpec('github/api.github.com.json.gz')
describe.skipIf(described.absent)(
  `vendors' own descriptions${described.absent ? ' (skipped: set MYNA_VENDOR_SPECS to a folder with github/api.github.com.json.gz)' : ''}`,
  () => {
    it('know every question that is asked of the API of GitHub', async () => {
      await roundTrip(createGithub(given(github)))
      const questions = github.asked.filter((it) => it.url.pathname.startsWith('/api/v3/'))
      expect(questions.map((it) => it.url.pathname.slice('/api/v3'.length))).toEqual(expect.arrayContaining(['/user', '/user/emails']))
      for (const it of questions) expect(await described.wrongs(it, '/api/v3'), it.url.href).toEqual([])
    })

    it('know what the played GitHub answers', async () => {
      const it = asked()
      const back = await visitPlayed(await createGithub(given(github)).begin(it))
      const form = { client_id: client.clientId, client_secret: client.clientSecret, redirect_uri: redirectUri, code_verifier: it.codeVerifier }
      const body = new URLSearchParams({ ...form, code: back.searchParams.get('code')! })
      const exchanged = (await (await fetch(`${github.url}/login/oauth/access_token`, { method: 'POST', body })).json()) as { access_token: string }
      const read = async (path: string): Promise<unknown> =>
        (await fetch(`${github.url}/api/v3${path}`, { headers: { authorization: `Bearer ${exchanged.access_token}`, 'user-agent': 'a test' } })).json()
      expect(await described.wrongsOfAnswer('public-user', await read('/user'))).toEqual([])
      for (const it of (await read('/user/emails')) as unknown[]) expect(await described.wrongsOfAnswer('email', it)).toEqual([])
    })

    it('know the scopes that are asked of Google', async () => {
      const { auth } = JSON.parse(readFileSync(`${process.env.MYNA_VENDOR_SPECS}/google/oauth2.v2.json`, 'utf8')) as {
        auth: { oauth2: { scopes: Record<string, unknown> } }
      }
      const scopes = new URL(await createGoogle(given(google)).begin(asked())).searchParams.get('scope')!.split(' ')
      const known = Object.keys(auth.oauth2.scopes).map((it) => it.replace('https://www.googleapis.com/auth/userinfo.', ''))
      expect(scopes.filter((it) => !known.includes(it))).toEqual([])
    })
  },
)
