import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { see } from './see.ts'
import { newEmail, openPage, openSignedIn, signUp } from './signed-in.ts'
import { strangersPlaces } from './places.ts'
import { goInside, pagesOf } from './walk.ts'

const desk = { theme: 'light', width: 1440 } as const
const gone = '01a1fe80-0000-7000-8000-000000000000'

/** What people meet who follow a link to what is gone, who may not see it, or who are nobody here. */
describe('where a link leads nowhere', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let pages: string[]
  beforeAll(async () => {
    room = await openSignedIn()
    const page = await room.look(desk)
    await goInside(page, room.myna.url, '/')
    pages = (await pagesOf(page)).filter((it) => !(it in strangersPlaces))
    await page.context().close()
  })
  afterAll(() => room?.close())
  const addressOf = (path: string) => path.replace('$page', 'phone').replaceAll(/\$\w+/g, gone)

  it('says so of what was deleted, on every page of one thing, and leads on', async () => {
    const page = await room.look(desk)
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(String(error)))
    for (const path of pages.filter((it) => /\$\w+Id/.test(it))) {
      await goInside(page, room.myna.url, addressOf(path))
      await see(page.getByText(/There is nothing here|not found|has been deleted|is gone|no such/i).first()).toBeVisible()
      await see(page.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    }
    for (const path of ['/no-such-page', '/agents/<script>', '/calls/undefined']) {
      await page.goto(room.myna.url + path)
      await see(page.getByText(/There is nothing here|not found|has been deleted/i).first()).toBeVisible()
    }
    await page.context().close()
    expect(broken).toEqual([])
  })

  it('shows somebody whose role may do nothing no page of others, and breaks none', async () => {
    const api = `${room.myna.url}/api/v1/identity`
    await room.context.request.put(`${api}/roles/door_keeper`, { data: { scopes: ['calls:read'] } })
    const email = newEmail('bina')
    const invited = await room.context.request.post(`${api}/invitations`, { data: { email, role: 'door_keeper' } })
    const { id } = (await invited.json()) as { id: string }
    const theirs = await signUp(room.browser, room.myna.url, { name: 'Bina', email, password: 'another long password', invitationId: id })
    const page = await openPage(room.browser, theirs, desk)
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(String(error)))
    const refused: string[] = []
    for (const path of pages) {
      await goInside(page, room.myna.url, addressOf(path))
      if (await page.getByText('This page broke').count()) broken.push(path)
      if (
        await page
          .locator('main')
          .getByText(/You may not (see|do) this/)
          .count()
      )
        refused.push(path)
    }
    expect(broken).toEqual([])
    expect(refused).toEqual(
      expect.arrayContaining(['/team', '/api-keys', '/audit', '/providers', '/tools', '/applications', '/traffic', '/platform', '/operators']),
    )
    await Promise.all([page.context().close(), theirs.close()])
  })

  it('asks whoever is not signed in to sign in first, on every page, and then leads there', async () => {
    const stranger = await room.look(desk, true)
    for (const path of pages.map(addressOf)) {
      await stranger.goto(room.myna.url + path)
      await see(stranger.getByRole('heading', { level: 1, name: /Sign in/ })).toBeVisible()
      if (path !== '/') expect(new URL(stranger.url()).searchParams.get('next')).toBe(path)
    }
    await stranger.goto(`${room.myna.url}/api-keys`)
    await stranger.getByLabel('E-mail').fill(room.person.email)
    await stranger.getByLabel('Password', { exact: true }).fill(room.person.password)
    await stranger.getByRole('button', { name: 'Sign in', exact: true }).click()
    await see(stranger.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible()
    await stranger.context().close()
  })
})
