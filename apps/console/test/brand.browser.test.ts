import { afterAll, beforeAll, expect, it } from 'vitest'
import { findInMail } from './mailbox.ts'
import { see } from './see.ts'
import { newEmail, openSignedIn } from './signed-in.ts'

const colours = { light: { main: '#006b39', ink: '#ffffff', text: '#006b39' }, dark: { main: '#3a9d6a', ink: '#08130d', text: '#7fd0a5' } }
// A browser finds every name below localhost on its own machine.
const domain = `x${newEmail().split('@')[0]!.split('-')[1]}.localhost`
let room: Awaited<ReturnType<typeof openSignedIn>>

beforeAll(async () => {
  room = await openSignedIn({ verified: true })
})
afterAll(() => room?.close())

async function ask<T>(method: string, path: string, data?: unknown): Promise<T> {
  const answer = await room.context.request.fetch(`${room.myna.url}/api/v1${path}`, { method, ...(data !== undefined && { data }) })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

it('a brand at its domain is all that is seen there, before and after signing in', async () => {
  await ask('POST', '/identity/domains', { domain })
  await ask('POST', `/identity/domains/${domain}/mail`, { mailbox: 'admin' })
  const [code] = await findInMail(room.myna.folder, `admin@${domain}`, /\b\d{8}\b/)
  await ask('POST', `/identity/domains/${domain}/verification`, { code })
  await ask('PUT', '/workspace/brand', { brand: { name: 'Bolo', senderName: null, colours } })
  await expect.poll(() => ask<{ domains: string[] }>('GET', '/workspace/brand'), { timeout: 20_000 }).toMatchObject({ domains: [domain] })

  const settings = await room.look({ theme: 'light', width: 1440 })
  await settings.goto(`${room.myna.url}/settings?section=brand`)
  await settings.getByRole('textbox', { name: 'Address of the console' }).fill(`voice.${domain}`)
  await settings.locator('form').filter({ hasText: 'Address of the console' }).getByRole('button', { name: 'Save' }).click()
  await see(settings.getByText('Saved', { exact: true }).first()).toBeVisible()
  await settings.context().close()

  const home = `http://voice.${domain}:${new URL(room.myna.url).port}`
  const page = await room.look({ theme: 'light', width: 1440 }, true)
  await page.goto(`${home}/sign-in`)
  await see(page.getByRole('heading', { name: 'Sign in to Bolo' })).toBeVisible()
  const names = async () =>
    (
      await page.evaluate(
        () => `${document.title} ${document.documentElement.outerHTML.replace(/<script[^>]*>|<link[^>]*(?:stylesheet|modulepreload)[^>]*>/g, '')}`,
      )
    ).match(/myna/gi)
  expect(await names()).toBeNull()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand').trim())).toBe('#006b39')
  for (const language of ['हिन्दी', 'বাংলা']) {
    await page.getByRole('button', { name: language }).click()
    await see(page.getByRole('heading', { level: 1 })).toContainText('Bolo')
    expect(await names()).toBeNull()
  }
  await page.getByRole('button', { name: 'English' }).click()
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector<HTMLLinkElement>('link[rel=manifest]')!.href)).text())
  expect(manifest).toContain('"short_name":"Bolo"')
  expect(manifest).not.toMatch(/myna/i)

  await page.getByLabel('E-mail').fill(room.person.email)
  await page.getByLabel('Password', { exact: true }).fill(room.person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await see(page).toHaveURL(`${home}/`)
  await see(page).toHaveTitle(/· Bolo$/)
  await page.context().close()
})
