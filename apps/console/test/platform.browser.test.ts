import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from './played-app.ts'
import { type Look, openSignedIn } from './signed-in.ts'
import { see } from './see.ts'
import { walk } from './walk.ts'

/** What a person does about applications, traffic and access: registers, tries, turns versions, sees figures, sets rules. */
describe('applications, traffic and access', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let app: Awaited<ReturnType<typeof startApp>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    ;[room, app] = await Promise.all([openSignedIn({ own: {} }), startApp()])
    page = await room.look({ theme: 'light', width: 1440 })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => troubles.push(String(error)))
  })
  afterAll(async () => {
    await room?.close()
    await app?.stop()
  })
  const main = () => page.locator('main')
  const dialog = () => page.getByRole('dialog')
  const go = async (path: string) => void (await page.goto(room.myna.url + path))

  it('registers an application, told what is wrong first, and keeps its secret', async () => {
    await go('/applications')
    await see(main().getByRole('heading', { name: 'No applications yet' })).toBeVisible()
    await page.keyboard.press('c')
    await dialog().getByLabel('Name', { exact: true }).fill('Price finder')
    await dialog().getByRole('button', { name: 'Register application' }).click()
    await see(dialog().getByText('Enter an address such as https://finder.example.com.')).toBeVisible()
    await dialog().getByLabel('Address', { exact: true }).fill('https://10.0.0.1/inside')
    await dialog().getByRole('button', { name: 'Register application' }).click()
    await see(dialog().getByText(/leads into a private network/)).toBeVisible()
    await dialog().getByLabel('Address', { exact: true }).fill(`${app.url}/v1`)
    await dialog().getByRole('button', { name: 'Register application' }).click()
    await see(dialog().getByLabel('Signing secret')).toHaveText(/^myna_app_/)
    await dialog().getByRole('button', { name: 'I have stored it' }).click()
    await see(
      main()
        .getByRole('heading', { name: 'Price finder', level: 1 })
        .or(page.getByRole('heading', { name: 'Price finder', level: 1 }))
        .first(),
    ).toBeVisible()
  })

  it('tries it, and sees what it refuses', async () => {
    await page.getByRole('link', { name: 'Try it' }).click()
    await page.getByLabel('Path below the address').fill('/find?q=1')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const answer = page.getByRole('region', { name: 'Answer' })
    await see(answer).toContainText('/v1/find?q=1')
    await page.getByLabel('Path below the address').fill('/refuse')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await see(answer).toContainText('422')
  })

  it('registers a version, activates it and rolls back', async () => {
    await page.getByRole('link', { name: 'Versions', exact: true }).click()
    await page.getByRole('button', { name: 'Register version' }).click()
    await dialog().getByLabel('Name of the version').fill('1')
    await dialog().getByLabel('Address', { exact: true }).fill(`${app.url}/v2`)
    await dialog().getByRole('button', { name: 'Register version' }).click()
    await see(dialog().getByText('A version of this name already exists.')).toBeVisible()
    await dialog().getByLabel('Name of the version').fill('2')
    await dialog().getByRole('button', { name: 'Register version' }).click()
    await page.getByRole('button', { name: 'Activate: 2' }).click()
    await dialog().getByRole('button', { name: 'Activate', exact: true }).click()
    await see(page.getByRole('button', { name: 'Activate: 1' })).toBeVisible()
    await page.getByRole('button', { name: 'Roll back' }).click()
    await dialog().getByRole('button', { name: 'Roll back' }).click()
    await see(page.getByRole('button', { name: 'Activate: 2' })).toBeVisible()
  })

  it('sees that it fails, and says what it is told', async () => {
    await page.getByRole('link', { name: 'Health', exact: true }).click()
    app.beUnwell(true)
    for (let times = 0; times < 3; times++) {
      await page.getByRole('button', { name: 'Ask now' }).click()
      await see(page.getByRole('button', { name: 'Ask now' })).not.toHaveAttribute('aria-busy', 'true')
    }
    await see(page.getByText('It answered 503, not 200.').first()).toBeVisible()
    await see(page.getByText('Failing').first()).toBeVisible()
    app.beUnwell(false)
    await page.getByRole('link', { name: 'Settings', exact: true }).first().click()
  })

  it('is warned before the rules lock them out, and may turn back', async () => {
    await go('/access')
    await page.getByRole('button', { name: 'Add allowed range' }).click()
    await page.getByLabel('Allowed addresses: Address or range 1').fill('not an address')
    await page.getByRole('button', { name: 'Save' }).click()
    await see(page.getByRole('alert').first()).toBeVisible()
    await page.getByLabel('Allowed addresses: Address or range 1').fill('203.0.113.0/24')
    await page.getByRole('button', { name: 'Save' }).click()
    await see(dialog()).toContainText('This locks you out')
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Check' }).click()
    await see(page.getByText('Refused: no allowed range holds it.')).toBeVisible()
    await go('/access')
    await see(page.getByText('None').first()).toBeVisible()
  })

  it('sees their requests, by route', async () => {
    await go('/traffic?range=live')
    await see(page.getByRole('region', { name: 'By route' })).toContainText('apps.registerApp', { timeout: 30_000 })
    await page.getByRole('button', { name: '1 hour' }).click()
    await see(page).toHaveURL(/range=hour/)
  })

  const looks: [string, Look][] = [
    ['light at 1440', { theme: 'light', width: 1440 }],
    ['dark at 390 in Bengali', { theme: 'dark', width: 390, height: 844, language: 'bn' }],
    ['light at 390 in Hindi', { theme: 'light', width: 390, height: 844, language: 'hi' }],
  ]
  it.each(looks)('breaks no rule a machine can check, %s', async (_, look) => {
    const { items } = (await (await room.context.request.get(`${room.myna.url}/api/v1/apps`)).json()) as { items: { id: string }[] }
    const one = `/applications/${items[0]!.id}`
    const tabs = ['usage', 'health', 'configuration', 'try', 'manage'].map((it) => `${one}?tab=${it}`)
    const shown = await room.look(look)
    const broken = await walk(shown, room.myna.url, ['/applications', one, ...tabs, '/traffic', '/platform', '/access', '/access?tab=limits'])
    await shown.context().close()
    expect(broken).toEqual([])
  })

  it('leaves nothing broken in the page', () => {
    expect(troubles).toEqual([])
  })
})
