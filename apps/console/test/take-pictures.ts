import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect as see, type Page } from '@playwright/test'
import { openSignedIn } from './signed-in.ts'

/** Takes the pictures of docs/guide from the product as it is: `node apps/console/test/take-pictures.ts`. */
const guide = fileURLToPath(new URL('../../../docs/guide/', import.meta.url))
execFileSync(process.execPath, [fileURLToPath(new URL('../build.ts', import.meta.url)), '--if-stale'], { stdio: 'inherit' })
const room = await openSignedIn({ verified: true })
try {
  const page = await room.look({ theme: 'light', width: 1440 })
  await page.goto(`${room.myna.url}/agents/new`)
  await page.getByRole('textbox', { name: 'Website' }).fill(room.site.url)
  await page.getByRole('button', { name: 'Build agent' }).click()
  await see(page.getByRole('link', { name: 'Talk to it' })).toBeVisible({ timeout: 60_000 })
  await see(page.getByRole('heading', { name: 'Example Dental', level: 1 })).toBeVisible()
  await keep(page, 'building')

  await page.getByRole('link', { name: 'Talk to it' }).click()
  const talk = page.getByRole('complementary', { name: /^Talk to/ })
  const questions = [
    ['How much is teeth whitening?', /4,500/],
    ['Are you open on Saturday?', /10[:.]?00?/],
    ['रूट कैनाल कितने का है?', /7,000/],
  ] as const
  for (const [question, answer] of questions) {
    await talk.getByRole('textbox', { name: 'Message' }).fill(question)
    await page.keyboard.press('Enter')
    await see(talk.getByRole('log')).toContainText(answer, { timeout: 20_000 })
    await see(talk.getByRole('status').first()).not.toHaveText(/Thinking|Speaking/, { timeout: 30_000 })
  }
  await talk.getByRole('log').getByRole('group').nth(0).locator('summary').click()
  await page.mouse.move(0, 0)
  await keep(page, 'talk')

  await talk.getByRole('button', { name: 'End', exact: true }).click()
  await talk.getByRole('button', { name: 'Close', exact: false }).last().click()
  await page.getByRole('link', { name: 'Knowledge', exact: true }).click()
  await see(page.locator('main').getByText('4,500').first()).toBeVisible()
  await keep(page, 'knowledge')
} finally {
  await room.close()
}

async function keep(page: Page, name: string): Promise<void> {
  const path = `${guide}${name}.png`
  await page.screenshot({ path, animations: 'disabled' })
  console.log(`${name}.png: ${Math.round(statSync(path).size / 1000)} kB`)
}
