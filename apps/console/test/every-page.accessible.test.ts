import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from './furnished.ts'
import { addressesOf, openLookout, visitAll } from './look-around.ts'
import { opened, places, strangersPlaces } from './places.ts'

const looks = (['en', 'hi', 'bn'] as const).flatMap((language) => [1440, 390].map((width) => ({ language, width })))

/** Every page of the router and what opens over it, in every language, theme and width: rules of WCAG 2.2 AA, words, what fits, what breaks. */
describe('every page, for everybody', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())

  describe.each(looks)('in $language at $width', ({ language, width }) => {
    const lookAt = async (stranger: boolean) => {
      const page = await room.look({ theme: 'light', width, height: width < 600 ? 844 : 900, language }, stranger)
      return { page, lookout: await openLookout(page, { url: room.myna.url, language, themes: ['light', 'dark'] }) }
    }

    it.concurrent('pages of people who are signed in', async () => {
      const { page, lookout } = await lookAt(false)
      await visitAll(lookout, addressesOf(places, room.has))
      await page.context().close()
      expect(lookout.faults).toEqual([])
    })

    it.concurrent('what opens over pages', async () => {
      const { page, lookout } = await lookAt(false)
      for (const it of opened) await lookout.open(it(room.has))
      await page.context().close()
      expect(lookout.faults).toEqual([])
    })

    it.concurrent('pages of strangers', async () => {
      const { page, lookout } = await lookAt(true)
      await visitAll(lookout, addressesOf(strangersPlaces, room.has))
      await page.context().close()
      expect(lookout.faults).toEqual([])
    })

    it.concurrent('nothing moves while a page loads', async () => {
      const { page, lookout } = await lookAt(false)
      for (const path of addressesOf(places, room.has)) await lookout.load(path)
      await page.context().close()
      expect(lookout.faults).toEqual([])
    })
  })
})
