import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFurnished } from '../furnished.ts'
import { accountForms } from './account-forms.ts'
import { agentForms } from './agent-forms.ts'
import { buildingForms } from './building-forms.ts'
import type { FormCase } from './form-case.ts'
import { openDesk } from './form-desk.ts'
import { hostileTexts } from './hostile-texts.ts'
import { peopleForms } from './people-forms.ts'
import { settingsForms } from './settings-forms.ts'
import { telephoneForms } from './telephone-forms.ts'
import { tryEmpty, tryText, tryTwice } from './try-form.ts'

const lanes: readonly { of: string; forms: readonly FormCase[]; stranger?: boolean }[] = [
  { of: 'people and telephones', forms: [...peopleForms, ...telephoneForms] },
  { of: 'what agents are built with, and settings', forms: [...buildingForms, ...settingsForms] },
  { of: 'agents and what they know', forms: agentForms },
  { of: 'who is not signed in', forms: accountForms, stranger: true },
]

/** Every form of the console: sent empty, sent twice, and with every text that nobody should write into it. */
describe.concurrent('every form stands what is written into it', () => {
  let room: Awaited<ReturnType<typeof openFurnished>>
  beforeAll(async () => {
    room = await openFurnished()
  })
  afterAll(() => room?.close())

  it.each(lanes)('of $of', async ({ forms, stranger }) => {
    const desk = await openDesk(room, stranger)
    for (const form of forms) {
      await tryEmpty(desk, form)
      if (form.once) continue
      for (const text of hostileTexts) await tryText(desk, form, text)
      await tryTwice(desk, form)
    }
    await desk.close()
    expect(desk.faults).toEqual([])
  })
})
