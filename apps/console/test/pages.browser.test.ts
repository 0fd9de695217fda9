import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from './furnished.ts'
import { addressesOf, openLookout, visitAll } from './look-around.ts'
import { opened, places, strangersPlaces } from './places.ts'
import { see } from './see.ts'
import type { Look } from './signed-in.ts'
import { pagesOf } from './walk.ts'

/** Every page at least once, each in one of four looks; `npm run test:accessible` looks at each in all. */
describe('every page', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())

  const looks: Required<Look>[] = [
    { theme: 'light', width: 1440, height: 900, language: 'en' },
    { theme: 'dark', width: 390, height: 844, language: 'bn' },
    { theme: 'light', width: 390, height: 844, language: 'hi' },
    { theme: 'dark', width: 1440, height: 900, language: 'en' },
  ]
  const share = <T>(all: readonly T[], look: Look) => all.filter((_, at) => at % looks.length === looks.indexOf(look as Required<Look>))

  it('is in the list of what is looked at', async () => {
    const page = await room.look(looks[0]!)
    await page.goto(room.myna.url)
    await see(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    expect(Object.keys({ ...places, ...strangersPlaces }).toSorted()).toEqual((await pagesOf(page)).toSorted())
    await page.context().close()
  })

  it.each(looks)('holds in $theme at $width in $language', async (look) => {
    const [page, strange] = [await room.look(look), await room.look(look, true)]
    const options = { url: room.myna.url, language: look.language, themes: [look.theme] }
    const [inside, outside] = [await openLookout(page, options), await openLookout(strange, options)]
    await visitAll(inside, share(addressesOf(places, room.has), look))
    for (const it of share(opened, look)) await inside.open(it(room.has))
    await visitAll(outside, share(addressesOf(strangersPlaces, room.has), look))
    await Promise.all([page.context().close(), strange.context().close()])
    expect([...inside.faults, ...outside.faults]).toEqual([])
  })

  it('stands still while it loads', async () => {
    const page = await room.look(looks[0]!)
    const lookout = await openLookout(page, { url: room.myna.url, language: 'en', themes: ['light'] })
    for (const path of ['/', '/agents', '/calls', '/team', '/settings']) await lookout.load(path)
    await page.context().close()
    expect(lookout.faults).toEqual([])
  })

  it('the API reference is asked by keyboard alone', async () => {
    const page = await room.look({ theme: 'light', width: 1440 })
    await page.goto(`${room.myna.url}/reference`)
    await see(page.getByRole('heading', { name: 'API reference' })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('list agents')
    await page.getByRole('link', { name: /List agents/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'limit' }).focus()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await see(page.getByRole('region', { name: 'What came back' })).toContainText('"items": [')
    await page.context().close()
  })
})
