import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dentalSite } from './dental-site.ts'
import { type Myna, startSite } from './running-myna.ts'
import { canSpeakAndHear, installLoudspeakerMeter, installMicrophone, loudestSound, speak } from './scripted-microphone.ts'
import { see } from './see.ts'
import { newEmail, openBrowser, sharedMyna } from './signed-in.ts'

/** The path of a person who has just installed Myna, from signing up to hearing an answer. */
describe('from a website to an agent that answers', () => {
  let myna: Myna
  let site: Awaited<ReturnType<typeof startSite>>
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    ;[myna, site, browser] = await Promise.all([sharedMyna(), startSite(dentalSite), openBrowser()])
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['microphone'] })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    await installMicrophone(page)
    await installLoudspeakerMeter(page)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const talk = () => page.getByRole('complementary', { name: /^Talk to/ })
  const transcript = () => talk().getByRole('log')

  it('signs up', async () => {
    await page.goto(`${myna.url}/sign-up`)
    await page.getByLabel('Your name').fill('Test person')
    await page.getByLabel('Organisation').fill('Example Dental')
    await page.getByLabel('E-mail').fill(newEmail())
    await page.getByRole('textbox', { name: 'Password' }).fill('a long enough password')
    await page.getByRole('button', { name: 'Create account' }).click()
    await see(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible({ timeout: 20_000 })
  })

  it('pastes a website and watches the agent being built', async () => {
    await page
      .getByRole('link', { name: 'Create agent' })
      .or(page.getByRole('button', { name: 'Create agent' }))
      .first()
      .click()
    await see(page.getByRole('heading', { name: 'Create an agent', level: 1 })).toBeVisible({ timeout: 20_000 })
    await page.getByRole('textbox', { name: 'Website' }).fill(site.url)
    await page.getByRole('button', { name: 'Build agent' }).click()
    await see(page.getByText('Read 3 pages').first()).toBeVisible({ timeout: 30_000 })
    await see(page.getByText('No phone carrier is connected yet').first()).toBeVisible({ timeout: 30_000 })
    await see(page.getByRole('link', { name: 'Talk to it' })).toBeVisible({ timeout: 30_000 })
  })

  it('asks by text and sees the answer with its source', async () => {
    await page.getByRole('link', { name: 'Talk to it' }).click()
    await talk().getByRole('textbox', { name: 'Message' }).fill('How much is teeth whitening?')
    await talk().getByRole('button', { name: 'Send', exact: true }).click()
    await see(transcript()).toContainText('4,500', { timeout: 20_000 })
    const source = transcript().getByRole('group').last()
    await source.locator('summary').click()
    await see(source.getByRole('link').first()).toHaveAttribute('href', `${site.url}treatments`)
  })

  it('hears the answer spoken', async () => {
    await loudestSound(page)
    await talk().getByRole('textbox', { name: 'Message' }).fill('When are you open on Saturday?')
    await page.keyboard.press('Enter')
    await see(transcript()).toContainText(/10[:.]?00?/, { timeout: 20_000 })
    await expect.poll(() => loudestSound(page), { timeout: 15_000 }).toBeGreaterThan(0.02)
  })

  it('is told honestly when the website does not say', async () => {
    await talk().getByRole('textbox', { name: 'Message' }).fill('Do you sell bicycles?')
    await page.keyboard.press('Enter')
    await see(transcript()).toContainText(/don.t have that|do not have/i, { timeout: 20_000 })
  })

  it.skipIf(!canSpeakAndHear)('asks by voice and hears the answer (needs flite and pocketsphinx)', async () => {
    await talk().getByRole('button', { name: 'How you are heard' }).click()
    await page.getByRole('menuitemradio', { name: /^Myna/ }).click()
    const microphone = talk().getByRole('button', { name: 'Microphone' })
    await see(microphone).toHaveAttribute('aria-pressed', 'true', { timeout: 20_000 })
    const turnsBefore = await transcript().getByText('You', { exact: true }).count()
    await loudestSound(page)
    await see(talk().getByRole('status').first()).toHaveText(/Listening/)
    await speak(page, 'What is your telephone number?')
    await see(transcript().getByText('You', { exact: true })).toHaveCount(turnsBefore + 1, { timeout: 20_000 })
    await see(transcript()).toContainText('4000 1234', { timeout: 20_000 })
    await expect.poll(() => loudestSound(page), { timeout: 15_000 }).toBeGreaterThan(0.02)
  })

  it('finds the call with its transcript and plays its recording', async () => {
    await talk().getByRole('button', { name: 'End', exact: true }).click()
    await page.getByRole('link', { name: 'Calls' }).click()
    await page
      .getByRole('link', { name: /Example Dental/ })
      .first()
      .click()
    await see(page.getByText('How much is teeth whitening?', { exact: true })).toBeVisible({ timeout: 20_000 })
    await see(page.getByRole('button', { name: /play/i }).first()).toBeEnabled({ timeout: 20_000 })
  })

  it('leaves nothing broken in the page', () => {
    expect(troubles).toEqual([])
  })
})
