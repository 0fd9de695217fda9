import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInMail } from './mailbox.ts'
import { oneTimeCode } from './one-time-code.ts'
import { openidClient, startDirectories } from './played-directories.ts'
import { see } from './see.ts'
import { newEmail, openPage, openSignedIn, signUp } from './signed-in.ts'

const domain = 'rao-dental.example'
const desk = { theme: 'light', width: 1440 } as const

/** An organisation whose people sign in by its own directory, from the proof of its domain to the day it is the only way in. */
describe('single sign-on', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let directories: Awaited<ReturnType<typeof startDirectories>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    directories = await startDirectories()
    const own = { MYNA_SSO_ALLOW_HOSTS: '127.0.0.1', MYNA_OAUTH_GITHUB_ID: 'myna-at-github', MYNA_OAUTH_GITHUB_SECRET: 'a secret' }
    room = await openSignedIn({ verified: true, own })
    page = await room.look(desk)
    page.on('pageerror', (error) => troubles.push(String(error)))
  })
  afterAll(async () => {
    await room?.close()
    await directories?.stop()
  })
  const dialog = () => page.getByRole('dialog')
  const go = async (path: string) => void (await page.goto(room.myna.url + path))
  const card = (name: string) => page.getByRole('region', { name })

  it('proves its domain by a code that the administrator of the domain is mailed', async () => {
    await go('/security?tab=organisation')
    await page.getByLabel('Domain', { exact: true }).fill(domain)
    await page.getByRole('button', { name: 'Claim domain' }).click()
    await card('Domains').getByLabel('Or have a code mailed to its administrator').selectOption('admin')
    await card('Domains').getByRole('button', { name: 'Send code' }).click()
    const [, code] = await findInMail(room.myna.folder, `admin@${domain}`, /\b(\d{8})\b/)
    await card('Domains').getByLabel('Code from the mail').fill('WRONG-CODE')
    await card('Domains').getByRole('button', { name: 'Check the code' }).click()
    await see(card('Domains').getByRole('alert')).toBeVisible()
    await card('Domains').getByLabel('Code from the mail').fill(code!)
    await card('Domains').getByRole('button', { name: 'Check the code' }).click()
    await see(card('Domains').getByText('Proven', { exact: true })).toBeVisible()
  })

  it('connects an OpenID provider, and is told when it is none', async () => {
    await page.getByRole('button', { name: 'Connect provider' }).click()
    await dialog().getByLabel('Name', { exact: true }).fill('Rao directory')
    await dialog().getByLabel('Issuer').fill(`${directories.openid.url}/nothing`)
    await dialog().getByLabel('Client id').fill(openidClient.clientId)
    await dialog().getByLabel('Client secret').fill(openidClient.clientSecret)
    await dialog().getByRole('checkbox', { name: domain }).check()
    await dialog().getByRole('button', { name: 'Connect', exact: true }).click()
    await see(dialog().getByLabel('Issuer')).toHaveAttribute('aria-invalid', 'true')
    await see(dialog().getByLabel('Client secret')).toHaveValue(openidClient.clientSecret)
    await dialog().getByLabel('Issuer').fill(directories.openid.url)
    await dialog().getByRole('button', { name: 'Connect', exact: true }).click()
    await see(card('Single sign-on').getByRole('heading', { name: 'Rao directory' })).toBeVisible()
    const connections = await page.request.get(`${room.myna.url}/api/v1/identity/sso`)
    const { items } = (await connections.json()) as { items: { redirectUrl: string }[] }
    directories.openid.played.redirectUris.push(items[0]!.redirectUrl)
  })

  it('lets a colleague in who has no account yet, by their address alone, and leads them to where they were going', async () => {
    directories.openidPerson({ sub: 'person-1', email: `bina@${domain}`, name: 'Bina Rao' })
    const colleague = await room.look(desk, true)
    await colleague.goto(`${room.myna.url}/sign-in?next=%2Fcalls`)
    await colleague.getByLabel('E-mail').fill(`bina@${domain}`)
    await colleague.getByRole('button', { name: /Rao directory/ }).click()
    await see(colleague.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()
    const me = (await (await colleague.request.get(`${room.myna.url}/api/v1/identity/me`)).json()) as { user: { name: string }; tenant: { name: string } }
    expect([me.user.name, me.tenant.name]).toEqual(['Bina Rao', 'Example Dental'])
    await colleague.context().close()
  })

  it('refuses a token that the provider did not sign, in words, and lets them begin again', async () => {
    directories.openid.played.evil = 'wrong_key'
    const colleague = await room.look(desk, true)
    await colleague.goto(`${room.myna.url}/sign-in`)
    await colleague.getByLabel('E-mail').fill(`bina@${domain}`)
    await colleague.getByRole('button', { name: /Rao directory/ }).click()
    await see(colleague.getByRole('alert')).toBeVisible()
    expect((await colleague.request.get(`${room.myna.url}/api/v1/identity/me`)).status()).toBe(401)
    directories.openid.played.evil = undefined
    await colleague.getByRole('link', { name: 'Back to sign in' }).click()
    await colleague.getByLabel('E-mail').fill(`bina@${domain}`)
    await colleague.getByRole('button', { name: /Rao directory/ }).click()
    await see(colleague.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await colleague.context().close()
  })

  it('asks everybody for a second factor: nothing is seen until it is set up', async () => {
    await go('/security')
    await page.getByRole('button', { name: 'Set up authenticator app' }).click()
    await dialog().getByLabel('Your password', { exact: true }).fill(room.person.password)
    await page.keyboard.press('Enter')
    await setUp(page)
    await go('/security?tab=organisation')
    await page.getByRole('switch', { name: 'Require two-factor sign-in' }).click()
    await dialog().getByRole('button', { name: 'Require it' }).click()
    await see(page.getByRole('switch', { name: 'Require two-factor sign-in' })).toBeChecked()

    const email = newEmail('dev')
    const invited = await page.request.post(`${room.myna.url}/api/v1/identity/invitations`, { data: { email, role: 'sales_rep' } })
    const { id } = (await invited.json()) as { id: string }
    const theirs = await signUp(room.browser, room.myna.url, { name: 'Dev', email, password: 'another long password', invitationId: id })
    const colleague = await openPage(room.browser, theirs, desk)
    await colleague.goto(room.myna.url)
    await see(colleague.getByText('Example Dental asks for two-factor sign-in')).toBeVisible()
    await colleague.goto(`${room.myna.url}/calls`)
    await see(colleague.getByText('Example Dental asks for two-factor sign-in')).toBeVisible()
    await see(colleague.getByRole('heading', { name: 'Calls', level: 1 })).toHaveCount(0)
    await colleague.getByRole('button', { name: 'Set up authenticator app' }).click()
    await colleague.getByRole('dialog').getByLabel('Your password', { exact: true }).fill('another long password')
    await colleague.keyboard.press('Enter')
    await setUp(colleague)
    await see(colleague.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()
    await colleague.context().close()

    await page.getByRole('switch', { name: 'Require two-factor sign-in' }).click()
    await dialog().getByRole('button', { name: 'No longer ask for it' }).click()
    await see(page.getByRole('switch', { name: 'Require two-factor sign-in' })).not.toBeChecked()
  })

  it('connects a SAML directory instead, which lets people in the same way', async () => {
    await page.getByRole('button', { name: 'Connect provider' }).click()
    await dialog().getByText('SAML 2.0').click()
    await dialog().getByLabel('Name', { exact: true }).fill('Older directory')
    await dialog().getByLabel('Metadata of the provider', { exact: true }).fill(directories.saml.metadata)
    await dialog().getByRole('checkbox', { name: domain }).check()
    await dialog().getByRole('button', { name: 'Connect', exact: true }).click()
    const row = (name: string) => card('Single sign-on').getByRole('listitem').filter({ hasText: name })
    await see(row('Older directory')).toBeVisible()
    await row('Rao directory').getByRole('switch', { name: 'People may sign in with it' }).click()
    await see(row('Rao directory').getByRole('switch', { name: 'People may sign in with it' })).not.toBeChecked()

    directories.samlPerson({ nameId: 'person-7', email: `chandra@${domain}`, name: 'Chandra Rao' })
    const colleague = await room.look(desk, true)
    await colleague.goto(`${room.myna.url}/sign-in?next=%2Fcalls`)
    await colleague.getByLabel('E-mail').fill(`chandra@${domain}`)
    await colleague.getByRole('button', { name: /Older directory/ }).click()
    await colleague.getByRole('button', { name: 'Go on' }).click()
    await see(colleague.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()
    // The same answer of the directory does not let anybody in twice.
    await colleague.goBack()
    await colleague.context().clearCookies()
    await colleague.getByRole('button', { name: 'Go on' }).click()
    await see(colleague.getByText('You are not signed in')).toBeVisible()
    expect((await colleague.request.get(`${room.myna.url}/api/v1/identity/me`)).status()).toBe(401)
    await colleague.context().close()
  })

  it('offers the vendors that are set up, and leads to them with what proves the way back', async () => {
    const stranger = await room.look(desk, true)
    let asked: URL | undefined
    await stranger.route('https://github.com/**', (route) => {
      asked = new URL(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<h1>GitHub</h1>' })
    })
    await stranger.goto(`${room.myna.url}/sign-in`)
    await see(stranger.getByRole('button', { name: /Google/ })).toHaveCount(0)
    await stranger.getByRole('button', { name: /GitHub/ }).click()
    await see(stranger.getByRole('heading', { name: 'GitHub' })).toBeVisible()
    const question = asked!.searchParams
    expect(question.get('client_id')).toBe('myna-at-github')
    expect(question.get('redirect_uri')).toBe(`${room.myna.url}/sign-in/callback/github`)
    expect(question.get('code_challenge_method')).toBe('S256')
    // Back with somebody else's state: refused, and nobody is signed in.
    await stranger.goto(`${room.myna.url}/sign-in/callback/github?state=of-another&code=2`)
    await see(stranger.getByRole('alert')).toBeVisible()
    expect((await stranger.request.get(`${room.myna.url}/api/v1/identity/me`)).status()).toBe(401)
    await stranger.context().close()
  })

  it('leaves nothing broken in the page', () => expect(troubles).toEqual([]))
})

/** Sets an authenticator app up in the dialog that is open. */
async function setUp(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const secret = (await dialog.getByLabel('Or type this key into the app').textContent()) ?? ''
  await dialog.getByLabel('Code the app shows now').fill(oneTimeCode(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
}
