import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, openSignedIn } from './signed-in.ts'
import { see } from './see.ts'
import { walk } from './walk.ts'

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="document.title=1"><circle cx="4" cy="4" r="4" fill="#0a7f6f"/></svg>'
const pages = [
  '/settings',
  '/settings?section=brand',
  '/settings?section=limits',
  '/settings?section=about',
  '/reference?op=agents.listAgents',
  '/reference?tab=events',
  '/guide',
  '/guide/phone',
  '/guide/changes',
  '/guide/phone?q=recording',
]

/** What a person does about the looks of their organisation, its limits, the reference and the guide. */
describe('brand, settings, reference and guide', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    room = await openSignedIn()
    page = await room.look({ theme: 'light', width: 1440 })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => message.text().includes('Content Security Policy') && troubles.push(message.text()))
  })
  afterAll(() => room?.close())
  const main = () => page.locator('main')
  const go = async (path: string) => void (await page.goto(room.myna.url + path))
  const worn = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand').trim())

  it('gives the console a name, a sender and a logo, and the console follows at once', async () => {
    await go('/settings?section=brand')
    await main().getByLabel('Name of the product').fill('Example Voice')
    await main().getByLabel('Sender of mails').fill('Example Dental')
    await main().getByRole('button', { name: 'Save' }).click()
    await see(page).toHaveTitle('Settings · Example Voice')
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) })
    await see(page.locator('aside img')).toHaveAttribute('src', /brand\/logo\?hash=\w{64}/)
    const sizes = await page.locator('aside img').evaluate((it) => (it as HTMLImageElement).decode().then(() => (it as HTMLImageElement).naturalWidth))
    expect(sizes).toBeGreaterThan(0)
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') })
    await see(main().getByText('no PNG or SVG that Example Voice can keep')).toBeVisible()
  })

  it('is told which colour cannot be read, takes the nearest, and sees it worn', async () => {
    await main().getByRole('switch', { name: 'Use our own colours' }).click()
    const light = main().getByRole('group', { name: 'Light', exact: true })
    await light.getByRole('textbox', { name: 'Main colour', exact: true }).fill('#ffe066')
    await see(light.getByText(/Too close to a row under the pointer: 1\.\d+ to 1, and 3 is needed/)).toBeVisible()
    await main().getByRole('button', { name: 'Save' }).click()
    await see(main().getByText('These colours cannot be read well.')).toBeVisible()
    await main().getByRole('button', { name: 'Make all from the main colour' }).click()
    await see(light.getByText(/Too close/)).toHaveCount(0)
    const chosen = await light.getByRole('textbox', { name: 'Main colour', exact: true }).inputValue()
    await main().getByRole('button', { name: 'Save' }).click()
    await expect.poll(worn).toBe(chosen)
    await page.reload()
    await see(page).toHaveTitle('Settings · Example Voice')
    await expect.poll(worn).toBe(chosen)
  })

  it('leaves no brand behind for who is not signed in', async () => {
    const stranger = await room.look({ theme: 'light', width: 1440 }, true)
    await stranger.goto(`${room.myna.url}/sign-in`)
    await see(stranger.getByRole('heading', { level: 1 })).toContainText('Myna')
    expect((await stranger.request.get(`${room.myna.url}/api/v1/workspace/brand/logo`)).status()).toBe(401)
    await stranger.context().close()
  })

  it('hands the logo out as a file that nothing runs', async () => {
    const answer = await room.context.request.get(`${room.myna.url}/api/v1/workspace/brand/logo`)
    expect(answer.headers()['content-disposition']).toContain('attachment')
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
    expect(await answer.text()).not.toContain('onload')
  })

  it('sees limits as they are, and the licence of the software', async () => {
    await go('/settings?section=limits')
    await see(
      main()
        .getByText(/of .* in this minute/)
        .first(),
    ).toBeVisible()
    await go('/settings?section=about')
    await see(main().getByText('Apache-2.0').first()).toBeVisible()
  })

  it('finds the part of a guide it needs, also from the page it is about', async () => {
    await go('/numbers')
    await page.getByRole('link', { name: 'Learn how' }).click()
    await see(main().getByRole('heading', { name: 'Five steps' })).toBeInViewport()
    await see(page.getByRole('textbox', { name: 'Search the guides' })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('voicemail')
    await see(page).toHaveURL(/q=voicemail/)
    await main()
      .getByRole('link', { name: /Keypad menu/ })
      .first()
      .click()
    await see(main().getByRole('heading', { name: /How an agent behaves/ })).toBeInViewport()
    await go('/guide/no-such-page')
    await see(main().getByRole('heading', { name: 'There is no such guide' })).toBeVisible()
  })

  it('asks the API with a key of its own, and is refused with a wrong one', async () => {
    const made = await room.context.request.post(`${room.myna.url}/api/v1/identity/api-keys`, { data: { name: 'Reference', scopes: ['agents:read'] } })
    const { key } = (await made.json()) as { key: string }
    await go('/reference?op=agents.listAgents')
    await page.getByLabel('API key', { exact: false }).first().fill('myna_wrong')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await see(main().getByRole('status').getByText('401')).toBeVisible()
    await page.getByLabel('API key', { exact: false }).first().fill(key)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await see(main().getByRole('status').getByText('200')).toBeVisible()
  })

  const looks: [string, Look][] = [
    ['light at 1440', { theme: 'light', width: 1440 }],
    ['dark at 390 in Bengali', { theme: 'dark', width: 390, height: 844, language: 'bn' }],
    ['light at 390 in Hindi', { theme: 'light', width: 390, height: 844, language: 'hi' }],
  ]
  it.each(looks)('breaks no rule a machine can check, %s', async (_, look) => {
    const shown = await room.look(look)
    const broken = await walk(shown, room.myna.url, pages)
    await shown.context().close()
    expect(broken).toEqual([])
  })

  it('leaves nothing broken in the page', () => {
    expect(troubles).toEqual([])
  })
})
