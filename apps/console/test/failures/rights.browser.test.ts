import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { addressesOf } from '../look-around.ts'
import { opened, places } from '../places.ts'
import { see } from '../see.ts'
import { newEmail, openPage, signUp } from '../signed-in.ts'
import { goInside } from '../walk.ts'

const desk = { theme: 'light', width: 1440 } as const
/** What opens over pages and is for everybody: their own news and account, and what can be read. */
const forEverybody = new Set(['Notifications', 'Set up authenticator app'])

/** A furnished organisation, seen by people who may less in it: nothing of it is there for others, and who may read is offered nothing else. */
describe('whoever may less', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())

  /** What breaks on a page, and what of it the server denied. */
  function watchDenied(page: Page) {
    const faults: string[] = []
    page.on('pageerror', (it) => faults.push(`${page.url()}: broke: ${it.message}`))
    page.on('response', (it) => {
      if (it.status() === 403) faults.push(`${page.url()}: asked for what is denied: ${it.request().method()} ${new URL(it.url()).pathname}`)
    })
    return faults
  }

  it('finds nothing of another organisation behind its links', async () => {
    const theirs = await signUp(room.browser, room.myna.url, { ...room.person, email: newEmail('elsewhere') })
    const page = await openPage(room.browser, theirs, desk)
    const faults = watchDenied(page)
    const links = addressesOf(places, room.has).filter((it) => Object.values(room.has).some((id) => it.includes(id)))
    expect(links.length).toBeGreaterThan(5)
    for (const path of links) {
      await goInside(page, room.myna.url, path)
      const words = await page.locator('body').innerText()
      if (/Example Dental|Night desk|Price finder|Asha Rao/.test(words.replaceAll(room.person.organisation, '')))
        faults.push(`${path}: shows what is not theirs`)
      if (!/There is nothing here|not found|has been deleted|is gone|no such/i.test(words)) faults.push(`${path}: does not say that it is not there`)
    }
    await Promise.all([page.context().close(), theirs.close()])
    expect(faults).toEqual([])
  })

  it('reads every page that their role may read, and is offered no act', async () => {
    const { items } = await room.ask<{ items: { name: string; scopes: string[] }[] }>('GET', '/identity/roles')
    const scopes = items.find((it) => it.name === 'owner')!.scopes.filter((it) => it.endsWith(':read'))
    expect(scopes.length).toBeGreaterThan(8)
    await room.ask('PUT', '/identity/roles/reader', { scopes })
    const email = newEmail('reader')
    const { id } = await room.ask('POST', '/identity/invitations', { email, role: 'reader' })
    const theirs = await signUp(room.browser, room.myna.url, { name: 'Dia', email, password: 'another long password', invitationId: id })
    const page = await openPage(room.browser, theirs, desk)
    const faults = watchDenied(page)
    for (const path of addressesOf(places, room.has)) {
      await goInside(page, room.myna.url, path)
      if (await page.getByText('This page broke').count()) faults.push(`${path}: broke`)
      const denied = await page
        .locator('main')
        .getByText(/You may not (see|do) this/)
        .count()
      // These are for who runs the installation; the reference tells of refusals itself.
      if (denied && !/^\/(platform|work|traffic|operators|access|agents\/new|reference)/.test(path)) faults.push(`${path}: is denied to who may read all`)
    }
    for (const [path, first] of opened.map((it) => it(room.has))) {
      if (!first || forEverybody.has(first)) continue
      await goInside(page, room.myna.url, path)
      const offered = page.locator('main').getByRole('button', { name: first }).filter({ visible: true })
      if ((await offered.count()) > 0 && (await offered.first().isEnabled())) faults.push(`${path}: offers "${first}"`)
    }
    await Promise.all([page.context().close(), theirs.close()])
    expect(faults).toEqual([])
  })

  it('sees that a role was taken away while the page was open', async () => {
    const email = newEmail('mover')
    const { id } = await room.ask('POST', '/identity/invitations', { email, role: 'admin' })
    const theirs = await signUp(room.browser, room.myna.url, { name: 'Esha', email, password: 'another long password', invitationId: id })
    const page = await openPage(room.browser, theirs, desk)
    await page.goto(`${room.myna.url}/team`)
    await see(page.getByRole('button', { name: 'Invite a colleague' }).first()).toBeVisible()
    const { items } = await room.ask<{ items: { userId: string; name: string }[] }>('GET', '/identity/members')
    await room.ask('PATCH', `/identity/members/${items.find((it) => it.name === 'Esha')!.userId}`, { role: 'front_desk' })
    await see(page.getByRole('button', { name: 'Invite a colleague' })).toHaveCount(0)
    await see(page.getByText(/You may not (see|do) this/).first()).toBeVisible()
    await Promise.all([page.context().close(), theirs.close()])
  })
})
