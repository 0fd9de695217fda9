import type { Page } from '@playwright/test'
import { brokenRules } from './broken-rules.ts'
import { isShown } from './is-shown.ts'

type Router = {
  state: { status: string; resolvedLocation?: { href: string } }
  history: { push(href: string): void }
  routesByPath: object
}
type WithRouter = { __TSR_ROUTER__?: Router }

/** Leads a page to an address of the console as a link does, without loading it anew, and waits until it stands there. */
export async function goInside(page: Page, url: string, path: string): Promise<void> {
  const inside = page.url().startsWith(url) && (await page.evaluate(() => '__TSR_ROUTER__' in globalThis))
  if (inside) {
    await page.evaluate((to) => (globalThis as WithRouter).__TSR_ROUTER__!.history.push(to), path)
    const stands = () => {
      const { status, resolvedLocation } = (globalThis as WithRouter).__TSR_ROUTER__!.state
      return status === 'idle' && resolvedLocation?.href === location.href.slice(location.origin.length)
    }
    await page.waitForFunction(stands, undefined, { timeout: 30_000 })
  } else await page.goto(url + path)
  await isShown(page)
}

/** Shows a page light or dark and waits until it is drawn so: a change of colour takes a frame even for who wants no motion. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForFunction((it) => document.documentElement.dataset['theme'] === it && !('changing' in document.documentElement.dataset), theme)
  await page.evaluate(async () => {
    await new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
    // What turns as long as it is there never ends.
    const ending = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((it) => it.finished))
  })
}

/** Every page that the router of the console knows, such as `/agents/$agentId`. */
export async function pagesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys((globalThis as WithRouter).__TSR_ROUTER__!.routesByPath))
}

/** What is wrong with the look of a page as it stands: rules of WCAG 2.2 AA that it breaks, and what does not fit. */
export async function faultsOfLook(page: Page, at: string): Promise<string[]> {
  const [broken, unfit] = [await brokenRules(page, at), await page.evaluate(whatDoesNotFit)]
  return [...broken, ...unfit.map((it) => `${at}: ${it}`)]
}

function whatDoesNotFit(): string[] {
  const name = (it: Element) => `${it.tagName.toLowerCase()}.${it.className.toString().split(' ').slice(0, 4).join('.')}`
  const wider = document.documentElement.scrollWidth - innerWidth
  // What a person cannot know they may push sideways: only what says so by being reachable may.
  const hidden = [...document.querySelectorAll('main *')].filter(
    (it) =>
      ['auto', 'scroll'].includes(getComputedStyle(it).overflowX) &&
      it.scrollWidth > it.clientWidth + 1 &&
      it.clientWidth > 0 &&
      !it.matches('[tabindex], nav, pre, textarea'),
  )
  /** What inside sticks out, the innermost. */
  const sticksOut = (it: Element) => {
    const edge = it.getBoundingClientRect().right + 1
    const out = [...it.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge)
    return out.at(-1)
  }
  return [
    ...(wider > 0 ? [`wider than the screen by ${wider}`] : []),
    ...hidden.map((it) => `beyond the edge of ${name(it)}: ${sticksOut(it)?.outerHTML.slice(0, 160) ?? ''}`),
  ]
}

/** Walks through addresses and says what is wrong with the look of each; `then` is done on each before it is looked at. */
export async function walk(page: Page, url: string, paths: readonly string[], then?: (path: string) => Promise<unknown>): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await goInside(page, url, path)
    await then?.(path)
    faults.push(...(await faultsOfLook(page, path)))
    const folder = process.env['MYNA_TEST_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${page.viewportSize()?.width}${path.replaceAll(/\W+/g, '-')}.png` })
  }
  return faults
}
