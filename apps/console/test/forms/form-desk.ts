import type { Locator } from '@playwright/test'
import type { openFurnished } from '../furnished.ts'
import { see } from '../see.ts'
import { goInside } from '../walk.ts'
import { watch } from '../watched.ts'
import { fieldOf, type FormCase, validOf } from './form-case.ts'

/** What no person should have to read. */
const raw =
  /\bat \w+ \(|Error:|\[object |undefined|expected (string|number|array|object)|Invalid (input|string|option)|does not fit its contract|unexpected|^null$/i

/** How a form stands after it was sent. */
export type Outcome = { refused: string[]; closed: boolean }

/** A window in which forms are filled one after the other; everything that a person should never meet is gathered in `faults`. */
export async function openDesk(room: Awaited<ReturnType<typeof openFurnished>>, stranger = false) {
  const page = await room.look({ theme: 'light', width: 1440 }, stranger)
  const watched = await watch(page)
  const faults: string[] = []
  const writes: string[] = []
  page.on('request', (it) => {
    const { pathname } = new URL(it.url())
    if (pathname.startsWith('/api/') && it.method() !== 'GET') writes.push(`${it.method()} ${pathname}`)
  })
  page.on('response', (it) => {
    if (it.status() >= 500) faults.push(`${it.request().method()} ${it.url()} answered ${it.status()}`)
  })
  page.on('dialog', (it) => {
    if (it.type() !== 'beforeunload') faults.push(`a box of the browser: ${it.message()}`)
    void it.accept()
  })

  /** Waits until nothing that was pressed is under way. */
  const settle = () =>
    page.waitForFunction(() => !(globalThis as { askedOfServer?: number }).askedOfServer && !document.querySelector('button[aria-busy=true]'))

  /** Opens a form anew, or goes to where it stands. */
  async function open(it: FormCase): Promise<Locator> {
    const [path, ...pressed] = it.at(room.has)
    // Who edits what was changed beside them is told so; here they come anew.
    if (await it.makeRoom?.(room.ask, room.has)) await page.goto(room.myna.url + path)
    if (stranger) {
      await page.context().clearCookies()
      await page.goto(room.myna.url + path)
    } else await goInside(page, room.myna.url, path)
    for (const name of pressed) await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).filter({ visible: true }).first().click()
    const form = it.within?.(page) ?? (pressed.length > 0 ? page.locator('[role=dialog]').first() : page.locator('main'))
    await see(submitOf(form, it)).toBeVisible()
    return form
  }

  const submitOf = (form: Locator, it: FormCase) => form.getByRole('button', { name: it.submit, exact: true }).last()

  /** Writes what one would write, but for some fields. */
  async function fill(form: Locator, it: FormCase, instead: Readonly<Record<string, string>> = {}): Promise<void> {
    await it.choose?.(form)
    for (const [label, text] of Object.entries(it.fields)) await fieldOf(form, label).fill(instead[label] ?? validOf(text))
  }

  /** What a form says about its fields, and whether it says it as it should. */
  async function read(form: Locator, it: FormCase, at: string): Promise<Outcome> {
    const refused: string[] = []
    if (!it.stays && (await form.count()) === 0) return { refused, closed: true }
    let focused = false
    for (const label of Object.keys(it.fields)) {
      const field = fieldOf(form, label)
      if ((await field.count()) === 0) return { refused, closed: true }
      const said = await field.evaluate((control) => ({
        wrong: control.getAttribute('aria-invalid') === 'true',
        focused: document.activeElement === control,
        sentence: (control.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
          .trim(),
      }))
      if (!said.wrong) continue
      refused.push(label)
      focused ||= said.focused
      if (!said.sentence || raw.test(said.sentence)) faults.push(`${at}: "${label}" is refused with "${said.sentence}"`)
    }
    if (refused.length > 0 && !focused) faults.push(`${at}: no field that is wrong has the focus (${refused.join(', ')})`)
    if (refused.length === 0)
      for (const alert of await form.getByRole('alert').allTextContents()) if (!it.whole?.test(alert)) faults.push(`${at}: refused without a field: "${alert}"`)
    return { refused, closed: false }
  }

  /** Sends a form and waits for what comes of it. */
  async function send(form: Locator, it: FormCase, at: string): Promise<Outcome> {
    await submitOf(form, it).click()
    await settle()
    return read(form, it, at)
  }

  /** Gathers what the page itself suffered. */
  async function check(at: string): Promise<void> {
    faults.push(...(await watched.take()).troubles.map((trouble) => `${at}: ${trouble}`))
    if (await page.evaluate(() => 'ranHere' in globalThis || document.querySelector('img[src^="hostile:"], main svg[onload]') !== null))
      faults.push(`${at}: what was typed was run or drawn`)
    if (await page.getByText('This page broke').count()) faults.push(`${at}: the page broke`)
  }

  return { page, room, faults, writes, open, fill, send, read, settle, check, submitOf, close: () => page.context().close() }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
