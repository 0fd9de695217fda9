import { expect, type Page } from '@playwright/test'
import type { Furniture, openFurnished } from '../furnished.ts'
import { isShown } from '../is-shown.ts'
import { see } from '../see.ts'
import type { Act } from './acts.ts'
import { openFailing, requestId } from './failing.ts'

type Room = Pick<Awaited<ReturnType<typeof openFurnished>>, 'look' | 'myna'>
/** Longer than a query waits before it asks again, than people wait in peace, and than the frame waits before it looks whether the server is back. */
const [retryMs, slowMs, backMs] = [3_000, 9_000, 5_000]
/** Pages that need nothing of what they ask: they know something better with it. */
const worksWithout = new Set(['/understanding'])
const shortly = { timeout: 5_000 }

/** A window whose clock is wound on by hand and whose server fails when it is told to; what a person should never meet is gathered in `faults`. */
async function openTroubled(room: Room, stranger: boolean) {
  const page = await room.look({ theme: 'light', width: 1440 }, stranger)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  const failing = await openFailing(page)
  const faults: string[] = []
  let at = ''
  page.on('pageerror', (error) => faults.push(`${at}: broke: ${error.message}`))
  page.on('console', (it) => {
    // What a page says of a fault is written here by the browser and by React as well.
    if (it.type() === 'error' && !/^Failed to load resource|ApiFault: Myna cannot be reached/.test(it.text())) faults.push(`${at}: console: ${it.text()}`)
  })
  return {
    page,
    failing,
    faults,
    at: (where: string) => {
      at = where
    },
    /** Notes what does not come to be, and goes on. */
    async expected(what: string, come: () => Promise<unknown>): Promise<void> {
      await come().catch((fault: unknown) => faults.push(`${at}: ${what}: ${String(fault).split('\n', 1)[0]}`))
    },
  }
}

const told = (page: Page) => page.getByRole('alert')
/** What is told of a server that failed; that a link was wrong from the beginning is told when it works as well. */
const troubled = (page: Page) => told(page).filter({ hasText: /Check your connection|not reachable/ })
const retry = (page: Page) => page.getByRole('button', { name: 'Try again', exact: true })
const loading = (page: Page) => page.getByRole('status', { name: 'Loading' })

/** Lets time pass. */
async function pass(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= retryMs) {
    await page.clock.fastForward(Math.min(left, retryMs))
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
}

/** Presses what tries again; a page may have done so by itself when it heard that the server is back. */
async function again(page: Page): Promise<void> {
  await see(async () => {
    if ((await troubled(page).count()) > 0) await retry(page).first().click({ timeout: 500 })
  }).toPass(shortly)
}

