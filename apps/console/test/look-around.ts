import type { Page } from '@playwright/test'
import { brokenRules } from './broken-rules.ts'
import type { Furniture } from './furnished.ts'
import { opened } from './places.ts'
import { see } from './see.ts'
import { saidIn, untranslated } from './spoken.ts'
import { faultsOfLook, goInside, wear } from './walk.ts'
import { watch } from './watched.ts'

type Language = 'en' | 'hi' | 'bn'
type Theme = 'light' | 'dark'

/** Looks at pages of the console one after the other in one window, and gathers what is wrong with each. */
export async function openLookout(page: Page, { url, language, themes }: { url: string; language: Language; themes: readonly Theme[] }) {
  const watched = await watch(page)
  const faults: string[] = []

  async function look(at: string): Promise<void> {
    for (const theme of themes) {
      await wear(page, theme)
      faults.push(...(await faultsOfLook(page, `${at} (${theme})`)))
    }
    faults.push(...(await untranslated(page, language, watched.data())).map((it) => `${at}: ${it}`))
    faults.push(...(await watched.take()).troubles.map((it) => `${at}: ${it}`))
  }

  /** Whether a page came; what stands there instead is noted. */
  async function arrive(path: string): Promise<boolean> {
    try {
      await goInside(page, url, path)
      return true
    } catch (fault) {
      const instead = (await page.locator('body').innerText()).slice(0, 200)
      faults.push(`${path}: did not come: ${String(fault).split('\n', 1)[0]}; instead: ${instead}`)
      return false
    }
  }

  return {
    faults,
    /** Looks at a page and answers the tabs that it leads to. */
    async visit(path: string): Promise<string[]> {
      if (!(await arrive(path))) return []
      await look(path)
      return page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('nav a[href]')]
          .filter((it) => it.pathname === location.pathname && it.search !== location.search && /tab=|section=|view=/.test(it.search))
          .map((it) => it.pathname + it.search),
      )
    },
    /** Opens what stands over a page, looks at it and closes it. */
    async open([path, ...pressed]: ReturnType<(typeof opened)[number]>): Promise<void> {
      await goInside(page, url, path)
      for (const name of pressed) {
        const names = saidIn(language, name).map((it) => it.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
        await page
          .getByRole('button', { name: new RegExp(`^(${names.join('|')})`) })
          .or(page.getByRole('menuitem', { name: new RegExp(`^(${names.join('|')})`) }))
          .filter({ visible: true })
          .first()
          .click()
      }
      await see(page.getByRole('dialog').first()).toBeVisible()
      for (const theme of themes) {
        await wear(page, theme)
        faults.push(...(await brokenRules(page, `${path}, ${pressed.join(', ')} (${theme})`)))
      }
      faults.push(...(await untranslated(page, language, watched.data())).map((it) => `${path}, ${pressed.join(', ')}: ${it}`))
      await page.keyboard.press('Escape')
      await see(page.getByRole('dialog')).toHaveCount(0)
    },
    /** Loads a page anew and says what moved meanwhile without anybody's doing. */
    async load(path: string): Promise<void> {
      await page.goto(url + path)
      if (!(await arrive(path))) return
      faults.push(...(await watched.take()).shifts.map((it) => `${path}: moved while it loaded: ${it}`))
    },
  }
}

/** Every address of a list of pages, and the tabs found on them, each once. */
export async function visitAll(lookout: Awaited<ReturnType<typeof openLookout>>, paths: readonly string[]): Promise<void> {
  const left = [...paths]
  const seen = new Set<string>()
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    left.unshift(...(await lookout.visit(path)))
  }
}

/** Every address of some places in a furnished organisation. */
export const addressesOf = (places: Readonly<Record<string, (it: Furniture) => readonly string[]>>, has: Furniture) =>
  Object.values(places).flatMap((it) => [...it(has)])
