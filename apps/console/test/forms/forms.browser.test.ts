import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { agentForms } from './agent-forms.ts'
import { buildingForms } from './building-forms.ts'
import { type Desk, openDesk } from './form-desk.ts'
import { hostileMedley } from './hostile-texts.ts'
import { peopleForms } from './people-forms.ts'
import { settingsForms } from './settings-forms.ts'
import { tryEmpty, tryText, tryTwice } from './try-form.ts'
import { tryExpired, tryLeaving, tryLost, tryTwoWindows } from './try-trouble.ts'

/** One of each kind of form: a dialog, one with choices, a wide one, a drawer, a page, a card that stays. All others are tried by `every-form.thorough.test.ts`. */
const kinds = ['a new team', 'an API key', 'an HTTP tool', 'a piece of knowledge', 'an agent by hand', 'the organisation']
const oneOfEach = [...peopleForms, ...buildingForms, ...settingsForms, ...agentForms].filter((it) => kinds.includes(it.name))

/** Forms of the console meet what nobody should write into them, and what happens to people while they write. */
describe('a form', () => {
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

  it.each(oneOfEach)('stands what is written into it, once and twice: $name', async (form) => {
    desk.faults.length = 0
    await tryEmpty(desk, form)
    for (const text of hostileMedley) await tryText(desk, form, text)
    await tryTwice(desk, form)
    expect(desk.faults).toEqual([])
  })

  it.each(oneOfEach)('keeps what was typed without a connection, without a session, and on the way back: $name', async (form) => {
    desk.faults.length = 0
    await tryLost(desk, form)
    await tryExpired(desk, form)
    await tryLeaving(desk, form)
    expect(desk.faults).toEqual([])
  })

  it('tells the later of two windows', async () => {
    desk.faults.length = 0
    const other = await openDesk(room)
    await tryTwoWindows(desk, other, settingsForms.find((it) => it.name === 'the organisation')!)
    await other.close()
    expect(desk.faults).toEqual([])
  })
})
