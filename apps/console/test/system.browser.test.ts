import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, openSignedIn } from './signed-in.ts'
import { brokenRules } from './broken-rules.ts'
import { isShown } from './is-shown.ts'
import { see } from './see.ts'
import { faultsOfLook } from './walk.ts'

/** What stands around the pages: search by name, keys, news as it happens, a lost connection, notifications, the first run. */
describe('the console as a whole', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    room = await openSignedIn({ verified: true })
    page = await room.look({ theme: 'light', width: 1440 })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (it) => it.type() === 'error' && /Content Security Policy|Minified React/.test(it.text()) && troubles.push(it.text()))
  })
  afterAll(() => room?.close())
  const go = async (path: string) => void (await page.goto(room.myna.url + path))
  const ask = (path: string, data: unknown) => room.context.request.post(`${room.myna.url}/api/v1${path}`, { data })
  const keep = async (shown: Page, name: string) => {
    const folder = process.env['MYNA_TEST_PICTURES']
    if (folder) await shown.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
  }

  it('leads from nothing to an agent of a sample business that answers', async () => {
    await go('/')
    await see(page.getByRole('heading', { name: 'From website to agent, in three steps' })).toBeVisible()
    await keep(page, 'first-run')
    await page.getByRole('button', { name: 'Create the sample agent' }).click()
    await see(page.getByRole('complementary', { name: /^Talk to/ })).toBeVisible({ timeout: 60_000 })
    const talk = page.getByRole('complementary', { name: /^Talk to/ })
    await talk.getByRole('textbox', { name: 'Message' }).fill('How much is teeth whitening?')
    await page.keyboard.press('Enter')
    await see(talk.getByRole('log')).toContainText(/4,500/, { timeout: 30_000 })
    await keep(page, 'sample-talk')
    await talk.getByRole('button', { name: 'End', exact: true }).click()
  })

  it('shows on the first page what another window does, without being asked', async () => {
    await go('/')
    await see(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
    await see(page.locator('main').getByText('As of')).toBeVisible()
    const made = await ask('/agents', { name: 'Night desk', config: { businessName: 'Example Dental' } })
    expect(made.status()).toBe(200)
    await see(page.getByText('Night desk was never published: callers cannot reach it.')).toBeVisible()
    await keep(page, 'overview')
  })

  it('finds everything by name and gives the focus back', async () => {
    const create = page.getByRole('link', { name: 'Create agent' }).first()
    await create.focus()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Search and do' })
    await field.fill('whitening')
    await see(page.getByRole('option', { name: /whitening/i }).first()).toBeVisible()
    await keep(page, 'palette')
    expect(await brokenRules(page)).toEqual([])
    await page.keyboard.press('Escape')
    await see(field).toHaveCount(0)
    await see(create).toBeFocused()
    await page.keyboard.press('Control+k')
    await field.fill(room.person.email)
    await see(page.getByRole('option', { name: /Test person/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await see(page).toHaveURL(/\/team\?q=asha/)
    await page.keyboard.press('Control+k')
    await field.fill('dark')
    await page.keyboard.press('Enter')
    await see(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.keyboard.press('Control+k')
    await see(page.getByRole('option').first()).toHaveText(/Theme: Dark/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await see(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await see(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  })

  it('tells people what they should know of, once', async () => {
    const bell = page.getByRole('button', { name: /^Notifications/ })
    await ask('/agents/creations', { url: room.site.url })
    await see(bell).toHaveAccessibleName('Notifications 1 new', { timeout: 60_000 })
    await bell.click()
    await see(page.getByRole('dialog', { name: 'Notifications' }).getByText(/^Built: /)).toBeVisible()
    await keep(page, 'notifications')
    await page.keyboard.press('Escape')
    await see(bell).toHaveAccessibleName('Notifications')
  })

  it('says that the connection is away and keeps what was typed', async () => {
    await go('/agents/new?from=hand')
    const business = page.getByRole('textbox').first()
    await business.fill('Typed before the line broke')
    await page.context().setOffline(true)
    await see(page.getByText(/Myna cannot be reached\. You see how things were at/)).toBeVisible()
    await keep(page, 'offline')
    await page.keyboard.press('Enter')
    await see(business).toHaveValue('Typed before the line broke')
    await page.context().setOffline(false)
    await see(page.getByText(/Myna cannot be reached/)).toHaveCount(0)
    await see(business).toHaveValue('Typed before the line broke')
  })

  it('can be installed, and opens its shell while the server is away', async () => {
    const manifest = (await (await page.request.get(`${room.myna.url}/manifest.json`)).json()) as { icons: { src: string }[] }
    for (const { src } of manifest.icons) expect((await page.request.get(room.myna.url + src)).headers()['content-type']).toMatch(/^image\//)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await go('/agents')
    const stored = await page.evaluate(async () =>
      (await Promise.all((await caches.keys()).map(async (it) => (await (await caches.open(it)).keys()).map((one) => one.url)))).flat(),
    )
    expect(stored.filter((it) => it.includes('/api/'))).toEqual([])
    await page.context().setOffline(true)
    await page.reload()
    await see(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await see(page.getByRole('heading', { name: 'Agents', level: 1 })).toBeVisible()
  })

  const looks: [string, Look][] = [
    ['light-1440', { theme: 'light', width: 1440 }],
    ['dark-390-bn', { theme: 'dark', width: 390, height: 844, language: 'bn' }],
    ['light-390-hi', { theme: 'light', width: 390, height: 844, language: 'hi' }],
  ]
  it.each(looks)('breaks no rule a machine can check, %s', async (name, look) => {
    const shown = await room.look(look)
    await shown.goto(room.myna.url)
    await see(shown.getByText('Night desk').first()).toBeVisible({ timeout: 20_000 })
    await isShown(shown)
    await keep(shown, `overview-${name}`)
    const broken = await faultsOfLook(shown, 'overview')
    await shown
      .getByRole('button', { name: /^(Notifications|सूचनाएँ|বিজ্ঞপ্তি)/ })
      .last()
      .click()
    await see(shown.getByRole('dialog')).toBeVisible()
    broken.push(...(await brokenRules(shown, 'notifications')))
    await shown.context().close()
    expect(broken).toEqual([])
  })

  it('leaves nothing broken in the page', () => {
    expect(troubles).toEqual([])
  })
})
