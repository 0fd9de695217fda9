import type { Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startVendors } from './played-directories.ts'
import { see } from './see.ts'
import { newEmail, openSignedIn } from './signed-in.ts'
import { faultsOfLook } from './walk.ts'

const desk = { theme: 'light', width: 1440 } as const
const vendors = [
  ['Google', 'google'],
  ['GitHub', 'github'],
  ['Microsoft', 'microsoft'],
] as const

/** What a person meets who signs up, signs in and links accounts with vendors, and what they are told when one says no. */
describe('vendors', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let played: Awaited<ReturnType<typeof startVendors>>
  let stranger: Page
  const troubles: string[] = []
  let number = 0

  beforeAll(async () => {
    played = await startVendors()
    room = await openSignedIn({ own: played.settings })
    played.know(room.myna.url)
    stranger = await room.look(desk, true)
    stranger.on('pageerror', (error) => troubles.push(String(error)))
  })
  afterAll(async () => {
    await room?.close()
    await played?.stop()
  })
  let person: Parameters<typeof played.somebody>[0]
  beforeEach(async () => {
    person = { id: (number += 1), email: newEmail('chandra'), name: 'Chandra Sen', verified: true }
    played.somebody(person)
    await stranger.context().clearCookies()
  })

  /** Goes to a vendor from a page of the console, and answers there. */
  async function leave(page: Page, path: string, name: string, answer: 'Cancel' | RegExp = /^Continue as/) {
    await page.goto(room.myna.url + path)
    await page.getByRole('button', { name: `Continue with ${name}` }).click()
    await page.getByRole('link', { name: answer }).click()
  }
  const me = async (page: Page) => {
    const answer = await page.request.get(`${room.myna.url}/api/v1/identity/me`)
    return answer.ok() ? ((await answer.json()) as { user: { email: string; emailVerified: boolean } }).user : undefined
  }
  const told = (page: Page) => page.getByRole('alert')

  it.each(vendors)('%s signs a person up, and in again to where they were going', async (name) => {
    await leave(stranger, '/sign-up', name)
    await see(stranger.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    expect(await me(stranger)).toMatchObject({ email: person.email, emailVerified: true })
    await stranger.context().clearCookies()
    await leave(stranger, '/sign-in?next=%2Fcalls', name)
    await see(stranger.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()
    expect(await me(stranger)).toMatchObject({ email: person.email })
  })

  it.each(vendors)('%s says no, and the page says why and what to do', async (name, vendor) => {
    await leave(stranger, '/sign-in', name, 'Cancel')
    await see(told(stranger)).toContainText('cancelled or not allowed there')
    expect(await faultsOfLook(stranger, `after ${name} said no`)).toEqual([])

    // An account there that claims the address of somebody here does not open theirs.
    played.somebody({ ...person, email: room.person.email, verified: false })
    await leave(stranger, '/sign-in', name)
    await see(told(stranger)).toContainText('no verified e-mail address')

    const { clientSecret } = played[vendor]
    played[vendor].clientSecret = 'renewed there'
    await leave(stranger, '/sign-in', name)
    await see(told(stranger)).toContainText('set up wrong here')
    played[vendor].clientSecret = clientSecret
    expect(await me(stranger)).toBeUndefined()
    await stranger.getByRole('link', { name: 'Back to sign in' }).click()
    await see(stranger.getByRole('button', { name: `Continue with ${name}` })).toBeVisible()
  })

  it('asks for the password of an account that exists before a vendor signs in to it', async () => {
    played.somebody({ ...person, email: room.person.email })
    await leave(stranger, '/sign-in', 'Google')
    await see(stranger.getByRole('heading', { name: 'Link to your account' })).toBeVisible()
    await stranger.getByLabel('Password', { exact: true }).fill('not the password')
    await stranger.getByRole('button', { name: 'Link and sign in' }).click()
    await see(stranger.getByText('E-mail or password is wrong').or(told(stranger)).first()).toBeVisible()
    expect(await me(stranger)).toBeUndefined()
    await stranger.getByLabel('Password', { exact: true }).fill(room.person.password)
    await stranger.getByRole('button', { name: 'Link and sign in' }).click()
    await see(stranger.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    expect(await me(stranger)).toMatchObject({ email: room.person.email })
    const { items } = (await (await stranger.request.get(`${room.myna.url}/api/v1/identity/external-accounts`)).json()) as { items: { id: string }[] }
    await stranger.request.delete(`${room.myna.url}/api/v1/identity/external-accounts/${items[0]!.id}`)
  })

  it('says how to go on to who came by another vendor before, and has no password', async () => {
    await leave(stranger, '/sign-in', 'Google')
    await see(stranger.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    await stranger.context().clearCookies()
    await leave(stranger, '/sign-in', 'GitHub')
    await see(told(stranger)).toContainText('Sign in as you did before')
    expect(await me(stranger)).toBeUndefined()
  })

  it.each(vendors)('%s is linked on the page of security, signs in from then on, and is unlinked', async (name) => {
    const page = await room.look(desk)
    const card = page.getByRole('region', { name: 'Linked accounts' })
    const row = card.getByRole('listitem').filter({ hasText: name })
    const link = async (answer: 'Cancel' | RegExp) => {
      await row.getByRole('button', { name: 'Link', exact: true }).click()
      await page.getByRole('dialog').getByLabel('Your password', { exact: true }).fill(room.person.password)
      await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('link', { name: answer }).click()
    }
    await page.goto(`${room.myna.url}/security`)
    await link('Cancel')
    await see(told(page)).toContainText('Nothing changed here')
    await page.getByRole('link', { name: 'Back to Security' }).click()
    await see(row).toContainText('Not linked')
    await link(/^Continue as/)
    await see(row.getByRole('button', { name: 'Unlink' })).toBeVisible()
    await leave(stranger, '/sign-in', name)
    await see(stranger.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    expect(await me(stranger)).toMatchObject({ email: room.person.email })
    await row.getByRole('button', { name: 'Unlink' }).click()
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Unlink' }).click()
    await see(row).toContainText('Not linked')
    await page.context().close()
  })

  it('says it in Hindi and Bengali, too', async () => {
    for (const [language, words] of [
      ['hi', 'वहाँ साइन इन रद्द हुआ'],
      ['bn', 'সেখানে সাইন ইন বাতিল হয়েছে'],
    ] as const) {
      const page = await room.look({ theme: 'dark', width: 390, height: 844, language }, true)
      await page.goto(`${room.myna.url}/sign-in`)
      await page.getByRole('button', { name: /GitHub/ }).click()
      await page.getByRole('link', { name: 'Cancel' }).click()
      await see(told(page)).toContainText(words)
      expect(await faultsOfLook(page, `after a no in ${language}`)).toEqual([])
      await page.context().close()
    }
  })

  it('leaves nothing broken in the page', () => expect(troubles).toEqual([]))
})
