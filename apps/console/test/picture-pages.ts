import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { openFurnished } from './furnished.ts'
import { places, strangersPlaces } from './places.ts'
import { goInside, wear } from './walk.ts'

type Furnished = Awaited<ReturnType<typeof openFurnished>>
type Language = 'en' | 'hi' | 'bn'
/** Tabs that have a picture of their own. */
const tabs = ['/security?tab=organisation', '/security?tab=signals', '/team?tab=roles', '/team?tab=teams', '/access?tab=limits', '/no-such-page']
const sections = ['organisation', 'brand', 'telephone', 'limits', 'models', 'engines', 'about', 'profile'].map((it) => `/settings?section=${it}`)
const nameOf = (path: string) =>
  path
    .replace(/^\//, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one')
    .replace(/[^\w-]+/g, '_') || 'overview'

/** Takes a picture of every page of a furnished organisation into a folder, in looks such as `light-1440`; answers how many, and what could not be taken. */
export async function picturePages(
  room: Furnished,
  folder: string,
  it: { languages: readonly Language[]; looks: readonly string[]; only?: RegExp | undefined },
): Promise<{ taken: number; failed: string[] }> {
  let taken = 0
  const failed: string[] = []
  const addresses = (from: typeof places) => Object.values(from).flatMap((of) => of(room.has).slice(0, 1))
  for (const language of it.languages)
    for (const width of [1440, 390]) {
      const themes = (['light', 'dark'] as const).filter((theme) => it.looks.includes(`${theme}-${width}`))
      if (themes.length === 0) continue
      const into = join(folder, `${language}-${width}`)
      mkdirSync(into, { recursive: true })
      const take = async (page: Page, path: string) => {
        await goInside(page, room.myna.url, path)
        for (const theme of themes) {
          await wear(page, theme)
          await page.screenshot({ path: join(into, `${nameOf(path)}-${theme}.png`), animations: 'disabled' })
          taken++
        }
      }
      for (const stranger of [false, true]) {
        const page = await room.look({ theme: 'light', width, height: width < 600 ? 844 : 900, language }, stranger)
        const paths = stranger ? addresses(strangersPlaces) : [...addresses(places), ...tabs, ...sections]
        for (const path of paths.filter((one) => !it.only || it.only.test(one)))
          await take(page, path).catch((fault: unknown) => failed.push(`${path} (${language}, ${width}): ${String(fault).split('\n')[0]}`))
        await page.context().close()
      }
    }
  return { taken, failed }
}
