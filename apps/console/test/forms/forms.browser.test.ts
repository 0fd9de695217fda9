import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { accountForms } from './account-forms.ts'
import { agentForms } from './agent-forms.ts'
import { buildingForms } from './building-forms.ts'
import type { FormCase } from './form-case.ts'
import { type Desk, openDesk } from './form-desk.ts'
import { hostileMedley, hostileTexts } from './hostile-texts.ts'
import { peopleForms } from './people-forms.ts'
import { settingsForms } from './settings-forms.ts'
import { telephoneForms } from './telephone-forms.ts'
import { tryEmpty, tryText, tryTwice } from './try-form.ts'
import { tryExpired, tryLeaving, tryLost, tryTwoWindows } from './try-trouble.ts'

const lanes: readonly { of: string; forms: readonly FormCase[]; stranger?: boolean }[] = [
  { of: 'people and telephones', forms: [...peopleForms, ...telephoneForms] },
  { of: 'what agents are built with, and settings', forms: [...buildingForms, ...settingsForms] },
  { of: 'agents and what they know', forms: agentForms },
  { of: 'who is not signed in', forms: accountForms, stranger: true },
]
/** One of each kind of form: a dialog, one with choices, a wide one, a drawer, a page, a card that stays. */
const kinds = ['a new team', 'an API key', 'an HTTP tool', 'a piece of knowledge', 'an agent by hand', 'the organisation']
const oneOfEach = lanes.flatMap((it) => it.forms).filter((it) => kinds.includes(it.name))
const longMs = 900_000

/** Forms of the console meet what nobody should write into them, and what happens to people while they write. */
describe('every form', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  const desks: Desk[] = []
  const newDesk = async (stranger = false) => {
    const desk = await openDesk(room, stranger)
    desks.push(desk)
    return desk
  }
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(async () => {
    await Promise.all(desks.map((it) => it.close()))
    await room?.close()
  })

  describe.concurrent('stands what is written into it', () => {
    it.each(lanes)(
      'of $of',
      async ({ forms, stranger }) => {
        const desk = await newDesk(stranger)
        for (const form of forms) {
          await tryEmpty(desk, form)
          for (const text of kinds.includes(form.name) ? hostileTexts : hostileMedley) await tryText(desk, form, text)
          await tryTwice(desk, form)
        }
        expect(desk.faults).toEqual([])
      },
      longMs,
    )
  })

  describe('keeps what was typed', () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await newDesk()
    })

    it.each(oneOfEach)('without a connection, without a session, and on the way back: $name', async (form) => {
      desk.faults.length = 0
      await tryLost(desk, form)
      await tryExpired(desk, form)
      await tryLeaving(desk, form)
      expect(desk.faults).toEqual([])
    })

    it('tells the later of two windows', async () => {
      desk.faults.length = 0
      await tryTwoWindows(desk, await newDesk(), settingsForms.find((it) => it.name === 'the organisation')!)
      expect(desk.faults).toEqual([])
    })
  })
})
