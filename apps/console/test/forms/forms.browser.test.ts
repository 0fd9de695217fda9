import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { see } from '../see.ts'
import { goInside } from '../walk.ts'
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

  it('tells the later of two windows that change one thing, and lets it choose', async () => {
    const other = await openDesk(room)
    const forms = []
    for (const { page } of [desk, other]) {
      await goInside(page, room.myna.url, `/agents/${room.has.agent}?tab=knowledge`)
      await page
        .getByRole('button', { name: /^Edit: / })
        .first()
        .click()
      forms.push(page.getByRole('dialog'))
    }
    const [mine, theirs] = forms.map((it) => ({ text: it.getByLabel('What it says'), save: it.getByRole('button', { name: 'Save', exact: true }), form: it }))
    await mine!.text.fill('Open on Sundays, too.')
    await theirs!.text.fill('Open on Sundays from ten.')
    await mine!.save.click()
    await see(mine!.form).toHaveCount(0)
    await theirs!.save.click()
    await see(theirs!.form.getByRole('alert').filter({ hasText: /meanwhile|somebody else/i })).toBeVisible()
    expect(await theirs!.text.inputValue()).toBe('Open on Sundays from ten.')
    await theirs!.save.click()
    await see(theirs!.form).toHaveCount(0)
    const { items } = await room.ask<{ items: { text: string }[] }>('GET', `/knowledge/bases/${await baseOf(room)}/items?q=Sundays`)
    expect(items.map((it) => it.text)).toContain('Open on Sundays from ten.')
    await other.close()
  })
})

async function baseOf({ ask, has }: Awaited<ReturnType<typeof openFurnished>>): Promise<string> {
  return (await ask<{ baseId: string }>('GET', `/agents/${has.agent}`)).baseId
}