/** Waits until a page says what failed, however often it asks before. */
async function isTold(page: Page): Promise<void> {
  await see(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  for (let tries = 0; tries < 5 && ((await told(page).count()) === 0 || (await loading(page).count()) > 0); tries++) await pass(page, retryMs)
  await see(loading(page)).toHaveCount(0, shortly)
}

/** Pages whose server refuses, then is hidden by another that answers with a page of its own, then answers. */
export async function refused(room: Room, addresses: readonly string[], stranger = false): Promise<string[]> {
  const { page, failing, faults, at, expected } = await openTroubled(room, stranger)
  for (const path of addresses) {
    // What the page before still asks is none of this one's.
    await page.goto(`${room.myna.url}/ready`)
    failing.forget()
    await failing.goes('problem')
    at(`${path}, refused`)
    await expected('a page', () => page.goto(room.myna.url + path))
    await expected('its words', () => isTold(page))
    if (failing.failed.size === 0 || worksWithout.has(path)) continue
    await expected('a message', () => see(told(page).first()).toBeVisible(shortly))
    await expected('the request id', async () => {
      await page.getByRole('button', { name: 'Copy request id' }).first().click(shortly)
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(requestId)
    })
    at(`${path}, answered by another`)
    await failing.goes('html')
    await expected('a way to try again', () => again(page))
    await expected('its words', () => isTold(page))
    await expected('what to do', () => see(page.locator('main').getByText('Check your connection').first()).toBeVisible(shortly))
    at(`${path}, back`)
    await failing.goes('well')
    await expected('a way to try again', () => again(page))
    await expected('the page', () => isShown(page))
    await expected('no such word any more', () => see(troubled(page)).toHaveCount(0, shortly))
    // What listens for news tries by itself.
    await pass(page, backMs)
    await expected('every answer', () => see.poll(() => [...failing.failed].join(), shortly).toBe(''))
  }
  await page.context().close()
  return faults
}

/** Pages whose server says nothing, and then does. */
export async function waiting(room: Room, addresses: readonly string[], stranger = false): Promise<string[]> {
  const { page, failing, faults, at, expected } = await openTroubled(room, stranger)
  for (const path of addresses) {
    // What the page before still asks is none of this one's.
    await page.goto(`${room.myna.url}/ready`)
    failing.forget()
    await failing.goes('silent')
    at(`${path}, not answered`)
    await expected('a page', () => page.goto(room.myna.url + path))
    await expected('a heading', () => see(page.getByRole('heading', { level: 1 }).first()).toBeVisible())
    await pass(page, slowMs)
    if (failing.failed.size > 0) await expected('a word', () => see(page.getByText('This takes longer than usual').first()).toBeVisible(shortly))
    at(`${path}, answered at last`)
    await failing.goes('well')
    await expected('the page', () => isShown(page))
    await expected('no word any more', () => see(page.getByText('This takes longer than usual')).toHaveCount(0, shortly))
  }
  await page.context().close()
  return faults
}

/** Pages that somebody goes to while the connection is lost, and that come by themselves when it is back. */
export async function cutOff(room: Room, addresses: readonly string[]): Promise<string[]> {
  const { page, faults, at, expected } = await openTroubled(room, false)
  for (const path of addresses) {
    at(`${path}, cut off`)
    await expected('a page to begin at', () => page.goto(`${room.myna.url}/guide/no-such-page`).then(() => isShown(page)))
    await page.context().setOffline(true)
    await page.evaluate((to) => (globalThis as unknown as WithRouter).__TSR_ROUTER__.history.push(to), path)
    await expected('its words', () => isTold(page))
    await expected('what it is', () => see(page.getByText('Myna cannot be reached').first()).toBeVisible(shortly))
    at(`${path}, connected again`)
    await page.context().setOffline(false)
    await pass(page, backMs)
    await expected('a way to try again', () => again(page))
    await expected('no such word any more', () => see(troubled(page)).toHaveCount(0))
    await expected('the page', () => isShown(page))
    await expected('its address', () => see(page).toHaveURL(room.myna.url + path, shortly))
  }
  await page.context().close()
  return faults
}

type WithRouter = { __TSR_ROUTER__: { history: { push(href: string): void } } }

/** What an act that fails is told with, by how it fails: what happened, what to do, and whether there is an id to quote. */
const toldOf = {
  acts: { happened: 'not reachable right now', advice: /Try again/, quoted: true },
  denied: { happened: 'You may not do this', advice: /owner or admin/, quoted: false },
} as const

/** Acts that the server refuses: it is said what happened and what to do, things are as before, and the focus is where it can be gone on from. */
export async function refusedActs(room: Room, has: Furniture, acts: readonly Act[], how: keyof typeof toldOf): Promise<string[]> {
  const { page, failing, faults, at, expected } = await openTroubled(room, false)
  const { happened, advice, quoted } = toldOf[how]
  const isSaid = (words: string | RegExp) => see(page.getByText(words).filter({ visible: true }).first()).toBeVisible(shortly)
  for (const { act, path, does, asBefore } of acts) {
    at(act)
    await failing.goes('well')
    await expected('the page', () => page.goto(room.myna.url + path(has)).then(() => isShown(page)))
    await failing.goes(how)
    await expected('the act', () => does(page))
    await expected('what happened', () => isSaid(happened))
    await expected('what to do', () => isSaid(advice))
    if (quoted)
      await expected('the request id', () => see(page.getByRole('button', { name: 'Copy request id', includeHidden: true }).first()).toBeVisible(shortly))
    await expected('all as before', () => see(asBefore(page)).toBeVisible(shortly))
    await expected('the focus', () => see.poll(() => page.evaluate(() => document.activeElement?.tagName), shortly).not.toBe('BODY'))
  }
  await page.context().close()
  return faults
}
