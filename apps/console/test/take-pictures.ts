import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect as see, type Page } from '@playwright/test'
import { parseArgs } from 'node:util'
import { openFurnished } from './furnished.ts'
import { picturePages } from './picture-pages.ts'
import { openSignedIn } from './signed-in.ts'

/**
 * Takes pictures of the product as it is: `npm run pictures` those that the guide shows; `-- --all FOLDER` every page, light and dark, wide and narrow, of an
 * organisation with a sample business, in `--languages en,hi,bn`, `--looks light-1440,dark-390` and `--only PATTERN` of addresses.
 */
const guide = fileURLToPath(new URL('../../../docs/guide/pictures/', import.meta.url))
const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    languages: { type: 'string', default: 'en' },
    looks: { type: 'string', default: 'light-1440,dark-1440,light-390,dark-390' },
    only: { type: 'string' },
  },
})
execFileSync(process.execPath, [fileURLToPath(new URL('../build.ts', import.meta.url)), '--if-stale'], { stdio: 'inherit' })
if (values.all === undefined) await takeThoseOfTheGuide()
else {
  const furnished = await openFurnished()
  try {
    const languages = (['en', 'hi', 'bn'] as const).filter((it) => values.languages.split(',').includes(it))
    const { taken, failed } = await picturePages(furnished, values.all, {
      languages,
      looks: values.looks.split(','),
      only: values.only === undefined ? undefined : new RegExp(values.only),
    })
    console.log(`${taken} pictures in ${values.all}`)
    for (const it of failed) console.log(it)
    if (failed.length > 0) process.exitCode = 1
  } finally {
    await furnished.close()
  }
}

async function takeThoseOfTheGuide(): Promise<void> {
  const room = await openSignedIn({ verified: true, own: {} })
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
}

async function keep(page: Page, name: string): Promise<void> {
  const path = `${guide}${name}.png`
  await page.screenshot({ path, animations: 'disabled' })
  console.log(`${name}.png: ${Math.round(statSync(path).size / 1000)} kB`)
}
