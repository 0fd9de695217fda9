import { see } from '../see.ts'
import { fieldOf, type FormCase, validOf } from './form-case.ts'
import type { Desk } from './form-desk.ts'
import type { HostileText } from './hostile-texts.ts'

/** Sends a form as it opens: what is needed must say so. */
export async function tryEmpty(desk: Desk, it: FormCase): Promise<void> {
  const at = `${it.name}, empty`
  const form = await desk.open(it)
  await it.choose?.(form)
  for (const label of Object.keys(it.fields)) await fieldOf(form, label).fill('')
  const { refused, closed } = await desk.send(form, it, at)
  const needed = it.needed ?? Object.keys(it.fields).slice(0, 1)
  const silent = needed.filter((label) => !refused.includes(label))
  if (closed || silent.length > 0) desk.faults.push(`${at}: nothing is said of ${silent.join(', ')}`)
  await desk.check(at)
  await leave(desk, it)
}

/** Writes a text into every field: each keeps all of it, or says why not and takes what is right. */
export async function tryText(desk: Desk, it: FormCase, { name, text }: HostileText): Promise<void> {
  const at = `${it.name}, ${name}`
  const form = await desk.open(it)
  await desk.fill(form, it, Object.fromEntries(Object.keys(it.fields).map((label) => [label, text])))
  const typed = new Map<string, string>()
  for (const label of Object.keys(it.fields)) {
    const field = fieldOf(form, label)
    const held = await field.inputValue()
    // Lines of a field of one line are joined by the browser, and blanks of a mail address left out.
    if (held.trim() !== text.trim() && !(await saysThatItIsCut(desk, field)))
      desk.faults.push(`${at}: "${label}" keeps ${held.length} of ${text.length} letters and does not say so`)
    typed.set(label, held.trim())
  }
  let outcome = await desk.send(form, it, at)
  for (let round = 0; !it.unsent && outcome.refused.length > 0 && round <= typed.size; round++) {
    for (const label of outcome.refused) {
      await fieldOf(form, label).fill(validOf(it.fields[label]!))
      typed.delete(label)
    }
    outcome = await desk.send(form, it, at)
  }
  if (it.unsent) return leave(desk, it)
  if (!outcome.closed && !it.stays) desk.faults.push(`${at}: it cannot be sent once what was refused is right`)
  else if (it.kept) await compare(desk, it, typed, at)
  await desk.check(at)
  await leave(desk, it)
}

async function compare(desk: Desk, it: FormCase, typed: ReadonlyMap<string, string>, at: string): Promise<void> {
  const missing = async () => {
    const kept = JSON.stringify(await it.kept!(desk.room.ask, desk.room.has))
    return [...typed].filter(([label, text]) => !it.turned?.includes(label) && !kept.includes(JSON.stringify(text).slice(1, -1))).map(([label]) => label)
  }
  // A draft is saved a moment after it was changed.
  if (it.drafts) await see.poll(missing).toEqual([])
  else desk.faults.push(...(await missing()).map((label) => `${at}: "${label}" did not come back whole`))
}

const saysThatItIsCut = (desk: Desk, field: ReturnType<typeof fieldOf>) =>
  field.evaluate((control) =>
    (control.getAttribute('aria-describedby') ?? '').split(' ').some((id) => /left out|cannot be kept/.test(document.getElementById(id)?.textContent ?? '')),
  )

/** Presses the button twice, and in another filling Enter twice: one thing is made of each. */
export async function tryTwice(desk: Desk, it: FormCase): Promise<void> {
  if (it.unsent) return
  const line = Object.keys(it.fields)[0]
  for (const how of ['the button', ...(line ? ['Enter'] : [])]) {
    const at = `${it.name}, ${how} pressed twice`
    const form = await desk.open(it)
    await desk.fill(form, it)
    const before = desk.writes.length
    const field = line ? fieldOf(form, line) : undefined
    if (how === 'Enter' && !(await field!.evaluate((control) => control.nodeName === 'INPUT'))) {
      await leave(desk, it)
      continue
    }
    if (how === 'Enter') await field!.evaluate((control) => (control as HTMLInputElement).focus())
    await (how === 'Enter' ? desk.page.keyboard.press('Enter').then(() => desk.page.keyboard.press('Enter')) : desk.submitOf(form, it).dblclick())
    await desk.settle()
    const { refused, closed } = await desk.read(form, it, at)
    if (refused.length > 0 || (!closed && !it.stays && !it.drafts)) desk.faults.push(`${at}: what one would write is refused: ${refused.join(', ')}`)
    const sent = desk.writes.slice(before)
    const again = sent.filter((one, nth) => sent.indexOf(one) !== nth)
    if ((sent.length === 0 && !it.drafts) || again.length > 0) desk.faults.push(`${at}: sent ${sent.join(', ') || 'nothing'}`)
    await desk.check(at)
    await leave(desk, it)
  }
}

/** Ends with a form so that the next can be opened. */
async function leave(desk: Desk, it: FormCase): Promise<void> {
  if (it.stays && it.at(desk.room.has).length === 1) return
  const dialogs = desk.page.getByRole('dialog')
  for (let round = 0; round < 3 && (await dialogs.count()) > 0; round++) {
    const buttons = dialogs.last().getByRole('button')
    const out = buttons.filter({ hasText: /^(Cancel|Close|Discard)/ })
    await ((await out.count()) > 0 ? out.last() : buttons.last()).click({ timeout: 2_000 }).catch(() => undefined)
    await desk.page.waitForTimeout(200)
  }
}
