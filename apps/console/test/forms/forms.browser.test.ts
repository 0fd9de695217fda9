import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { type Desk, openDesk } from './form-desk.ts'
import { hostileMedley } from './hostile-texts.ts'
import { peopleForms } from './people-forms.ts'
import { tryEmpty, tryText, tryTwice } from './try-form.ts'

/** Every form of the console meets what nobody should write into it. */
describe('every form', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  let desk: Desk
  beforeAll(async () => {
    room = await openFurnished()
    desk = await openDesk(room)
  })
  afterAll(async () => {
    await desk?.close()
    await room?.close()
  })

  it.each([...peopleForms])('stands it: $name', async (form) => {
    desk.faults.length = 0
    await tryEmpty(desk, form)
    for (const text of hostileMedley) await tryText(desk, form, text)
    await tryTwice(desk, form)
    expect(desk.faults).toEqual([])
  })
})
