import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneTimeCode } from './one-time-code.ts'
import { type Look, openSignedIn } from './signed-in.ts'
import { see } from './see.ts'
import { walk } from './walk.ts'

const password = 'a long enough password'

/** What a person does about their safety and their team: a second factor, a passkey, sessions, people, roles, acting for another. */
describe('security, team and operators', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  let secret = ''
  let codes: string[] = []
  const troubles: string[] = []

  beforeAll(async () => {
    room = await openSignedIn({ own: {} })
    page = await room.look({ theme: 'light', width: 1440 })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => troubles.push(String(error)))
  })
  afterAll(async () => {
    await room?.close()
  })
  const dialog = () => page.getByRole('dialog')
  const go = async (path: string) => void (await page.goto(room.myna.url + path))
  const card = (name: string) => page.getByRole('region', { name })

  it('sets an authenticator app up: a wrong password stays in the dialog, the codes are shown once', async () => {
    await go('/security')
    await page.getByRole('button', { name: 'Set up authenticator app' }).click()
    await dialog().getByLabel('Your password', { exact: true }).fill('not the password')
    await dialog().getByRole('button', { name: 'Continue' }).click()
    await see(dialog().getByText('This password is wrong.')).toBeVisible()
    await dialog().getByLabel('Your password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await see(dialog().getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
    secret = (await dialog().getByLabel('Or type this key into the app').textContent()) ?? ''
    await dialog().getByLabel('Code the app shows now').fill('12')
    await dialog().getByRole('button', { name: 'Turn on' }).click()
    await see(dialog().getByText('Enter the six digits your app shows.')).toBeVisible()
    await dialog().getByLabel('Code the app shows now').fill(oneTimeCode(secret))
    await dialog().getByRole('button', { name: 'Turn on' }).click()
    const list = dialog().getByRole('list', { name: 'Your backup codes' })
    await see(list).toBeVisible()
    codes = await list.getByRole('listitem').allTextContents()
    expect(codes.length).toBeGreaterThan(4)
    await dialog().getByRole('button', { name: 'I have kept them' }).click()
    await see(card('Two-factor sign-in').getByRole('button', { name: 'Turn off' })).toBeVisible()
  })

  it('adds a passkey, renames it, and signs in with it', async () => {
    const keys = await page.context().newCDPSession(page)
    await keys.send('WebAuthn.enable')
    await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.getByRole('button', { name: 'Add passkey' }).click()
    await dialog().getByLabel('Your password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await dialog().getByLabel('Name', { exact: true }).fill('Laptop')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Rename: Laptop' }).click()
    await dialog().getByLabel('Name', { exact: true }).fill('Work laptop')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await see(page.getByRole('button', { name: 'Remove: Work laptop' })).toBeVisible()
    await page.context().clearCookies()
    await go('/sign-in?next=%2Fteam')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await see(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible()
    await keys.detach()
  })

  it('asks for the second step after the password, takes a backup code, and leads to where one was going', async () => {
    await page.context().clearCookies()
    await go('/sign-in?next=%2Fsecurity')
    await page.getByLabel('E-mail').fill(room.person.email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await see(page.getByRole('heading', { name: 'Confirm it is you' })).toBeVisible()
    await page.getByRole('button', { name: 'Use a backup code' }).click()
    await page.getByLabel('Backup code', { exact: true }).fill('wrong-code')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await see(page.getByRole('alert').filter({ hasText: 'This code is wrong' })).toBeVisible()
    await page.getByLabel('Backup code', { exact: true }).fill(codes[0]!)
    await page.getByLabel('Remember this device').check()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await see(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible()
    await see(card('Two-factor sign-in')).toContainText(`${codes.length - 1} left`)
    await see(card('Sessions').getByText('This device')).toBeVisible()
  })

  it('takes a code of the app, and never leads to another site', async () => {
    await page.context().clearCookies()
    await go('/sign-in?next=%2F%2Fevil.example%2Fa')
    await page.getByLabel('E-mail').fill(room.person.email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    // A code works once, and the app was set up with that of a moment ago; six digits are sent by themselves.
    await page.getByLabel('Code', { exact: true }).fill(oneTimeCode(secret, 1))
    await see(page.getByRole('link', { name: 'Overview' })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(room.myna.url)
    await see(page).toHaveURL(`${room.myna.url}/`)
  })

  it('says what to do about a sign-in that another tab began', async () => {
    const strange = await room.look({ theme: 'light', width: 1440 }, true)
    await strange.goto(`${room.myna.url}/sign-in/callback/google?state=1&code=2`)
    await see(strange.getByText('This sign-in was begun in another tab, or is over. Begin again here.')).toBeVisible()
    await strange.context().close()
  })

  it('requires two-factor sign-in, claims a domain, and is told what is wrong with a provider', async () => {
    await go('/security?tab=organisation')
    await page.getByRole('switch', { name: 'Require two-factor sign-in' }).click()
    await dialog().getByRole('button', { name: 'Require it' }).click()
    await see(page.getByRole('switch', { name: 'Require two-factor sign-in' })).toBeChecked()
    await page.getByLabel('Domain', { exact: true }).fill('gmail.com')
    await page.getByRole('button', { name: 'Claim domain' }).click()
    await see(page.getByText('This domain belongs to a mail provider that anybody may use.')).toBeVisible()
    await page.getByLabel('Domain', { exact: true }).fill('rao-dental.example')
    await page.getByRole('button', { name: 'Claim domain' }).click()
    await see(card('Domains')).toContainText('Not proven yet')
    await page.getByRole('button', { name: 'Connect provider' }).click()
    await dialog().getByText('SAML 2.0').click()
    await dialog().getByLabel('Name', { exact: true }).fill('Our directory')
    await dialog().getByLabel('Metadata of the provider', { exact: true }).fill('<nothing/>')
    await dialog().getByRole('button', { name: 'Connect', exact: true }).click()
    await see(dialog().getByText(/This is no metadata of a SAML identity provider/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('switch', { name: 'Require two-factor sign-in' }).click()
    await dialog().getByRole('button', { name: 'No longer ask for it' }).click()
    await see(page.getByRole('switch', { name: 'Require two-factor sign-in' })).not.toBeChecked()
  })

  it('makes a role, invites several people with it, and keeps in the field whom it could not', async () => {
    await go('/team?tab=roles')
    await see(page.getByRole('table', { name: 'What each role may' })).toBeVisible()
    await page.keyboard.press('c')
    await dialog().getByLabel('Name of the role').fill('Front desk')
    await dialog().getByLabel('See and hear calls').check()
    await dialog().getByRole('button', { name: 'New role' }).click()
    await see(page.getByRole('button', { name: 'Edit: front desk' })).toBeVisible()
    await page.getByRole('link', { name: 'Members', exact: true }).click()
    await page.getByRole('button', { name: 'Invite a colleague' }).click()
    await dialog().getByLabel('E-mail').fill(`Bina <bina@example.com>, ${room.person.email}`)
    await dialog().getByLabel('Role', { exact: true }).selectOption('front_desk')
    await dialog().getByRole('button', { name: 'Invite a colleague' }).click()
    await see(dialog().getByText('This person is a member already.')).toBeVisible()
    await see(dialog().getByLabel('E-mail')).toHaveValue(room.person.email)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard' }).click()
    await see(page.getByRole('region', { name: 'Invitations' })).toContainText('bina@example.com')
  })

  it('acts for a member with a reason, sees it on every page, and stops', async () => {
    const api = `${room.myna.url}/api/v1/identity`
    const { items } = (await (await page.request.get(`${api}/invitations`)).json()) as { items: { id: string; email: string }[] }
    const invitation = items.find((it) => it.email === 'bina@example.com')!
    const other = await room.look({ theme: 'light', width: 1440 }, true)
    const joined = await other.request.post(`${api}/sign-up`, {
      data: { name: 'Bina', email: invitation.email, password: 'another long password', invitationId: invitation.id },
    })
    expect(joined.status()).toBe(200)
    await other.goto(`${room.myna.url}/team`)
    await see(other.locator('main').getByText('You may not see this')).toBeVisible()
    await other.context().close()
    await go('/team?q=bina')
    await page.getByRole('button', { name: 'Actions for Bina' }).click()
    await page.getByRole('menuitem', { name: 'Act for this member' }).click()
    await dialog().getByLabel('Reason').fill('no')
    await dialog().getByRole('button', { name: 'Act for them' }).click()
    await see(dialog().getByText('Say why, in at least 5 letters.')).toBeVisible()
    await dialog().getByLabel('Reason').fill('Helps set up the phone line')
    await dialog().getByRole('button', { name: 'Act for them' }).click()
    const strip = page.getByRole('status').filter({ hasText: 'acts for Bina' })
    await see(strip).toContainText('Helps set up the phone line')
    await go('/calls')
    await see(strip).toBeVisible()
    await strip.getByRole('button', { name: 'Stop' }).click()
    await see(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible()
    await see(strip).toHaveCount(0)
    await go('/security?tab=signals')
    await page.getByRole('button', { name: /Acting for a member/ }).click()
    await dialog().getByRole('button', { name: 'Close signal' }).click()
    await see(dialog().getByText('Write what came of it.')).toBeVisible()
    await dialog().getByLabel('What came of it').fill('Agreed with Bina')
    await dialog().getByRole('button', { name: 'Close signal' }).click()
    await see(dialog().getByRole('button', { name: 'Close signal' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await see(page.getByRole('button', { name: /Acting for a member/ })).toContainText('Closed')
  })

  it('lists operators; the last one stays', async () => {
    await go('/operators')
    await see(card('Operators')).toContainText('the last one stays')
    await page.getByRole('button', { name: 'Add operator' }).click()
    await dialog().getByLabel('E-mail').fill('nobody@example.com')
    await dialog().getByRole('button', { name: 'Add operator' }).click()
    await see(dialog().getByText('There is no such person.')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  const looks: [string, Look][] = [
    ['light at 1440', { theme: 'light', width: 1440 }],
    ['dark at 390 in Bengali', { theme: 'dark', width: 390, height: 844, language: 'bn' }],
    ['light at 390 in Hindi', { theme: 'light', width: 390, height: 844, language: 'hi' }],
  ]
  it.each(looks)('breaks no rule a machine can check, %s', async (_, look) => {
    const shown = await room.look(look)
    await shown.context().addCookies(await page.context().cookies())
    const strange = await room.look(look, true)
    const inside = ['/security', '/security?tab=organisation', '/security?tab=signals', '/team', '/team?tab=teams', '/team?tab=roles', '/operators']
    const outside = ['/sign-in', '/sign-up', '/not-me?token=x', '/sign-in/callback/google?state=1&code=2']
    const broken = [...(await walk(shown, room.myna.url, inside)), ...(await walk(strange, room.myna.url, outside))]
    await Promise.all([shown.context().close(), strange.context().close()])
    expect(broken).toEqual([])
    expect(troubles).toEqual([])
  })
})
