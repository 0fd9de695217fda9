import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInMail } from './mailbox.ts'
import { oneTimeCode } from './one-time-code.ts'
import type { Myna } from './running-myna.ts'
import { see } from './see.ts'
import { newEmail, openBrowser, openPage, sharedMyna } from './signed-in.ts'

const desk = { theme: 'light', width: 1440 } as const
const password = 'a long enough password'

/** All that the console promises a new person, in one sitting and by what is to be read on the screen alone; a colleague joins from another browser. */
describe('from nothing to a team with an agent', () => {
  let myna: Myna
  let browser: Browser
  let page: Page
  const mine = newEmail('asha')
  const theirs = newEmail('bina')
  const troubles: string[] = []

  beforeAll(async () => {
    ;[myna, browser] = await Promise.all([sharedMyna(), openBrowser()])
    page = await openPage(browser, undefined, desk)
    page.on('pageerror', (error) => troubles.push(String(error)))
  })
  afterAll(() => browser?.close())
  const go = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  const talk = () => page.getByRole('complementary', { name: /^Talk to/ })

  it('signs up, gets a talking agent of a sample business, invites a colleague, protects and brands it, and plays a past call', async () => {
    await page.goto(myna.url)
    await page.getByRole('link', { name: 'Create account' }).click()
    await page.getByLabel('Your name').fill('Asha Rao')
    await page.getByLabel('Organisation').fill('Rao Dental')
    await page.getByLabel('E-mail').fill(mine)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()

    await page.getByRole('button', { name: 'Create the sample agent' }).click()
    await talk().getByRole('textbox', { name: 'Message' }).fill('How much is teeth whitening?')
    await talk().getByRole('button', { name: 'Send', exact: true }).click()
    await see(talk().getByRole('log')).toContainText('4,500', { timeout: 30_000 })
    // The answer is heard out, so that there is something to play later.
    await see(talk().getByRole('status').first()).toHaveText(/Listening|Waiting for you/, { timeout: 30_000 })
    await talk().getByRole('button', { name: 'End', exact: true }).click()

    const [link] = await findInMail(myna.folder, mine, /http:\/\/\S+verify\?token=[\w.~-]+/)
    await page.goto(link)
    await see(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await page.goto(myna.url)

    await go('Team')
    await page.getByRole('button', { name: 'Invite a colleague' }).click()
    const invite = page.getByRole('dialog', { name: 'Invite a colleague' })
    await invite.getByLabel('E-mail').fill(theirs)
    await invite.getByRole('button', { name: 'Invite a colleague' }).click()
    await see(page.getByRole('region', { name: 'Invitations' })).toContainText(theirs)

    const [invitation] = await findInMail(myna.folder, theirs, /http:\/\/\S+\/invite\/[\w-]+/)
    const colleague = await openPage(browser, undefined, { ...desk, theme: 'dark' })
    await colleague.goto(invitation)
    await see(colleague.getByRole('heading', { name: 'Join Rao Dental' })).toBeVisible()
    await colleague.getByLabel('Your name').fill('Bina Sen')
    await colleague.getByRole('textbox', { name: 'Password' }).fill('another long password')
    await colleague.getByRole('button', { name: 'Create account and join' }).click()
    await see(colleague.getByRole('navigation').getByRole('link', { name: 'Agents', exact: true })).toBeVisible()
    await colleague.context().close()
    await page.reload()
    await see(page.getByRole('button', { name: 'Actions for Bina Sen' })).toBeVisible()

    await go('Security')
    await page.getByRole('button', { name: 'Set up authenticator app' }).click()
    const setUp = page.getByRole('dialog')
    await setUp.getByLabel('Your password', { exact: true }).fill(password)
    await setUp.getByRole('button', { name: 'Continue' }).click()
    const secret = (await setUp.getByLabel('Or type this key into the app').textContent()) ?? ''
    await setUp.getByLabel('Code the app shows now').fill(oneTimeCode(secret))
    await setUp.getByRole('button', { name: 'Turn on' }).click()
    await setUp.getByRole('button', { name: 'I have kept them' }).click()
    await see(page.getByRole('region', { name: 'Two-factor sign-in' }).getByRole('button', { name: 'Turn off' })).toBeVisible()

    await go('Settings')
    await page.getByRole('navigation', { name: 'Sections' }).or(page.locator('main nav')).getByRole('link', { name: 'Brand', exact: true }).first().click()
    await page.getByLabel('Name of the product').fill('Rao Voice')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await see(page).toHaveTitle(/Rao Voice/)

    await go('Calls')
    await page
      .locator('main')
      .getByRole('link', { name: /Sample Dental Clinic/ })
      .first()
      .click()
    await see(page.getByText('How much is teeth whitening?', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await see(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
    expect(troubles).toEqual([])
  })
})
